public import Questionnaires
import Responses

extension PooledItem {
    /// An item that nobody was asked.
    static func notAsked(_ item: Item) -> PooledItem {
        PooledItem(
            item: item, counts: [Int](repeating: 0, count: item.scale.options.count), notApplicable: 0, dontKnow: 0,
            unanswered: 0, applicable: 0, notShown: 1, undecided: 0, unsettled: 0, strata: [], isHeldBack: false,
            setRating: nil, silent: [], weights: Weights())
    }

    /// The same answers as answers to the item that took this one's place in a later questionnaire: options by their
    /// ids, with the values and the weights of roles that hold there.
    ///
    /// The groups of roles stay as they were pooled, so that no group is seen that was not seen before.
    ///
    /// - Parameter respondents: how many people of each role answered the wave.
    /// - Returns: nothing where an answer has no counterpart.
    public func answering(
        _ successor: Item, of questionnaire: Questionnaire, respondents: [String: Int]
    ) -> PooledItem? {
        guard let places = item.places(on: successor) else { return nil }
        func moved(_ counts: [Int]) -> [Int] {
            var result = [Int](repeating: 0, count: successor.scale.options.count)
            for (place, count) in counts.enumerated() where count > 0 { result[places[place]] += count }
            return result
        }
        let roles = Dictionary(questionnaire.roles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        func stratum(_ old: Stratum) -> Stratum {
            let counts = moved(old.counts)
            var sums = old.sums
            if case .singleChoice = successor.answering {
                for channel in [nil] + questionnaire.channels.map(\.id) {
                    sums[channel] = zip(successor.scale.options, counts).reduce(0) {
                        $0 + Double($1.1) * $1.0.score(on: channel)
                    }
                }
            }
            var weight = 0.0
            var people = 0.0
            for role in old.roles {
                let count = Double(respondents[role] ?? 0)
                weight += count * (roles[role]?.weight(in: successor.dimension) ?? 1)
                people += count
            }
            return Stratum(
                roles: old.roles, counts: counts, answered: old.answered, dontKnow: old.dontKnow,
                unanswered: old.unanswered, notApplicable: old.notApplicable, undecided: old.undecided,
                weight: people > 0 ? weight / people : old.weight, cellWeights: old.cellWeights, sums: sums)
        }
        let rating = setRating.map { old in
            GateRating(
                item: successor.id, position: places[old.position], role: old.role, date: old.date,
                evidence: old.evidence)
        }
        return PooledItem(
            item: successor, counts: moved(counts), notApplicable: notApplicable, dontKnow: dontKnow,
            unanswered: unanswered, applicable: applicable, notShown: notShown, undecided: undecided,
            unsettled: unsettled, strata: strata.map(stratum), isHeldBack: isHeldBack, setRating: rating,
            silent: silent.map(stratum), weights: weights)
    }
}

extension Item {
    /// Where each option of the item stands on the scale of another; nothing where answers cannot be carried over.
    public func places(on successor: Item) -> [Int]? {
        let places = scale.options.compactMap { successor.scale.position(of: $0.id) }
        guard places.count == scale.options.count else { return nil }
        switch (answering, successor.answering) {
        case (.singleChoice, .singleChoice): return places
        // Sums of several options or of numbers are known only as they were.
        case (.multipleChoice, .multipleChoice), (.number, .number), (.text, .text):
            let sameScale =
                scale.options.count == successor.scale.options.count
                && zip(scale.options, successor.scale.options).allSatisfy { $0.id == $1.id && $0.value == $1.value }
            return answering == successor.answering && sameScale ? places : nil
        default: return nil
        }
    }
}

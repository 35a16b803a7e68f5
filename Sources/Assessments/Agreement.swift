public import Questionnaires
import Responses
import Scoring
import Statistics

/// How far the people of a survey said the same.
///
/// It is noted beside the results and suppresses none: the coefficient falls where all items score alike although people
/// agree, so the agreement on single items stands beside it.
public struct Agreement: Sendable {
    /// Krippendorff's alpha for ordered answers over all items with one answer each; nothing where it is not defined.
    public let overall: Double?
    /// The same by member, where it has enough items.
    public let members: [String: Double]
    /// Items with enough answers for an index of agreement, those first on which people agree least.
    public let items: [Disagreement]
    /// The share of the cells that could be answered of which people said that they do not know.
    public let dontKnowShare: Double?

    /// An item and how much people agree on it.
    public struct Disagreement: Sendable {
        public let item: Item
        /// From 0 (as by chance) to 1 (all the same).
        public let index: Double
        /// The groups of roles with the lowest and the highest mean; nothing where there are not two.
        public let lowest: GroupMean?
        public let highest: GroupMean?
    }

    public struct GroupMean: Sendable {
        public let roles: [String]
        public let mean: Double
    }

    /// - Returns: nothing where one person or the office speaks, or the method has no rule for agreement.
    init?(scores: Scores, members: [MemberAssessment]) {
        guard scores.wave.collection.isConfidential, let rule = scores.questionnaire.stability?.agreement else {
            return nil
        }
        overall = Agreement.alpha(scores.items)?.coefficient
        var byMember: [String: Double] = [:]
        for member in members {
            let units = member.items.filter { $0.item.hasPositions && $0.answered >= 2 }
            guard units.count >= rule.fewestItems, let alpha = Agreement.alpha(units)?.coefficient else { continue }
            byMember[member.id] = alpha
        }
        self.members = byMember
        items = scores.items.enumerated().compactMap { place, pooled -> (place: Int, Disagreement)? in
            pooled.agreement.map { (place, Disagreement(pooled, index: $0)) }
        }
        .sorted { ($0.1.index, $0.place) < ($1.1.index, $1.place) }
        .map(\.1)
        let applicable = scores.items.reduce(0) { $0 + $1.applicable }
        let unknown = scores.items.reduce(0) { $0 + $1.dontKnow }
        dontKnowShare = applicable > 0 ? Double(unknown) / Double(applicable) : nil
    }

    /// Alpha over items, by the values that their options stand for.
    private static func alpha(_ items: [PooledItem]) -> KrippendorffAlpha? {
        let units = items.filter { $0.item.hasPositions }
        let values = Set(units.flatMap { $0.item.scale.options.map(\.value) }).sorted()
        guard !units.isEmpty else { return nil }
        let counts = units.map { pooled in
            var counts = [Int](repeating: 0, count: values.count)
            for (option, count) in zip(pooled.item.scale.options, pooled.counts) {
                if let place = values.firstIndex(of: option.value) { counts[place] += count }
            }
            return counts
        }
        return KrippendorffAlpha(counts: counts, values: values, level: .ordinal)
    }
}

extension Agreement.Disagreement {
    fileprivate init(_ pooled: PooledItem, index: Double) {
        item = pooled.item
        self.index = index
        let means = pooled.strata.compactMap { stratum in
            stratum.mean.map { Agreement.GroupMean(roles: stratum.roles, mean: $0) }
        }
        lowest = means.count > 1 ? means.min { $0.mean < $1.mean } : nil
        highest = means.count > 1 ? means.max { $0.mean < $1.mean } : nil
    }
}

public import Questionnaires

/// How a number came about: the rule, what went in, and what decided it.
public struct Derivation: Sendable {
    public let rule: Metric.Rule
    public let terms: [Term]
    /// The inputs that alone decide a minimum or maximum, the weightiest first.
    public let decidedBy: [Reference]

    public enum Reference: Sendable, Hashable {
        case item(String)
        /// A metric by its full id.
        case metric(String)

        public var id: String {
            switch self {
            case .item(let id), .metric(let id): id
            }
        }
    }

    /// One input.
    public struct Term: Sendable {
        public let reference: Reference
        /// What the item or metric is by itself; nothing where it has no figure, even if it counts as the worst.
        public let value: Double?
        /// What enters the rule: the value, or the number from a table; nothing where the input is missing.
        public let entered: Double?
        /// The place of the gate rating, for items that have one.
        public let gatePosition: Int?
        public let weight: Double
        /// Why the input is missing, where it is.
        public let state: AnswerState
    }
}

extension MetricGraph {
    func derivation(of position: Int, estimates: ItemEstimates, outcomes: [MetricOutcome]) -> Derivation {
        let node = nodes[position]
        var terms: [Derivation.Term] = []
        switch node.inputs {
        case .items(let inputs):
            guard case .aggregate(let aggregate) = node.metric.rule else { break }
            let available = estimates.estimates(WorstCells(aggregate.missing))
            for input in inputs {
                let item = estimates.items[input.index]
                let estimate = available[input.index]
                let plain = estimates.plain[input.index]
                let isWorst = aggregate.missing.treatment(of: estimate.state) == .worst && estimate.value == nil
                terms.append(
                    Derivation.Term(
                        reference: .item(item.id), value: plain.value,
                        entered: aggregate.number(item, estimate) ?? (isWorst ? aggregate.worstNumber(item) : nil),
                        gatePosition: estimate.gate, weight: input.weight, state: plain.state))
            }
        case .metrics(let inputs):
            for input in inputs {
                let outcome = outcomes[input.index]
                var state = AnswerState.answered
                if case .withheld = outcome { state = .unanswered }
                if case .notApplicable = outcome { state = .notApplicable }
                terms.append(
                    Derivation.Term(
                        reference: .metric(nodes[input.index].id), value: outcome.value, entered: outcome.value,
                        gatePosition: nil, weight: input.weight, state: state))
            }
        }
        return Derivation(
            rule: node.metric.rule, terms: terms,
            decidedBy: deciding(node, terms: terms, outcome: outcomes[position], estimates: estimates))
    }

    /// The inputs at the minimum or maximum; of a table only those that stand in a row of it.
    private func deciding(
        _ node: Node, terms: [Derivation.Term], outcome: MetricOutcome, estimates: ItemEstimates
    ) -> [Derivation.Reference] {
        guard case .aggregate(let aggregate) = node.metric.rule, let extreme = outcome.value,
            aggregate.function == .min || aggregate.function == .max
        else { return [] }
        let winners = terms.filter { term in
            guard let entered = term.entered, entered == extreme else { return false }
            guard let table = aggregate.through, case .item(let id) = term.reference,
                let item = estimates.items.first(where: { $0.id == id })
            else { return true }
            return table.lookup(item, position: term.gatePosition ?? 0).isFromRow
        }
        return winners.enumerated()
            .sorted { left, right in
                let (first, second) = (left.element, right.element)
                if first.gatePosition != second.gatePosition {
                    return (first.gatePosition ?? -1) > (second.gatePosition ?? -1)
                }
                if first.value != second.value { return (first.value ?? 0) > (second.value ?? 0) }
                return left.offset < right.offset
            }
            .map(\.element.reference)
    }
}

import Questionnaires
import Statistics

extension Evaluation {
    /// An adjusted metric and what each step did to it.
    struct Adjusted {
        var outcome: MetricOutcome
        var steps: [Derivation.Step] = []
    }

    func adjusted(_ rule: AdjustRule, node: MetricGraph.Node, outcomes: [MetricOutcome]) -> Adjusted {
        guard let base = graph.index[rule.metric] else { return Adjusted(outcome: .withheld) }
        guard var number = outcomes[base].value else { return Adjusted(outcome: outcomes[base]) }
        var result = Adjusted(outcome: .withheld)
        for step in rule.steps {
            let holds = step.when.map { self.holds($0, outcomes: outcomes) } ?? true
            let isApplied: Bool
            switch (holds, step.unknown) {
            case (.some(let known), _): isApplied = known
            case (nil, .apply): isApplied = true
            case (nil, .skip): isApplied = false
            case (nil, .withhold): return result
            }
            let amount = step.change.amount.map { self.amount($0, outcomes: outcomes) }
            if isApplied {
                // An amount that is not known leaves the result unknown.
                if case .some(.none) = amount { return result }
                number = step.change.apply(to: number, amount: amount ?? nil)
            }
            result.steps.append(Derivation.Step(isApplied: isApplied, amount: amount ?? nil, value: number))
        }
        result.outcome = MetricOutcome(number)
        return result
    }

    private func amount(_ amount: AdjustRule.Amount, outcomes: [MetricOutcome]) -> Double? {
        switch amount {
        case .number(let number): number
        case .metric(let id, let times): graph.index[id].flatMap { outcomes[$0].value }.map { $0 * times }
        }
    }
}

extension AdjustRule.Change {
    /// The number after the change.
    ///
    /// - Parameter amount: by how much, for changes that have an amount.
    func apply(to number: Double, amount: Double?) -> Double {
        switch self {
        case .scale: number * (amount ?? 1)
        case .add: number + (amount ?? 0)
        case .cap: amount.map { Swift.min(number, $0) } ?? number
        case .floor: amount.map { Swift.max(number, $0) } ?? number
        case .round(let mode, let places): DecimalRounding.round(number, DecimalRounding.Mode(mode), places: places)
        }
    }

    /// Between which numbers the result lies when the number and the amount lie in ranges.
    func apply(to range: ClosedRange<Double>, amount: ClosedRange<Double>?) -> ClosedRange<Double>? {
        switch self {
        case .scale: return amount.flatMap(range.multiplied(by:))
        case .add: return amount.map { range.lowerBound + $0.lowerBound...range.upperBound + $0.upperBound }
        case .cap:
            return amount.map {
                Swift.min(range.lowerBound, $0.lowerBound)...Swift.min(range.upperBound, $0.upperBound)
            }
        case .floor:
            return amount.map {
                Swift.max(range.lowerBound, $0.lowerBound)...Swift.max(range.upperBound, $0.upperBound)
            }
        case .round:
            return apply(to: range.lowerBound, amount: nil)...apply(to: range.upperBound, amount: nil)
        }
    }
}

extension DecimalRounding.Mode {
    init(_ mode: RoundingMode) {
        switch mode {
        case .halfUp: self = .halfUp
        case .halfEven: self = .halfEven
        case .floor: self = .floor
        }
    }
}

import Questionnaires
import Statistics

/// The value of a metric, or why it has none.
enum MetricOutcome: Sendable {
    case value(Double)
    case withheld
    /// Nothing that goes into it is applicable.
    case notApplicable

    var value: Double? {
        if case .value(let number) = self { return number }
        return nil
    }
}

/// Everything that metrics read about items: their estimates for each way to treat missing cells.
struct ItemEstimates: Sendable {
    private var byWorstCells: [WorstCells: [ItemEstimate]]
    let items: [Item]

    init(_ pooled: [PooledItem], questionnaire: Questionnaire, graph: MetricGraph) {
        items = questionnaire.items
        var needed: Set<WorstCells> = [.none]
        for node in graph.nodes {
            guard case .aggregate(let aggregate) = node.metric.rule else { continue }
            let worst = WorstCells(aggregate.missing)
            needed.formUnion([worst, worst.lasting])
        }
        byWorstCells = [:]
        for worst in needed {
            byWorstCells[worst] = pooled.map { $0.estimate(pool: questionnaire.pool, worst: worst) }
        }
    }

    func estimates(_ worst: WorstCells) -> [ItemEstimate] { byWorstCells[worst] ?? [] }

    /// The estimates of items with nothing filled in.
    var plain: [ItemEstimate] { estimates(.none) }

    /// Changes the value and gate rating of an item wherever it has one.
    mutating func change(_ index: Int, value: (Double) -> Double, gate: (Int) -> Int) {
        for worst in byWorstCells.keys {
            guard let old = byWorstCells[worst]?[index] else { continue }
            byWorstCells[worst]?[index].value = old.value.map(value)
            byWorstCells[worst]?[index].gate = old.gate.map(gate)
        }
    }
}

extension MetricGraph {
    /// The outcomes of all metrics, in the order of the nodes.
    ///
    /// - Parameter isWithheld: whether a node lacks the coverage for a result.
    func values(_ estimates: ItemEstimates, isWithheld: [Bool]) -> [MetricOutcome] {
        var outcomes: [MetricOutcome] = []
        outcomes.reserveCapacity(nodes.count)
        for (position, node) in nodes.enumerated() {
            switch node.metric.rule {
            case .band(let rule):
                outcomes.append(MetricGraph.bandNumber(rule, inputs: node.inputs, outcomes: outcomes))
            case .aggregate(let aggregate):
                let outcome = aggregateOutcome(aggregate, node: node, estimates: estimates, outcomes: outcomes)
                if case .value = outcome, isWithheld[position] {
                    outcomes.append(.withheld)
                } else {
                    outcomes.append(outcome)
                }
            }
        }
        return outcomes
    }

    /// The number that is put into bands: the metric, or its ratio to another.
    private static func bandNumber(_ rule: BandRule, inputs: Inputs, outcomes: [MetricOutcome]) -> MetricOutcome {
        guard case .metrics(let inputs) = inputs, let first = inputs.first else { return .withheld }
        guard rule.relativeTo != nil else { return outcomes[first.index] }
        guard inputs.count == 2, let number = outcomes[first.index].value, let base = outcomes[inputs[1].index].value,
            base != 0, (number / base).isFinite
        else { return .withheld }
        return .value(number / base)
    }

    private func aggregateOutcome(
        _ aggregate: Aggregate, node: Node, estimates: ItemEstimates, outcomes: [MetricOutcome]
    ) -> MetricOutcome {
        var gathered = GatheredInputs()
        switch node.inputs {
        case .items(let inputs):
            let available = estimates.estimates(WorstCells(aggregate.missing))
            for input in inputs {
                let item = estimates.items[input.index]
                let estimate = available[input.index]
                let treatment = aggregate.missing.treatment(of: estimate.state)
                if let number = aggregate.number(item, estimate) {
                    gathered.add(number, weight: input.weight)
                } else if treatment == .worst, estimate.state != .answered {
                    gathered.add(aggregate.worstNumber(item), weight: input.weight)
                } else {
                    gathered.miss(treatment, isNotApplicable: estimate.state == .notApplicable)
                }
            }
        case .metrics(let inputs):
            for input in inputs {
                switch outcomes[input.index] {
                case .value(let number): gathered.add(number, weight: input.weight)
                case .withheld: gathered.miss(aggregate.missing.withheld, isNotApplicable: false)
                case .notApplicable: gathered.miss(aggregate.missing.notApplicable, isNotApplicable: true)
                }
            }
        }
        return gathered.outcome(aggregate)
    }
}

/// The numbers that go into an aggregate, and what is missing.
private struct GatheredInputs {
    private var numbers: [Double] = []
    private var weights: [Double] = []
    private var isBlocked = false
    private var isIncomplete = false
    private var isNotApplicable = false

    mutating func add(_ number: Double, weight: Double) {
        numbers.append(number)
        weights.append(weight)
    }

    mutating func miss(_ treatment: MissingPolicy.Treatment, isNotApplicable: Bool) {
        if !isNotApplicable { isIncomplete = true }
        if treatment == .withhold { isBlocked = true }
        if treatment == .notApplicable { self.isNotApplicable = true }
    }

    func outcome(_ aggregate: Aggregate) -> MetricOutcome {
        if isIncomplete, let substitute = aggregate.incomplete { return .value(substitute) }
        if isNotApplicable { return .notApplicable }
        if isBlocked { return .withheld }
        if numbers.isEmpty, !isIncomplete { return aggregate.empty.map(MetricOutcome.value) ?? .notApplicable }
        return aggregate.function.apply(numbers, weights: weights).map(MetricOutcome.value) ?? .withheld
    }
}

extension MissingPolicy {
    func treatment(of state: AnswerState) -> Treatment {
        switch state {
        case .answered: .exclude
        case .unanswered: unanswered
        case .dontKnow: dontKnow
        case .notApplicable: notApplicable
        }
    }
}

extension Aggregate {
    /// What an item contributes; nothing where it has no figure.
    func number(_ item: Item, _ estimate: ItemEstimate) -> Double? {
        switch function {
        case .share(let condition), .count(let condition):
            guard estimate.value != nil else { return nil }
            return condition.holds(for: item, estimate).map { $0 ? 1 : 0 }
        default: break
        }
        guard let through else { return estimate.value }
        guard estimate.value != nil || estimate.gate != nil else { return nil }
        if through.keys.contains(.gateRating), estimate.gate == nil { return nil }
        return through.lookup(item, position: estimate.gate ?? 0).number
    }

    /// What the worst answer to an item would contribute.
    func worstNumber(_ item: Item) -> Double {
        let worst = ItemEstimate(
            value: item.worstValue, gate: item.worstPosition, bounds: nil, gateBounds: nil, state: .answered)
        return number(item, worst) ?? item.worstValue
    }
}

extension Aggregate.Function {
    /// The result for numbers and weights; nothing where there is no input to speak of, or no number holds the result.
    func apply(_ numbers: [Double], weights: [Double]) -> Double? {
        guard !numbers.isEmpty, let result = unchecked(numbers, weights: weights), result.isFinite else { return nil }
        return result
    }

    private func unchecked(_ numbers: [Double], weights: [Double]) -> Double? {
        switch self {
        case .sum: return zip(numbers, weights).reduce(0) { $0 + $1.0 * $1.1 }
        case .mean, .share: return Mean.arithmetic(numbers, weights: weights)
        case .min: return numbers.min()
        case .max: return numbers.max()
        case .median: return Quantile.interpolated(numbers, probability: 0.5)
        case .quantile(let probability): return Quantile.interpolated(numbers, probability: probability)
        case .geometricMean(let offset): return Mean.geometric(numbers, weights: weights, offset: offset)
        case .count: return numbers.reduce(0, +)
        }
    }
}

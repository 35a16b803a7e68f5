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

    init(_ number: Double?) {
        self = number.map { $0.isFinite ? .value($0) : .withheld } ?? .withheld
    }
}

/// What metrics are worked out from: item estimates, and what is known beside them.
struct Evaluation: Sendable {
    let graph: MetricGraph
    var estimates: ItemEstimates
    /// The share of the answers given, by node; nothing where it rests on none.
    let coverages: [Double?]
    /// Whether a node lacks the coverage for a result.
    let isWithheld: [Bool]
    /// The day for which the assessment is made, as an ISO 8601 date.
    let asOf: String?
    /// The figures of other subjects, by the names that the definition gives them.
    let subjects: [String: SubjectFigures]

    /// The outcomes of all metrics, in the order of the nodes.
    func outcomes() -> [MetricOutcome] {
        var outcomes: [MetricOutcome] = []
        outcomes.reserveCapacity(graph.nodes.count)
        for position in graph.nodes.indices { outcomes.append(outcome(of: position, after: outcomes)) }
        return outcomes
    }

    /// - Parameter outcomes: of all metrics before it, at least.
    func outcome(of position: Int, after outcomes: [MetricOutcome]) -> MetricOutcome {
        let node = graph.nodes[position]
        switch node.rule {
        case .aggregate(let aggregate):
            let outcome = aggregateOutcome(aggregate, node: node, outcomes: outcomes)
            if case .value = outcome, isWithheld[position] { return .withheld }
            return outcome
        case .possible: return MetricOutcome(graph.possible[position]?.value)
        case .adjust(let rule): return adjusted(rule, node: node, outcomes: outcomes).outcome
        case .level(let rule): return level(rule, node: node, outcomes: outcomes).outcome
        case .band(let rule): return Evaluation.bandNumber(rule, inputs: node.inputs, outcomes: outcomes)
        case .verdict(let rule):
            guard let conclusion = verdict(rule, outcomes: outcomes).conclusion else { return .withheld }
            return MetricOutcome(rule.outcome(conclusion.outcome)?.value)
        case .reference(let reference):
            guard let result = subjects[reference.subject]?.metrics[reference.metric] else { return .withheld }
            return result.status == .notApplicable ? .notApplicable : MetricOutcome(result.value)
        }
    }

    /// The number that is put into bands: the metric, or its ratio to another.
    private static func bandNumber(
        _ rule: BandRule, inputs: MetricGraph.Inputs, outcomes: [MetricOutcome]
    ) -> MetricOutcome {
        guard case .metrics(let inputs) = inputs, let first = inputs.first else { return .withheld }
        guard rule.relativeTo != nil else { return outcomes[first.index] }
        // A metric divided by itself is one input.
        guard let last = inputs.last, let number = outcomes[first.index].value, let base = outcomes[last.index].value,
            base != 0
        else { return .withheld }
        return MetricOutcome(number / base)
    }

    private func aggregateOutcome(
        _ aggregate: Aggregate, node: MetricGraph.Node, outcomes: [MetricOutcome]
    ) -> MetricOutcome {
        var gathered = GatheredInputs()
        switch node.inputs {
        case .items(let inputs):
            let available = estimates.estimates(ItemEstimates.Key(aggregate))
            for input in inputs {
                let item = estimates.items[input.index]
                let estimate = available[input.index]
                let treatment = aggregate.missing.treatment(of: estimate.state)
                if let number = aggregate.number(item, estimate) {
                    gathered.add(number, weight: input.weight)
                } else if treatment == .worst, estimate.state != .answered {
                    gathered.add(aggregate.worstNumber(item), weight: input.weight)
                } else {
                    let isOutside = estimate.state == .notApplicable || estimate.state == .notShown
                    gathered.miss(treatment, isNotApplicable: isOutside)
                }
            }
        case .metrics(let inputs):
            for input in inputs { gathered.add(outcomes[input.index], weight: input.weight, aggregate.missing) }
        }
        return gathered.outcome(GatheringRule(aggregate))
    }

    // MARK: Conditions

    /// Whether a condition about the assessment holds; nothing where that is not known.
    ///
    /// - Parameter outcomes: of all metrics that the condition names, at least.
    func holds(_ condition: Condition, outcomes: [MetricOutcome]) -> Bool? {
        condition.holds { leaf in
            switch leaf {
            case .item(let id?, let test):
                guard let place = graph.itemPlaces[id] else { return nil }
                return test.holds(estimates.items[place], estimates.plain[place])
            case .metric(let id?, let test):
                guard let place = graph.index[id] else { return nil }
                return test.holds(
                    figure(of: place, value: outcomes[place].value, bounds: nil),
                    base: base(of: test).map { figure(of: $0, value: outcomes[$0].value, bounds: nil) })
            case .asOf(let relations): return asOf.map { relations.holds(date: $0) }
            case .subject(let subject, let condition): return subjects[subject]?.holds(condition, firmly: false)
            case .item, .metric, .tag, .all, .any, .not: return nil
            }
        }
    }

    /// The place of the metric that a test divides by.
    func base(of test: Condition.MetricTest) -> Int? {
        if case .value(_, let base?) = test { return graph.index[base] }
        return nil
    }

    func figure(of place: Int, value: Double?, bounds: ClosedRange<Double>?) -> MetricFigure {
        MetricFigure(rule: graph.nodes[place].rule, value: value, bounds: bounds, coverage: coverages[place])
    }
}

extension [Condition.Relation: String] {
    /// Whether a day stands in all relations to the days named; ISO 8601 dates are ordered as texts.
    func holds(date: String) -> Bool {
        allSatisfy { relation, other in
            switch relation {
            case .atLeast: date >= other
            case .above: date > other
            case .atMost: date <= other
            case .below: date < other
            case .equals: date == other
            }
        }
    }
}

import Questionnaires

/// Some metrics of a wave, ready to be worked out again and again with other weights of its respondents.
///
/// What aggregates, bands and constants need is resolved once. Rules with conditions are left to ``Evaluation``.
struct MetricProgram: Sendable {
    private(set) var answers: AnswerMasses
    let graph: MetricGraph
    private(set) var outcomes: [MetricOutcome]

    private var evaluation: Evaluation
    // Steps hold places in flat lists: threads that work side by side would wait for each other to count who holds what.
    private let steps: [Step]
    private let itemInputs: [ItemInput]
    private let metricInputs: [MetricGraph.Input]
    private let tables: [Double]
    private var gathered = GatheredInputs()
    /// Estimates that ordinary rules read: the place of the plan, and where it goes.
    private var copied: [(plan: Int, key: ItemEstimates.Key, item: Int)] = []

    private enum Step {
        /// Places among ``itemInputs``.
        case items(GatheringRule, Range<Int>)
        /// Places among ``metricInputs``.
        case metrics(GatheringRule, Range<Int>)
        case constant(MetricOutcome)
        /// A metric as it is, or divided by another.
        case ratio(Int, by: Int?)
        case ordinary
    }

    private struct ItemInput {
        let plan: Int
        let weight: Double
        /// What each gate rating contributes, as places among ``tables``; empty where the value does.
        let table: Range<Int>
        /// What it contributes where no row of the table speaks of it.
        let otherwise: Double
        let needsGate: Bool
        let worst: Double
    }

    /// - Parameter metrics: full ids of the metrics that are wanted.
    init(_ scores: Scores, metrics: Set<String>) {
        let graph = MetricGraph(scores.questionnaire, only: metrics)
        let old = graph.nodes.map { scores.graph.index[$0.id] ?? 0 }
        var answers = AnswerMasses(scores)
        var plans: [ItemEstimates.Key: [Int: Int]] = [:]
        func plan(_ item: Int, _ key: ItemEstimates.Key) -> Int {
            if let known = plans[key]?[item] { return known }
            let place = answers.plan(item: item, key: key)
            plans[key, default: [:]][item] = place
            return place
        }
        var itemInputs: [ItemInput] = []
        var metricInputs: [MetricGraph.Input] = []
        var tables: [Double] = []
        steps = graph.nodes.enumerated().map { position, node in
            switch node.rule {
            case .aggregate(let aggregate):
                switch (aggregate.function, node.inputs) {
                case (.share, _), (.count, _): return .ordinary
                case (_, .metrics(let inputs)):
                    let first = metricInputs.count
                    metricInputs += inputs
                    return .metrics(GatheringRule(aggregate), first..<metricInputs.count)
                case (_, .items(let inputs)):
                    let first = itemInputs.count
                    for input in inputs {
                        let item = scores.questionnaire.items[input.index]
                        let table = tables.count
                        if let through = aggregate.through {
                            let positions = 0..<max(1, item.scale.options.count)
                            tables += positions.map { through.lookup(item, position: $0).number }
                        }
                        itemInputs.append(
                            ItemInput(
                                plan: plan(input.index, ItemEstimates.Key(aggregate)), weight: input.weight,
                                table: table..<tables.count, otherwise: aggregate.through?.otherwise ?? 0,
                                needsGate: aggregate.through?.keys.contains(.gateRating) ?? false,
                                worst: aggregate.worstNumber(item)))
                    }
                    return .items(GatheringRule(aggregate), first..<itemInputs.count)
                }
            case .possible: return .constant(MetricOutcome(graph.possible[position]?.value))
            // Another subject stays as it is.
            case .reference: return .constant(scores.outcomes[old[position]])
            case .band:
                guard case .metrics(let inputs) = node.inputs, let first = inputs.first, let last = inputs.last,
                    case .band(let rule) = node.rule
                else { return .ordinary }
                return .ratio(first.index, by: rule.relativeTo == nil ? nil : last.index)
            case .adjust, .level, .verdict: return .ordinary
            }
        }
        self.itemInputs = itemInputs
        self.metricInputs = metricInputs
        self.tables = tables
        let isOrdinary = steps.contains { if case .ordinary = $0 { true } else { false } }
        if isOrdinary {
            for key in graph.keys {
                for item in scores.questionnaire.items.indices { copied.append((plan(item, key), key, item)) }
            }
        }
        evaluation = Evaluation(
            graph: graph,
            estimates: isOrdinary
                ? ItemEstimates(scores.items, questionnaire: scores.questionnaire, graph: graph) : scores.estimates,
            coverages: old.map { scores.evaluation.coverages[$0] },
            isWithheld: old.map { scores.evaluation.isWithheld[$0] }, asOf: scores.asOf,
            subjects: scores.evaluation.subjects)
        self.answers = answers
        self.graph = graph
        outcomes = [MetricOutcome](repeating: .withheld, count: graph.nodes.count)
    }

    /// Works all metrics out with a weight for each respondent.
    mutating func run(_ weights: [Double]) {
        answers.draw(weights)
        follow()
    }

    /// Works all metrics out anew under other choices, with the weights as they were.
    mutating func run(_ choices: ScoringChoices) {
        answers.choose(choices)
        follow()
    }

    /// Goes through all answers that could have been one option higher or lower, each kind of move once, and works all
    /// metrics out for it.
    ///
    /// - Precondition: every respondent has a weight of 1.
    mutating func forEachMove(_ body: (_ outcomes: [MetricOutcome]) -> Void) {
        for move in answers.moves() {
            answers.move(move)
            follow()
            body(outcomes)
            answers.move(AnswerMasses.Move(item: move.item, from: move.to, to: move.from))
        }
        follow()
    }

    /// Works all metrics out from the estimates.
    private mutating func follow() {
        for each in copied {
            let estimate = answers.estimates[each.plan]
            evaluation.estimates.replace(
                each.item, of: each.key, value: estimate.value.isNaN ? nil : estimate.value,
                gate: estimate.gate < 0 ? nil : estimate.gate, state: estimate.state)
        }
        for position in steps.indices { step(position) }
    }

    private mutating func step(_ position: Int) {
        var outcome: MetricOutcome
        switch steps[position] {
        case .items(let rule, let inputs):
            gathered.reset()
            for input in inputs { gather(itemInputs[input], rule.missing) }
            outcome = gathered.outcome(rule)
            if case .value = outcome, evaluation.isWithheld[position] { outcome = .withheld }
        case .metrics(let rule, let inputs):
            gathered.reset()
            for place in inputs {
                let input = metricInputs[place]
                gathered.add(outcomes[input.index], weight: input.weight, rule.missing)
            }
            outcome = gathered.outcome(rule)
            if case .value = outcome, evaluation.isWithheld[position] { outcome = .withheld }
        case .constant(let constant): outcome = constant
        case .ratio(let first, nil): outcome = outcomes[first]
        case .ratio(let first, let last?):
            if let number = outcomes[first].value, let base = outcomes[last].value, base != 0 {
                outcome = MetricOutcome(number / base)
            } else {
                outcome = .withheld
            }
        case .ordinary: outcome = evaluation.outcome(of: position, after: outcomes)
        }
        outcomes[position] = outcome
    }

    private mutating func gather(_ input: ItemInput, _ missing: MissingPolicy) {
        let estimate = answers.estimates[input.plan]
        if input.table.isEmpty {
            if !estimate.value.isNaN { return gathered.add(estimate.value, weight: input.weight) }
        } else if estimate.gate >= 0 || (!estimate.value.isNaN && !input.needsGate) {
            let number =
                answers.choices.ignoresTables
                ? input.otherwise : tables[input.table.lowerBound + max(0, estimate.gate)]
            return gathered.add(number, weight: input.weight)
        }
        let treatment = missing.treatment(of: estimate.state)
        if treatment == .worst, estimate.state != .answered {
            gathered.add(input.worst, weight: input.weight)
        } else {
            let isOutside = estimate.state == .notApplicable || estimate.state == .notShown
            gathered.miss(treatment, isNotApplicable: isOutside)
        }
    }
}

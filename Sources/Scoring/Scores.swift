public import Questionnaires
public import Responses
import Statistics

/// The scores of one wave: every item, every metric, and how they came about.
public struct Scores: Sendable {
    public let questionnaire: Questionnaire
    public let wave: Wave
    /// Respondents by role, as they answered.
    public let respondents: [String: Int]
    /// The groups of roles by which answers are weighted and shown.
    public let groups: [RoleGroup]
    /// The items in the order of the questionnaire.
    public let items: [PooledItem]
    /// The metrics, each after those it rests on.
    public let metrics: [MetricResult]

    private let index: [String: Int]
    let graph: MetricGraph
    let estimates: ItemEstimates
    let pooling: Pooling
    let isWithheld: [Bool]

    /// Scores the responses of a wave.
    ///
    /// The result does not depend on the order of the responses.
    public init(questionnaire: Questionnaire, wave: Wave, responses: [Response]) {
        let pooling = Pooling(questionnaire: questionnaire, wave: wave, responses: responses)
        let graph = MetricGraph(questionnaire)
        let items = pooling.items()
        let estimates = ItemEstimates(items, questionnaire: questionnaire, graph: graph)
        let coverages = graph.nodes.map { Scores.coverage(of: $0.leaves, items: items) }
        isWithheld = Scores.isWithheld(coverages, questionnaire: questionnaire)
        let outcomes = graph.values(estimates, isWithheld: isWithheld)
        let bounds = graph.bounds(estimates, outcomes: outcomes)
        var results: [MetricResult] = []
        for (position, node) in graph.nodes.enumerated() {
            let derivation = graph.derivation(of: position, estimates: estimates, outcomes: outcomes)
            results.append(
                Scores.result(
                    node, outcome: outcomes[position], bounds: bounds[position], coverage: coverages[position],
                    derivation: derivation, earlier: results, estimates: estimates,
                    thresholds: questionnaire.coverage))
        }
        self.questionnaire = questionnaire
        self.wave = wave
        respondents = Dictionary(responses.map { ($0.role, 1) }, uniquingKeysWith: +)
        groups = pooling.grouping.groups
        self.items = items
        metrics = results
        index = graph.index
        self.graph = graph
        self.estimates = estimates
        self.pooling = pooling
    }

    /// A metric by its full id.
    public func metric(_ id: String) -> MetricResult? { index[id].map { metrics[$0] } }

    /// A metric of a member, such as the score of a domain.
    public func metric(_ id: String, of member: String) -> MetricResult? { metric("\(member).\(id)") }

    public func item(_ id: String) -> PooledItem? { questionnaire.index(ofItem: id).map { items[$0] } }

    /// The pooled value of an item.
    public func value(ofItem id: String) -> Double? { estimate(id)?.value }

    /// Between which numbers the missing answers could move the value of an item.
    public func bounds(ofItem id: String) -> ClosedRange<Double>? { estimate(id)?.bounds }

    /// The place of an item's gate rating on its scale.
    public func gatePosition(ofItem id: String) -> Int? { estimate(id)?.gate }

    func estimate(_ id: String) -> ItemEstimate? {
        questionnaire.index(ofItem: id).map { estimates.plain[$0] }
    }

    /// Whether each metric lacks the coverage for a result.
    static func isWithheld(_ coverages: [Double?], questionnaire: Questionnaire) -> [Bool] {
        coverages.map { coverage in
            guard let threshold = questionnaire.coverage?.provisional, let coverage else { return false }
            return !Tolerance.isAtLeast(coverage, threshold)
        }
    }

    /// The share of the weight of some items that is not applicable, from 0 to 1.
    public func notApplicableShare(ofItems selected: [PooledItem]) -> Double {
        var outside = 0.0
        var all = 0.0
        for pooled in selected {
            outside += pooled.item.weight * pooled.weights.notApplicable
            all += pooled.item.weight * (pooled.weights.notApplicable + pooled.weights.applicable)
        }
        return all > 0 ? outside / all : 0
    }

    /// The share of applicable weight that is answered, over items with their weights.
    static func coverage(of leaves: [Int], items: [PooledItem]) -> Double? {
        var answered = 0.0
        var applicable = 0.0
        for leaf in leaves {
            answered += items[leaf].item.weight * items[leaf].weights.answered
            applicable += items[leaf].item.weight * items[leaf].weights.applicable
        }
        return applicable > 0 ? answered / applicable : nil
    }

    private static func result(
        _ node: MetricGraph.Node, outcome: MetricOutcome, bounds: ClosedRange<Double>?, coverage: Double?,
        derivation: Derivation, earlier: [MetricResult], estimates: ItemEstimates, thresholds: CoverageThresholds?
    ) -> MetricResult {
        var conditions: [String] = []
        var status: MetricResult.Status
        switch outcome {
        case .withheld: status = .withheld
        case .notApplicable: status = .notApplicable
        case .value:
            let isFirm = thresholds.map { Tolerance.isAtLeast(coverage ?? 1, $0.firm) } ?? true
            status = isFirm ? .firm : .provisional
        }
        if case .aggregate(let aggregate) = node.metric.rule, case .items(let inputs) = node.inputs {
            for (input, term) in zip(inputs, derivation.terms)
            where term.entered == nil && aggregate.missing.treatment(of: term.state) == .condition {
                let estimate = estimates.estimates(WorstCells(aggregate.missing))[input.index]
                if aggregate.couldOverturn(outcome.value, estimates.items[input.index], estimate) {
                    conditions.append(term.reference.id)
                }
            }
        }
        if case .metrics(let inputs) = node.inputs {
            for input in inputs {
                conditions += earlier[input.index].conditions.filter { !conditions.contains($0) }
            }
        }
        if !conditions.isEmpty, status == .firm { status = .provisional }
        var band: BandSet.Interval?
        if case .band(let rule) = node.metric.rule { band = outcome.value.flatMap(rule.bands.interval(of:)) }
        return MetricResult(
            id: node.id, member: node.member, metric: node.metric, value: outcome.value, bounds: bounds,
            coverage: coverage, status: status, band: band, conditions: conditions, derivation: derivation)
    }
}

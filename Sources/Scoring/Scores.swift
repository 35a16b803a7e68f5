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
    let evaluation: Evaluation
    let outcomes: [MetricOutcome]
    let pooling: Pooling

    /// The day for which dated conditions are judged, as an ISO 8601 date.
    public var asOf: String? { evaluation.asOf }

    var graph: MetricGraph { evaluation.graph }
    var estimates: ItemEstimates { evaluation.estimates }

    /// Scores the responses of a wave.
    ///
    /// The result does not depend on the order of the responses.
    public init(
        questionnaire: Questionnaire, wave: Wave, responses: [Response], asOf: String? = nil,
        subjects: [String: SubjectFigures] = [:], layout: MetricLayout? = nil
    ) {
        var tally = ResponseTally(questionnaire)
        for response in responses { tally.add(response) }
        self.init(tally, wave: wave, asOf: asOf, subjects: subjects, layout: layout)
    }

    /// Scores what the responses of a wave say together.
    ///
    /// - Parameters:
    ///   - asOf: the day for which dated conditions are judged, as an ISO 8601 date; without one they are not known.
    ///   - subjects: the figures of other subjects, by the names that the definition gives them; metrics of subjects
    ///     that are not given are withheld.
    ///   - layout: the metrics of this questionnaire, where they were laid out before.
    public init(
        _ tally: ResponseTally, wave: Wave, asOf: String? = nil, subjects: [String: SubjectFigures] = [:],
        layout: MetricLayout? = nil
    ) {
        let questionnaire = tally.questionnaire
        let pooling = Pooling(tally, wave: wave)
        let graph = layout?.graph ?? MetricGraph(questionnaire)
        let items = pooling.items()
        let coverages = graph.byLeaves { Scores.coverage(of: $0, items: items) }
        let evaluation = Evaluation(
            graph: graph, estimates: ItemEstimates(items, questionnaire: questionnaire, graph: graph),
            coverages: coverages, isWithheld: Scores.isWithheld(coverages, questionnaire: questionnaire), asOf: asOf,
            subjects: subjects)
        let outcomes = evaluation.outcomes()
        let bounds = evaluation.bounds(outcomes: outcomes)
        var results: [MetricResult] = []
        results.reserveCapacity(graph.nodes.count)
        for (position, outcome) in outcomes.enumerated() {
            results.append(
                Scores.result(
                    evaluation, at: position, outcome: outcome, bounds: bounds[position],
                    derivation: evaluation.derivation(of: position, outcomes: outcomes), earlier: results,
                    thresholds: questionnaire.coverage))
        }
        self.questionnaire = questionnaire
        self.wave = wave
        respondents = tally.respondents
        groups = pooling.grouping.groups
        self.items = items
        metrics = results
        index = graph.index
        self.evaluation = evaluation
        self.outcomes = outcomes
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
        _ evaluation: Evaluation, at position: Int, outcome: MetricOutcome, bounds: ClosedRange<Double>?,
        derivation: Derivation, earlier: [MetricResult], thresholds: CoverageThresholds?
    ) -> MetricResult {
        let node = evaluation.graph.nodes[position]
        let coverage = evaluation.coverages[position]
        let conditions = conditions(evaluation, node, outcome: outcome, derivation: derivation, earlier: earlier)
        var status: MetricResult.Status
        switch outcome {
        case .withheld: status = .withheld
        case .notApplicable: status = .notApplicable
        case .value:
            let isFirm = thresholds.map { Tolerance.isAtLeast(coverage ?? 1, $0.firm) } ?? true
            status = isFirm ? .firm : .provisional
        }
        if !conditions.isEmpty, status == .firm { status = .provisional }
        var band: BandSet.Interval?
        if case .band(let rule) = node.rule { band = outcome.value.flatMap(rule.bands.interval(of:)) }
        var verdict: VerdictRule.Conclusion?
        if case .verdict(let conclusion, _) = derivation.detail { verdict = conclusion }
        return MetricResult(
            id: node.id, member: node.member, metric: node.metric, value: outcome.value, bounds: bounds,
            coverage: coverage, status: status, band: band, verdict: verdict, conditions: conditions,
            derivation: derivation)
    }

    /// The items without an answer on which a result is conditional, its own and those of its inputs.
    private static func conditions(
        _ evaluation: Evaluation, _ node: MetricGraph.Node, outcome: MetricOutcome, derivation: Derivation,
        earlier: [MetricResult]
    ) -> [String] {
        var conditions: [String] = []
        switch node.inputs {
        case .items(let inputs):
            guard case .aggregate(let aggregate) = node.rule else { break }
            let estimates = evaluation.estimates.estimates(ItemEstimates.Key(aggregate))
            for (input, term) in zip(inputs, derivation.terms)
            where term.entered == nil && aggregate.missing.treatment(of: term.state) == .condition {
                let item = evaluation.estimates.items[input.index]
                if aggregate.couldOverturn(outcome.value, item, estimates[input.index]) {
                    conditions.append(term.reference.id)
                }
            }
        // What a metric could reach rests on no answer.
        case .metrics where evaluation.graph.leafSets[node.leafSet].isEmpty: break
        case .metrics(let inputs):
            var seen: Set<String> = []
            for input in inputs {
                conditions += earlier[input.index].conditions.filter { seen.insert($0).inserted }
            }
        }
        return conditions
    }
}

public import Questionnaires

/// What the metrics of a questionnaire come to when only some of its items count, whichever wave these were rated in.
///
/// Two waves are compared by what both have in common, under the same rules. All it knows of answers is how they were
/// pooled in their own wave, so it shows no figure of fewer people than that wave's scores do.
public struct Reckoning: Sendable {
    private let places: [String: Int]
    private let evaluation: Evaluation
    private let outcomes: [MetricOutcome]

    /// - Parameters:
    ///   - items: the items that count; all others are as if they had not been asked.
    ///   - layout: the metrics of the questionnaire.
    public init(_ questionnaire: Questionnaire, items: [PooledItem], asOf: String?, layout: MetricLayout) {
        let known = Dictionary(items.map { ($0.item.id, $0) }, uniquingKeysWith: { first, _ in first })
        let pooled = questionnaire.items.map { known[$0.id] ?? PooledItem.notAsked($0) }
        let graph = layout.graph
        let coverages = graph.byLeaves { Scores.coverage(of: $0, items: pooled) }
        evaluation = Evaluation(
            graph: graph, estimates: ItemEstimates(pooled, questionnaire: questionnaire, graph: graph),
            coverages: coverages, isWithheld: Scores.isWithheld(coverages, questionnaire: questionnaire), asOf: asOf,
            subjects: [:])
        outcomes = evaluation.outcomes()
        places = graph.itemPlaces
    }

    /// The value of a metric by its full id; nothing where it has none.
    public func value(ofMetric id: String) -> Double? { evaluation.graph.index[id].flatMap { outcomes[$0].value } }

    /// How a metric came about.
    public func derivation(ofMetric id: String) -> Derivation? {
        evaluation.graph.index[id].map { evaluation.derivation(of: $0, outcomes: outcomes) }
    }

    /// The share of the answers a metric rests on that were given.
    public func coverage(ofMetric id: String) -> Double? {
        evaluation.graph.index[id].flatMap { evaluation.coverages[$0] }
    }

    /// The pooled value of an item.
    public func value(ofItem id: String) -> Double? { places[id].flatMap { evaluation.estimates.plain[$0].value } }

    /// The place of an item's gate rating on its scale.
    public func gatePosition(ofItem id: String) -> Int? { places[id].flatMap { evaluation.estimates.plain[$0].gate } }
}

import Questionnaires

/// What an assessment of one subject says to that of another, such as an organisation to its projects.
public struct SubjectFigures: Sendable {
    /// The metrics by their full ids.
    public let metrics: [String: MetricResult]
    /// The items by their ids.
    let items: [String: (item: Item, estimate: ItemEstimate)]

    /// The figures of scores.
    public init(_ scores: Scores) {
        metrics = Dictionary(scores.metrics.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var items: [String: (item: Item, estimate: ItemEstimate)] = [:]
        for (pooled, estimate) in zip(scores.items, scores.estimates.plain) {
            items[pooled.item.id] = (pooled.item, estimate)
        }
        self.items = items
    }

    /// Whether a condition about the subject holds; nothing where that is not known.
    ///
    /// - Parameter firmly: whether it must hold whatever the missing answers of that subject are.
    func holds(_ condition: Condition, firmly: Bool) -> Bool? {
        switch condition {
        case .item(let id?, let test):
            guard let (item, estimate) = items[id] else { return nil }
            return firmly ? test.holdsFirmly(item, estimate) : test.holds(item, estimate)
        case .metric(let id?, let test):
            guard let result = metrics[id] else { return nil }
            let figure = MetricFigure(
                rule: result.metric.rule, value: result.value, bounds: result.bounds, coverage: result.coverage)
            return firmly ? test.holdsFirmly(figure, base: nil) : test.holds(figure, base: nil)
        default: return nil
        }
    }
}

public import Questionnaires
import Scoring
import Statistics

/// What doing a recommendation would change, computed by scoring again with its effects.
public struct RecommendationEffect: Sendable {
    public let recommendation: Recommendation
    /// Items with a figure that would rise or fall.
    public let items: [ItemChange]
    /// Metrics that would change, in the order of the scores.
    public let metrics: [MetricChange]
    /// Whether it would change anything.
    public let applies: Bool
    private let thenByMetric: [Double?]

    public struct ItemChange: Sendable {
        public let item: String
        public let now: Double
        public let then: Double
        /// Places on the scale.
        public let gateNow: Int?
        public let gateThen: Int?
    }

    public struct MetricChange: Sendable {
        /// The full id.
        public let metric: String
        public let now: Double
        public let then: Double

        public var gain: Double { then - now }
    }

    init(_ recommendation: Recommendation, scores: Scores) {
        self.recommendation = recommendation
        items = RecommendationEffect.itemChanges(recommendation, scores: scores)
        let isExcluded = recommendation.when.flatMap(scores.holds) == false
        let changesAny = !items.isEmpty || RecommendationEffect.lowersSetRating(recommendation, scores: scores)
        applies = changesAny && !isExcluded
        let values = applies ? scores.values(after: recommendation.changes) : scores.metrics.map(\.value)
        thenByMetric = values
        metrics = zip(scores.metrics, values).compactMap { metric, then in
            guard let now = metric.value, let then, !Tolerance.isEqual(now, then) else { return nil }
            return MetricChange(metric: metric.id, now: now, then: then)
        }
    }

    /// The change of a metric by its full id; nothing where it would stay, or has no value.
    public func change(of metric: String) -> MetricChange? { metrics.first { $0.metric == metric } }

    private static func itemChanges(_ recommendation: Recommendation, scores: Scores) -> [ItemChange] {
        let risen = recommendation.builds.compactMap { floor -> ItemChange? in
            guard let now = scores.value(ofItem: floor.item), Tolerance.isBelow(now, floor.value) else { return nil }
            return ItemChange(item: floor.item, now: now, then: floor.value, gateNow: nil, gateThen: nil)
        }
        let fallen = recommendation.removes.compactMap { ceiling -> ItemChange? in
            guard let now = scores.value(ofItem: ceiling.item),
                let gate = scores.gatePosition(ofItem: ceiling.item)
            else { return nil }
            let then = min(now, ceiling.value)
            let gateThen = min(gate, ceiling.gatePosition)
            guard !Tolerance.isEqual(now, then) || gate != gateThen else { return nil }
            return ItemChange(item: ceiling.item, now: now, then: then, gateNow: gate, gateThen: gateThen)
        }
        return risen + fallen
    }

    /// Whether a gate rating would fall that was set for a blocker of which nobody's answer can be used.
    private static func lowersSetRating(_ recommendation: Recommendation, scores: Scores) -> Bool {
        recommendation.removes.contains { ceiling in
            scores.value(ofItem: ceiling.item) == nil
                && scores.gatePosition(ofItem: ceiling.item).map { $0 > ceiling.gatePosition } == true
        }
    }

    /// Puts effects in the order that the questionnaire's policy asks for.
    static func ranked(_ effects: [RecommendationEffect], scores: Scores) -> [RecommendationEffect] {
        let criteria = scores.questionnaire.recommendationPolicy?.rankBy ?? [.effort, .id]
        let keyed = effects.map { effect in (effect, effect.gains(criteria, scores: scores)) }
        return keyed.sorted { left, right in
            for (position, criterion) in criteria.enumerated() {
                switch criterion {
                case .gain:
                    let (first, second) = (left.1[position], right.1[position])
                    if !Tolerance.isEqual(first, second) { return first > second }
                case .effort:
                    let (first, second) = (left.0.recommendation.effortDays, right.0.recommendation.effortDays)
                    if first != second { return first < second }
                case .id:
                    return left.0.recommendation.id < right.0.recommendation.id
                }
            }
            return left.0.recommendation.id < right.0.recommendation.id
        }.map(\.0)
    }

    /// The gain by each criterion; 0 where the criterion is not a gain, or the metrics have no value.
    private func gains(_ criteria: [RecommendationPolicy.Criterion], scores: Scores) -> [Double] {
        criteria.map { criterion in
            guard case .gain(let coefficients) = criterion else { return 0 }
            var sum = 0.0
            for (metric, then) in zip(scores.metrics, thenByMetric) {
                guard let coefficient = coefficients.first(where: { $0.metric == metric.metric.id }),
                    let now = metric.value, let then
                else { continue }
                sum += coefficient.factor * (then - now)
            }
            return sum
        }
    }
}

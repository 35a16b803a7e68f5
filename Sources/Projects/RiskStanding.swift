import Questionnaires
public import Scoring
import Statistics

/// How a project stands towards a difficulty that others met.
public struct RiskStanding: Sendable {
    public let risk: RiskCatalogue.Risk
    public let standing: RiskCatalogue.Standing
    /// How much of what answers it is met; its derivation says from which points.
    public let share: MetricResult?
    /// The points that answer it.
    public let points: [PointStanding]
}

extension RiskCatalogue {
    /// The standings of all risks, in the order of the catalogue.
    func standings(
        scores: Scores, points: [String: PointStanding], pointsOfRisk: [String: [String]]
    ) -> [RiskStanding] {
        guard let tag, let metric, let notAsked else { return [] }
        return risks.compactMap { risk in
            let answering = (pointsOfRisk[risk.id] ?? []).compactMap { points[$0] }
            let share = scores.metric(metric, of: "\(tag).\(risk.id)")
            let isAsked = answering.contains { $0.state != .blank }
            guard let value = share?.value, isAsked else {
                return RiskStanding(risk: risk, standing: notAsked, share: share, points: answering)
            }
            let standing = standings.first { standing in
                switch standing.limit {
                case .upTo(let limit): Tolerance.isAtMost(value, limit)
                case .below(let limit): Tolerance.isBelow(value, limit)
                case nil: true
                }
            }
            return RiskStanding(risk: risk, standing: standing ?? notAsked, share: share, points: answering)
        }
    }
}

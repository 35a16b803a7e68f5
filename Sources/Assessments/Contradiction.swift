public import Questionnaires
import Scoring
import Statistics

/// A facilitator and a blocker that speak of the same thing and are both rated high.
public struct Contradiction: Sendable {
    public let facilitator: Item
    public let blocker: Item
    public let facilitatorValue: Double
    public let blockerValue: Double

    /// How much the two contradict each other, from 0 to 1: the excess of their sum over one.
    public var index: Double { max(0, facilitatorValue + blockerValue - 1) }

    static func all(in scores: Scores) -> [Contradiction] {
        guard let rule = scores.questionnaire.contradiction else { return [] }
        var seen: Set<[String]> = []
        var result: [Contradiction] = []
        for item in scores.questionnaire.items {
            guard let other = item.mirror.flatMap(scores.questionnaire.item) else { continue }
            let (facilitator, blocker) = item.direction == .facilitator ? (item, other) : (other, item)
            guard seen.insert([facilitator.id, blocker.id]).inserted,
                let value = scores.value(ofItem: facilitator.id), let burden = scores.value(ofItem: blocker.id),
                Tolerance.isAtLeast(value, rule.facilitatorAtLeast), Tolerance.isAtLeast(burden, rule.blockerAtLeast)
            else { continue }
            result.append(
                Contradiction(
                    facilitator: facilitator, blocker: blocker, facilitatorValue: value, blockerValue: burden))
        }
        return result.sorted { ($1.index, $0.facilitator.id) < ($0.index, $1.facilitator.id) }
    }
}

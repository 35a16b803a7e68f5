public import Questionnaires
import Scoring

/// A blocker with what it does to the result.
public struct RankedBlocker: Sendable {
    public let item: Item
    public let value: Double
    /// The place of the gate rating on the scale.
    public let gatePosition: Int
    /// The member it belongs to, among those the questionnaire presents.
    public let member: String?
    /// Whether it keeps its member's score below the facilitators.
    public let binds: Bool

    /// Blockers that are rated: those that bind a cap first, then by gate rating, then by value.
    static func ranking(scores: Scores, members: [MemberAssessment]) -> [RankedBlocker] {
        let blockers = scores.items.compactMap { pooled -> RankedBlocker? in
            guard pooled.item.direction == .blocker, let gate = scores.gatePosition(ofItem: pooled.item.id) else {
                return nil
            }
            // A rating that was set on a blocker nobody else could rate stands for its value too.
            let value = scores.value(ofItem: pooled.item.id) ?? pooled.item.scale.options[gate].value
            let member = members.first { $0.items.contains { $0.item.id == pooled.item.id } }
            let binds = member.map { $0.capBinds && $0.capSetBy.contains(pooled.item.id) } ?? false
            return RankedBlocker(
                item: pooled.item, value: value, gatePosition: gate, member: member?.id, binds: binds)
        }
        return blockers.enumerated()
            .sorted { left, right in
                let (first, second) = (left.element, right.element)
                if first.binds != second.binds { return first.binds }
                if first.gatePosition != second.gatePosition { return first.gatePosition > second.gatePosition }
                if first.value != second.value { return first.value > second.value }
                return left.offset < right.offset
            }
            .map(\.element)
    }
}

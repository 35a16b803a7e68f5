public import Questionnaires
public import Responses
public import Scoring
import Statistics

/// How a point of a stage stands.
public struct PointStanding: Sendable {
    public let item: Item
    /// The stage it belongs to.
    public let stage: String
    public let state: State
    /// Whether it has to hold.
    public let isMust: Bool
    /// Whether it holds: for a must, at least with a condition.
    public let holds: Bool
    /// What all who answered said.
    public let pooled: PooledItem
    /// What the answers rest on, the best first.
    public let evidence: [Evidence]
    /// What was written beside the answers.
    public let comments: [String]
    /// Why it was said not to apply.
    public let reasons: [String]
    /// The change after which it has to be answered anew.
    public let reopenedBy: ChangeEvent?
    /// The latest day on which it was answered, where that is known.
    public let changedOn: String?

    public enum State: Sendable, Hashable {
        /// The place of the rating on the scale: of several, the highest that their mean reaches.
        case rated(position: Int)
        case dontKnow
        case blank
        case notApplicable
    }

    /// Whether it is met in full.
    public var isMet: Bool { state == .rated(position: item.scale.options.count - 1) }

    /// Whether it neither was met in full nor can be left aside.
    public var isOpen: Bool { !isMet && state != .notApplicable }

    /// How well it is verified; nothing where no evidence was named.
    public var proof: Evidence.Kind? { evidence.first?.kind }
}

extension PointStanding {
    init?(
        _ item: Item, stage: String, scores: Scores, answers: ProjectAnswers, said: [Response],
        gate: ReadinessPlan.Gate?
    ) {
        self.item = item
        self.stage = stage
        guard let pooled = scores.item(item.id) else { return nil }
        self.pooled = pooled
        let value = scores.value(ofItem: item.id)
        if let value {
            let reached = item.scale.options.lastIndex { Tolerance.isAtLeast(value, $0.value) }
            state = .rated(position: reached ?? 0)
        } else {
            switch pooled.missingState {
            case .dontKnow: state = .dontKnow
            case .notApplicable: state = .notApplicable
            default: state = .blank
            }
        }
        isMust = gate?.contains(item) ?? false
        holds = state == .notApplicable || value.map { Tolerance.isAtLeast($0, gate?.holdsFrom ?? 0) } ?? false
        evidence = answers.evidence[item.id] ?? []
        let given = said.compactMap { $0.answers[item.id] }
        comments = given.compactMap(\.comment).sorted()
        reasons = given.compactMap { answer in
            if case .notApplicable(let reason) = answer.content { reason } else { nil }
        }.sorted()
        reopenedBy = answers.reopened[item.id]
        changedOn = answers.changedOn[item.id]
    }
}

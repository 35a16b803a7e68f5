import Questionnaires
public import Scoring
import Statistics

/// One member that a questionnaire presents, such as a domain: what helps, what hinders, what caps it.
public struct MemberAssessment: Sendable {
    public let id: String
    public let title: String
    public let description: String?
    public let facilitators: MetricResult?
    public let burden: MetricResult?
    public let cap: MetricResult?
    public let score: MetricResult
    public let band: MetricResult?
    /// What the office aims at, from 0 to 1.
    public let target: Double?
    public let items: [PooledItem]
    /// The share of its weight that is not applicable, and whether that is so much that it should be looked into.
    public let notApplicableShare: Double
    public let isNotApplicableFlagged: Bool
    /// Whether the cap keeps the score below the facilitators.
    public let capBinds: Bool
    /// Whether the cap stands without the answers of one group of roles, for each group.
    public let capStanding: [CapStanding]
    /// The least that would lift a binding cap.
    public let capLift: CapLift?

    /// The blockers at the cap, the weightiest first, also when the cap does not bind.
    public var capSetBy: [String] { cap?.derivation.decidedBy.map(\.id) ?? [] }

    public struct CapStanding: Sendable {
        public let without: RoleGroup
        /// Nothing where too few respondents would be left to tell.
        public let stands: Bool?
    }

    static func all(
        scores: Scores, targets: [String: Double], without: [LeftOutGroup]
    ) -> [MemberAssessment] {
        let questionnaire = scores.questionnaire
        guard let presentation = questionnaire.presentation else { return [] }
        let members = presentation.members.members(dimensions: questionnaire.dimensions, tags: questionnaire.tags)
        return members.compactMap { member in
            guard let score = scores.metric(presentation.score, of: member) else { return nil }
            func metric(_ id: String?) -> MetricResult? { id.flatMap { scores.metric($0, of: member) } }
            let items = scores.items.filter { presentation.members.contains($0.item, member: member) }
            let cap = metric(presentation.cap)
            let facilitators = metric(presentation.facilitators)
            var binds = false
            if let cap = cap?.value, let free = facilitators?.value { binds = Tolerance.isBelow(cap, free) }
            let share = scores.notApplicableShare(ofItems: items)
            let text = questionnaire.text(ofMember: member)
            return MemberAssessment(
                id: member, title: text?.title ?? member, description: text?.description, facilitators: facilitators,
                burden: metric(presentation.burden), cap: cap, score: score, band: metric(presentation.band),
                target: targets[member], items: items, notApplicableShare: share,
                isNotApplicableFlagged: questionnaire.notApplicableFlag.map { Tolerance.isAbove(share, $0) } ?? false,
                capBinds: binds,
                capStanding: capStanding(cap: cap, scores: scores, without: without),
                capLift: binds ? CapLift(cap: cap, score: score, scores: scores) : nil)
        }
    }

    private static func capStanding(
        cap: MetricResult?, scores: Scores, without: [LeftOutGroup]
    ) -> [CapStanding] {
        guard let cap, let value = cap.value, !cap.derivation.decidedBy.isEmpty,
            let index = scores.metrics.firstIndex(where: { $0.id == cap.id })
        else { return [] }
        return without.map { left in
            CapStanding(without: left.group, stands: left.values?[index].map { Tolerance.isAtMost($0, value) })
        }
    }
}

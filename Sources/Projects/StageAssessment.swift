public import Questionnaires
public import Scoring

/// Where a project stands in one stage.
public struct StageAssessment: Sendable {
    public let stage: Dimension
    /// The status, by the points of the stage and everything around them.
    public let status: StatusRule.Outcome
    public let because: String?
    /// The status by its own points alone.
    public let own: VerdictRule.Conclusion?
    /// How much of it is met; nothing where nothing is answered.
    public let share: MetricResult?
    public let points: [PointStanding]
    public let inherited: [InheritedEffect]
    /// What keeps it from being ready even with conditions.
    public let obstacles: [StageMatter]
    /// What is open otherwise.
    public let conditions: [StageMatter]
    /// Conditions that were agreed and put right.
    public let closed: [AgreedCondition]
    public let skipped: SkippedStage?
    /// Points that were claimed although others, on which they rely, are open.
    public let reliance: [RelianceWarning]

    /// Whether nothing more has to be done for it.
    public var isSettled: Bool { status.isSettled || skipped != nil }

    /// Whether any point of it has been answered.
    public var hasBegun: Bool { points.contains { $0.state != .blank } }

    static func next(of stages: [StageAssessment]) -> StageAssessment? {
        let open = stages.filter { !$0.isSettled }
        return open.first { $0.status.isStop || !$0.hasBegun } ?? open.first
    }

    /// A point that was claimed although another, on which it relies, is open.
    public struct RelianceWarning: Sendable {
        public let reliance: ReadinessPlan.Reliance
        public let point: PointStanding
        public let on: PointStanding
    }
}

/// Something that is open in a stage, and what was agreed about it.
public struct StageMatter: Sendable {
    public let about: Subject
    public let stage: String
    public let agreed: AgreedCondition?
    /// Whether the date that was agreed has passed.
    public let isLapsed: Bool

    public enum Subject: Sendable {
        /// A point that has to hold and does not, or not in full.
        case point(PointStanding)
        /// Points that are weighed together and are too low, or of which too few were answered: those that are open.
        case weighed([PointStanding])
        /// A point that holds, but is verified less well than it must be.
        case unproven(PointStanding)
        case inherited(InheritedEffect)
        /// Blockers that reach the stage and of which no rating is known.
        case inheritedUnknown([InheritedEffect])
        /// A point of a skipped stage on which this one relies.
        case reliedOn(ReadinessPlan.Reliance, SkippedStage, PointStanding)
        /// What was agreed about something else.
        case agreed(AgreedCondition, PointStanding?)
    }

    /// Whether someone has promised to settle it by a day.
    public var isPromised: Bool { agreed?.ownerRole != nil && agreed?.due != nil }
}

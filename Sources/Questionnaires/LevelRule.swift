/// The highest level for which everything at it satisfies one condition, and everything below it another.
public struct LevelRule: Sendable, Hashable {
    /// The levels from the lowest to the highest.
    public let levels: [Level]
    /// What each input at the level must satisfy.
    public let at: Condition
    /// What each input of the levels below must satisfy.
    public let below: Condition
    /// The value where no level is reached.
    public let base: Double

    public struct Level: Sendable, Hashable {
        public let id: String
        public let title: String
        public let value: Double
        public let inputs: MetricInputs
        /// Whether a level to which nothing belongs, or nothing applies, counts as satisfied.
        public let passesWhenEmpty: Bool
        public let missing: MissingTreatment
    }

    /// What an input without a figure does to its level.
    public struct MissingTreatment: Sendable, Hashable {
        public var unanswered = Treatment.fails
        public var dontKnow = Treatment.fails
        public var notApplicable = Treatment.leaveOut
        /// For inputs that are metrics and are withheld themselves.
        public var withheld = Treatment.withhold
    }

    public enum Treatment: String, Sendable, CaseIterable {
        /// It does not satisfy the condition.
        case fails
        /// The level is judged by the others.
        case leaveOut
        /// The metric is withheld.
        case withhold
    }
}

/// Something that an organisation can do, and what it would change.
public struct Recommendation: Sendable, Hashable {
    public let id: String
    public let dimension: String
    public let title: String
    public let summary: String
    public let why: String
    /// Steps that each can be done within a week.
    public let firstSteps: [String]
    /// The role that would do it.
    public let responsible: String
    /// Working days of staff; an estimate.
    public let effortDays: Int
    /// Items that rise, each at least to a floor.
    public let builds: [Floor]
    /// Blockers that fall, each at most to a ceiling.
    public let removes: [Ceiling]
    /// Recommendations that come first.
    public let requires: [String]
    public let tags: [String: [String]]
    public let origin: Origin
    public let source: Citation?
    /// A further condition for it to apply.
    public let when: Condition?

    public struct Floor: Sendable, Hashable {
        public let item: String
        public let value: Double
    }

    public struct Ceiling: Sendable, Hashable {
        public let item: String
        public let value: Double
        /// The place on the scale to which the gate rating falls.
        public let gatePosition: Int
    }

    public enum Origin: String, Sendable, CaseIterable {
        /// Taken from the document cited.
        case source
        /// Added by the authors of the questionnaire.
        case ours
    }
}

/// Defaults for the effects of recommendations, and their order.
public struct RecommendationPolicy: Sendable, Hashable {
    public let floor: Double?
    public let ceiling: Double?
    /// The option to which a gate rating falls.
    public let gateCeiling: String?
    /// The criteria in the order in which they decide.
    public let rankBy: [Criterion]

    public enum Criterion: Sendable, Hashable {
        /// The greatest gain first: metrics with factors; a metric of a family counts in all its members.
        case gain([MetricInputs.Coefficient])
        /// The least effort first.
        case effort
        case id
    }
}

/// What each state of an answer does to an aggregate.
public struct MissingPolicy: Sendable, Hashable {
    public let unanswered: Treatment
    public let dontKnow: Treatment
    public let notApplicable: Treatment
    /// For inputs that are metrics and are withheld themselves.
    public let withheld: Treatment

    public init(
        unanswered: Treatment = .exclude, dontKnow: Treatment = .exclude, notApplicable: Treatment = .exclude,
        withheld: Treatment = .withhold
    ) {
        self.unanswered = unanswered
        self.dontKnow = dontKnow
        self.notApplicable = notApplicable
        self.withheld = withheld
    }

    public enum Treatment: String, Sendable, CaseIterable {
        /// Leave it out.
        case exclude
        /// Count it as the worst possible.
        case worst
        /// Withhold the metric.
        case withhold
        /// Leave it out, and mark the result as conditional on it.
        case condition
        /// Call the metric not applicable, too.
        case notApplicable
    }
}

/// How the blockers of an organisation reach the stages of its projects.
public struct Inheritance: Sendable, Hashable {
    /// The name that the questionnaire gives to the organisation.
    public let from: String
    /// What a rating brings about, by the id of the option; ratings that are not named bring about nothing.
    public let effectAt: [String: Strength]
    /// The blockers in the order in which they are told.
    public let blockers: [Reach]

    public enum Strength: String, Sendable, CaseIterable {
        /// A condition wherever the blocker reaches.
        case condition
        /// What the table lists for the stage.
        case listed
    }

    /// What a blocker does to a stage.
    public enum Effect: String, Sendable, CaseIterable {
        case condition
        case stop
    }

    /// Which stages a blocker reaches.
    public struct Reach: Sendable, Hashable {
        public let blocker: String
        public let stages: [String: Effect]
    }

    /// What a rating of a blocker does to a stage; nothing where it does not reach it or is too weak.
    ///
    /// - Parameter rating: the id of the option.
    public func effect(of blocker: String, rated rating: String, on stage: String) -> Effect? {
        guard let listed = blockers.first(where: { $0.blocker == blocker })?.stages[stage] else { return nil }
        switch effectAt[rating] {
        case .listed: return listed
        case .condition: return .condition
        case nil: return nil
        }
    }
}

/// Ordered conditions, of which the first that holds names the result and says why.
public struct VerdictRule: Sendable, Hashable {
    /// The results there can be.
    public let outcomes: [Outcome]
    public let rules: [Rule]
    /// What holds where no rule does.
    public let otherwise: Conclusion

    public struct Outcome: Sendable, Hashable {
        public let id: String
        public let title: String
        public let description: String?
        /// The number that stands for the outcome; each has another.
        public let value: Double
    }

    public struct Rule: Sendable, Hashable {
        public let when: Condition
        public let unknown: WhenUnknown
        public let conclusion: Conclusion
    }

    public struct Conclusion: Sendable, Hashable {
        /// The id of the outcome.
        public let outcome: String
        public let because: String?
    }

    /// What becomes of a rule of which it is not known whether it holds.
    public enum WhenUnknown: String, Sendable, CaseIterable {
        /// It counts as holding.
        case holds
        case skip
        case withhold
    }

    public func outcome(_ id: String) -> Outcome? { outcomes.first { $0.id == id } }
}

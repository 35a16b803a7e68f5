public import Questionnaires

/// How a measurement answers a point about hardware.
public struct HardwareRule: Sendable, Hashable {
    /// The point that it answers.
    public let check: String
    /// The most memory that the work may take, as a share of what there is, to be met and to be partly met.
    public let metMemory: Double
    public let partlyMemory: Double
    /// How many times the largest measured size the work must stay below to be met, and may be to be partly met.
    public let metExtrapolation: Double
    public let partlyExtrapolation: Double
    /// How old a measurement may be, in months, before it only counts as partly met.
    public let months: Int
    /// The options of the point that stand for the three results.
    public let options: [HardwareResult: String]
    /// Ratings of the organisation that a result speaks against.
    public let contradictions: [Contradiction]

    public struct Contradiction: Sendable, Hashable {
        /// An item of the organisation.
        public let item: String
        public let rating: [Condition.Comparison]
        public let result: HardwareResult
        public let because: String?
    }
}

/// Whether the hardware does the work.
public enum HardwareResult: String, Sendable, CaseIterable {
    case met
    case partly
    case notMet
}

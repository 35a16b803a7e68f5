public import Questionnaires

/// How a number came about: the rule, what went in, and what decided it.
public struct Derivation: Sendable {
    public let rule: Metric.Rule
    public let terms: [Term]
    /// The inputs that alone decide a minimum or maximum, the weightiest first.
    public let decidedBy: [Reference]
    /// What more there is to say of metrics that are not aggregates.
    public let detail: Detail

    public enum Detail: Sendable {
        case none
        /// The steps of an adjustment that were reached.
        case steps([Step])
        /// The levels from the lowest to the highest.
        case levels([Level])
        /// The outcome of a verdict, and the place of the rule that decided it; no place where none holds.
        case verdict(VerdictRule.Conclusion?, rule: Int?)
        /// The rule of the metric whose most is told; the terms are what its inputs contribute to that.
        case most(of: Metric.Rule)
    }

    /// One step of an adjustment.
    public struct Step: Sendable {
        public let isApplied: Bool
        /// By how much, for changes that have an amount; nothing where it is not known.
        public let amount: Double?
        /// The number after the step.
        public let value: Double
    }

    /// How a level fared.
    public struct Level: Sendable {
        public let id: String
        /// Whether everything at it satisfies what a level reached must satisfy; nothing where that is withheld.
        public let satisfiesAt: Bool?
        /// Whether everything at it satisfies what the levels below must satisfy.
        public let satisfiesBelow: Bool?
    }

    public enum Reference: Sendable, Hashable {
        case item(String)
        /// A metric by its full id.
        case metric(String)

        public var id: String {
            switch self {
            case .item(let id), .metric(let id): id
            }
        }
    }

    /// One input.
    public struct Term: Sendable {
        public let reference: Reference
        /// What the item or metric is by itself; nothing where it has no figure, even if it counts as the worst.
        public let value: Double?
        /// What enters the rule: the value, or the number from a table; nothing where the input is missing.
        public let entered: Double?
        /// The place of the gate rating, for items that have one.
        public let gatePosition: Int?
        public let weight: Double
        /// Why the input is missing, where it is.
        public let state: AnswerState
    }
}

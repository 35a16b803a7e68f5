/// A metric changed step by step.
public struct AdjustRule: Sendable, Hashable {
    public let metric: String
    public let steps: [Step]

    public struct Step: Sendable, Hashable {
        /// When the step is taken; always, where there is no condition.
        public let when: Condition?
        /// What to do where it is not known whether the condition holds.
        public let unknown: WhenUnknown
        public let change: Change
    }

    public enum Change: Sendable, Hashable {
        /// Multiply by an amount.
        case scale(Amount)
        /// Add an amount.
        case add(Amount)
        /// Let it be no more than an amount.
        case cap(Amount)
        /// Let it be no less than an amount.
        case floor(Amount)
        case round(RoundingMode, places: Int)

        /// The amount, for changes that have one.
        public var amount: Amount? {
            switch self {
            case .scale(let amount), .add(let amount), .cap(let amount), .floor(let amount): amount
            case .round: nil
            }
        }
    }

    public enum Amount: Sendable, Hashable {
        case number(Double)
        case metric(String, times: Double)
    }

    /// What becomes of a step whose condition is not known.
    public enum WhenUnknown: String, Sendable, CaseIterable {
        case apply
        case skip
        case withhold
    }
}

/// How a number is rounded to a number of decimals.
public enum RoundingMode: String, Sendable, CaseIterable {
    /// To the nearest, halves away from zero.
    case halfUp
    /// To the nearest, halves to the even neighbour.
    case halfEven
    /// To the next lower.
    case floor
}

/// One number out of many.
public struct Aggregate: Sendable, Hashable {
    public let function: Function
    public let inputs: MetricInputs
    /// Which scores of the options count; their values, where no channel is named.
    public let channel: String?
    /// A table on the way from an item to a number.
    public let through: LookupTable?
    public let missing: MissingPolicy
    /// Takes the place of the value when any input is missing.
    public let incomplete: Double?
    /// The value when nothing that goes in is applicable; nothing for a metric that is then not applicable itself.
    public let empty: Double?

    public enum Function: Sendable, Hashable {
        /// Σ w x
        case sum
        /// Σ w x / Σ w
        case mean
        case min
        case max
        case median
        /// The quantile of type 7 at a probability; weights play no part.
        case quantile(Double)
        /// The shifted geometric mean with an offset.
        case geometricMean(offset: Double)
        /// The share of the weight that satisfies a condition.
        case share(Condition)
        /// The number of inputs that satisfy a condition.
        case count(Condition)
    }
}

/// A table that turns properties of an item into a number.
public struct LookupTable: Sendable, Hashable {
    public let keys: [Key]
    /// The numbers by the values of the keys, in their order.
    public let rows: [[String]: Double]
    public let otherwise: Double

    public enum Key: Sendable, Hashable {
        case tag(String)
        case gateRating
    }
}

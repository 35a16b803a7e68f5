public import JSON

/// A number that is not known exactly: the middle, and between which ends it most probably lies.
public struct Interval: Sendable, Equatable {
    public let lower: Double
    public let middle: Double
    public let upper: Double

    public init(lower: Double, middle: Double, upper: Double) {
        self.lower = lower
        self.middle = middle
        self.upper = upper
    }

    /// A number that was measured, without anything being known of its uncertainty.
    public init(_ number: Double) { self.init(lower: number, middle: number, upper: number) }

    public func contains(_ number: Double) -> Bool { lower <= number && number <= upper }

    /// All three times a number above zero.
    public func times(_ factor: Double) -> Interval {
        Interval(lower: lower * factor, middle: middle * factor, upper: upper * factor)
    }

    public var json: JSONValue { ["lower": .number(lower), "middle": .number(middle), "upper": .number(upper)] }
}

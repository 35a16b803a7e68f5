/// What a figure came to in many random draws.
public struct DrawDistribution: Sendable, Hashable {
    /// The known values in ascending order.
    public let values: [Double]
    /// In how many draws the figure was not known.
    public let unknown: Int

    /// - Parameter outcomes: a value for each draw; nothing where the figure was not known. Values that are not finite
    ///   count as not known.
    public init(_ outcomes: [Double?]) {
        let known = outcomes.compactMap { $0.flatMap { $0.isFinite ? $0 : nil } }
        values = known.sorted()
        unknown = outcomes.count - known.count
    }

    /// The mean of the known values; nothing where there are none.
    public var mean: Double? { values.isEmpty ? nil : values.reduce(0, +) / Double(values.count) }

    /// The standard deviation over the draws, with their number less one below the line: of bootstrap draws, the
    /// standard error of the figure. Nothing for fewer than two known values.
    public var standardDeviation: Double? {
        guard values.count > 1, let mean else { return nil }
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return (squares / Double(values.count - 1)).squareRoot()
    }

    /// A quantile of the known values, see ``Quantile/interpolated(_:probability:)``.
    public func quantile(_ probability: Double) -> Double? {
        Quantile.interpolated(values, probability: probability)
    }

    /// The share of the known values of which something holds, from 0 to 1; nothing where there are none.
    public func share(where holds: (Double) throws -> Bool) rethrows -> Double? {
        values.isEmpty ? nil : try Double(values.count(where: holds)) / Double(values.count)
    }
}

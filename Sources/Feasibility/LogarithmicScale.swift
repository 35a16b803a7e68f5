/// Numbers above 0 on a scale from 0 to 1 on which equal ratios are equally far.
public struct LogarithmicScale: Sendable {
    private let lower: Double
    private let upper: Double

    /// - Parameters:
    ///   - lower: what stands at 0, above 0.
    ///   - upper: what stands at 1, more than that.
    public init(_ lower: Double, _ upper: Double) {
        self.lower = lower
        self.upper = upper
    }

    public func contains(_ number: Double) -> Bool { lower < number && number < upper }

    /// Where a number stands.
    public func fraction(_ number: Double) -> Double {
        ElementaryFunctions.logarithm(number / lower) / ElementaryFunctions.logarithm(upper / lower)
    }

    /// Powers of ten within the scale, with twice and five times each where the scale is short.
    public var roundNumbers: [Double] {
        let steps = upper / lower < 300 ? [1.0, 2, 5] : [1.0]
        return (0..<13).flatMap { decade in
            steps.map { $0 * (0..<decade).reduce(1.0) { power, _ in power * 10 } }
        }.filter(contains)
    }
}

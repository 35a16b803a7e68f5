/// Interval arithmetic: what can come out when each number lies anywhere in its range.
extension ClosedRange<Double> {
    /// The least range that holds both.
    func joined(with other: ClosedRange<Double>) -> ClosedRange<Double> {
        Swift.min(lowerBound, other.lowerBound)...Swift.max(upperBound, other.upperBound)
    }

    /// Nothing where the divisor can be 0.
    func divided(by other: ClosedRange<Double>) -> ClosedRange<Double>? {
        guard !other.contains(0) else { return nil }
        return corners(with: other) { $0 / $1 }
    }

    func multiplied(by other: ClosedRange<Double>) -> ClosedRange<Double>? { corners(with: other) { $0 * $1 } }

    func multiplied(by factor: Double) -> ClosedRange<Double> {
        let (low, high) = (lowerBound * factor, upperBound * factor)
        return Swift.min(low, high)...Swift.max(low, high)
    }

    /// The range of an operation that takes its extremes at the corners.
    private func corners(
        with other: ClosedRange<Double>, _ operation: (Double, Double) -> Double
    ) -> ClosedRange<Double>? {
        let results = [lowerBound, upperBound].flatMap { left in
            [other.lowerBound, other.upperBound].map { operation(left, $0) }
        }
        guard results.allSatisfy(\.isFinite) else { return nil }
        return results.min().flatMap { low in results.max().map { low...$0 } }
    }
}

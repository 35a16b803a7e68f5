/// Means of weighted numbers.
public enum Mean {
    /// The weighted arithmetic mean; nothing where the weights add up to nothing.
    public static func arithmetic(_ values: [Double], weights: [Double]) -> Double? {
        let total = weights.reduce(0, +)
        guard total > 0 else { return nil }
        var sum = 0.0
        for (value, weight) in zip(values, weights) { sum += weight * value }
        return sum / total
    }

    /// The weighted geometric mean on a shifted scale, so that one zero does not make the whole zero:
    /// (exp(Σ w ln(o + (1 − o) x) / Σ w) − o) / (1 − o).
    ///
    /// - Parameters:
    ///   - values: numbers from 0 to 1.
    ///   - offset: o, at least 0 and below 1; 0 gives the plain geometric mean.
    /// - Returns: a number from 0 to 1; nothing where the weights add up to nothing.
    public static func geometric(_ values: [Double], weights: [Double], offset: Double) -> Double? {
        let total = weights.reduce(0, +)
        guard total > 0 else { return nil }
        var sum = 0.0
        for (value, weight) in zip(values, weights) {
            let shifted = offset + (1 - offset) * value
            guard shifted > 0 else { return 0 }
            sum += weight * ElementaryFunctions.logarithm(shifted)
        }
        return min(max((ElementaryFunctions.exponential(sum / total) - offset) / (1 - offset), 0), 1)
    }
}

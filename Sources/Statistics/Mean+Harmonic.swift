extension Mean {
    /// The weighted harmonic mean on a shifted scale, (Σ w / Σ (w / (o + (1 − o) x)) − o) / (1 − o), as
    /// ``geometric(_:weights:offset:)`` has it. Of the three it leans most to the lowest number.
    ///
    /// - Parameters:
    ///   - values: numbers from 0 to 1.
    ///   - offset: o, at least 0 and below 1; 0 gives the plain harmonic mean.
    /// - Returns: a number from 0 to 1; nothing where the weights add up to nothing.
    public static func harmonic(_ values: [Double], weights: [Double], offset: Double) -> Double? {
        let total = weights.reduce(0, +)
        guard total > 0 else { return nil }
        var sum = 0.0
        for (value, weight) in zip(values, weights) where weight != 0 {
            let shifted = offset + (1 - offset) * value
            guard shifted > 0 else { return 0 }
            sum += weight / shifted
        }
        return min(max((total / sum - offset) / (1 - offset), 0), 1)
    }
}

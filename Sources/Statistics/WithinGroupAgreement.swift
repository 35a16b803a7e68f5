/// How much raters of one item agree.
public enum WithinGroupAgreement {
    /// The index r_wg: 1 − s² / σ², where s² is the sample variance of the ratings 1…A and σ² = (A² − 1) / 12 the
    /// variance of ratings spread evenly at random (James, Demaree and Wolf 1984). Negative values, which mean that
    /// people are more split than by chance, count as 0.
    ///
    /// Few raters reach .70 by chance: three in .23 of cases, six in .045. See ``fewestRaters``.
    ///
    /// - Parameter counts: how many raters chose each of the A options, in their order.
    /// - Returns: from 0 (as by chance, or worse) to 1 (all the same); nothing for fewer than two raters or options.
    public static func index(counts: [Int]) -> Double? {
        let raters = counts.reduce(0, +)
        guard raters > 1, counts.count > 1 else { return nil }
        var sum = 0.0
        for (position, count) in counts.enumerated() { sum += Double(position * count) }
        let mean = sum / Double(raters)
        var squares = 0.0
        for (position, count) in counts.enumerated() {
            squares += Double(count) * (Double(position) - mean) * (Double(position) - mean)
        }
        let options = Double(counts.count)
        let byChance = (options * options - 1) / 12
        return max(0, 1 - squares / Double(raters - 1) / byChance)
    }

    /// With fewer raters the index is too often high by chance to be printed.
    public static let fewestRaters = 6
}

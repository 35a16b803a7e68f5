/// What leaving out one respondent at a time tells of a figure.
public enum Jackknife {
    /// The acceleration of a figure: how fast its standard error changes with it. With d = mean of θ₍ᵢ₎ − θ₍ᵢ₎, where
    /// θ₍ᵢ₎ is the figure without respondent i: Σ d³ / (6 (Σ d²)^1.5). Of a mean it is the skewness over 6√n.
    ///
    /// For one stratum. Source: Efron and Tibshirani 1993, (14.15).
    ///
    /// - Returns: nothing for fewer than two values, or where nobody makes a difference.
    public static func acceleration(leavingOneOut figures: [Double]) -> Double? {
        guard figures.count > 1 else { return nil }
        let mean = figures.reduce(0, +) / Double(figures.count)
        var squares = 0.0
        var cubes = 0.0
        for figure in figures {
            let difference = mean - figure
            squares += difference * difference
            cubes += difference * difference * difference
        }
        return squares > 0 ? cubes / (6 * squares * squares.squareRoot()) : nil
    }
}

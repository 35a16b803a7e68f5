/// The distribution of Student (1908) for whole degrees of freedom.
enum StudentDistribution {
    /// The probability of a number at most `x`, by the finite series (Abramowitz and Stegun, 26.7.3 and 26.7.4).
    ///
    /// - Parameter degrees: at least 1.
    static func cumulative(_ x: Double, degrees: Int) -> Double {
        guard x.isFinite else { return x > 0 ? 1 : 0 }
        let freedom = Double(degrees)
        let angle = ElementaryFunctions.arcTangent(abs(x) / freedom.squareRoot())
        let square = freedom / (freedom + x * x)
        let cosine = square.squareRoot()
        let sine = abs(x) / (freedom + x * x).squareRoot()
        var central: Double
        if degrees % 2 == 1 {
            var term = cosine
            var sum = degrees > 1 ? term : 0
            for k in stride(from: 3, to: degrees, by: 2) {
                term *= square * Double(k - 1) / Double(k)
                sum += term
            }
            central = 2 / Double.pi * (angle + sine * sum)
        } else {
            var term = 1.0
            var sum = term
            for k in stride(from: 2, to: degrees, by: 2) {
                term *= square * Double(k - 1) / Double(k)
                sum += term
            }
            central = sine * sum
        }
        central = min(max(central, 0), 1)
        return x >= 0 ? 0.5 + central / 2 : 0.5 - central / 2
    }
}

/// Student's t distribution with a whole number of degrees of freedom.
public struct StudentDistribution: Sendable, Hashable {
    public let degreesOfFreedom: Int

    /// - Returns: nothing for fewer than one degree of freedom.
    public init?(degreesOfFreedom: Int) {
        guard degreesOfFreedom >= 1 else { return nil }
        self.degreesOfFreedom = degreesOfFreedom
    }

    /// The probability of a value at or below t, by the finite sums in the angle θ = atan(t / √ν) (M. Abramowitz and
    /// I. A. Stegun, "Handbook of Mathematical Functions", 26.7.3 and 26.7.4). To some fourteen digits in the middle;
    /// in the far tail the error is as small, but not in proportion.
    public func cumulative(_ t: Double) -> Double {
        guard t.isFinite else { return t.isNaN ? .nan : t < 0 ? 0 : 1 }
        let freedom = Double(degreesOfFreedom)
        let squaredCosine = freedom / (freedom + t * t)
        let sine = t / (freedom + t * t).squareRoot()
        var term = 1.0
        var sum = 0.0
        let isOdd = degreesOfFreedom % 2 == 1
        if isOdd { term = squaredCosine.squareRoot() }
        for step in 0..<(degreesOfFreedom / 2) {
            sum += term
            let even = Double(2 * step + 2)
            term *= squaredCosine * (isOdd ? even / (even + 1) : (even - 1) / even)
        }
        let within =
            isOdd
            ? 2 / Double.pi * (ElementaryFunctions.arcTangent(t / freedom.squareRoot()) + sine * sum) : sine * sum
        return 0.5 + within / 2
    }

    /// The t at which the distribution function is a probability; infinite at 0 and 1.
    ///
    /// By bisection, and from a thousand degrees of freedom on by the expansion around the normal quantile (Abramowitz
    /// and Stegun, 26.7.5), which then errs by less than 10⁻¹².
    public func quantile(_ probability: Double) -> Double {
        guard probability > 0, probability < 1 else {
            return probability == 0 ? -.infinity : probability == 1 ? .infinity : .nan
        }
        guard probability != 0.5 else { return 0 }
        guard probability > 0.5 else { return -quantile(1 - probability) }
        guard degreesOfFreedom < 1000 else { return expanded(NormalDistribution.quantile(probability)) }
        var low = 0.0
        var high = 1.0
        while cumulative(high) < probability, high < 1e12 { (low, high) = (high, high * 2) }
        // Until the two are neighbours.
        while true {
            let middle = low + (high - low) / 2
            guard middle > low, middle < high else { return high }
            if cumulative(middle) < probability { low = middle } else { high = middle }
        }
    }

    private func expanded(_ normal: Double) -> Double {
        let freedom = Double(degreesOfFreedom)
        let square = normal * normal
        let first = (square + 1) / 4
        let second = ((5 * square + 16) * square + 3) / 96
        let third = (((3 * square + 19) * square + 17) * square - 15) / 384
        let fourth = ((((79 * square + 776) * square + 1482) * square - 1920) * square - 945) / 92160
        return normal * (1 + (first + (second + (third + fourth / freedom) / freedom) / freedom) / freedom)
    }
}

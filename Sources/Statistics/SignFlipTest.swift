/// Whether people changed between two waves in which the same people answered.
///
/// The difference is Σ w d / Σ w over the differences d of single people, later less earlier. Were there no change, each
/// could as well have the other sign; the test compares with all 2ⁿ ways to set the signs, or with random ones. It
/// assumes that people change independently and, without change, as often and as far up as down. It does not assume a
/// normal distribution.
///
/// With n people the probability cannot be below 2 / 2ⁿ: five can never reach .05. Differences of 0 stay in; they do
/// not matter. Source: R. A. Fisher, "The design of experiments", 1935, section 21.
public enum SignFlipTest {
    /// - Parameters:
    ///   - differences: later less earlier, one for each person.
    ///   - weights: how much each person counts; all alike where left out. None negative.
    ///   - stream: for random signs; it does not matter where all are tried.
    /// - Returns: nothing without differences, with differences that are not finite, or where weights add up to nothing.
    /// - Precondition: as many weights as differences.
    public static func test(
        differences: [Double], weights: [Double]? = nil, plan: RandomizationTest.Plan = .standard, stream: RandomStream
    ) -> RandomizationTest? {
        let weights = weights ?? differences.map { _ in 1 }
        precondition(weights.count == differences.count, "a weight for each difference")
        let total = weights.reduce(0, +)
        guard total > 0, differences.allSatisfy(\.isFinite) else { return nil }
        let parts = zip(differences, weights).map { $0 * $1 / total }
        let observed = parts.reduce(0, +)
        var tally = RandomizationTest.Tally(difference: observed, size: parts.reduce(0) { $0 + abs($1) })
        let isExact = parts.count < Int.bitWidth - 2 && 1 << parts.count <= plan.exactUpTo
        if isExact {
            tryAll(parts, observed: observed, tally: &tally)
        } else {
            var stream = stream
            for _ in 0..<plan.draws { tally.add(randomSum(parts, using: &stream)) }
        }
        return tally.result(isExact: isExact)
    }

    /// In the order of a Gray code, in which one sign changes at a time.
    private static func tryAll(_ parts: [Double], observed: Double, tally: inout RandomizationTest.Tally) {
        var signed = parts
        var sum = observed
        tally.add(sum)
        for step in 1..<(1 << parts.count) {
            let place = step.trailingZeroBitCount
            sum -= 2 * signed[place]
            signed[place].negate()
            tally.add(sum)
        }
    }

    private static func randomSum(_ parts: [Double], using stream: inout RandomStream) -> Double {
        var sum = 0.0
        var bits: UInt64 = 0
        for (index, part) in parts.enumerated() {
            if index % 64 == 0 { bits = stream.next() }
            sum += bits & 1 == 0 ? part : -part
            bits >>= 1
        }
        return sum
    }
}

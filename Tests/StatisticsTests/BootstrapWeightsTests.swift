import Statistics
import Testing

@Suite struct BootstrapWeightsTests {
    private let stream = RandomStream(seed: 11)

    private func mean(_ values: [Double], _ weights: [Double]) -> Double? { Mean.arithmetic(values, weights: weights) }

    /// All 27 ways to draw three of {.25, .5, 1}: mean .583333, standard error .180021.
    @Test func plainDrawsApproachTheExactBootstrap() throws {
        let values = [0.25, 0.5, 1]
        var exact: [Double] = []
        for first in values {
            for second in values {
                for third in values { exact.append((first + second + third) / 3) }
            }
        }
        #expect(exact.count == 27)
        let mean = exact.reduce(0, +) / 27
        let error = (exact.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 27).squareRoot()
        #expect(abs(mean - 0.583333) < 5e-7)
        #expect(abs(error - 0.180021) < 5e-7)

        let weights = try #require(BootstrapWeights(strata: [0, 0, 0], scheme: .plain))
        let draws = DrawDistribution(weights.outcomes(draws: 0..<20_000, stream: stream) { self.mean(values, $0) })
        #expect(abs(try #require(draws.mean) - mean) < 4 * error / 20_000.0.squareRoot())
        #expect(abs(try #require(draws.standardDeviation) / error - 1) < 0.02)
        #expect(Set(draws.values.map { ($0 * 1200).rounded() }) == Set(exact.map { ($0 * 1200).rounded() }))
    }

    /// The variance of the rescaled draws of a stratified mean is Σ W² s² / n, with n − 1 below the line of s².
    @Test func rescaledDrawsHaveTheUnbiasedVariance() throws {
        let values = [1.0, 4, 2, 0, 3, 3, 1, 4, 9]
        let strata = [5, 5, 5, 2, 2, 2, 2, 9, 9]
        let weights = try #require(BootstrapWeights(strata: strata, scheme: .rescaled))
        #expect(weights.respondents == 9)
        #expect(weights.strata == 3)
        let draws = weights.outcomes(draws: 0..<40_000, stream: stream) { weights -> Double? in
            let sums = [5, 2, 9].map { stratum in
                strata.indices.filter { strata[$0] == stratum }.reduce(into: (weight: 0.0, sum: 0.0)) {
                    $0.weight += weights[$1]
                    $0.sum += weights[$1] * values[$1]
                }
            }
            for (sum, size) in zip(sums, [3.0, 4, 2]) { #expect(abs(sum.weight - size) < 1e-12) }
            return sums.reduce(0) { $0 + $1.sum / $1.weight } / 3
        }
        let expected = ((7.0 / 3) / 3 + (27.0 / 12) / 4 + 12.5 / 2) / 9
        let deviation = try #require(DrawDistribution(draws).standardDeviation)
        #expect(abs(deviation * deviation / expected - 1) < 0.03)
    }

    @Test func drawsDoNotDependOnTheOthers() throws {
        let weights = try #require(BootstrapWeights(strata: [1, 1, 1, 2, 2], scheme: .rescaled))
        let all = weights.outcomes(draws: 0..<50, stream: stream) { $0 }
        let late = weights.outcomes(draws: 30..<50, stream: stream) { $0 }
        #expect(Array(all[30...]) == late)
        #expect(Set(all).count > 10)
    }

    @Test func strataAreNotMixed() throws {
        let interleaved = try #require(BootstrapWeights(strata: [7, -1, 7, -1, 7], scheme: .plain))
        for weights in interleaved.outcomes(draws: 0..<50, stream: stream, of: { $0 }) {
            #expect(weights[0] + weights[2] + weights[4] == 3)
            #expect(weights[1] + weights[3] == 2)
        }
    }

    /// Strata of 7 and 5: 8.77 where both count alike, 5.44 where the smaller counts twice, 9.86 where people count alike.
    @Test func effectiveDegreesOfFreedom() throws {
        let strata = [0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1]
        let weights = try #require(BootstrapWeights(strata: strata, scheme: .rescaled))
        func counting(_ first: Double, _ second: Double) -> Int? {
            weights.effectiveDegreesOfFreedom(counting: strata.map { $0 == 0 ? first / 7 : second / 5 })
        }
        #expect(counting(1, 1) == 8)
        #expect(counting(1, 2) == 5)
        #expect(counting(7, 5) == 9)
        #expect(counting(0, 1) == 4)
        #expect(counting(0, 0) == nil)
        let equal = try #require(BootstrapWeights(strata: [0, 0, 0, 1, 1, 1, 2, 2, 2], scheme: .rescaled))
        #expect(equal.effectiveDegreesOfFreedom(counting: [Double](repeating: 0.1, count: 9)) == 6)
        let single = try #require(BootstrapWeights(strata: [0, 0, 1], scheme: .plain))
        #expect(single.effectiveDegreesOfFreedom(counting: [1, 1, 1]) == nil)
    }

    @Test func strataOfOneAreRefused() {
        #expect(BootstrapWeights(strata: [0, 0, 1], scheme: .rescaled) == nil)
        #expect(BootstrapWeights(strata: [], scheme: .plain) == nil)
        #expect(BootstrapWeights(strata: [0, 0, 1], scheme: .plain) != nil)
    }

    /// Φ(−t) and Φ(−√(n / (n − 1)) t) by SciPy.
    @Test func expandedTails() throws {
        let rescaled = try #require(BootstrapWeights(strata: [0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3], scheme: .rescaled))
        #expect(abs(try #require(rescaled.expandedTail(level: 0.95)) - 0.010555200637767796) < 1e-12)
        let plain = try #require(BootstrapWeights(strata: [0, 0, 0, 0, 0], scheme: .plain))
        #expect(abs(try #require(plain.expandedTail(level: 0.95)) - 0.0009541005518824907) < 1e-12)
        let fewer = try #require(plain.expandedTail(level: 0.95, degreesOfFreedom: 3))
        #expect(fewer < (try #require(plain.expandedTail(level: 0.95))))
        let single = try #require(BootstrapWeights(strata: [0, 1], scheme: .plain))
        #expect(single.expandedTail(level: 0.95) == nil)
        #expect(plain.expandedTail(level: 1) == nil)
    }
}

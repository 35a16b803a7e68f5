import Statistics
import Testing

@Suite struct BootstrapIntervalTests {
    /// Intervals for the mean by the package boot of R, as SciPy's tests have them, and of another computation of ours.
    static let sample: [Double] = [10, 12, 12.5, 12.5, 13.9, 15, 21, 22, 23, 34, 50, 81, 89, 121, 134, 213]

    private static func draws(_ count: Int) throws -> DrawDistribution {
        let weights = try #require(BootstrapWeights(strata: sample.map { _ in 0 }, scheme: .plain))
        return DrawDistribution(
            weights.outcomes(draws: 0..<count, stream: RandomStream(seed: 5)) {
                Mean.arithmetic(sample, weights: $0)
            })
    }

    private static var acceleration: Double? {
        let total = sample.reduce(0, +)
        return Jackknife.acceleration(leavingOneOut: sample.map { (total - $0) / Double(sample.count - 1) })
    }

    @Test func publishedIntervalsOfAMean() throws {
        let draws = try Self.draws(100_000)
        let mean = Self.sample.reduce(0, +) / 16
        // Both are themselves from random draws; their lower ends of BCa lie .53 % apart.
        func expect(_ interval: BootstrapInterval?, _ lower: Double, _ upper: Double, within: Double = 0.005) throws {
            let interval = try #require(interval)
            #expect(abs(interval.lower / lower - 1) < within, "\(interval)")
            #expect(abs(interval.upper / upper - 1) < within, "\(interval)")
        }
        try expect(draws.basicInterval(level: 0.95, estimate: mean), 23.77, 79.12)
        try expect(draws.basicInterval(level: 0.95, estimate: mean), 23.74, 79.21)
        try expect(draws.percentileInterval(level: 0.95), 28.86, 84.21)
        try expect(draws.percentileInterval(level: 0.95), 28.77, 84.24)
        let corrected = draws.biasCorrectedAcceleratedInterval(
            level: 0.95, estimate: mean, acceleration: Self.acceleration)
        try expect(corrected, 32.31, 91.43)
        try expect(corrected, 32.14, 91.34, within: 0.006)
        #expect(corrected?.method == .biasCorrectedAccelerated)
    }

    @Test func accelerationOfAMeanIsItsSkewness() throws {
        let acceleration = try #require(Self.acceleration)
        #expect(abs(acceleration - 0.061529) < 5e-7)
        let mean = Self.sample.reduce(0, +) / 16
        let second = Self.sample.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 16
        let third = Self.sample.reduce(0) { $0 + ($1 - mean) * ($1 - mean) * ($1 - mean) } / 16
        #expect(abs(acceleration - third / (second * second.squareRoot()) / (6 * 4)) < 1e-12)
    }

    @Test func expandedIntervalsAreWider() throws {
        let draws = DrawDistribution((1...99).map(Double.init))
        let expanded = try #require(draws.expandedPercentileInterval(tail: 0.01))
        #expect((expanded.lower, expanded.upper) == (1, 99))
        #expect(expanded.method == .expandedPercentile)
        let plain = try #require(draws.percentileInterval(level: 0.95))
        #expect(abs(plain.lower - 2.5) < 1e-12 && abs(plain.upper - 97.5) < 1e-12)
        #expect(plain.contains(97.5) && plain.contains(2.5 - 1e-12) && !plain.contains(98))
    }

    /// Without bias and acceleration BCa is the percentile interval.
    @Test func nothingToCorrect() throws {
        let draws = DrawDistribution((1...99).map(Double.init))
        let corrected = try #require(
            draws.biasCorrectedAcceleratedInterval(level: 0.9, estimate: 50, acceleration: 0))
        #expect(abs(corrected.lower - 5) < 1e-9 && abs(corrected.upper - 95) < 1e-9)
    }

    /// Draws from 1 to 99 with a figure of 80: percentiles to 99, basic from 61 to 159.
    @Test func joinedIntervalsHoldBoth() throws {
        let draws = DrawDistribution((1...99).map(Double.init))
        let joined = try #require(draws.joinedInterval(tail: 0.01, estimate: 80, range: 0...120))
        #expect((joined.lower, joined.upper, joined.method) == (1, 120, .joined))
        let inside = try #require(draws.joinedInterval(tail: 0.05, estimate: 45, range: -50...120))
        #expect(abs(inside.lower - -5) < 1e-12 && abs(inside.upper - 95) < 1e-12)
    }

    @Test func degenerateCorrectionsFallBack() {
        let same = DrawDistribution([Double](repeating: 2, count: 50))
        let fallback = same.biasCorrectedAcceleratedInterval(level: 0.95, estimate: 2, acceleration: nil)
        #expect(fallback == same.percentileInterval(level: 0.95))
        #expect(fallback?.method == .percentile)
        let draws = DrawDistribution((1...99).map(Double.init))
        let outside = draws.biasCorrectedAcceleratedInterval(level: 0.95, estimate: 200, acceleration: 0.1)
        #expect(outside?.method == .percentile)
        let turned = draws.biasCorrectedAcceleratedInterval(level: 0.95, estimate: 50, acceleration: 0.6)
        #expect(turned?.method == .percentile)
        #expect(DrawDistribution([]).percentileInterval(level: 0.95) == nil)
        #expect(DrawDistribution([]).biasCorrectedAcceleratedInterval(level: 0.95, estimate: 0, acceleration: 0) == nil)
    }
}

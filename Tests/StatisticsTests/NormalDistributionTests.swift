import Statistics
import Testing

@Suite struct NormalDistributionTests {
    /// Values of SciPy 1.17.
    @Test(arguments: [
        (1e-300, -37.0470962993612), (1e-20, -9.262340089798409), (1e-5, -4.264890793922825),
        (0.025, -1.9599639845400545), (0.3, -0.5244005127080409), (0.9, 1.2815515655446004),
        (0.999, 3.090232306167813),
    ])
    func quantiles(probability: Double, expected: Double) {
        let quantile = NormalDistribution.quantile(probability)
        #expect(abs(quantile / expected - 1) < 1e-14)
        #expect(abs(NormalDistribution.cumulative(quantile) / probability - 1) < 1e-11)
    }

    @Test func probabilities() {
        #expect(NormalDistribution.cumulative(0) == 0.5)
        #expect(abs(NormalDistribution.cumulative(1.3) - 0.9031995154143897) < 1e-15)
        #expect(abs(NormalDistribution.cumulative(-8) / 6.22096057427174e-16 - 1) < 1e-12)
    }

    @Test func ends() {
        #expect(NormalDistribution.quantile(0) == -.infinity)
        #expect(NormalDistribution.quantile(1) == .infinity)
        #expect(NormalDistribution.quantile(1.1).isNaN)
        #expect(NormalDistribution.quantile(.nan).isNaN)
        #expect(NormalDistribution.cumulative(-.infinity) == 0)
    }
}

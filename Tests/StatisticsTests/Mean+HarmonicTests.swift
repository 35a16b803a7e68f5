import Statistics
import Testing

@Suite struct HarmonicMeanTests {
    /// Harmonic mean of (.72 .55 .40 .15 .63) with the .01 shift: .3630.
    @Test func publishedMean() throws {
        let mean = try #require(
            Mean.harmonic([0.72, 0.55, 0.40, 0.15, 0.63], weights: [1, 1, 1, 1, 1], offset: 0.01))
        #expect(abs(mean - 0.3630) < 5e-5)
    }

    @Test func plain() throws {
        #expect(abs(try #require(Mean.harmonic([0.5, 0.25], weights: [1, 2], offset: 0)) - 0.3) < 1e-12)
        #expect(Mean.harmonic([0, 1], weights: [1, 1], offset: 0) == 0)
        #expect(Mean.harmonic([0, 1], weights: [0, 1], offset: 0) == 1)
        #expect(Mean.harmonic([], weights: [], offset: 0.01) == nil)
    }
}

import Statistics
import Testing

@Suite struct JackknifeTests {
    @Test func symmetryHasNoAcceleration() {
        #expect(Jackknife.acceleration(leavingOneOut: [-1, 0, 1]) == 0)
    }

    /// d = 1, 1, −2: Σ d³ = −6, Σ d² = 6.
    @Test func skewed() throws {
        let acceleration = try #require(Jackknife.acceleration(leavingOneOut: [0, 0, 3]))
        #expect(abs(acceleration - -6 / (6 * 6 * 6.0.squareRoot())) < 1e-15)
    }

    @Test func nobodyMakesADifference() {
        #expect(Jackknife.acceleration(leavingOneOut: [2, 2, 2]) == nil)
        #expect(Jackknife.acceleration(leavingOneOut: [2]) == nil)
    }
}

import Feasibility
import Testing

@Suite struct LogarithmicScaleTests {
    @Test func equalRatiosAreEquallyFar() {
        let scale = LogarithmicScale(1, 10_000)
        #expect(abs(scale.fraction(1)) < 1e-12 && abs(scale.fraction(10_000) - 1) < 1e-12)
        #expect(abs(scale.fraction(100) - 0.5) < 1e-12 && abs(scale.fraction(10) - 0.25) < 1e-12)
    }

    @Test func roundNumbersLieWithin() {
        #expect(LogarithmicScale(800, 60_000).roundNumbers == [1000, 2000, 5000, 10_000, 20_000, 50_000])
        #expect(LogarithmicScale(800, 1_200_000).roundNumbers == [1000, 10_000, 100_000, 1_000_000])
        #expect(!LogarithmicScale(1, 10).contains(1) && LogarithmicScale(1, 10).contains(2))
    }
}

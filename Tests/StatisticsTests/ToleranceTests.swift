import Statistics
import Testing

@Suite struct ToleranceTests {
    @Test func sumsThatMissByAFewUnitsInTheLastPlaceCountAsEqual() {
        let sum = 0.1 + 0.2
        #expect(sum != 0.3)
        #expect(Tolerance.isEqual(sum, 0.3))
        #expect(Tolerance.isAtLeast(0.3 - 1e-10, 0.3))
        #expect(!Tolerance.isAbove(sum, 0.3))
        #expect(Tolerance.isAtMost(sum, 0.3))
        #expect(!Tolerance.isBelow(0.3 - 1e-10, 0.3))
    }

    @Test func realDifferencesCount() {
        #expect(!Tolerance.isAtLeast(0.3 - 1e-8, 0.3))
        #expect(Tolerance.isAbove(0.3 + 1e-8, 0.3))
        #expect(Tolerance.isBelow(0.3 - 1e-8, 0.3))
        #expect(!Tolerance.isAtMost(0.3 + 1e-8, 0.3))
    }
}

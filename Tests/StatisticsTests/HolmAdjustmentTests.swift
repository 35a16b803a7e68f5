import Statistics
import Testing

@Suite struct HolmAdjustmentTests {
    /// As by p.adjust of R: .01, .04, .03, .005 become .03, .06, .06, .02.
    @Test func knownExample() {
        let adjusted = HolmAdjustment.adjusted([0.01, 0.04, 0.03, 0.005])
        for (value, expected) in zip(adjusted, [0.03, 0.06, 0.06, 0.02]) {
            #expect(abs((value ?? -1) - expected) < 1e-15)
        }
    }

    @Test func placesWithoutATestStayEmpty() {
        #expect(HolmAdjustment.adjusted([nil, 0.02, nil, 0.5]) == [nil, 0.04, nil, 0.5])
        #expect(HolmAdjustment.adjusted([nil]) == [nil])
        #expect(HolmAdjustment.adjusted([]).isEmpty)
    }

    @Test func neverAboveOne() {
        #expect(HolmAdjustment.adjusted([0.9, 0.4, 0.4]) == [1, 1, 1])
    }
}

import Testing

@testable import Classification

@Suite struct CalibrationTests {
    /// Bin 0.2 to 0.4: .25 right, .35 wrong. Bin 0.8 to 1: .9 right, 1 right, .8 wrong.
    @Test func binsByHand() throws {
        let calibration = Calibration(
            [(0.25, true), (0.35, false), (0.9, true), (1, true), (0.8, false)], bins: 5)
        #expect(calibration.bins.map(\.rows) == [0, 2, 0, 0, 3])
        #expect(calibration.bins[0].accuracy == nil && calibration.bins[0].meanProbability == nil)
        #expect(abs(try #require(calibration.bins[1].meanProbability) - 0.3) < 1e-6)
        #expect(calibration.bins[1].accuracy == 0.5)
        #expect(calibration.bins[4].lower == 0.8 && calibration.bins[4].upper == 1)
        // 2/5 × |.3 − .5| + 3/5 × |.9 − 2/3|
        #expect(abs(calibration.expectedError - (0.4 * 0.2 + 0.6 * (0.9 - 2.0 / 3))) < 1e-6)
    }

    @Test func probabilitiesThatHoldHaveNoError() {
        var answers: [(probability: Float, correct: Bool)] = []
        for row in 0..<1000 { answers.append((0.75, row % 4 != 0)) }
        #expect(Calibration(answers).expectedError < 1e-6)
    }
}

import Testing

@testable import Feasibility

@Suite struct RateKernelsTests {
    @Test func ratesAreMediansWithQuartiles() throws {
        let rate = try #require(Rate(amount: 100, seconds: [1, 2, 4, 0, -1, .infinity]))
        #expect(rate.median == 50 && rate.repetitions == 3)
        #expect(rate.lowerQuartile == 37.5 && rate.upperQuartile == 75)
        #expect(abs(rate.spread - 0.375) < 1e-12)
    }

    @Test func tooFewRepetitionsAreNoRate() {
        #expect(Rate(amount: 1, seconds: [1, 1]) == nil)
        #expect(Rate(amount: 1, seconds: [0, 0, 0, 1]) == nil)
    }

    @Test func triadComputesWhatItSays() {
        var triad = RateKernels.Triad(bytes: 3 * 64 * 10)
        #expect(triad.bytesPerPass == 1920)
        #expect(triad.pass(0.5) == 2)
        #expect(triad.pass(-1) == -1)
        #expect(RateKernels.Triad(bytes: 0).bytesPerPass == 192)
    }

    /// Forty numbers approach 1000, whatever they begin with.
    @Test func chainsNeitherOverflowNorVanish() {
        #expect(abs(RateKernels.multiplyAdd(rounds: 20_000) - 40_000) < 50)
        #expect(abs(RateKernels.multiplyAdd(rounds: 0) - (10 + 4 * 45)) < 1e-3)
    }

    @Test func theFirstRepetitionIsNotCounted() {
        var time = 0.0
        var runs = 0
        func work() -> Float {
            runs += 1
            time += runs == 1 ? 100 : 2
            return 1
        }
        let result = RateKernels.seconds(repetitions: 3, now: { time }, work: work)
        #expect(result.seconds == [2, 2, 2] && result.sum == 4 && runs == 4)
    }
}

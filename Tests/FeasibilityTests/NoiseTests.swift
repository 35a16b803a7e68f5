import Testing

@testable import Feasibility

@Suite struct NoiseTests {
    private let limits = NoiseLimits(spread: 0.05...0.12, loadPerCore: 0.3...0.8, switchesPerSecond: 50...300)

    private func timing(_ spread: Double) -> Timing {
        Timing(size: 1, seconds: [-1.35, -0.675, 0, 0.675, 1.35].map { 10 * (1 + spread * $0) })
    }

    @Test(arguments: [(0.01, Noise.Judgement.quiet), (0.049, .quiet), (0.06, .uneasy), (0.119, .uneasy), (0.13, .busy)])
    func spread(share: Double, judgement: Noise.Judgement) throws {
        let noise = Noise([timing(share)], limits: limits)
        let found = try #require(noise.spread)
        #expect(abs(found - share) < 1e-9 && noise.judgement == judgement)
        #expect(noise.signs == (judgement == .quiet ? [] : [.spread]))
    }

    /// One size that was disturbed does not make a machine busy.
    @Test func theMiddleSizeCounts() {
        #expect(Noise([timing(0.01), timing(0.5), timing(0.02)], limits: limits).judgement == .quiet)
    }

    @Test func loadAndSwitches() {
        let quiet = timing(0.01)
        #expect(Noise([quiet], load: (0.6, 2), limits: limits).judgement == .quiet)
        #expect(Noise([quiet], load: (0.7, 2), limits: limits).judgement == .uneasy)
        let busy = Noise([quiet], load: (2, 2), switches: (400, 2), limits: limits)
        #expect(busy.judgement == .busy && busy.signs == [.load, .switches] && busy.switchesPerSecond == 200)
        #expect(Noise([quiet], load: (2, 0), switches: (1, 0), limits: limits).judgement == .quiet)
    }

    @Test func tooFewRepetitionsSayNothing() {
        let noise = Noise([Timing(size: 1, seconds: [1, 9]), Timing(size: 2, seconds: [])], limits: limits)
        #expect(noise.spread == nil && noise.judgement == .quiet)
    }
}

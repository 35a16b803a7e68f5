import Statistics
import Testing

@Suite struct DrawDistributionTests {
    @Test func moments() {
        let draws = DrawDistribution([4, nil, 1, .nan, 1])
        #expect(draws.values == [1, 1, 4])
        #expect(draws.unknown == 2)
        #expect(draws.mean == 2)
        #expect(draws.standardDeviation == 3.0.squareRoot())
        #expect(draws.quantile(0.75) == 2.5)
        #expect(draws.share { $0 < 2 } == 2.0 / 3)
    }

    @Test func nothingIsKnownOfNothing() {
        let draws = DrawDistribution([nil])
        #expect(draws.unknown == 1)
        #expect(draws.mean == nil)
        #expect(draws.standardDeviation == nil)
        #expect(draws.quantile(0.5) == nil)
        #expect(draws.share { _ in true } == nil)
        #expect(DrawDistribution([3]).standardDeviation == nil)
    }
}

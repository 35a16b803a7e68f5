import Statistics
import Testing

@Suite struct QuantileAveragedTests {
    @Test func theMedianOfFiveIsTheirMean() throws {
        let median = try #require(Quantile.averaged([5, 1, 4, 2, 8], probability: 0.5, over: 5))
        #expect(abs(median - 4) < 1e-12)
    }

    /// Nine in order: the lower five, the middle five and the upper five.
    @Test(arguments: [(0.25, 2.0), (0.5, 4.0), (0.75, 6.0)])
    func quartilesOfNine(probability: Double, expected: Double) throws {
        let value = Quantile.averaged((0..<9).reversed().map(Double.init), probability: probability, over: 5)
        #expect(abs(try #require(value) - expected) < 1e-12)
    }

    @Test func tooFewForQuartiles() {
        #expect(Quantile.averaged([1, 2, 3, 4, 5, 6, 7, 8], probability: 0.25, over: 5) == nil)
        #expect(Quantile.averaged([1, 2, 3, 4], probability: 0.5, over: 5) == nil)
        #expect(Quantile.averaged([], probability: 0.5, over: 5) == nil)
    }

    /// Whatever the number, nobody weighs more than a fifth, and all weights add up to 1.
    @Test(arguments: 9..<40)
    func nobodyWeighsMoreThanAFifth(count: Int) throws {
        for probability in [0.25, 0.5, 0.75] {
            let weights = try #require(Quantile.averagingWeights(count, probability: probability, over: 5))
            #expect(weights.allSatisfy { $0 >= 0 && $0 <= 0.2 + 1e-12 })
            #expect(abs(weights.reduce(0, +) - 1) < 1e-9)
            let place = zip(0..., weights).reduce(0) { $0 + Double($1.0) * $1.1 }
            #expect(abs(place - probability * Double(count - 1)) < 0.2)
        }
    }
}

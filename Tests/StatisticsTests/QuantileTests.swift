import Statistics
import Testing

@Suite struct QuantileTests {
    /// R: quantile(c(1, 2, 3, 4), c(.25, .5, .75), type = 7) is 1.75, 2.5, 3.25.
    @Test(arguments: [(0.0, 1.0), (0.25, 1.75), (0.5, 2.5), (0.75, 3.25), (1.0, 4.0)])
    func typeSeven(probability: Double, expected: Double) throws {
        let quantile = try #require(Quantile.interpolated([4, 1, 3, 2], probability: probability))
        #expect(abs(quantile - expected) < 1e-12)
    }

    @Test func valuesMayBeGivenWithTheirCounts() {
        let (values, counts) = ([0.5, 0, 1, 0.25], [2, 1, 0, 4])
        let sample = zip(values, counts).flatMap { Array(repeating: $0, count: $1) }
        for step in 0...40 {
            let probability = Double(step) / 40
            #expect(
                Quantile.interpolated(values, counts: counts, probability: probability)
                    == Quantile.interpolated(sample, probability: probability))
        }
        #expect(Quantile.interpolated([0, 1], counts: [0, 0], probability: 0.5) == nil)
    }

    @Test func emptySamplesHaveNone() {
        #expect(Quantile.interpolated([], probability: 0.5) == nil)
        #expect(Quantile.category(weights: [], probability: 0.75) == nil)
        #expect(Quantile.category(weights: [0, 0], probability: 0.75) == nil)
    }

    @Test func aCategoryIsReachedWhenItsShareEqualsTheProbability() {
        // Three of four at or below category 1: exactly .75.
        #expect(Quantile.category(weights: [0, 3, 0, 1], probability: 0.75) == 1)
        #expect(Quantile.category(weights: [0, 2.9, 0, 1.1], probability: 0.75) == 3)
        // Thirds do not add up to one exactly; the tolerance absorbs it.
        #expect(Quantile.category(weights: [1.0 / 3, 1.0 / 3, 1.0 / 3], probability: 2.0 / 3) == 1)
    }
}

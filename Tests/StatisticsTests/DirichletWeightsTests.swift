import Statistics
import Testing

@Suite struct DirichletWeightsTests {
    private let scores = [0.72, 0.55, 0.40, 0.15, 0.63]
    private let stream = RandomStream(seed: 41)

    private func mean(_ weights: [Double]) -> Double? { Mean.arithmetic(scores, weights: weights) }

    /// Flat: mean .49, standard deviation .081609; κ = 20: .043622.
    @Test func publishedDeviations() throws {
        let flat = try #require(DirichletWeights(flat: 5))
        let near = try #require(DirichletWeights(center: [1, 1, 1, 1, 1], concentration: 20))
        for (weights, expected) in [(flat, 0.081609), (near, 0.043622)] {
            #expect(abs(weights.standardDeviation(ofMean: scores) - expected) < 5e-7)
            let draws = DrawDistribution(weights.outcomes(draws: 0..<10_000, stream: stream, of: mean))
            #expect(abs(try #require(draws.mean) - 0.49) < 4 * expected / 100)
            #expect(abs(try #require(draws.standardDeviation) / expected - 1) < 0.03)
        }
    }

    @Test func weightsAddUpAndKeepTheirMeans() throws {
        let weights = try #require(DirichletWeights(center: [2, 0, 6], concentration: 8))
        #expect(weights.center == [0.25, 0, 0.75])
        var sums = [0.0, 0, 0]
        for draw in weights.outcomes(draws: 0..<4000, stream: stream, of: { $0 }) {
            #expect(abs(draw.reduce(0, +) - 1) < 1e-12)
            for (index, weight) in draw.enumerated() { sums[index] += weight / 4000 }
        }
        #expect(sums[1] == 0)
        // The standard deviation of a weight is √(.25 · .75 / 9).
        let error: Double = (0.25 * 0.75 / 9 / 4000).squareRoot()
        #expect(abs(sums[0] - 0.25) < 4 * error)
    }

    @Test func drawsDoNotDependOnTheOthers() throws {
        let weights = try #require(DirichletWeights(flat: 3))
        let all = weights.outcomes(draws: 0..<10, stream: stream) { $0 }
        #expect(weights.outcomes(draws: 7..<10, stream: stream) { $0 } == Array(all[7...]))
    }

    @Test func edges() throws {
        #expect(DirichletWeights(flat: 0) == nil)
        #expect(DirichletWeights(center: [0, 0], concentration: 1) == nil)
        #expect(DirichletWeights(center: [1, -1, 1], concentration: 1) == nil)
        #expect(DirichletWeights(center: [1, 1], concentration: 0) == nil)
        let tiny = try #require(DirichletWeights(center: [1, 3], concentration: 1e-9))
        for draw in tiny.outcomes(draws: 0..<20, stream: stream, of: { $0 }) { #expect(draw.reduce(0, +) == 1) }
    }
}

import Statistics
import Testing

@Suite struct MeanTests {
    /// Means of (.72 .55 .40 .15 .63): arithmetic .49, geometric with the .01 shift .4335, with four digits given.
    private let scores = [0.72, 0.55, 0.40, 0.15, 0.63]
    private let equal = [Double](repeating: 1, count: 5)

    @Test func publishedMeans() throws {
        #expect(abs(try #require(Mean.arithmetic(scores, weights: equal)) - 0.49) < 1e-12)
        #expect(abs(try #require(Mean.geometric(scores, weights: equal, offset: 0.01)) - 0.4335) < 5e-5)
    }

    @Test func weightsCountAsRepetitions() throws {
        let weighted = try #require(Mean.geometric([0.2, 0.8], weights: [2, 1], offset: 0.01))
        let repeated = try #require(Mean.geometric([0.2, 0.2, 0.8], weights: [1, 1, 1], offset: 0.01))
        #expect(abs(weighted - repeated) < 1e-12)
    }

    @Test func edges() {
        #expect(Mean.geometric([0, 1], weights: [1, 1], offset: 0) == 0)
        #expect(Mean.geometric([1, 1], weights: [1, 1], offset: 0.01) == 1)
        #expect(Mean.arithmetic([], weights: []) == nil)
        #expect(Mean.geometric([], weights: [], offset: 0.01) == nil)
    }
}

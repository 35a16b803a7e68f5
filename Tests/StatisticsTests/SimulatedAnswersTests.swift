import Statistics
import Testing

@Suite struct SimulatedAnswersTests {
    private let population = SimulatedPopulation(
        roleSizes: [1, 3, 4], strata: [0, 0, 1], stratumWeights: [1, 3], itemMeans: [2, 0.4, 3.1], leaning: 0.6,
        error: 0.9)

    @Test func missingAnswersLeaveStrataOut() throws {
        var silent = population
        silent.missing = 1
        var stream = RandomStream(seed: 62)
        let answers = silent.answers(leanings: silent.leanings(using: &stream), using: &stream)
        var workspace = answers.workspace
        answers.shares(weights: [Double](repeating: 1, count: 8), in: &workspace)
        #expect(workspace.shares.mean(of: 0) == nil)
        #expect(workspace.shares.mean(over: 0..<3) == nil)
        #expect(Array(workspace.shares.shares(of: 2)) == [0, 0, 0, 0, 0])
        #expect(answers.mean(ofPerson: 0, over: 0..<3) == nil)

        let full = population.answers(leanings: population.leanings(using: &stream), using: &stream)
        var first = full.workspace
        var second = full.workspace
        full.shares(weights: [1, 1, 1, 1, 0, 0, 0, 0], in: &first)
        full.shares(weights: [2, 2, 2, 2, 0, 0, 0, 0], in: &second)
        #expect(first.shares == second.shares)
        let mean = try (0..<4).map { try #require(full.mean(ofPerson: $0, over: 1..<2)) }.reduce(0, +) / 4
        #expect(abs(try #require(first.shares.mean(of: 1)) - mean) < 1e-12)
    }

    /// The mean over strata of their means, the second counting three times.
    @Test func strataCountByTheirWeight() throws {
        var stream = RandomStream(seed: 63)
        let answers = population.answers(leanings: population.leanings(using: &stream), using: &stream)
        var workspace = answers.workspace
        answers.shares(weights: [Double](repeating: 1, count: 8), in: &workspace)
        let means = try (0..<8).map { try #require(answers.mean(ofPerson: $0, over: 2..<3)) }
        let expected = (means[..<4].reduce(0, +) / 4 + 3 * means[4...].reduce(0, +) / 4) / 4
        #expect(abs(try #require(workspace.shares.mean(of: 2)) - expected) < 1e-12)
        let shares = Array(workspace.shares.shares(of: 2))
        #expect(abs(shares.reduce(0, +) - 1) < 1e-12)
    }
}

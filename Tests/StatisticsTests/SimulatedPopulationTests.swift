import Statistics
import Testing

@Suite struct SimulatedPopulationTests {
    private let population = SimulatedPopulation(
        roleSizes: [1, 3, 4], strata: [0, 0, 1], stratumWeights: [1, 3], itemMeans: [2, 0.4, 3.1],
        roleShifts: [-1, 0, 0.5], leaning: 0.6, error: 0.9)

    @Test func rolesAndStrata() {
        #expect(population.people == 8)
        #expect(population.roleOfPerson == [0, 1, 1, 1, 2, 2, 2, 2])
        #expect(population.stratumOfPerson == [0, 0, 0, 0, 1, 1, 1, 1])
    }

    /// Answers centred on the middle lie evenly to both sides; shares of an item add up to 1.
    @Test func truthOfOneRole() throws {
        let even = SimulatedPopulation(roleSizes: [12], strata: [0], itemMeans: [2], leaning: 0.6, error: 0.8)
        let shares = Array(even.truth.shares(of: 0))
        #expect(abs(shares[0] - shares[4]) < 1e-12 && abs(shares[1] - shares[3]) < 1e-12)
        // Total deviation 1: the middle share is Φ(.5) − Φ(−.5).
        #expect(abs(shares[2] - 0.3829249225480262) < 1e-12)
        #expect(abs(try #require(even.truth.mean(of: 0)) - 0.5) < 1e-12)
    }

    /// The mean over many surveys of the shares comes to the truth, small strata and unequal weights included.
    @Test func surveysComeToTheTruth() throws {
        let truth = population.truth
        let everybody = [Double](repeating: 1, count: population.people)
        var sums = [0.0, 0, 0]
        for survey in 0..<1500 {
            var stream = RandomStream(seed: 61).split(survey)
            let answers = population.answers(leanings: population.leanings(using: &stream), using: &stream)
            var workspace = answers.workspace
            answers.shares(weights: everybody, in: &workspace)
            for item in sums.indices { sums[item] += try #require(workspace.shares.mean(of: item)) / 1500 }
        }
        for item in sums.indices { #expect(abs(sums[item] - (try #require(truth.mean(of: item)))) < 0.01) }
    }
}

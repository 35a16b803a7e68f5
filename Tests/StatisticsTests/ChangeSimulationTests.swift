import Statistics
import Testing

@Suite struct ChangeSimulationTests {
    private static let domains = [0..<2, 2..<4, 4..<6, 6..<8, 8..<10]
    private static let means = (0..<10).map { 0.8 + Double($0 * 7 % 10) * 0.24 }

    private func simulation(
        _ structure: (roles: [Int], strata: [Int]), _ respondents: ChangeSimulation.Respondents, rise: Double = 0
    ) -> ChangeSimulation {
        let population = SimulatedPopulation(
            roleSizes: structure.roles, strata: structure.strata, itemMeans: Self.means, leaning: 0.4, error: 0.9)
        return ChangeSimulation(
            population: population, laterMeans: Self.means.enumerated().map { $0 < 2 ? $1 + rise : $1 },
            respondents: respondents, domains: Self.domains, plan: RandomizationTest.Plan(exactUpTo: 64, draws: 99))
    }

    /// At most 5 % of families of five domains; with 250 pairs, a count above 19 has a probability of .03 at 5 %. The
    /// long version is a command.
    @Test(arguments: CoverageSimulationTests.structures, ChangeSimulation.Respondents.allCases)
    func falseChangesAreRare(
        structure: (roles: [Int], strata: [Int]), respondents: ChangeSimulation.Respondents
    ) {
        let report = simulation(structure, respondents).run(0..<250, stream: RandomStream(seed: 81))
        #expect(report.families <= 19, "\(structure.roles): \(report)")
        #expect(report.single.allSatisfy { $0 <= 23 })
    }

    /// A rise by one option in one domain is usually found there, and nowhere else.
    @Test(arguments: ChangeSimulation.Respondents.allCases)
    func trueChangesAreFound(respondents: ChangeSimulation.Respondents) {
        let report = simulation(([5, 5, 5, 5], [0, 1, 2, 3]), respondents, rise: 1)
            .run(0..<60, stream: RandomStream(seed: 82))
        #expect(report.adjusted[0] >= 45)
        #expect(report.adjusted[1...].allSatisfy { $0 <= 8 })
    }

    @Test func partsAddUp() {
        let simulation = simulation(([3, 3], [0, 1]), .unpaired, rise: 1)
        let stream = RandomStream(seed: 83)
        let whole = simulation.run(0..<12, stream: stream)
        #expect(whole == simulation.run(0..<5, stream: stream).adding(simulation.run(5..<12, stream: stream)))
        #expect(whole.share == Double(whole.families) / 12)
    }
}

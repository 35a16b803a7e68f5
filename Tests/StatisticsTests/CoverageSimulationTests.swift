import Statistics
import Testing

@Suite struct CoverageSimulationTests {
    /// Role structures after merging roles of fewer than three: 1/3/4/4 becomes 4/4/4, and 1/1/5/5 becomes 7/5.
    static let structures: [(roles: [Int], strata: [Int])] = [
        ([12], [0]), ([3, 3, 3, 3], [0, 1, 2, 3]), ([1, 3, 4, 4], [0, 0, 1, 2]), ([1, 1, 5, 5], [0, 0, 0, 1]),
        ([5, 5, 5, 5], [0, 1, 2, 3]),
    ]
    static let domains = [0..<2, 2..<4, 4..<6]
    static let means = [2.4, 1.1, 0.8, 2.2, 2.9, 1.5]

    private func share(
        _ structure: (roles: [Int], strata: [Int]), _ method: CoverageSimulation.Method, surveys: Int, draws: Int
    ) -> Double? {
        let population = SimulatedPopulation(
            roleSizes: structure.roles, strata: structure.strata, itemMeans: Self.means, leaning: 0.4, error: 0.9)
        let simulation = CoverageSimulation(
            population: population, method: method, draws: draws, figures: ["first", "second", "third"]
        ) { shares in Self.domains.map { shares.mean(over: $0) } }
        let figures = simulation.run(0..<surveys, stream: RandomStream(seed: 71)).figures
        let intervals = figures.reduce(0) { $0 + $1.intervals }
        return intervals == 0 ? nil : Double(figures.reduce(0) { $0 + $1.covering }) / Double(intervals)
    }

    /// The long version, with thousands of surveys for each, is a command.
    @Test(arguments: structures)
    func theDefaultCovers(structure: (roles: [Int], strata: [Int])) throws {
        let coverage = try #require(share(structure, .rescaledExpanded, surveys: 300, draws: 99))
        #expect(coverage >= 0.92 && coverage <= 0.98, "\(structure.roles): \(coverage)")
    }

    /// The simulation tells a bad method: plain percentiles in roles as they are.
    @Test func plainPercentilesOfSingletonsDoNot() throws {
        let unmerged = ([1, 1, 5, 5], [0, 1, 2, 3])
        let coverage = try #require(share(unmerged, .plainPercentile, surveys: 100, draws: 100))
        #expect(coverage < 0.75)
        #expect(share(unmerged, .rescaledExpanded, surveys: 2, draws: 10) == nil)
    }

    /// The lowest of three domains that are all the same does not move smoothly: its draws lie too low.
    @Test func theJoinedIntervalCoversTheLowest() throws {
        let population = SimulatedPopulation(
            roleSizes: [12], strata: [0], itemMeans: [2, 2, 2, 2, 2, 2], leaning: 0.2, error: 0.9)
        func coverage(_ method: CoverageSimulation.Method) throws -> Double {
            let simulation = CoverageSimulation(
                population: population, method: method, draws: 99, figures: ["lowest"]
            ) { shares in [Self.domains.compactMap { shares.mean(over: $0) }.min()] }
            return try #require(simulation.run(0..<200, stream: RandomStream(seed: 73)).figures[0].coverage)
        }
        #expect(try coverage(.rescaledExpanded) < 0.9)
        #expect(try coverage(.rescaledJoined) >= 0.92)
    }

    /// Where strata count by their size, or all alike and are as large, fewer degrees of freedom change little.
    @Test func effectiveDegreesOfFreedomWiden() throws {
        var population = SimulatedPopulation(
            roleSizes: [7, 5], strata: [0, 1], stratumWeights: [1, 2], itemMeans: [2, 1], leaning: 0.4, error: 0.9)
        func width(_ method: CoverageSimulation.Method) throws -> Double {
            let simulation = CoverageSimulation(population: population, method: method, draws: 199, figures: ["mean"]) {
                [$0.mean(over: 0..<2)]
            }
            return try #require(simulation.run(0..<10, stream: RandomStream(seed: 74)).figures[0].meanWidth)
        }
        #expect(try width(.rescaledEffective) > width(.rescaledExpanded) * 1.05)
        population.roleSizes = [6, 6]
        population.stratumWeights = [1, 1]
        #expect(try width(.rescaledEffective) == width(.rescaledExpanded))
    }

    @Test func partsAddUp() {
        let population = SimulatedPopulation(roleSizes: [6], strata: [0], itemMeans: [2, 1], leaning: 0.4, error: 0.9)
        let simulation = CoverageSimulation(population: population, draws: 20, figures: ["mean"]) {
            [$0.mean(over: 0..<2)]
        }
        let stream = RandomStream(seed: 72)
        let whole = simulation.run(0..<20, stream: stream)
        let parts = simulation.run(0..<7, stream: stream).adding(simulation.run(7..<20, stream: stream))
        #expect(whole.surveys == parts.surveys)
        let (first, second) = (whole.figures[0], parts.figures[0])
        #expect((first.intervals, first.covering, first.above) == (second.intervals, second.covering, second.above))
        #expect(first.intervals == first.covering + first.above + first.below)
        #expect(abs((first.meanWidth ?? 0) - (second.meanWidth ?? 1)) < 1e-12)
        #expect(abs((first.bias ?? 0) - (second.bias ?? 1)) < 1e-12)
    }
}

/// How often the tests of a comparison find changes where there are none, over several structures of respondents.
public struct ChangeStudy: Sendable {
    /// The most families of five domains in which a change may be found where there is none.
    public static let promised = 0...0.05

    public let structures: [SimulationStructure]
    /// Simulated pairs of waves for each structure, and random arrangements for each test.
    public let pairs: Int
    public let draws: Int
    public let seed: UInt64

    public init(
        structures: [SimulationStructure] = SimulationStructure.promised, pairs: Int, draws: Int, seed: UInt64
    ) {
        self.structures = structures
        self.pairs = pairs
        self.draws = draws
        self.seed = seed
    }

    /// What came out for one structure and way of comparing.
    public struct Row: Sendable {
        public let structure: SimulationStructure
        public let respondents: ChangeSimulation.Respondents
        /// The share of families in which a change was found.
        public let found: CoverageStudy.Share
        /// The share of single tests below the level, before adjustment.
        public let single: Double
        public let promise: SimulatedPromise
    }

    /// The parts into which the pairs of one row are divided; always the same, whatever threads there are.
    public var parts: [Range<Int>] {
        let size = max(1, (pairs + 19) / 20)
        return stride(from: 0, to: pairs, by: size).map { $0..<min($0 + size, pairs) }
    }

    public var rowCount: Int { structures.count * ChangeSimulation.Respondents.allCases.count }

    /// Carries a part of a row out.
    public func run(row: Int, part: Int) -> ChangeSimulation.Report {
        // All arrangements are tried only where they are no more than the random ones would be.
        let simulation = ChangeSimulation(
            population: structure(of: row).population, respondents: respondents(of: row),
            domains: SimulationStructure.domains, level: ChangeStudy.promised.upperBound,
            plan: RandomizationTest.Plan(exactUpTo: draws, draws: draws))
        return simulation.run(parts[part], stream: RandomStream(seed: seed).split(row))
    }

    /// The row that all its parts make.
    public func row(_ row: Int, parts reports: [ChangeSimulation.Report]) -> Row {
        let report = reports.dropFirst().reduce(reports[0]) { $0.adding($1) }
        let share = CoverageStudy.Share(report.share ?? 0, runs: report.pairs)
        let tests = report.pairs * report.single.count
        return Row(
            structure: structure(of: row), respondents: respondents(of: row), found: share,
            single: tests > 0 ? Double(report.single.reduce(0, +)) / Double(tests) : 0,
            promise: SimulatedPromise(share.value, standardError: share.standardError, range: ChangeStudy.promised))
    }

    private func structure(of row: Int) -> SimulationStructure {
        structures[row / ChangeSimulation.Respondents.allCases.count]
    }

    private func respondents(of row: Int) -> ChangeSimulation.Respondents {
        ChangeSimulation.Respondents.allCases[row % ChangeSimulation.Respondents.allCases.count]
    }
}

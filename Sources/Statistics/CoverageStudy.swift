/// How often the intervals of a report cover the truth, over several structures of respondents.
public struct CoverageStudy: Sendable {
    /// What is promised for the method that reports use, at the level of 95 %.
    public static let promised = 0.92...0.98
    public static let level = 0.95
    /// The methods that are tried: the one that reports use, and the one with n − K degrees of freedom.
    public static let methods = [CoverageSimulation.Method.rescaledEffective, .rescaledExpanded]

    public let structures: [SimulationStructure]
    /// Simulated surveys for each structure, and draws for each survey.
    public let surveys: Int
    public let draws: Int
    public let seed: UInt64

    public init(
        structures: [SimulationStructure] = SimulationStructure.promised + SimulationStructure.unevenlyWeighted,
        surveys: Int, draws: Int, seed: UInt64
    ) {
        self.structures = structures
        cases = structures.enumerated().flatMap { index, structure in
            CoverageStudy.methods.prefix(structure.isEvenlyWeighted ? 1 : 2).map { (index, $0) }
        }
        self.surveys = surveys
        self.draws = draws
        self.seed = seed
    }

    /// What came out for one structure and method.
    public struct Row: Sendable {
        public let structure: SimulationStructure
        public let method: CoverageSimulation.Method
        /// The share of intervals of the five domains that cover, and of the mean over all items.
        public let domains: Share
        public let overall: Share
        /// The mean width of the domains' intervals.
        public let width: Double?
        /// Whether what is promised holds, for the worse of both shares; nothing where nothing is promised.
        public let promise: SimulatedPromise?
    }

    /// A share of surveys, with the error that comes from simulating so few.
    public struct Share: Sendable, Hashable {
        public let value: Double
        /// With two more of either kind than there were, so that there is an error where all came out alike (A. Agresti
        /// and B. A. Coull, The American Statistician 52, 1998).
        public let standardError: Double

        /// - Parameter runs: how many of them were independent.
        init(_ value: Double, runs: Int) {
            let count = Double(runs) + 4
            let centre = (value * Double(runs) + 2) / count
            self.value = value
            standardError = (centre * (1 - centre) / count).squareRoot()
        }
    }

    /// The parts into which the surveys of one structure and method are divided; always the same, whatever threads
    /// there are.
    public var parts: [Range<Int>] {
        let size = max(1, (surveys + 19) / 20)
        return stride(from: 0, to: surveys, by: size).map { $0..<min($0 + size, surveys) }
    }

    /// Each structure with the method that reports use and, where roles do not count alike, with the other.
    private let cases: [(structure: Int, method: CoverageSimulation.Method)]

    public var rowCount: Int { cases.count }

    /// Carries a part of a row out.
    public func run(row: Int, part: Int) -> CoverageSimulation.Report {
        let domains = SimulationStructure.domains
        let simulation = CoverageSimulation(
            population: structure(of: row).population, method: method(of: row), level: CoverageStudy.level,
            draws: draws, figures: domains.indices.map { "domain \($0 + 1)" } + ["overall"]
        ) { shares in
            domains.map { shares.mean(over: $0) } + [shares.mean(over: 0..<(domains.last?.upperBound ?? 0))]
        }
        // Both methods see the same surveys.
        return simulation.run(
            parts[part], stream: RandomStream(seed: seed).split(cases[row].structure))
    }

    /// The row that all its parts make.
    public func row(_ row: Int, parts reports: [CoverageSimulation.Report]) -> Row {
        let figures = reports.dropFirst().reduce(reports[0]) { $0.adding($1) }.figures
        let domains = figures.dropLast()
        let share = Share(domains: domains.map { ($0.covering, $0.intervals) }, surveys: surveys)
        let overall = Share(domains: figures.suffix(1).map { ($0.covering, $0.intervals) }, surveys: surveys)
        let widths = domains.compactMap(\.meanWidth)
        let structure = structure(of: row)
        let isPromised = structure.isEvenlyWeighted && method(of: row) == CoverageStudy.methods[0]
        let worse = [share, overall].map {
            SimulatedPromise($0.value, standardError: $0.standardError, range: CoverageStudy.promised)
        }
        return Row(
            structure: structure, method: method(of: row), domains: share, overall: overall,
            width: widths.isEmpty ? nil : widths.reduce(0, +) / Double(widths.count),
            promise: !isPromised
                ? nil : worse.contains(.fails) ? .fails : worse.contains(.missesByChance) ? .missesByChance : .holds)
    }

    private func structure(of row: Int) -> SimulationStructure { structures[cases[row].structure] }

    private func method(of row: Int) -> CoverageSimulation.Method { cases[row].method }
}

extension CoverageStudy.Share {
    /// Domains of one survey hang together, so that only the surveys count for the error.
    fileprivate init(domains: [(covering: Int, intervals: Int)], surveys: Int) {
        let intervals = domains.reduce(0) { $0 + $1.intervals }
        let value = intervals > 0 ? Double(domains.reduce(0) { $0 + $1.covering }) / Double(intervals) : 0
        self.init(value, runs: surveys)
    }
}

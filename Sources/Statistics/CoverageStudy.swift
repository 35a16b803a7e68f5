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
        public let standardError: Double
    }

    /// The parts into which the surveys of one structure and method are divided; always the same, whatever threads
    /// there are.
    public var parts: [Range<Int>] {
        let size = max(1, (surveys + 19) / 20)
        return stride(from: 0, to: surveys, by: size).map { $0..<min($0 + size, surveys) }
    }

    /// How many structures there are with each of the methods.
    public var rowCount: Int { structures.count * CoverageStudy.methods.count }

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
            parts[part], stream: RandomStream(seed: seed).split(row / CoverageStudy.methods.count))
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

    private func structure(of row: Int) -> SimulationStructure { structures[row / CoverageStudy.methods.count] }

    private func method(of row: Int) -> CoverageSimulation.Method {
        CoverageStudy.methods[row % CoverageStudy.methods.count]
    }
}

extension CoverageStudy.Share {
    /// Domains of one survey hang together, so that only the surveys count for the error.
    fileprivate init(domains: [(covering: Int, intervals: Int)], surveys: Int) {
        let intervals = domains.reduce(0) { $0 + $1.intervals }
        let value = intervals > 0 ? Double(domains.reduce(0) { $0 + $1.covering }) / Double(intervals) : 0
        self.init(value: value, standardError: (value * (1 - value) / Double(max(1, surveys))).squareRoot())
    }
}

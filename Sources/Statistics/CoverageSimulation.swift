/// How often an interval covers the truth, in simulated surveys.
public struct CoverageSimulation: Sendable {
    /// How intervals are made.
    public enum Method: Sendable, CaseIterable {
        /// Rescaled draws within strata, percentiles with the expanded tail: the default.
        case rescaledExpanded
        /// The same, with degrees of freedom that heed what each stratum counts.
        case rescaledEffective
        /// As the last, joined with the basic interval: for figures that do not move smoothly with the answers. Figures
        /// are taken to lie between 0 and 1.
        case rescaledJoined
        /// Plain draws within strata, plain percentiles.
        case plainPercentile
    }

    public let population: SimulatedPopulation
    public let method: Method
    public let level: Double
    /// Bootstrap draws for each survey.
    public let draws: Int
    /// The names of the figures, and how they are computed from shares.
    public let figures: [String]
    public let compute: @Sendable (AnswerShares) -> [Double?]

    /// - Parameter compute: a value for each of the figures; nothing where it is not known.
    public init(
        population: SimulatedPopulation, method: Method = .rescaledExpanded, level: Double = 0.95, draws: Int = 2000,
        figures: [String], compute: @escaping @Sendable (AnswerShares) -> [Double?]
    ) {
        self.population = population
        self.method = method
        self.level = level
        self.draws = draws
        self.figures = figures
        self.compute = compute
    }

    /// What came out of a number of surveys.
    public struct Report: Sendable, Hashable {
        public let surveys: Int
        public let figures: [Figure]

        /// The report on both sets of surveys.
        public func adding(_ other: Report) -> Report {
            Report(surveys: surveys + other.surveys, figures: zip(figures, other.figures).map { $0.adding($1) })
        }
    }

    /// How the intervals of one figure did.
    public struct Figure: Sendable, Hashable {
        public let name: String
        /// The figure of the population.
        public let truth: Double?
        public fileprivate(set) var intervals = 0
        /// How many intervals cover the truth, lie above it and lie below it.
        public fileprivate(set) var covering = 0
        public fileprivate(set) var above = 0
        public fileprivate(set) var below = 0
        fileprivate var widths = 0.0
        fileprivate var estimates = 0.0

        /// The share of intervals that cover the truth, and its standard error; nothing without intervals.
        public var coverage: Double? { intervals > 0 ? Double(covering) / Double(intervals) : nil }
        public var standardError: Double? {
            coverage.map { ($0 * (1 - $0) / Double(intervals)).squareRoot() }
        }
        /// The mean width of the intervals, and the mean of the figure less the truth.
        public var meanWidth: Double? { intervals > 0 ? widths / Double(intervals) : nil }
        public var bias: Double? { truth.flatMap { intervals > 0 ? estimates / Double(intervals) - $0 : nil } }

        fileprivate mutating func add(_ interval: BootstrapInterval, estimate: Double) {
            guard let truth else { return }
            intervals += 1
            widths += interval.upper - interval.lower
            estimates += estimate
            if interval.contains(truth) {
                covering += 1
            } else if interval.lower > truth {
                above += 1
            } else {
                below += 1
            }
        }

        fileprivate func adding(_ other: Figure) -> Figure {
            var sum = self
            sum.intervals += other.intervals
            sum.covering += other.covering
            sum.above += other.above
            sum.below += other.below
            sum.widths += other.widths
            sum.estimates += other.estimates
            return sum
        }
    }

    private func tail(of weights: BootstrapWeights) -> Double? {
        switch method {
        case .rescaledExpanded: return weights.expandedTail(level: level)
        case .rescaledEffective, .rescaledJoined:
            let counts = population.stratumOfPerson.map { stratum in
                let people = population.stratumOfPerson.count { $0 == stratum }
                return population.stratumWeights[stratum] / Double(people)
            }
            return weights.effectiveDegreesOfFreedom(counting: counts).flatMap {
                weights.expandedTail(level: level, degreesOfFreedom: $0)
            }
        case .plainPercentile: return (1 - level) / 2
        }
    }

    /// Carries surveys out; survey number i has the child i of the stream, so that they can be divided among threads.
    ///
    /// - Returns: a report without intervals where the method gives none, as for a stratum of one person.
    public func run(_ surveys: Range<Int>, stream: RandomStream) -> Report {
        var figures = zip(self.figures, compute(population.truth)).map { Figure(name: $0, truth: $1) }
        let scheme: BootstrapWeights.Scheme = method == .plainPercentile ? .plain : .rescaled
        guard let weights = BootstrapWeights(strata: population.stratumOfPerson, scheme: scheme),
            let tail = tail(of: weights)
        else { return Report(surveys: surveys.count, figures: figures) }
        let everybody = [Double](repeating: 1, count: population.people)
        for survey in surveys {
            var child = stream.split(survey)
            let leanings = population.leanings(using: &child)
            let answers = population.answers(leanings: leanings, using: &child)
            var workspace = answers.workspace
            answers.shares(weights: everybody, in: &workspace)
            let estimates = compute(workspace.shares)
            let drawn = weights.outcomes(draws: 0..<draws, stream: child.split("draws")) { weights in
                answers.shares(weights: weights, in: &workspace)
                return compute(workspace.shares)
            }
            for index in figures.indices {
                let distribution = DrawDistribution(drawn.map { $0[index] })
                guard let estimate = estimates[index] else { continue }
                let interval =
                    method == .rescaledJoined
                    ? distribution.joinedInterval(tail: tail, estimate: estimate, range: 0...1)
                    : distribution.expandedPercentileInterval(tail: tail)
                if let interval { figures[index].add(interval, estimate: estimate) }
            }
        }
        return Report(surveys: surveys.count, figures: figures)
    }
}

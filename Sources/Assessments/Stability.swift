public import Questionnaires
import Responses
public import Scoring
import Statistics

/// How far results would move with other colleagues of the same kind.
///
/// Respondents are drawn again and again within their groups of roles, and everything is worked out anew in each draw,
/// with gate ratings and caps. It speaks of who answered, not of the truth: where everybody was asked and answered there
/// is no sampling error. The draws are the same in every run.
public struct Stability: Sendable {
    /// Nothing where the method does not say how it is measured.
    public let rule: StabilityRule?
    /// Why there are no intervals, where there are none.
    public let reason: Reason?
    /// The roles of which random groups are drawn instead of people; nothing where there is none.
    public let groups: RandomGroups?
    /// The figures of members and of the whole, in the order of the report.
    public let figures: [Figure]
    /// By member, the share of draws in which its cap keeps the score below the facilitators.
    public let capShares: [String: Double]
    /// By member, the share of draws in which no other has a lower score; those with the same score share a draw.
    public let weakestShares: [String: Double]
    /// The share of draws in which the overall result lies in each of its bands, in their order; empty where there are
    /// none.
    public let bandShares: [BandShare]

    private let places: [String: Int]

    /// Why nothing is said of other respondents.
    public enum Reason: Sendable, Hashable {
        /// The questionnaire has no rule for it.
        case noRule
        /// The answers are one statement: there are no people to vary.
        case oneStatement
        /// Too few people answered.
        case tooFewPeople(needed: Int)
    }

    /// How far one metric would move.
    public struct Figure: Sendable, Hashable {
        /// The full id of the metric.
        public let id: String
        /// Nothing where no draw has a figure, or people are too few to tell.
        public let interval: ClosedRange<Double>?
        /// The standard deviation over the draws.
        public let standardError: Double?
        /// Whether the figure moves smoothly with the answers. One that rests on a greatest or least value or on a cap
        /// does not; its interval joins two kinds, and is rather too wide than too narrow.
        public let isSmooth: Bool
        /// The share of draws in which there is no figure.
        public let unknownShare: Double
    }

    /// A band, and the share of draws in which the overall result lies in it.
    public struct BandShare: Sendable {
        public let band: BandSet.Interval
        public let share: Double
    }

    /// The figure of a metric, by its full id.
    public func figure(_ id: String) -> Figure? { places[id].map { figures[$0] } }

    public func interval(_ id: String) -> ClosedRange<Double>? { figure(id)?.interval }

    /// All intervals that are known, by the full id of the metric.
    public var intervals: [String: ClosedRange<Double>] {
        figures.reduce(into: [:]) { $0[$1.id] = $1.interval }
    }

    private init(rule: StabilityRule?, reason: Reason?) {
        (self.rule, self.reason, groups) = (rule, reason, nil)
        (figures, capShares, weakestShares, bandShares, places) = ([], [:], [:], [], [:])
    }

    /// Any number does; it must only stay the same.
    static let seed: UInt64 = 2026

    init(scores: Scores, members: [MemberAssessment], by workers: any Workers) {
        guard let rule = scores.questionnaire.stability else {
            self = Stability(rule: nil, reason: .noRule)
            return
        }
        guard scores.wave.collection.isConfidential else {
            self = Stability(rule: rule, reason: .oneStatement)
            return
        }
        guard scores.respondents.values.reduce(0, +) >= rule.fewestRespondents else {
            self = Stability(rule: rule, reason: .tooFewPeople(needed: rule.fewestRespondents))
            return
        }
        let metrics = Stability.metrics(of: scores, members: members)
        let weighted = WeightedScores(scores, metrics: metrics.map(\.id))
        guard let people = BootstrapWeights(strata: weighted.groups, scheme: .rescaled) else {
            self = Stability(rule: rule, reason: .tooFewPeople(needed: rule.fewestRespondents))
            return
        }
        let draws = StabilityDraws(
            weighted, people: people, draws: rule.draws, stream: RandomStream(seed: Stability.seed).split("stability"),
            by: workers)
        self.rule = rule
        reason = nil
        groups = scores.randomGroups
        let smooth = weighted.isSmooth
        let ranges = weighted.ranges
        let places = Dictionary(
            metrics.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        var figures: [Figure] = []
        for (index, result) in metrics.enumerated() {
            let degrees = weighted.counts(ofMetric: index)
                .map(people.effectiveDegreesOfFreedom(counting:))
            let tail = people.expandedTail(level: rule.level, degreesOfFreedom: degrees ?? nil)
            let figure = Figure(
                result, distribution: DrawDistribution(draws.outcomes(index)), tail: tail, isSmooth: smooth[index],
                range: ranges[index])
            let inputs = result.inputsOfExtreme.compactMap { places[$0] }.filter { $0 < index }
            figures.append(
                figure.within(
                    inputs.map { input in (figures[input], draws.isAlike(index, input)) }, value: result.value,
                    isLeast: result.isLeast))
        }
        self.figures = figures
        var capShares: [String: Double] = [:]
        for member in members {
            guard let cap = member.cap.flatMap({ places[$0.id] }),
                let facilitators = member.facilitators.flatMap({ places[$0.id] })
            else { continue }
            capShares[member.id] = draws.share { Tolerance.isBelow($0(cap), $0(facilitators)) }
        }
        self.places = places
        self.capShares = capShares
        weakestShares = draws.weakestShares(
            members.compactMap { member in places[member.score.id].map { (member.id, $0) } })
        bandShares = draws.bandShares(scores, places: places)
    }

    /// What the report shows with a figure: of each member and of the whole.
    private static func metrics(of scores: Scores, members: [MemberAssessment]) -> [MetricResult] {
        let presentation = scores.questionnaire.presentation
        let whole = ([presentation?.overall] + (presentation?.beside ?? [])).compactMap { $0.flatMap(scores.metric) }
        var seen: Set<String> = []
        return (members.flatMap { [$0.facilitators, $0.burden, $0.cap, $0.score] } + whole).compactMap { result in
            guard let result, result.isFigure, seen.insert(result.id).inserted else { return nil }
            return result
        }
    }
}

extension Stability.Figure {
    /// - Parameters:
    ///   - tail: the share of draws to leave out on either side; nothing where people are too few to tell.
    ///   - range: where the figure can lie.
    fileprivate init(
        _ result: MetricResult, distribution: DrawDistribution, tail: Double?, isSmooth: Bool,
        range: ClosedRange<Double>?
    ) {
        id = result.id
        self.isSmooth = isSmooth
        standardError = distribution.standardDeviation
        let known = distribution.values.count
        unknownShare = Double(distribution.unknown) / Double(max(1, known + distribution.unknown))
        guard let tail, let value = result.value else {
            interval = nil
            return
        }
        let found =
            isSmooth
            ? distribution.expandedPercentileInterval(tail: tail)
            : distribution.joinedInterval(
                tail: tail, estimate: value, range: range ?? -.greatestFiniteMagnitude ... .greatestFiniteMagnitude)
        interval = found.map { $0.lower...$0.upper }
    }
}

extension Stability.Figure {
    /// The interval of a least (or greatest) of some metrics, in the light of theirs: it is no greater than any of them,
    /// and where it is the same as one of them in every draw, it has that one's interval as far as the others allow.
    fileprivate func within(
        _ inputs: [(figure: Stability.Figure, isAlike: Bool)], value: Double?, isLeast: Bool
    ) -> Stability.Figure {
        guard let own = interval, let value else { return self }
        let start = inputs.first(where: \.isAlike)?.figure.interval ?? own
        var (low, high) = (start.lowerBound, start.upperBound)
        for input in inputs {
            guard let other = input.figure.interval else { continue }
            if isLeast {
                high = min(high, max(other.upperBound, value))
            } else {
                low = max(low, min(other.lowerBound, value))
            }
        }
        return with(min(low, high)...max(low, high))
    }

    private func with(_ interval: ClosedRange<Double>) -> Stability.Figure {
        Stability.Figure(
            id: id, interval: interval, standardError: standardError, isSmooth: isSmooth, unknownShare: unknownShare)
    }
}

extension MetricResult {
    /// Whether it is the least of its inputs.
    fileprivate var isLeast: Bool {
        if case .aggregate(let aggregate) = metric.rule, aggregate.function == .min { return true }
        return false
    }

    /// The metrics of which it is the least or the greatest.
    fileprivate var inputsOfExtreme: [String] {
        guard case .aggregate(let aggregate) = metric.rule, [.min, .max].contains(aggregate.function) else { return [] }
        return derivation.terms.compactMap { term in
            if case .metric(let id) = term.reference { return id }
            return nil
        }
    }

    /// Whether it is a number by itself, rather than the name of a band, level or verdict.
    fileprivate var isFigure: Bool {
        switch metric.rule {
        case .aggregate, .adjust: true
        case .possible, .level, .band, .verdict, .reference: false
        }
    }
}

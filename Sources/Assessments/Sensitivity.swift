import Questionnaires
import Scoring
import Statistics

/// How far the overall result depends on choices of the method.
public struct Sensitivity: Sendable {
    /// Under weights of the members drawn around their own.
    public let near: Spread
    /// Under any weights at all.
    public let any: Spread
    /// What was varied together, and how much of the variance of the overall result hangs on each.
    public let factors: [Factor]
    /// From where to where nine of ten of those runs lie; nothing where no run has a result.
    public let range: ClosedRange<Double>?
    public let runs: Int

    /// The overall result over many sets of weights.
    public struct Spread: Sendable {
        /// From where to where nine of ten lie.
        public let range: ClosedRange<Double>?
        /// The share of sets that give each band.
        public let bands: [Stability.BandShare]
    }

    /// Something that was chosen and varied.
    public struct Factor: Sendable {
        public let choice: Choice
        /// Nothing where the overall result does not vary.
        public let first: Share?
        public let total: Share?
    }

    /// A share of the variance, as estimated, and its standard error. A share of nothing may fall below 0, by chance.
    public struct Share: Sendable {
        public let value: Double
        public let standardError: Double
    }

    public enum Choice: Sendable, Hashable {
        /// The weight of a metric that goes into the overall result, by its full id.
        case weight(String)
        /// How the members are brought together.
        case mean
        /// What the options stand for.
        case spacing
        /// Whether a don't know is left out or counts as the worst answer.
        case unknown
        /// Whether items take the mean or the median of their answers.
        case pooling
        /// Whether there are caps.
        case caps
    }

    /// - Returns: nothing where the method has no rule for it, or there is no overall band to speak of.
    public init?(_ assessment: Assessment) {
        let scores = assessment.scores
        guard let stability = scores.questionnaire.stability, let rule = stability.sensitivity,
            let overall = OverallResult(scores)
        else { return nil }
        let stream = RandomStream(seed: Stability.seed).split("sensitivity")
        near = Sensitivity.spread(
            overall,
            stability.robustness.flatMap { DirichletWeights(center: overall.weights, concentration: $0.concentration) },
            draws: rule.draws, stream: stream.split("near"))
        any = Sensitivity.spread(
            overall, DirichletWeights(flat: overall.weights.count), draws: rule.draws, stream: stream.split("any"))
        let model = SensitivityModel(scores, overall: overall, rule: rule, means: stability.robustness?.means ?? [])
        let indices = SobolIndices(
            factors: model.factors, rows: rule.rows, stream: stream.split("choices"), model: model.result)
        factors = model.choices.enumerated().map { place, choice in
            Factor(
                choice: choice, first: (indices?.first?[place]).map(Share.init),
                total: (indices?.total?[place]).map(Share.init))
        }
        range = indices.flatMap { Sensitivity.range($0.figure) }
        runs = indices?.runs ?? 0
    }

    private static func spread(
        _ overall: OverallResult, _ weights: DirichletWeights?, draws: Int, stream: RandomStream
    ) -> Spread {
        guard let weights else { return Spread(range: nil, bands: []) }
        let outcomes = weights.outcomes(draws: 0..<draws, stream: stream) {
            overall.result(overall.values, weights: $0, by: nil)
        }
        return Spread(
            range: range(DrawDistribution(outcomes)),
            bands: overall.bands.shares(outcomes).map { Stability.BandShare(band: $0.band, share: $0.share) })
    }

    /// Nine of ten.
    private static func range(_ distribution: DrawDistribution) -> ClosedRange<Double>? {
        distribution.quantile(0.05).flatMap { low in distribution.quantile(0.95).map { low...max(low, $0) } }
    }
}

extension Sensitivity.Share {
    fileprivate init(_ index: SobolIndices.Index) {
        value = index.value
        standardError = index.standardError
    }
}

/// The overall result as a function of what was chosen.
private final class SensitivityModel {
    private(set) var choices: [Sensitivity.Choice] = []
    private(set) var factors: [SensitivityFactor] = []
    private let overall: OverallResult
    private let means: [OverallMean?]
    private let spacings: [Double]
    private var weighted: WeightedScores
    /// The values of the members under choices that were met before.
    private var known: [ScoringChoices: [Double]] = [:]

    init(_ scores: Scores, overall: OverallResult, rule: SensitivityRule, means: [OverallMean]) {
        self.overall = overall
        self.means = [nil] + overall.others(means)
        spacings = [1] + rule.spacings
        weighted = WeightedScores(scores, metrics: overall.inputs)
        for input in overall.inputs { add(.weight(input), .number(1 - rule.weightChange...1 + rule.weightChange)) }
        if self.means.count > 1 { add(.mean, .choice(self.means.count)) }
        if spacings.count > 1 { add(.spacing, .choice(spacings.count)) }
        add(.unknown, .choice(2))
        // Of one response mean and median are the same.
        if scores.respondents.values.reduce(0, +) > 1 { add(.pooling, .choice(2)) }
        if scores.questionnaire.presentation?.cap != nil { add(.caps, .choice(2)) }
    }

    private func add(_ choice: Sensitivity.Choice, _ factor: SensitivityFactor) {
        choices.append(choice)
        factors.append(factor)
    }

    func result(_ inputs: [Double]) -> Double? {
        var scoring = ScoringChoices()
        var weights = overall.weights
        var mean: OverallMean?
        for (place, (choice, input)) in zip(choices, inputs).enumerated() {
            switch choice {
            case .weight: weights[place] *= input
            case .mean: mean = means[Int(input)]
            case .spacing: scoring.spacing = spacings[Int(input)]
            case .unknown: scoring.countsUnknownAsWorst = input > 0
            case .pooling: scoring.takesMedian = input > 0
            case .caps: scoring.ignoresTables = input > 0
            }
        }
        let values = values(scoring)
        guard values.allSatisfy({ !$0.isNaN }) else { return nil }
        return overall.result(values, weights: weights, by: mean)
    }

    private func values(_ scoring: ScoringChoices) -> [Double] {
        if let values = known[scoring] { return values }
        var values = [Double](repeating: .nan, count: overall.inputs.count)
        weighted.run(scoring, into: &values)
        known[scoring] = values
        return values
    }
}

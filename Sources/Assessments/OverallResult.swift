import Questionnaires
import Scoring
import Statistics

/// How the results of members become the overall one, so that other ways can be tried.
struct OverallResult {
    /// Full ids of the metrics that go in, their values and weights.
    let inputs: [String]
    let values: [Double]
    let weights: [Double]
    let bands: OverallBands
    /// The place of the band that it has.
    let band: Int
    private let function: Aggregate.Function

    /// - Returns: nothing where the overall result has no band, is not made of metrics by a mean, a median, a least or a
    ///   greatest value, or one of its inputs has no value.
    init?(_ scores: Scores) {
        guard let bands = OverallBands(scores), let overall = scores.metric(bands.metric), let value = overall.value,
            let band = bands.place(value), case .aggregate(let aggregate) = overall.metric.rule
        else { return nil }
        switch aggregate.function {
        case .mean, .geometricMean, .min, .max, .median: break
        case .sum, .quantile, .share, .count: return nil
        }
        var inputs: [String] = []
        var values: [Double] = []
        for term in overall.derivation.terms {
            guard case .metric(let id) = term.reference, let entered = term.entered else { return nil }
            inputs.append(id)
            values.append(entered)
        }
        guard !inputs.isEmpty else { return nil }
        self.inputs = inputs
        self.values = values
        weights = overall.derivation.terms.map(\.weight)
        self.bands = bands
        self.band = band
        function = aggregate.function
    }

    /// The way of the definition, as one of the known means; nothing where it is none of them.
    var own: OverallMean? {
        switch function {
        case .mean: .arithmetic
        case .geometricMean: .geometric
        case .min: .min
        case .median: .median
        case .max, .sum, .quantile, .share, .count: nil
        }
    }

    /// Ways that are tried beside that of the definition.
    func others(_ means: [OverallMean]) -> [OverallMean] {
        OverallMean.allCases.filter { means.contains($0) && $0 != own }
    }

    /// The overall result of values and weights, by the way of the definition or another.
    func result(_ values: [Double], weights: [Double], by mean: OverallMean?) -> Double? {
        switch mean ?? own {
        case .arithmetic: return Mean.arithmetic(values, weights: weights)
        case .geometric:
            var offset = 0.0
            if case .geometricMean(let own) = function { offset = own }
            return Mean.geometric(values, weights: weights, offset: offset)
        case .min: return values.min()
        case .median: return Quantile.interpolated(values, probability: 0.5)
        case nil: return values.max()
        }
    }
}

public import Questionnaires
import Scoring
import Statistics

/// What one item adds to the change of a metric.
public struct WaveContribution: Sendable {
    public let item: Item
    /// The value of the item in either wave.
    public let earlier: Double
    public let later: Double
    /// Its part in the change of the metric; the parts of all items add up to that change.
    public let amount: Double
    /// What of that comes from other ratings, and what from other people; nothing where they cannot be told apart.
    public let causes: WaveCauses?
}

/// Takes the change of a metric apart into items.
///
/// The part of item i is its change times its pull, aᵢ = λᵢ (x′ᵢ − xᵢ) with λᵢ = ∫₀¹ ∂M/∂xᵢ (x + t (x′ − x)) dt: all
/// items are thought to go evenly from their earlier to their later value (R. J. Aumann and L. S. Shapley, "Values of
/// non-atomic games", 1974). In a mean or sum the pull is the item's share of the weight. For the greatest or smallest
/// of several it is the time for which the item is that, and those that are equally great share it. The parts add up to
/// the change, do not depend on any order, and turn their signs when the waves are swapped. Whatever the change of an
/// item is a sum of, such as ``WaveCauses``, the same pull takes each summand to its part in the metric.
struct WaveDecomposition {
    private let metrics: [MetricInFull]
    private let places: [String: Int]
    /// The values of the items that count, by their place in the questionnaire.
    private let earlier: [Int: Double]
    private let later: [Int: Double]

    init(_ metrics: [MetricInFull], earlier: [Int: Double], later: [Int: Double]) {
        self.metrics = metrics
        places = Dictionary(metrics.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.earlier = earlier
        self.later = later
    }

    /// The pulls by the place of the item; nothing for kinds of metrics that cannot be taken apart.
    func pulls(of metric: String) -> [Int: Double]? { places[metric].flatMap(pulls) }

    /// The parts by the place of the item.
    func parts(of metric: String) -> [Int: Double]? {
        pulls(of: metric).map { pulls in
            Dictionary(
                pulls.map { ($0, $1 * ((later[$0] ?? 0) - (earlier[$0] ?? 0))) },
                uniquingKeysWith: { first, _ in first }
            )
        }
    }

    private func pulls(at place: Int) -> [Int: Double]? {
        guard case .aggregate(let aggregate) = metrics[place].rule, aggregate.through == nil, aggregate.channel == nil
        else { return nil }
        switch metrics[place].inputs {
        case .items(let inputs):
            let known = inputs.filter { earlier[$0.index] != nil && later[$0.index] != nil }
            switch aggregate.function {
            case .sum: return linear(known, divisor: 1)
            case .mean: return linear(known, divisor: known.reduce(0) { $0 + $1.weight })
            case .max: return extreme(known.map(\.index), sign: 1)
            case .min: return extreme(known.map(\.index), sign: -1)
            case .median, .quantile, .geometricMean, .share, .count: return nil
            }
        case .metrics(let inputs):
            let divisor: Double
            switch aggregate.function {
            case .sum: divisor = 1
            case .mean: divisor = inputs.reduce(0) { $0 + $1.weight }
            case .min, .max, .median, .quantile, .geometricMean, .share, .count: return nil
            }
            guard divisor > 0 else { return nil }
            var sum: [Int: Double] = [:]
            for input in inputs {
                guard let pulls = pulls(at: input.index) else { return nil }
                for (item, pull) in pulls { sum[item, default: 0] += pull * input.weight / divisor }
            }
            return sum
        }
    }

    private func linear(_ inputs: [MetricInFull.Input], divisor: Double) -> [Int: Double]? {
        guard divisor > 0 else { return nil }
        return Dictionary(inputs.map { ($0.index, $0.weight / divisor) }, uniquingKeysWith: { first, _ in first })
    }

    /// The pulls in the change of the greatest (sign 1) or smallest (sign −1) of several values.
    private func extreme(_ items: [Int], sign: Double) -> [Int: Double]? {
        let lines = items.sorted().map { item -> (item: Int, start: Double, slope: Double) in
            let from = earlier[item] ?? 0
            return (item, sign * from, sign * ((later[item] ?? 0) - from))
        }
        // Between the moments at which two lines cross, the same one is the greatest.
        var moments = [0.0, 1.0]
        for (index, first) in lines.enumerated() {
            for second in lines.dropFirst(index + 1) where first.slope != second.slope {
                let moment = (second.start - first.start) / (first.slope - second.slope)
                if moment > 0, moment < 1 { moments.append(moment) }
            }
        }
        moments.sort()
        var pulls = Dictionary(items.map { ($0, 0.0) }, uniquingKeysWith: { first, _ in first })
        for (start, end) in zip(moments, moments.dropFirst()) where end > start {
            let middle = (start + end) / 2
            let heights = lines.map { $0.start + middle * $0.slope }
            guard let top = heights.max() else { return pulls }
            let leaders = lines.indices.filter { Tolerance.isAtLeast(heights[$0], top) }
            for leader in leaders { pulls[lines[leader].item, default: 0] += (end - start) / Double(leaders.count) }
        }
        return pulls
    }
}

import Questionnaires
import Scoring
import Statistics

/// What metrics came to in each draw of respondents.
struct StabilityDraws {
    let draws: Int
    /// By metric and draw; not a number where there is none.
    private let values: [Double]

    /// Draw number i has the child i of the stream, so that nothing depends on the order in which draws are made.
    init(
        _ weighted: WeightedScores, people: BootstrapWeights, draws: Int, stream: RandomStream, by workers: any Workers
    ) {
        let metrics = weighted.metrics
        let parts = min(StabilityDraws.parts, draws)
        let outcomes = workers.map(parts) { part in
            var weighted = weighted
            var outcome = [Double](repeating: .nan, count: metrics)
            var outcomes: [Double] = []
            people.forEachDraw(draws * part / parts..<draws * (part + 1) / parts, stream: stream) { _, weights in
                weighted.run(weights, into: &outcome)
                outcomes += outcome
            }
            return outcomes
        }
        var values = [Double](repeating: .nan, count: metrics * draws)
        for (place, outcome) in outcomes.joined().enumerated() {
            values[place % metrics * draws + place / metrics] = outcome
        }
        self.draws = draws
        self.values = values
    }

    /// In how many parts the draws are made.
    private static let parts = 8

    func outcomes(_ metric: Int) -> [Double?] {
        values[metric * draws..<(metric + 1) * draws].map { $0.isNaN ? nil : $0 }
    }

    /// Whether two metrics have the same value in every draw.
    func isAlike(_ first: Int, _ second: Int) -> Bool {
        (0..<draws).allSatisfy { values[first * draws + $0] == values[second * draws + $0] }
    }

    /// The share of draws in which something holds of metrics; a draw in which one of them is not known does not count
    /// as one in which it holds.
    func share(where holds: ((Int) -> Double) -> Bool) -> Double {
        let count = (0..<draws).count { draw in holds { values[$0 * draws + draw] } }
        return Double(count) / Double(draws)
    }

    /// For each of some metrics, the share of draws in which none is lower; those alike share a draw.
    func weakestShares(_ members: [(id: String, place: Int)]) -> [String: Double] {
        var shares: [String: Double] = [:]
        var known = 0
        for draw in 0..<draws {
            let scores = members.map { values[$0.place * draws + draw] }.filter { !$0.isNaN }
            guard let least = scores.min() else { continue }
            known += 1
            let lowest = members.filter { Tolerance.isAtMost(values[$0.place * draws + draw], least) }
            for member in lowest { shares[member.id, default: 0] += 1 / Double(lowest.count) }
        }
        return shares.mapValues { $0 / Double(max(1, known)) }
    }

    /// The share of the draws with an overall result in which it lies in each of its bands.
    func bandShares(_ scores: Scores, places: [String: Int]) -> [Stability.BandShare] {
        guard let bands = OverallBands(scores), let place = places[bands.metric] else { return [] }
        let outcomes = outcomes(place)
        return bands.shares(outcomes).map { Stability.BandShare(band: $0.band, share: $0.share) }
    }
}

/// The bands of the overall result.
struct OverallBands {
    /// The full id of the metric that is put into bands.
    let metric: String
    let intervals: [BandSet.Interval]

    /// - Returns: nothing where the questionnaire presents no band of its overall result.
    init?(_ scores: Scores) {
        guard let presentation = scores.questionnaire.presentation, let overall = presentation.overall,
            let band = presentation.overallBand.flatMap(scores.metric), case .band(let rule) = band.metric.rule,
            rule.relativeTo == nil, rule.metric == overall
        else { return nil }
        metric = overall
        intervals = rule.bands.intervals
    }

    /// The place of the band of a number.
    func place(_ number: Double) -> Int? { intervals.firstIndex { $0.contains(number) } }

    /// The share of known numbers in each band.
    func shares(_ numbers: [Double?]) -> [(band: BandSet.Interval, share: Double)] {
        var counts = [Int](repeating: 0, count: intervals.count)
        var known = 0
        for case let number? in numbers {
            known += 1
            if let place = place(number) { counts[place] += 1 }
        }
        return zip(intervals, counts).map { ($0, Double($1) / Double(max(1, known))) }
    }
}

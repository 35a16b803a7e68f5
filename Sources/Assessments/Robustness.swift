public import Questionnaires
public import Scoring
import Statistics

/// Whether the band of the overall result would be another, had the office or the method chosen otherwise.
public struct Robustness: Sendable {
    public let band: BandSet.Interval
    /// The share of other weights of the members, drawn around their own, under which the band stays.
    public let keptShare: Double
    /// Whether that is as much as the method calls kept.
    public let isKeptByWeights: Bool
    /// Other ways to bring the members together that were tried, and the band each gives.
    public let means: [(mean: OverallMean, band: BandSet.Interval?)]
    /// How many single answers could be one option higher or lower, counting those alike once, and how many of these
    /// moves would change the band.
    public let moves: Int
    public let changingMoves: Int
    /// Groups of roles without which the band would be another, and those of which that is not known.
    public let changingGroups: [RoleGroup]
    public let unknownGroups: [RoleGroup]

    /// The ways to bring the members together that would change the band.
    public var changingMeans: [OverallMean] { means.filter { $0.band?.id != band.id }.map(\.mean) }

    /// Whether nothing that was tried would change the band.
    public var isKept: Bool {
        isKeptByWeights && changingMeans.isEmpty && changingMoves == 0 && changingGroups.isEmpty
    }

    /// - Parameter without: the values of all metrics without each group.
    /// - Returns: nothing where the method has no rule for it, or there is no band to speak of.
    init?(scores: Scores, without: [LeftOutGroup]) {
        guard let rule = scores.questionnaire.stability?.robustness, let overall = OverallResult(scores) else {
            return nil
        }
        let intervals = overall.bands.intervals
        band = intervals[overall.band]
        var kept = 1.0
        if let weights = DirichletWeights(center: overall.weights, concentration: rule.concentration) {
            let outcomes = weights.outcomes(
                draws: 0..<rule.draws, stream: RandomStream(seed: Stability.seed).split("robustness")
            ) { overall.result(overall.values, weights: $0, by: nil).flatMap(overall.bands.place) }
            kept = Double(outcomes.count { $0 == overall.band }) / Double(rule.draws)
        }
        keptShare = kept
        isKeptByWeights = Tolerance.isAtLeast(kept, rule.keptShare)
        means = overall.others(rule.means).map { mean in
            let value = overall.result(overall.values, weights: overall.weights, by: mean)
            return (mean, value.flatMap(overall.bands.place).map { intervals[$0] })
        }
        var moves = 0
        var changing = 0
        var weighted = WeightedScores(scores, metrics: [overall.bands.metric])
        weighted.forEachMove { values in
            moves += 1
            if overall.bands.place(values[0]) != overall.band { changing += 1 }
        }
        self.moves = moves
        changingMoves = changing
        let place = scores.metrics.firstIndex { $0.id == overall.bands.metric }
        let bands = without.map { left in
            (group: left.group, band: place.flatMap { left.values?[$0] }.flatMap(overall.bands.place))
        }
        changingGroups = bands.filter { $0.band.map { $0 != overall.band } ?? false }.map(\.group)
        unknownGroups = bands.filter { $0.band == nil }.map(\.group)
    }
}

/// The values of all metrics without one group of roles; nothing where too few would be left.
struct LeftOutGroup: Sendable {
    let group: RoleGroup
    let values: [Double?]?

    static func all(_ scores: Scores, by workers: any Workers) -> [LeftOutGroup] {
        let groups = scores.groups
        return workers.map(groups.count) { LeftOutGroup(group: groups[$0], values: scores.values(without: groups[$0])) }
    }
}

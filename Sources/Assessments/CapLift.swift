public import Questionnaires
import Scoring
import Statistics

/// The least that would lift a binding cap: one cap often needs several blockers to fall at once.
public struct CapLift: Sendable {
    /// The blockers that all have to fall.
    public let blockers: [String]
    /// The smallest set of recommendations that brings that about, by number, then effort, then id; nothing where no
    /// recommendation does.
    public let recommendations: [Recommendation]?
    /// Cap and score after that.
    public let capThen: Double?
    public let scoreThen: Double?

    /// More recommendations than this at a time are not a next step any more.
    private static let largestSet = 3

    init(cap: MetricResult?, score: MetricResult, scores: Scores) {
        let blockers = cap?.derivation.decidedBy.map(\.id) ?? []
        self.blockers = blockers
        let candidates = scores.questionnaire.recommendations
            .filter { $0.removes.contains { blockers.contains($0.item) } && $0.when.flatMap(scores.holds) != false }
            .sorted { $0.id < $1.id }
        guard let now = cap?.value, let capIndex = scores.metrics.firstIndex(where: { $0.id == cap?.id }),
            let scoreIndex = scores.metrics.firstIndex(where: { $0.id == score.id })
        else {
            (recommendations, capThen, scoreThen) = (nil, nil, nil)
            return
        }
        for size in 1...CapLift.largestSet where size <= candidates.count {
            var best: (set: [Recommendation], values: [Double?], effort: Int)?
            for set in CapLift.subsets(of: candidates[...], size: size) {
                let values = scores.values(after: set.flatMap(\.changes))
                guard let then = values[capIndex], Tolerance.isAbove(then, now) else { continue }
                let effort = set.reduce(0) { $0 + $1.effortDays }
                if let best, best.effort <= effort { continue }
                best = (set, values, effort)
            }
            if let best {
                recommendations = best.set
                capThen = best.values[capIndex]
                scoreThen = best.values[scoreIndex]
                return
            }
        }
        (recommendations, capThen, scoreThen) = (nil, nil, nil)
    }

    private static func subsets(of all: ArraySlice<Recommendation>, size: Int) -> [[Recommendation]] {
        guard size > 0 else { return [[]] }
        guard let first = all.first, all.count >= size else { return [] }
        return subsets(of: all.dropFirst(), size: size - 1).map { [first] + $0 }
            + subsets(of: all.dropFirst(), size: size)
    }
}

extension Recommendation {
    /// What doing it would change.
    var changes: [Scores.Change] {
        builds.map { Scores.Change(item: $0.item, floor: $0.value) }
            + removes.map { Scores.Change(item: $0.item, ceiling: $0.value, gateCeiling: $0.gatePosition) }
    }
}

import Questionnaires

/// The metrics of a wave when each respondent counts as often as a weight says. In a role of very many people, random
/// groups of them have weights in their place.
///
/// Groups of roles, what is held back and what is withheld stay as they are in the wave; values, gate ratings, weights
/// of merged roles, caps and all that rests on them are worked out anew. With a weight of 1 for everybody they are the
/// wave's own, and with whole weights those of a wave in which people answered that often.
public struct WeightedScores: Sendable {
    /// How many have a weight: respondents, or groups of them.
    public var units: Int { program.answers.units }
    /// The group of roles of each unit, as a place among the ``Scores/groups``.
    public var groups: [Int] { program.answers.groups }

    /// How many metrics are worked out.
    public var metrics: Int { places.count }

    private let questionnaire: Questionnaire
    private let places: [Int]
    private var program: MetricProgram

    /// - Parameter metrics: full ids of the metrics that are wanted, as in `technology.score`.
    public init(_ scores: Scores, metrics: [String]) {
        questionnaire = scores.questionnaire
        let program = MetricProgram(scores, metrics: Set(metrics))
        places = metrics.map { program.graph.index[$0] ?? -1 }
        self.program = program
    }

    /// Works the metrics out.
    ///
    /// - Parameters:
    ///   - weights: how often each unit counts.
    ///   - values: gets the values in the order in which the metrics were named; not a number where there is none.
    public mutating func run(_ weights: [Double], into values: inout [Double]) {
        program.run(weights)
        WeightedScores.read(program.outcomes, places, into: &values)
    }

    /// Works the metrics out under other choices, everybody counting once.
    public mutating func run(_ choices: ScoringChoices, into values: inout [Double]) {
        program.run([Double](repeating: 1, count: units))
        program.run(choices)
        WeightedScores.read(program.outcomes, places, into: &values)
        program.run(ScoringChoices())
    }

    /// What the metrics come to when one answer is one option higher or lower, for each such move.
    ///
    /// - Parameter body: gets the values, which it must not keep.
    public mutating func forEachMove(_ body: (_ values: [Double]) -> Void) {
        program.run([Double](repeating: 1, count: units))
        var values = [Double](repeating: .nan, count: places.count)
        let places = places
        program.forEachMove { outcomes in
            WeightedScores.read(outcomes, places, into: &values)
            body(values)
        }
    }

    private static func read(_ outcomes: [MetricOutcome], _ places: [Int], into values: inout [Double]) {
        for (index, place) in places.enumerated() {
            values[index] = place < 0 ? .nan : outcomes[place].value ?? .nan
        }
    }

    /// Whether each metric moves smoothly with the weights: means and sums do; a greatest or least value, a cap and a
    /// rule with conditions do not.
    public var isSmooth: [Bool] {
        var smooth: [Bool] = []
        for node in program.graph.nodes { smooth.append(node.isSmooth(after: smooth)) }
        return places.map { $0 >= 0 && smooth[$0] }
    }

    /// Between which numbers each metric can lie, whatever is answered; nothing where there is no telling.
    public var ranges: [ClosedRange<Double>?] {
        let graph = program.graph
        let evaluation = Evaluation(
            graph: graph, estimates: ItemEstimates(blank: questionnaire, keys: graph.keys),
            coverages: graph.nodes.map { _ in nil }, isWithheld: graph.nodes.map { _ in false }, asOf: nil,
            subjects: [:])
        let unknown = graph.nodes.map { _ in MetricOutcome.withheld }
        let prospects = evaluation.prospects(outcomes: unknown)
        return places.map { $0 < 0 ? nil : prospects[$0].range }
    }

    /// What each unit counts in a metric, where roles do not all count alike: the weight of the group over its respondents,
    /// averaged over the items on which the metric rests. The square of what a unit of many counts is the sum of the
    /// squares of what they count.
    ///
    /// - Returns: nothing where all groups have the same weight, or respondents count by themselves.
    public func counts(ofMetric index: Int) -> [Double]? {
        guard places[index] >= 0, questionnaire.pool.value == .roleBalancedMean else { return nil }
        let leaves = program.graph.leaves(of: program.graph.nodes[places[index]])
        let sizes = program.answers.groupSizes
        var counts = [Double](repeating: 0, count: units)
        var isAlike = true
        for leaf in leaves {
            let item = questionnaire.items[leaf]
            let weights = program.answers.groupWeights(ofItem: leaf)
            guard let first = weights.first, let least = weights.min(), let greatest = weights.max() else { continue }
            if least != first || greatest != first { isAlike = false }
            let total = weights.reduce(0, +)
            guard total > 0 else { continue }
            for (unit, group) in groups.enumerated() {
                counts[unit] += item.weight * weights[group] / total / sizes[group]
            }
        }
        return isAlike ? nil : zip(counts, program.answers.people).map { $0 * $1.squareRoot() }
    }
}

extension MetricGraph.Node {
    /// - Parameter earlier: of the nodes before it.
    fileprivate func isSmooth(after earlier: [Bool]) -> Bool {
        switch rule {
        case .aggregate(let aggregate):
            guard aggregate.through == nil, aggregate.incomplete == nil else { return false }
            switch aggregate.function {
            case .sum, .mean, .geometricMean: break
            case .min, .max, .median, .quantile, .share, .count: return false
            }
            guard case .metrics(let inputs) = inputs else { return true }
            return inputs.allSatisfy { earlier[$0.index] }
        case .band:
            guard case .metrics(let inputs) = inputs else { return false }
            return inputs.allSatisfy { earlier[$0.index] }
        case .possible, .reference: return true
        case .adjust, .level, .verdict: return false
        }
    }
}

import Questionnaires
import Responses
import Scoring

extension Rule {
    static let numberOutsideBands = Rule(
        "numberOutsideBands", "bands that leave out a number which the metric can take",
        why: """
            With such answers the report names no band. The answers are worked through with every item at its lowest \
            and highest value, and at its worst and best. An outer band without an outer edge holds all the rest.
            """,
        bad: """
            {
              "bands": [{"id": "points", "intervals": [
                {"id": "low", "from": 0, "upTo": 50}, {"id": "high", "above": 50, "upTo": 100}]}],
              "metrics": [{"define": [
                {"id": "score", "title": "Score", "aggregate": "mean", "of": {"items": {}}},
                {"id": "loss", "title": "Loss", "aggregate": "sum", "of": {"metrics": {"score": -100}}},
                {"id": "band", "title": "Band", "band": "loss", "in": "points"}]}]
            }
            """,
        at: "$.metrics[0].define[2].in",
        good: """
            {
              "bands": [{"id": "points", "intervals": [
                {"id": "low", "from": 0, "upTo": 50}, {"id": "high", "above": 50, "upTo": 100}]}],
              "metrics": [{"define": [
                {"id": "score", "title": "Score", "aggregate": "mean", "of": {"items": {}}},
                {"id": "points", "title": "Points", "aggregate": "sum", "of": {"metrics": {"score": 100}}},
                {"id": "band", "title": "Band", "band": "points", "in": "points"}]}]
            }
            """
    ) { facts in
        let bands = facts.defined.filter { _, metric, _ in
            guard case .band(let rule) = metric.rule else { return false }
            // Holes between bands are found when the definition is read.
            return rule.bands.intervals.first?.lower != nil || rule.bands.intervals.last?.upper != nil
        }
        if bands.isEmpty { return [] }
        let extremes = Extreme.allCases.map { ($0, $0.scores(of: facts.questionnaire)) }
        return bands.compactMap { definition, metric, places in
            guard case .band(let rule) = metric.rule else { return nil }
            for (extreme, scores) in extremes {
                for result in places.compactMap({ scores.metric(facts.metrics[$0].id) }) {
                    guard let number = result.value, result.band == nil, rule.bands.isOutside(number) else { continue }
                    return Flaw(
                        definition.part, ["in"],
                        "when every item has its \(extreme.rawValue), the number is \(number.rounded), which lies in no "
                            + "band of \"\(rule.bands.id)\"",
                        "leave out the outer edges of the first and the last band, or move them")
                }
            }
            return nil
        }
    }
}

extension BandSet {
    /// Whether a number lies before the first or behind the last band.
    fileprivate func isOutside(_ number: Double) -> Bool {
        let isBelow = intervals.first?.lower.map { number <= $0.value } ?? false
        let isAbove = intervals.last?.upper.map { number >= $0.value } ?? false
        return interval(of: number) == nil && (isBelow || isAbove)
    }
}

extension Double {
    /// With no more decimals than anyone reads.
    fileprivate var rounded: String {
        let scaled = (self * 10_000).rounded() / 10_000
        return (scaled.isFinite ? scaled : self).plain
    }
}

/// Answers at one end.
private enum Extreme: String, CaseIterable {
    case lowest = "lowest value"
    case highest = "highest value"
    case worst = "worst answer"
    case best = "best answer"

    func scores(of questionnaire: Questionnaire) -> Scores {
        var answers: [String: Answer] = [:]
        for item in questionnaire.items {
            answers[item.id] = item.answer(atUpperEnd: isUpper(for: item)).map { Answer($0) }
        }
        let response = Response(
            respondent: "r", role: questionnaire.roles.first?.id ?? "any", wave: "w", answers: answers)
        return Scores(
            questionnaire: questionnaire, wave: Wave(id: "w", collection: .consensus), responses: [response])
    }

    private func isUpper(for item: Item) -> Bool {
        switch self {
        case .lowest: false
        case .highest: true
        case .worst: item.direction == .blocker
        case .best: item.direction != .blocker
        }
    }
}

extension Item {
    /// The answer that stands for the greatest or the least value; nothing for words.
    fileprivate func answer(atUpperEnd isUpper: Bool) -> Answer.Content? {
        func extreme(_ candidates: [(content: Answer.Content, value: Double)]) -> Answer.Content? {
            (isUpper ? candidates.max { $0.value < $1.value } : candidates.min { $0.value < $1.value })?.content
        }
        switch answering {
        case .text: return nil
        case .singleChoice:
            return extreme(scale.options.enumerated().map { (.option(position: $0), $1.value) })
        case .multipleChoice:
            let together = scale.options.indices.filter { !scale.options[$0].isExclusive }
            let sets =
                [[], together, together.filter { scale.options[$0].value > 0 }]
                + [together.filter { scale.options[$0].value < 0 }] + scale.options.indices.map { [$0] }
            return extreme(sets.map { (.options(positions: $0), value(ofOptions: $0)) })
        case .number(let line):
            let places = line.points.map { point in
                min(max(point.place, line.lowest ?? point.place), line.highest ?? .infinity)
            }
            return extreme(places.map { (.number($0), line.value(of: $0)) })
        }
    }
}

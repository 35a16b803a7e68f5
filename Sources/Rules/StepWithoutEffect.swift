import Questionnaires
import Scoring

extension Rule {
    static let stepWithoutEffect = Rule(
        "stepWithoutEffect", "a step of an adjustment that changes nothing",
        why: "It multiplies by 1, adds 0, or sets a limit that the number before it cannot cross.",
        bad: """
            {
              "metrics": [{"define": [
                {"id": "score", "title": "Score", "aggregate": "mean", "of": {"items": {}}},
                {"id": "capped", "title": "Capped", "adjust": "score", "steps": [{"cap": 75}]}]}]
            }
            """,
        at: "$.metrics[0].define[1].steps[0]",
        good: """
            {
              "metrics": [{"define": [
                {"id": "score", "title": "Score", "aggregate": "mean", "of": {"items": {}}},
                {"id": "capped", "title": "Capped", "adjust": "score", "steps": [{"cap": 0.75}]}]}]
            }
            """
    ) { facts in
        facts.defined.flatMap { definition, metric, places -> [Flaw] in
            guard case .adjust(let rule) = metric.rule, !places.isEmpty else { return [] }
            var idle = Set(rule.steps.indices)
            for place in places {
                guard case .adjust(let rule) = facts.metrics[place].rule, let start = facts.index[rule.metric] else {
                    return []
                }
                func range(_ id: String) -> ClosedRange<Double>? { facts.index[id].map { facts.ranges[$0] } }
                let before = MetricRanges.steps(of: rule, from: facts.ranges[start], range: range)
                idle = idle.filter { rule.steps[$0].change.isIdle(on: before[$0]) }
            }
            return idle.sorted().map { step in
                Flaw(
                    definition.part, ["steps", .index(step)], "the step never changes the number",
                    "change the amount, or remove the step")
            }
        }
    }
}

extension AdjustRule.Change {
    /// Whether no number of a range becomes another.
    fileprivate func isIdle(on range: ClosedRange<Double>) -> Bool {
        switch self {
        case .scale(.number(let factor)): factor == 1
        case .add(.number(let number)): number == 0
        case .cap(.number(let most)): range.upperBound <= most
        case .floor(.number(let least)): range.lowerBound >= least
        case .scale(.metric), .add(.metric), .cap(.metric), .floor(.metric), .round: false
        }
    }
}

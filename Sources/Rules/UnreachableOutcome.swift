import Questionnaires

extension Rule {
    static let unreachableOutcome = Rule(
        "unreachableOutcome", "an outcome of a verdict that no rule names",
        why: "A report lists it among what could have come out, but nothing ever leads to it.",
        bad: """
            {
              "metrics": [{"define": [
                {"id": "score", "title": "Score", "aggregate": "mean", "of": {"items": {}}},
                {"id": "advice", "title": "Advice", "verdict": {
                  "outcomes": [{"id": "wait", "title": "Wait"}, {"id": "try", "title": "Try"}, {"id": "go", "title": "Go"}],
                  "rules": [{"when": {"metric": "score", "value": {"atLeast": 0.5}}, "is": "go"}],
                  "otherwise": {"is": "wait"}}}]}]
            }
            """,
        at: "$.metrics[0].define[1].verdict.outcomes[1].id",
        good: """
            {
              "metrics": [{"define": [
                {"id": "score", "title": "Score", "aggregate": "mean", "of": {"items": {}}},
                {"id": "advice", "title": "Advice", "verdict": {
                  "outcomes": [{"id": "wait", "title": "Wait"}, {"id": "go", "title": "Go"}],
                  "rules": [{"when": {"metric": "score", "value": {"atLeast": 0.5}}, "is": "go"}],
                  "otherwise": {"is": "wait"}}}]}]
            }
            """
    ) { facts in
        facts.defined.flatMap { definition, metric, _ -> [Flaw] in
            guard case .verdict(let verdict) = metric.rule else { return [] }
            let named = Set((verdict.rules.map(\.conclusion) + [verdict.otherwise]).map(\.outcome))
            return verdict.outcomes.enumerated().filter { !named.contains($0.element.id) }.map { place, outcome in
                Flaw(
                    definition.part, ["verdict", "outcomes", .index(place), "id"],
                    "no rule leads to the outcome \"\(outcome.id)\"",
                    "add a rule that names it, or remove the outcome")
            }
        }
    }
}

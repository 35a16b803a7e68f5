import Questionnaires

extension Rule {
    static let conditionAlwaysFalse = Rule(
        "conditionAlwaysFalse", "a condition that nothing can satisfy",
        why: """
            What it leads to never happens: a number is compared with one that it never reaches, or the parts of an \
            "all" contradict each other. Conditions that hide an item for good are found by unreachableItem.
            """,
        bad: """
            {
              "metrics": [{"define": [
                {"id": "score", "title": "Score", "aggregate": "mean", "of": {"items": {}}},
                {"id": "capped", "title": "Capped", "adjust": "score", "steps": [
                  {"when": {"metric": "score", "value": {"above": 75}}, "cap": 0.5}]}]}]
            }
            """,
        at: "$.metrics[0].define[1].steps[0].when",
        good: """
            {
              "metrics": [{"define": [
                {"id": "score", "title": "Score", "aggregate": "mean", "of": {"items": {}}},
                {"id": "capped", "title": "Capped", "adjust": "score", "steps": [
                  {"when": {"metric": "score", "value": {"above": 0.75}}, "cap": 0.5}]}]}]
            }
            """
    ) { facts in
        facts.judgements.filter { $0.result == .never && !$0.isWholeVisibility }.map { judgement in
            Flaw(
                judgement.part, judgement.steps, "the condition never holds\(judgement.reason)",
                "remove it, or compare with something that can turn out either way")
        }
    }
}

import Questionnaires
import Scoring

extension Rule {
    static let shadowedVerdict = Rule(
        "shadowedVerdict", "a rule of a verdict that an earlier one always forestalls",
        why:
            "The first rule that holds decides; this one can hold only when an earlier one does. Put the stricter first.",
        bad: """
            {
              "metrics": [{"define": [
                {"id": "score", "title": "Score", "aggregate": "mean", "of": {"items": {}}},
                {"id": "advice", "title": "Advice", "verdict": {
                  "outcomes": [{"id": "wait", "title": "Wait"}, {"id": "go", "title": "Go"}, {"id": "run", "title": "Run"}],
                  "rules": [
                    {"when": {"metric": "score", "value": {"atLeast": 0.5}}, "is": "go"},
                    {"when": {"metric": "score", "value": {"atLeast": 0.8}}, "is": "run"}],
                  "otherwise": {"is": "wait"}}}]}]
            }
            """,
        at: "$.metrics[0].define[1].verdict.rules[1].when",
        good: """
            {
              "metrics": [{"define": [
                {"id": "score", "title": "Score", "aggregate": "mean", "of": {"items": {}}},
                {"id": "advice", "title": "Advice", "verdict": {
                  "outcomes": [{"id": "wait", "title": "Wait"}, {"id": "go", "title": "Go"}, {"id": "run", "title": "Run"}],
                  "rules": [
                    {"when": {"metric": "score", "value": {"atLeast": 0.8}}, "is": "run"},
                    {"when": {"metric": "score", "value": {"atLeast": 0.5}}, "is": "go"}],
                  "otherwise": {"is": "wait"}}}]}]
            }
            """
    ) { facts in
        facts.defined.flatMap { definition, _, places -> [Flaw] in
            var shadowed: Set<Int>?
            for place in places {
                guard case .verdict(let verdict) = facts.metrics[place].rule else { return [] }
                let own = facts.judge.shadowedRules(of: verdict)
                shadowed = shadowed?.intersection(own) ?? own
            }
            return (shadowed ?? []).sorted().map { rule in
                Flaw(
                    definition.part, ["verdict", "rules", .index(rule), "when"],
                    "the rule never decides: whenever its condition holds, an earlier one holds",
                    "put it before the rules that are less strict, or remove it")
            }
        }
    }
}

extension ConditionJudge {
    /// The places of rules that can hold, but not where none before them does.
    fileprivate func shadowedRules(of verdict: VerdictRule) -> Set<Int> {
        let space = ConditionSpace(verdict.rules.map(\.when), meaning: inAssessment)
        var states = space.all
        var earlier: Set<Condition> = []
        var result: Set<Int> = []
        for (place, (rule, node)) in zip(verdict.rules, space.conditions).enumerated() {
            let isRepeated = !earlier.insert(rule.when).inserted
            if space.canBe(.isTrue, node, in: space.all), isRepeated || !space.canBe(.isTrue, node, in: states) {
                result.insert(place)
            }
            // Going on to the next rule says that this one did not hold.
            space.narrow(&states, to: rule.unknown == .skip ? .isNotTrue : .isFalse, node)
        }
        return result
    }
}

import Questionnaires

extension Rule {
    static let conditionAlwaysTrue = Rule(
        "conditionAlwaysTrue", "a condition that holds whatever is answered",
        why: """
            It decides nothing: a number is compared with one that it always reaches, or the parts of an "any" leave \
            nothing out. To ask whether there is an answer at all, compare "state" or "coverage".
            """,
        bad: """
            {
              "metrics": [{"define": [
                {"id": "score", "title": "Score", "aggregate": "mean", "of": {"items": {}}},
                {"id": "capped", "title": "Capped", "adjust": "score", "steps": [
                  {"when": {"metric": "score", "value": {"atMost": 100}}, "cap": 0.5}]}]}]
            }
            """,
        at: "$.metrics[0].define[1].steps[0].when",
        good: """
            {
              "metrics": [{"define": [
                {"id": "score", "title": "Score", "aggregate": "mean", "of": {"items": {}}},
                {"id": "capped", "title": "Capped", "adjust": "score", "steps": [
                  {"when": {"metric": "score", "value": {"atMost": 0.75}}, "cap": 0.5}]}]}]
            }
            """
    ) { facts in
        facts.judgements.filter { $0.result == .always }.map { judgement in
            Flaw(
                judgement.part, judgement.steps, "the condition always holds\(judgement.reason)",
                "remove it, or compare with something that can turn out either way")
        }
    }
}

extension ConditionJudgement {
    /// Why a comparison comes out as it does.
    var reason: String {
        guard let range, range != MetricRanges.everything else { return "" }
        let (low, high) = (range.lowerBound, range.upperBound)
        if low == high { return ": the number is \(low.plain) whatever is answered" }
        if low.isInfinite { return ": the number is never above \(high.plain)" }
        if high.isInfinite { return ": the number is never below \(low.plain)" }
        return ": the number lies from \(low.plain) to \(high.plain)"
    }
}

extension Double {
    /// Without a decimal point where there are no decimals.
    var plain: String { Int(exactly: self).map(String.init) ?? description }
}

import Questionnaires
import Scoring

extension Rule {
    static let unusedBandSet = Rule(
        "unusedBandSet", "a set of bands in which no metric is named",
        why: "It is left over, or the metric that should name a number by it is missing.",
        bad: """
            {
              "bands": [{"id": "halves", "intervals": [{"id": "low", "upTo": 0.5}, {"id": "high", "above": 0.5}]}]
            }
            """,
        at: "$.bands[0].id",
        good: """
            {
              "bands": [{"id": "halves", "intervals": [{"id": "low", "upTo": 0.5}, {"id": "high", "above": 0.5}]}],
              "metrics": [{"define": [
                {"id": "score", "title": "Score", "aggregate": "mean", "of": {"items": {}}},
                {"id": "band", "title": "Band", "band": "score", "in": "halves"}]}]
            }
            """
    ) { facts in
        var used: Set<String> = []
        for metric in facts.metrics {
            if case .band(let rule) = metric.rule { used.insert(rule.bands.id) }
        }
        return facts.questionnaire.bandSets.filter { !used.contains($0.id) }.map {
            Flaw(
                .bandSet($0.id), ["id"], "no metric is named by the bands \"\($0.id)\"",
                "add a metric with \"in\": \"\($0.id)\", or remove them")
        }
    }
}

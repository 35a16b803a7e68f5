import Questionnaires
import Scoring

extension Rule {
    static let unusedSubject = Rule(
        "unusedSubject", "another subject whose results nothing reads",
        why: "Whoever assesses has to provide its results, and they change nothing.",
        bad: """
            {
              "subjects": [{"id": "office", "questionnaire": "ml-maturity"}]
            }
            """,
        at: "$.subjects[0].id",
        good: """
            {
              "subjects": [{"id": "office", "questionnaire": "ml-maturity"}],
              "metrics": [{"define": [
                {"id": "score", "title": "Score", "aggregate": "mean", "of": {"items": {}}},
                {"id": "office", "title": "Office", "reference": {"subject": "office", "metric": "overall"}}]}]
            }
            """
    ) { facts in
        // The files of the plan are not known here; what stands in them reads the organisation.
        guard facts.questionnaire.readiness.isEmpty else { return [] }
        var read: Set<String> = []
        func note(_ condition: Condition?) {
            for case .subject(let subject, _) in condition?.leaves ?? [] { read.insert(subject) }
        }
        for metric in facts.metrics {
            switch metric.rule {
            case .reference(let reference): read.insert(reference.subject)
            case .adjust(let rule): for step in rule.steps { note(step.when) }
            case .verdict(let verdict): for rule in verdict.rules { note(rule.when) }
            case .aggregate, .possible, .level, .band: break
            }
        }
        for recommendation in facts.questionnaire.recommendations { note(recommendation.when) }
        return facts.questionnaire.subjects.filter { !read.contains($0.id) }.map {
            Flaw(
                .subject($0.id), ["id"], "nothing reads the results of \"\($0.id)\"",
                "name it in a \"reference\" or a condition, or remove it")
        }
    }
}

import Questionnaires

extension Rule {
    static let recommendationWithoutEffect = Rule(
        "recommendationWithoutEffect", "a recommendation that moves no metric",
        why: "No metric reads the items that it builds or removes, so its gain is always nothing.",
        bad: """
            {
              "roles": [{"id": "lead", "title": "Lead"}],
              "items": [
                {"id": "A", "dimension": "work", "direction": "facilitator", "label": "A", "scale": "level"},
                {"id": "B", "dimension": "work", "direction": "none", "label": "B", "scale": "level"}],
              "metrics": [{"define": [
                {"id": "score", "title": "Score", "aggregate": "mean", "of": {"items": {"direction": "facilitator"}}}]}],
              "recommendations": [
                {"id": "R", "dimension": "work", "title": "Do B", "summary": "Do it.", "responsible": "lead",
                 "effortDays": 5, "builds": {"B": {"floor": 1}}}]
            }
            """,
        at: "$.recommendations[0].builds",
        good: """
            {
              "roles": [{"id": "lead", "title": "Lead"}],
              "items": [
                {"id": "A", "dimension": "work", "direction": "facilitator", "label": "A", "scale": "level"}],
              "recommendations": [
                {"id": "R", "dimension": "work", "title": "Do A", "summary": "Do it.", "responsible": "lead",
                 "effortDays": 5, "builds": {"A": {"floor": 1}}}]
            }
            """
    ) { facts in
        let named = facts.itemsInConditions
        return facts.questionnaire.recommendations.compactMap { recommendation in
            let items = recommendation.builds.map(\.item) + recommendation.removes.map(\.item)
            let isRead = items.contains { id in
                named.contains(id)
                    || facts.questionnaire.index(ofItem: id).map { !facts.readers[$0].isEmpty } == true
            }
            guard !isRead, !items.isEmpty else { return nil }
            return Flaw(
                .recommendation(recommendation.id), [recommendation.builds.isEmpty ? "removes" : "builds"],
                "no metric reads what the recommendation changes",
                "name items that are scored, or let a metric pick these")
        }
    }
}

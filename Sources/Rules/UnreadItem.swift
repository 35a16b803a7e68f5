import Questionnaires
import Scoring

extension Rule {
    static let unreadItem = Rule(
        "unreadItem", "an item that nothing reads",
        why: """
            People answer it, but no metric, condition or recommendation looks at the answer. Questions answered by words \
            are not meant: they are for people to read.
            """,
        bad: """
            {
              "items": [
                {"id": "plan", "dimension": "work", "direction": "facilitator", "label": "A plan?", "scale": "level"},
                {"id": "size", "dimension": "work", "direction": "none", "label": "How large?", "scale": "level"}
              ],
              "metrics": [{"define": [
                {"id": "score", "title": "Score", "aggregate": "mean", "of": {"items": {"direction": "facilitator"}}}]}]
            }
            """,
        at: "$.items[1].id",
        good: """
            {
              "items": [
                {"id": "plan", "dimension": "work", "direction": "facilitator", "label": "A plan?", "scale": "level"},
                {"id": "size", "dimension": "work", "direction": "none", "label": "How large?", "answer": {"type": "text"}}
              ],
              "metrics": [{"define": [
                {"id": "score", "title": "Score", "aggregate": "mean", "of": {"items": {"direction": "facilitator"}}}]}]
            }
            """
    ) { facts in
        let questionnaire = facts.questionnaire
        // A questionnaire that has no metrics yet is being written, or only read.
        guard !facts.metrics.isEmpty else { return [] }
        var asked = facts.itemsInConditions
        for recommendation in questionnaire.recommendations {
            asked.formUnion(recommendation.builds.map(\.item) + recommendation.removes.map(\.item))
        }
        // The two sides of a pair are compared.
        if questionnaire.contradiction != nil {
            for item in questionnaire.items {
                if let mirror = item.mirror { asked.formUnion([item.id, mirror]) }
            }
        }
        return zip(questionnaire.items, facts.readers).compactMap { item, readers in
            guard readers.isEmpty, item.answering != .text, !asked.contains(item.id) else { return nil }
            return Flaw(
                .item(item.id), ["id"], "nothing reads the answers to \"\(item.id)\"",
                "let a metric pick it, or remove the item")
        }
    }
}

extension DefinitionFacts {
    /// The items that conditions name, wherever they stand.
    var itemsInConditions: Set<String> {
        var result = Set(questionnaire.items.flatMap(\.itemsThatDecideWhatIsShown))
        for metric in metrics { result.formUnion(metric.rule.itemsInConditions) }
        for recommendation in questionnaire.recommendations { result.formUnion(recommendation.when?.items ?? []) }
        return result
    }
}

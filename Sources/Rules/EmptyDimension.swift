import Questionnaires

extension Rule {
    static let emptyDimension = Rule(
        "emptyDimension", "a dimension without items or children",
        why: "A report goes through it and has nothing to say; items that belong there may name another dimension.",
        bad: """
            {
              "dimensions": [{"id": "work", "title": "Work"}, {"id": "tools", "title": "Tools"}]
            }
            """,
        at: "$.dimensions[1].id",
        good: """
            {
              "dimensions": [{"id": "work", "title": "Work"}]
            }
            """
    ) { facts in
        let filled = Set(facts.questionnaire.items.map(\.dimension))
        return facts.questionnaire.dimensions.flatMap(\.subtree)
            .filter { $0.children.isEmpty && !filled.contains($0.id) }
            .map {
                Flaw(
                    .dimension($0.id), ["id"], "the dimension \"\($0.id)\" has neither items nor children",
                    "put items into it, or remove it")
            }
    }
}

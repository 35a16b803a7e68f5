import Questionnaires

extension Rule {
    static let authorityWithoutItems = Rule(
        "authorityWithoutItems", "an authority over a dimension that has nothing to rate",
        why: """
            A role may set gate ratings of items answered by one option of a scale. In this dimension, and below it, \
            there are none.
            """,
        bad: """
            {
              "items": [
                {"id": "days", "dimension": "work", "direction": "none", "label": "Days",
                 "answer": {"type": "number", "points": [{"at": 0, "value": 0}, {"at": 9, "value": 1}]}}],
              "roles": [{"id": "lead", "title": "Lead", "authority": ["work"]}]
            }
            """,
        at: "$.roles[0].authority",
        good: """
            {
              "roles": [{"id": "lead", "title": "Lead", "authority": ["work"]}]
            }
            """
    ) { facts in
        var rated: Set<String> = []
        for item in facts.questionnaire.items where item.hasPositions { rated.formUnion(item.ancestors) }
        return facts.questionnaire.roles.flatMap { role in
            role.authority.subtracting(rated).sorted().map { dimension in
                Flaw(
                    .role(role.id), ["authority"], "there is nothing to rate in \"\(dimension)\"",
                    "leave it out, or name another dimension")
            }
        }
    }
}

import Questionnaires

extension Rule {
    static let roleWeightWithoutEffect = Rule(
        "roleWeightWithoutEffect", "a weight of a role that changes no score",
        why: """
            It is for a dimension to which no item belongs directly, or the same for all roles; or "pool" counts each \
            respondent the same, whatever the role. Weights are not passed on from a dimension to its children.
            """,
        bad: """
            {
              "dimensions": [{"id": "work", "title": "Work", "children": [{"id": "tools", "title": "Tools"}]}],
              "items": [{"id": "A", "dimension": "tools", "direction": "none", "label": "A", "scale": "level"}],
              "roles": [{"id": "lead", "title": "Lead", "weights": {"work": 2}}, {"id": "staff", "title": "Staff"}]
            }
            """,
        at: "$.roles[0].weights.work",
        good: """
            {
              "dimensions": [{"id": "work", "title": "Work", "children": [{"id": "tools", "title": "Tools"}]}],
              "items": [{"id": "A", "dimension": "tools", "direction": "none", "label": "A", "scale": "level"}],
              "roles": [{"id": "lead", "title": "Lead", "weights": {"tools": 2}}, {"id": "staff", "title": "Staff"}]
            }
            """
    ) { facts in
        let questionnaire = facts.questionnaire
        if questionnaire.pool.value == .mean {
            return questionnaire.roles.filter { $0.weights.values.contains { $0 != 1 } }.map {
                Flaw(
                    .role($0.id), ["weights"],
                    "the weights do nothing: the pool \"mean\" counts each respondent the same",
                    "leave them out, or pool by \"roleBalancedMean\"")
            }
        }
        let filled = Set(questionnaire.items.map(\.dimension))
        var flaws: [Flaw] = []
        var told: Set<String> = []
        for role in questionnaire.roles {
            for (dimension, weight) in role.weights.sorted(by: { $0.key < $1.key }) where weight != 1 {
                if !filled.contains(dimension) {
                    flaws.append(
                        Flaw(
                            .role(role.id), ["weights", .key(dimension)],
                            "the weight does nothing: no item belongs to \"\(dimension)\" itself",
                            "name the dimensions of the items, or leave it out"))
                } else if told.insert(dimension).inserted,
                    questionnaire.roles.allSatisfy({ $0.weight(in: dimension) == weight })
                {
                    flaws.append(
                        Flaw(
                            .role(role.id), ["weights", .key(dimension)],
                            "the weight does nothing: all roles have the same in \"\(dimension)\"",
                            "leave it out, or let the weights differ"))
                }
            }
        }
        return flaws
    }
}

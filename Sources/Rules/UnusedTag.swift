import Questionnaires

extension Rule {
    static let unusedTag = Rule(
        "unusedTag", "a tag, or a value of one, that nothing carries",
        why: "Metrics by this tag have nothing to work on, and a lens by it has an empty row.",
        bad: """
            {
              "tags": [{"id": "aspect", "title": "Aspect",
                        "values": [{"id": "people", "title": "People"}, {"id": "rules", "title": "Rules"}]}],
              "items": [{"id": "A", "dimension": "work", "direction": "none", "label": "A", "scale": "level",
                         "tags": {"aspect": "people"}}]
            }
            """,
        at: "$.tags[0].values[1].id",
        good: """
            {
              "tags": [{"id": "aspect", "title": "Aspect", "values": [{"id": "people", "title": "People"}]}],
              "items": [{"id": "A", "dimension": "work", "direction": "none", "label": "A", "scale": "level",
                         "tags": {"aspect": "people"}}]
            }
            """
    ) { facts in
        var carried: [String: Set<String>] = [:]
        for tags in facts.questionnaire.items.map(\.tags) + facts.questionnaire.recommendations.map(\.tags) {
            for (tag, values) in tags { carried[tag, default: []].formUnion(values) }
        }
        return facts.questionnaire.tags.flatMap { tag -> [Flaw] in
            guard let values = carried[tag.id] else {
                return [
                    Flaw(
                        .tag(tag.id), ["id"], "no item and no recommendation carries the tag \"\(tag.id)\"",
                        "give it to items, or remove it")
                ]
            }
            return tag.values.enumerated().filter { !values.contains($0.element.id) }.map { place, value in
                Flaw(
                    .tag(tag.id), ["values", .index(place), "id"],
                    "no item and no recommendation carries the value \"\(value.id)\" of \"\(tag.id)\"",
                    "give it to items, or remove it")
            }
        }
    }
}

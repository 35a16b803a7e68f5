import Questionnaires

extension Rule {
    static let mirrorNotMutual = Rule(
        "mirrorNotMutual", "a mirror that names neither the item back nor another that mirrors it",
        why: """
            A facilitator and a blocker that speak of the same thing name each other; where several mirror the same item, \
            it names one of them. Otherwise a link is missing or mistyped.
            """,
        bad: """
            {
              "items": [
                {"id": "F1", "dimension": "work", "direction": "facilitator", "label": "F1", "scale": "level",
                 "mirror": "B1"},
                {"id": "B1", "dimension": "work", "direction": "blocker", "label": "B1", "scale": "level"}]
            }
            """,
        at: "$.items[0].mirror",
        good: """
            {
              "items": [
                {"id": "F1", "dimension": "work", "direction": "facilitator", "label": "F1", "scale": "level",
                 "mirror": "B1"},
                {"id": "B1", "dimension": "work", "direction": "blocker", "label": "B1", "scale": "level",
                 "mirror": "F1"}]
            }
            """
    ) { facts in
        facts.questionnaire.items.compactMap { item in
            guard let other = item.mirror.flatMap(facts.questionnaire.item) else { return nil }
            // Of several that speak of the same thing, the other side can name only one.
            if let pair = other.mirror, facts.questionnaire.item(pair)?.mirror == other.id { return nil }
            let said = other.mirror.map { "names \"\($0)\" as its mirror, which does not name it" } ?? "names no mirror"
            return Flaw(
                .item(item.id), ["mirror"], "\"\(item.id)\" mirrors \"\(other.id)\", but that \(said)",
                "let both items name each other")
        }
    }
}

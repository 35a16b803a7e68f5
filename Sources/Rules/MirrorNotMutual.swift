import Questionnaires

extension Rule {
    static let mirrorNotMutual = Rule(
        "mirrorNotMutual", "a mirror that does not name the item back",
        why: """
            A facilitator and a blocker that speak of the same thing name each other. Where only one does, or the other \
            names a third item, a link was probably mistyped.
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
            guard let other = item.mirror.flatMap(facts.questionnaire.item), other.mirror != item.id else { return nil }
            let said = other.mirror.map { "names \"\($0)\" as its mirror" } ?? "names no mirror"
            return Flaw(
                .item(item.id), ["mirror"], "\"\(other.id)\" \(said), not \"\(item.id)\"",
                "let both items name each other")
        }
    }
}

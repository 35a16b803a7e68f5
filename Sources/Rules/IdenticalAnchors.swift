import Questionnaires

extension Rule {
    static let identicalAnchors = Rule(
        "identicalAnchors", "two options, or two items, with the same anchors",
        why: """
            Respondents cannot tell the options apart, or answer one question twice. Usually a text was copied and not \
            changed.
            """,
        bad: """
            {
              "items": [
                {"id": "A", "dimension": "work", "direction": "none", "label": "A", "scale": "level",
                 "anchors": {"no": "nobody", "partly": "one person", "yes": "one person"}}]
            }
            """,
        at: "$.items[0].anchors.yes",
        good: """
            {
              "items": [
                {"id": "A", "dimension": "work", "direction": "none", "label": "A", "scale": "level",
                 "anchors": {"no": "nobody", "partly": "one person", "yes": "a team"}}]
            }
            """
    ) { facts in
        var itemOfAnchors: [[String]: String] = [:]
        return facts.questionnaire.items.flatMap { item -> [Flaw] in
            // Without anchors of its own an item shows the labels of its scale, as many do.
            guard !item.anchors.isEmpty, item.anchors != item.scale.options.map(\.label) else { return [] }
            if let other = itemOfAnchors[item.anchors] {
                return [
                    Flaw(
                        .item(item.id), ["anchors"], "all anchors are those of \"\(other)\"",
                        "describe what one would observe of this item")
                ]
            }
            itemOfAnchors[item.anchors] = item.id
            var optionOfAnchor: [String: String] = [:]
            return zip(item.scale.options, item.anchors).compactMap { option, anchor in
                guard let other = optionOfAnchor[anchor] else {
                    optionOfAnchor[anchor] = option.id
                    return nil
                }
                return Flaw(
                    .item(item.id), ["anchors", .key(option.id)],
                    "the options \"\(other)\" and \"\(option.id)\" have the same anchor",
                    "say what tells them apart")
            }
        }
    }
}

import Questionnaires

extension Rule {
    static let unreachableItem = Rule(
        "unreachableItem", "an item or a section that is never asked",
        why: """
            No answers satisfy the conditions under which it is shown, its own together with those of the sections \
            around it. Usually an "all" should be an "any", or a number lies outside what can be answered.
            """,
        bad: """
            {
              "items": [
                {"id": "staff", "dimension": "work", "direction": "none", "label": "Staff?", "answer": {"type": "yesNo"}},
                {"id": "size", "dimension": "work", "direction": "none", "label": "How many?", "scale": "level",
                 "visibleWhen": {"all": [{"item": "staff", "option": "yes"}, {"item": "staff", "option": "no"}]}}
              ]
            }
            """,
        at: "$.items[1].visibleWhen",
        good: """
            {
              "items": [
                {"id": "staff", "dimension": "work", "direction": "none", "label": "Staff?", "answer": {"type": "yesNo"}},
                {"id": "size", "dimension": "work", "direction": "none", "label": "How many?", "scale": "level",
                 "visibleWhen": {"item": "staff", "option": "yes"}}
              ]
            }
            """
    ) { facts in
        let visibilities = Visibilities(facts.questionnaire, places: facts.places)
        let judge = facts.judge
        let remedy = "mend the condition, or remove what it hides"
        var flaws: [Flaw] = []
        var isAsked: [[String]: Bool] = [:]
        var told: Set<String> = []
        for (item, visibility) in zip(facts.questionnaire.items, visibilities.items) {
            let conditions = visibility.sections.compactMap { visibilities.sections[$0] }
            let isSectionAsked = isAsked[visibility.sections] ?? judge.canHold(conditions)
            isAsked[visibility.sections] = isSectionAsked
            guard isSectionAsked else {
                // The innermost section is the one in which conditions meet.
                let alone = visibility.sections.first { section in
                    !judge.canHold(visibilities.sections[section].map { [$0] } ?? [])
                }
                let innermost = alone ?? facts.innermost(of: visibility.sections)
                if let section = innermost, told.insert(section).inserted {
                    flaws.append(
                        Flaw(
                            .dimension(section), ["visibleWhen"],
                            alone == nil
                                ? "the section is never asked: its condition and those around it contradict each other"
                                : "the section is never asked: no answers satisfy its condition", remedy))
                }
                continue
            }
            guard let own = visibility.own, !judge.canHold(conditions + [own]) else { continue }
            let isAlone = !judge.canHold([own])
            flaws.append(
                Flaw(
                    .item(item.id), ["visibleWhen"],
                    isAlone
                        ? "the item is never asked: no answers satisfy its condition"
                        : "the item is never asked: its condition contradicts that of its section", remedy))
        }
        return flaws
    }
}

extension DefinitionFacts {
    /// Of dimensions within one another, the one that has the most around it.
    fileprivate func innermost(of sections: [String]) -> String? {
        let depths = depths
        return sections.max { (depths[$0] ?? 0, $0) < (depths[$1] ?? 0, $1) }
    }

    private var depths: [String: Int] {
        var result: [String: Int] = [:]
        func visit(_ dimension: Dimension, _ depth: Int) {
            result[dimension.id] = depth
            for child in dimension.children { visit(child, depth + 1) }
        }
        for root in questionnaire.dimensions { visit(root, 0) }
        return result
    }
}

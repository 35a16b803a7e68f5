import Questionnaires

extension Rule {
    static let unreachableOption = Rule(
        "unreachableOption", "an option that is never offered",
        why: """
            No answers satisfy the condition under which the option is shown, together with that of its item. Whatever \
            depends on the option can never happen either.
            """,
        bad: """
            {
              "items": [
                {"id": "staff", "dimension": "work", "direction": "none", "label": "Staff?", "answer": {"type": "yesNo"}},
                {"id": "size", "dimension": "work", "direction": "none", "label": "How many?",
                 "visibleWhen": {"item": "staff", "option": "yes"},
                 "scale": {"options": [
                   {"id": "none", "value": 0, "visibleWhen": {"item": "staff", "option": "no"}},
                   {"id": "few", "value": 0}, {"id": "many", "value": 1}]}}
              ]
            }
            """,
        at: "$.items[1].scale.options[0].visibleWhen",
        good: """
            {
              "items": [
                {"id": "staff", "dimension": "work", "direction": "none", "label": "Staff?", "answer": {"type": "yesNo"}},
                {"id": "size", "dimension": "work", "direction": "none", "label": "How many?",
                 "visibleWhen": {"item": "staff", "option": "yes"},
                 "scale": {"options": [{"id": "few", "value": 0}, {"id": "many", "value": 1}]}}
              ]
            }
            """
    ) { facts in
        let judge = facts.judge
        return Visibilities.options(of: facts.questionnaire, places: facts.places).compactMap { option in
            // Items that are never asked themselves are reported as such.
            let asked = option.items.map { facts.questionnaire.items[$0].visibility.map { [$0] } ?? [] }
                .filter { judge.canHold($0) }
            guard !asked.isEmpty, asked.allSatisfy({ !judge.canHold($0 + [option.visibility]) }) else { return nil }
            return Flaw(
                option.part, option.steps + ["visibleWhen"],
                "the option \"\(option.id)\" is never offered: no answers satisfy its condition",
                "mend the condition, or remove the option")
        }
    }
}

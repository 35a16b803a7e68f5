import Questionnaires

extension Rule {
    static let unusedScale = Rule(
        "unusedScale", "a scale that no item uses",
        why: "It is left over, or an item that should be answered by it names another.",
        bad: """
            {
              "scales": [
                {"id": "level", "options": [{"id": "no", "value": 0}, {"id": "yes", "value": 1}]},
                {"id": "share", "options": [{"id": "none", "value": 0}, {"id": "all", "value": 1}]}
              ]
            }
            """,
        at: "$.scales[1].id",
        good: """
            {
              "scales": [{"id": "level", "options": [{"id": "no", "value": 0}, {"id": "yes", "value": 1}]}]
            }
            """
    ) { facts in
        let used = Set(facts.questionnaire.items.map(\.scale.id))
        return facts.questionnaire.scales.filter { !used.contains($0.id) }.map {
            Flaw(.scale($0.id), ["id"], "no item uses the scale \"\($0.id)\"", "remove it, or name it in an item")
        }
    }
}

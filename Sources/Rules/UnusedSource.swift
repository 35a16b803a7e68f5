import Questionnaires

extension Rule {
    static let unusedSource = Rule(
        "unusedSource", "a source that nothing cites",
        why: "A report lists it among the documents on which the questionnaire rests, though nothing does.",
        bad: """
            {
              "sources": [{"id": "paper", "title": "A paper", "year": 2024}]
            }
            """,
        at: "$.sources[0].id",
        good: """
            {
              "sources": [{"id": "paper", "title": "A paper", "year": 2024}],
              "items": [{"id": "A", "dimension": "work", "direction": "none", "label": "A", "scale": "level",
                         "source": {"document": "paper", "section": "2"}}]
            }
            """
    ) { facts in
        let questionnaire = facts.questionnaire
        let citations =
            questionnaire.items.map(\.source) + questionnaire.recommendations.map(\.source)
            + questionnaire.bandSets.map(\.source)
        let cited = Set(citations.compactMap { $0?.document })
        return questionnaire.sources.filter { !cited.contains($0.id) }.map {
            Flaw(
                .source($0.id), ["id"], "nothing cites the source \"\($0.id)\"",
                "cite it where something rests on it, or remove it")
        }
    }
}

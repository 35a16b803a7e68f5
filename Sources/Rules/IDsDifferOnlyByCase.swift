import Questionnaires

extension Rule {
    static let idsDifferOnlyByCase = Rule(
        "idsDifferOnlyByCase", "ids that differ only by upper and lower case",
        why: """
            They are different things that people will mix up, in answers typed by hand and on file systems that do not \
            tell cases apart.
            """,
        bad: """
            {
              "items": [
                {"id": "staff1", "dimension": "work", "direction": "none", "label": "A", "scale": "level"},
                {"id": "Staff1", "dimension": "work", "direction": "none", "label": "B", "scale": "level"}]
            }
            """,
        at: "$.items[1].id",
        good: """
            {
              "items": [
                {"id": "staff1", "dimension": "work", "direction": "none", "label": "A", "scale": "level"},
                {"id": "staff2", "dimension": "work", "direction": "none", "label": "B", "scale": "level"}]
            }
            """
    ) { facts in
        let questionnaire = facts.questionnaire
        typealias Named = (id: String, part: DefinitionPart, steps: [DefinitionStep])
        func options(_ scale: AnswerScale, _ part: DefinitionPart, _ steps: [DefinitionStep]) -> [Named] {
            scale.options.enumerated().map { ($1.id, part, steps + ["options", .index($0), "id"]) }
        }
        var lists: [[Named]] = [
            questionnaire.items.map { ($0.id, .item($0.id), ["id"]) },
            questionnaire.dimensions.flatMap(\.subtree).map { ($0.id, .dimension($0.id), ["id"]) },
            questionnaire.tags.map { ($0.id, .tag($0.id), ["id"]) },
            questionnaire.roles.map { ($0.id, .role($0.id), ["id"]) },
            questionnaire.channels.map { ($0.id, .channel($0.id), ["id"]) },
            questionnaire.scales.map { ($0.id, .scale($0.id), ["id"]) },
            questionnaire.bandSets.map { ($0.id, .bandSet($0.id), ["id"]) },
            questionnaire.recommendations.map { ($0.id, .recommendation($0.id), ["id"]) },
            questionnaire.sources.map { ($0.id, .source($0.id), ["id"]) },
            questionnaire.subjects.map { ($0.id, .subject($0.id), ["id"]) },
            facts.defined.map { ($0.metric.id, $0.definition.part, ["id"]) },
        ]
        lists += questionnaire.tags.map { tag in
            tag.values.enumerated().map { ($1.id, .tag(tag.id), ["values", .index($0), "id"]) }
        }
        lists += questionnaire.bandSets.map { set in
            set.intervals.enumerated().map { ($1.id, .bandSet(set.id), ["intervals", .index($0), "id"]) }
        }
        lists += questionnaire.scales.map { options($0, .scale($0.id), []) }
        let shared = Set(questionnaire.scales.map(\.id))
        lists += questionnaire.items.filter { !shared.contains($0.scale.id) }
            .map { options($0.scale, .item($0.id), ["scale"]) }
        return lists.flatMap { list -> [Flaw] in
            var spellings: [String: String] = [:]
            return list.compactMap { named -> Flaw? in
                let folded = named.id.lowercased()
                guard let other = spellings[folded], other != named.id else {
                    spellings[folded] = named.id
                    return nil
                }
                return Flaw(
                    named.part, named.steps, "the ids \"\(other)\" and \"\(named.id)\" differ only by case",
                    "give one of them another id")
            }
        }
    }
}

import JSON
import Questionnaires

/// The risk register and the parts of a business case.
extension ReadinessPlanDecoder {
    func risks(_ keys: Keys, stages: [String]) -> RiskCatalogue {
        let toolFamilies = helps(keys["toolFamilies"], purpose: "purpose")
        let approaches = helps(keys["approaches"], purpose: "gist")
        var standings: [RiskCatalogue.Standing] = []
        var notAsked: RiskCatalogue.Standing?
        var tag: String?
        var metric: String?
        if let object = keys["riskStandings"]?.object(keys: ["tag", "metric", "standings", "notAsked"]) {
            tag = object.required("tag")?.name(among: questionnaire.tags.map(\.id), kind: "tag")
            let family = questionnaire.metricGroups.filter { $0.each == tag.map { .tag($0) } }.flatMap(\.metrics)
            metric = object.required("metric")?.name(among: family.map(\.id), kind: "metric of each value of the tag")
            standings = objects(
                object.required("standings"), keys: ["id", "title", "description", "tone", "upTo", "below"]
            )
            .compactMap(standing)
            notAsked = object.required("notAsked")?.object(keys: ["id", "title", "description", "tone"])
                .flatMap(standing)
        }
        let known = tag.flatMap(questionnaire.tag)?.values.map(\.id)
        let riskKeys = [
            "id", "title", "question", "signs", "stages", "related", "tags", "toolFamilies", "approaches", "optional",
        ]
        let risks = objects(keys["risks"], keys: riskKeys).compactMap { object -> RiskCatalogue.Risk? in
            let id =
                known.map { object.required("id")?.name(among: $0, kind: "value of the tag") }
                ?? object.identifier("id")
            guard let id, let title = object.requiredText("title"), let question = object.requiredText("question")
            else { return nil }
            object["tags"].map(checkTags)
            return RiskCatalogue.Risk(
                id: id, title: title, question: question, signs: object.texts("signs"),
                stages: (object["stages"]?.array() ?? []).compactMap { $0.name(among: stages, kind: "stage") },
                related: (object["related"]?.array() ?? []).compactMap(related),
                toolFamilies: (object["toolFamilies"]?.array() ?? []).compactMap {
                    $0.name(among: toolFamilies.map(\.id), kind: "family of tools")
                },
                approaches: (object["approaches"]?.array() ?? []).compactMap {
                    $0.name(among: approaches.map(\.id), kind: "approach")
                },
                isOptional: object["optional"]?.bool() ?? false)
        }
        return RiskCatalogue(
            risks: risks, toolFamilies: toolFamilies, approaches: approaches, standings: standings,
            notAsked: notAsked, tag: tag, metric: metric)
    }

    /// Tags of a risk are for readers of the file.
    private func checkTags(_ reader: JSONReader) {
        guard let object = reader.map() else { return }
        for (name, values) in object.all where object.checkName(name, among: questionnaire.tags.map(\.id), kind: "tag")
        {
            let known = questionnaire.tag(name)?.values.map(\.id) ?? []
            for value in values.array() ?? [] { _ = value.name(among: known, kind: "value of the tag") }
        }
    }

    private func related(_ reader: JSONReader) -> String? {
        organisation.map { reader.name(among: $0.items.map(\.id), kind: "item of the organisation") }
            ?? reader.identifier()
    }

    private func helps(_ reader: JSONReader?, purpose: String) -> [RiskCatalogue.Help] {
        objects(reader, keys: ["id", "title", purpose, "examples", "caveat"]).compactMap { object in
            guard let id = object.identifier("id"), let title = object.requiredText("title"),
                let text = object.requiredText(purpose)
            else { return nil }
            return RiskCatalogue.Help(
                id: id, title: title, purpose: text, examples: object.texts("examples"),
                caveat: object.optionalText("caveat"))
        }
    }

    private func standing(_ object: JSONObjectReader) -> RiskCatalogue.Standing? {
        guard let id = object.identifier("id"), let title = object.requiredText("title"),
            let tone = object.required("tone")?.choice(StatusRule.Tone.self)
        else { return nil }
        return RiskCatalogue.Standing(
            id: id, title: title, description: object.optionalText("description"), tone: tone,
            limit: object["upTo"]?.number(in: 0...1).map { .upTo($0) }
                ?? object["below"]?.number(in: 0...1).map { .below($0) })
    }

    func businessCase(_ reader: JSONReader) -> BusinessCasePlan? {
        guard let object = reader.object(keys: ["introduction", "sections"]) else { return nil }
        let keys = ["id", "kind", "title", "intro", "points", "facts", "prompts"]
        let sections = objects(object.required("sections"), keys: keys).compactMap {
            section -> BusinessCasePlan.Section? in
            guard let id = section.identifier("id"),
                let kind = section.required("kind")?.choice(BusinessCasePlan.Kind.self),
                let title = section.requiredText("title")
            else { return nil }
            return BusinessCasePlan.Section(
                id: id, kind: kind, title: title, intro: section.optionalText("intro"),
                points: names(section["points"], points: questionnaire.items),
                facts: (section["facts"]?.array() ?? []).compactMap { $0.choice(BusinessCasePlan.Fact.self) },
                prompts: section.texts("prompts"))
        }
        return BusinessCasePlan(introduction: object.optionalText("introduction"), sections: sections)
    }
}

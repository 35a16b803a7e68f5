import Mustache
import Projects
import Questionnaires
import Scoring

/// What templates see of the draft of a business case.
struct BusinessCaseModel {
    let project: ProjectAssessment
    let plan: BusinessCasePlan
    let provenance: Provenance
    let setting: PageSetting

    init(_ draft: BusinessCaseReport, setting: PageSetting) {
        project = draft.report.assessment
        plan = draft.plan
        provenance = draft.report.provenance
        self.setting = setting
    }

    var words: Words { setting.words }
    var numbers: NumberText { setting.numbers }
    var record: ProjectRecord { project.record }

    func values() -> MustacheValue {
        let kinds = BusinessCasePlan.Kind.allCases.filter { kind in plan.sections.contains { $0.kind == kind } }
        var values = setting.frame(
            title: words("businessCase.title", ["project": setting.name(record.title)]),
            sections: [("front", words("businessCase.front"))] + kinds.map { ("kind-\($0.rawValue)", heading($0)) }
                + [("provenance", words("provenance.heading"))])
        values["titleLine"] = setting.sentence(
            words("businessCase.title", ["project": setting.name(record.title)]))
        values["introduction"] = setting.alone(plan.introduction)
        values["basis"] = setting.sentences(basis)
        values["marks"] = .text(marks)
        values["hasUnsupported"] = .flag(!unsupported.isEmpty)
        values["unsupported"] = .list(
            unsupported.map { ["id": .text($0.id), "title": setting.alone($0.title)] })
        values["unsupportedNote"] = .text(
            unsupported.isEmpty
                ? words("businessCase.allSupported")
                : words.plural("businessCase.unsupported", unsupported.count))
        values["facts"] = .list(
            [.title, .purpose, .statisticsDomain, .gsbpm, .method, .ownerRole].map(fact))
        values["groups"] = .list(
            kinds.map { kind in
                [
                    "id": .text("kind-\(kind.rawValue)"), "title": .text(heading(kind)),
                    "sections": .list(plan.sections.filter { $0.kind == kind }.map(section)),
                ]
            })
        values["provenance"] = setting.provenance(provenance, questionnaire: project.scores.questionnaire)
        return .object(values)
    }

    private func heading(_ kind: BusinessCasePlan.Kind) -> String {
        switch kind {
        case .element: words("businessCase.kind.element")
        case .ethics: words("businessCase.kind.ethics")
        case .risk: words("businessCase.kind.risk")
        }
    }

    /// From what the draft was made, and as of when.
    private var basis: [String] {
        var texts = [
            project.asOf.map { words("businessCase.draftAsOf", ["date": $0]) } ?? words("businessCase.draftNoDate")
        ]
        let count = project.respondents.values.reduce(0, +)
        let questionnaire = project.scores.questionnaire
        if count > 0 {
            let roles = project.respondents.keys.sorted().map { setting.role($0, of: project) }
            texts.append(
                words.plural(
                    "businessCase.answered", count,
                    [
                        "roles": words.list(roles), "questionnaire": setting.name(questionnaire.title),
                        "version": setting.name(questionnaire.version),
                        "date": project.lastChange ?? words("businessCase.notRecorded"),
                    ]))
        } else {
            texts.append(words("businessCase.noAnswers", ["questionnaire": setting.name(questionnaire.title)]))
        }
        if let organisation = project.organisation {
            texts.append(
                words(
                    "businessCase.organisation",
                    ["organisation": setting.name(organisation.name), "wave": setting.name(organisation.wave)]))
        } else {
            texts.append(words("businessCase.noOrganisation"))
        }
        return texts
    }

    /// How much is left to write.
    private var marks: String {
        let count = plan.sections.reduce(0) { $0 + $1.prompts.count }
        let sections = plan.sections.filter { !$0.prompts.isEmpty }.count
        guard count > 0 else { return words("businessCase.noMarks") }
        return words.plural("businessCase.marks", count, ["sections": words.count(sections)])
    }

    /// Sections of which no point has evidence.
    private var unsupported: [BusinessCasePlan.Section] {
        plan.sections.filter { section in section.points.allSatisfy { standing($0)?.evidence.isEmpty ?? true } }
    }

    private func standing(_ id: String) -> PointStanding? {
        for stage in project.stages {
            if let point = stage.points.first(where: { $0.item.id == id }) { return point }
        }
        return project.around.first { $0.item.id == id }
    }

    private func section(_ section: BusinessCasePlan.Section) -> MustacheValue {
        let points = section.points.compactMap(standing)
        return [
            "id": .text(section.id), "title": setting.alone(section.title), "intro": setting.alone(section.intro),
            "facts": .list(section.facts.map(fact)), "hasFacts": .flag(!section.facts.isEmpty),
            "count": setting.sentence(count(points)), "points": .list(points.map(point)),
            "hasPoints": .flag(!points.isEmpty),
            "supported": .text(
                words(
                    "businessCase.supported",
                    [
                        "count": words.count(points.filter { !$0.evidence.isEmpty }.count),
                        "of": words.count(points.count),
                    ])),
            "promptCount": .text(words.count(section.prompts.count)),
            "prompts": .list(section.prompts.map { setting.alone($0) }), "hasPrompts": .flag(!section.prompts.isEmpty),
        ]
    }
}

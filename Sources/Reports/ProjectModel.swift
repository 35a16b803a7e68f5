import Mustache
import Projects
import Questionnaires
import Responses
import Scoring

/// What templates see of a project: words and numbers, ready to be placed.
///
/// What people wrote is markup on a page, where it is isolated, and text elsewhere; see ``PageSetting``.
struct ProjectModel {
    let assessment: ProjectAssessment
    let provenance: Provenance
    let page: PageSetting

    init(_ report: ProjectReport, words: Words, theme: Theme? = nil) {
        assessment = report.assessment
        provenance = report.provenance
        page = PageSetting(words, theme: theme)
    }

    var words: Words { page.words }
    var numbers: NumberText { page.numbers }
    var plan: ReadinessPlan { assessment.plan }
    var record: ProjectRecord { assessment.record }
    var questionnaire: Questionnaire { assessment.scores.questionnaire }

    /// The whole report.
    func report() -> MustacheValue {
        var values = page.frame(title: title(), sections: sections())
        values.merge(front()) { $1 }
        values["stages"] = .list(assessment.stages.map(stage))
        values["risks"] = .object(risks())
        values["around"] = .list(around())
        values["signs"] = .list(signs())
        values["hasAllSigns"] = .flag(assessment.shelving != nil)
        values["hardware"] = hardware()
        values["similar"] = .list(assessment.similar.map(similar))
        values["hasSimilar"] = .flag(!assessment.similar.isEmpty)
        values["method"] = .object(method())
        values["provenance"] = page.provenance(provenance, questionnaire: questionnaire)
        return .object(values)
    }

    func title() -> String {
        guard let day = assessment.asOf else {
            return words("project.titleWithoutDay", ["title": page.name(record.title)])
        }
        return words("project.title", ["title": page.name(record.title), "date": day])
    }

    private func sections() -> [(id: String, title: String)] {
        [("front", words("project.front.heading"))]
            + assessment.stages.map { ("stage-\($0.stage.id)", $0.stage.title) }
            + [
                ("risks", words("project.risks.heading")), ("around", words("project.around.heading")),
                ("hardware", words("project.hardware.heading")), ("similar", words("project.similar.heading")),
                ("method", words("project.method.heading")), ("provenance", words("provenance.heading")),
            ]
    }

    func optional(_ text: String?) -> MustacheValue { text.map(MustacheValue.text) ?? .missing }

    func role(_ id: String) -> String { questionnaire.role(id)?.title ?? id }

    /// The number by which people call a stage: its place in the usual order.
    func number(of stage: String) -> Int { (plan.stages.firstIndex { $0.id == stage } ?? 0) + 1 }

    /// The title of a stage without its number, where the title begins with it.
    func name(of stage: Dimension) -> String {
        let prefix = "\(number(of: stage.id)). "
        return stage.title.hasPrefix(prefix) ? String(stage.title.dropFirst(prefix.count)) : stage.title
    }

    /// Some stages by their numbers, as in "stages 1 to 4".
    func stages(_ some: [StageAssessment]) -> String {
        let places = some.map { number(of: $0.stage.id) }
        guard let first = places.first, let last = places.last else { return "" }
        if places.count == 1 { return words("project.stages.one", ["number": String(first)]) }
        if places.count > 2, last - first == places.count - 1 {
            return words("project.stages.range", ["first": String(first), "last": String(last)])
        }
        return words("project.stages.several", ["numbers": words.list(places.map(String.init))])
    }

    /// A point or a blocker, as it is quoted.
    func quoted(_ id: String, _ label: String?) -> String {
        label.map { words("project.quoted", ["id": id, "label": $0]) } ?? id
    }

    func quoted(_ point: PointStanding) -> String { quoted(point.item.id, point.item.label) }

    func quoted(_ effect: InheritedEffect) -> String { quoted(effect.blocker, effect.item?.label) }

    /// The first few of many, and how many more there are.
    func firstFew(_ texts: [String], most: Int = 5) -> String {
        let rest = texts.count - most
        guard rest > 0 else { return words.list(texts) }
        return words.list(texts.prefix(most) + [words.plural("project.more", rest)])
    }

    func evidenceKind(_ kind: Evidence.Kind?) -> String {
        switch kind {
        case .asserted: words("project.evidence.asserted")
        case .documented: words("project.evidence.documented")
        case .measured: words("project.evidence.measured")
        case nil: words("project.evidence.none")
        }
    }
}

extension StageAssessment {
    /// Whether work in it may go on, and something of it is to be done at all.
    var goesOn: Bool { hasBegun && !status.isStop && !(status.isSettled && status.tone == .idle) }
}

extension StageMatter {
    /// Whether it lies with the organisation rather than with the project.
    var isOfOrganisation: Bool {
        switch about {
        case .inherited, .inheritedUnknown: true
        case .agreed(let condition, _): if case .blocker = condition.about { true } else { false }
        case .point, .weighed, .unproven, .reliedOn: false
        }
    }
}

import Assessments
import Mustache
import Questionnaires
import Responses
import Scoring

/// What templates see of an assessment: words and numbers, ready to be placed.
///
/// Every format is written from this one model, so that they say the same.
struct ReportModel {
    let assessment: Assessment
    let provenance: Provenance
    let projects: OrganisationProjects?
    /// How far the overall result depends on choices, where that was asked for.
    let sensitivity: Sensitivity?
    let words: Words
    let numbers: NumberText
    /// How the HTML page looks; nothing for other formats.
    let theme: Theme?
    let has: DefinedParts
    /// Items and recommendations stand in several places of a report, and are made once.
    let made = MadeValues()

    init(_ report: AssessmentReport, words: Words, theme: Theme? = nil) {
        self.theme = theme
        assessment = report.assessment
        has = DefinedParts(report.assessment.scores.questionnaire)
        provenance = report.provenance
        self.words = words
        numbers = NumberText(report.strings.numbers)
        projects = report.projects
        sensitivity = report.sensitivity
    }

    /// A model of another assessment in the same words, without charts.
    func model(of assessment: Assessment) -> ReportModel {
        ReportModel(assessment: assessment, provenance: provenance, words: words, numbers: numbers)
    }

    private init(assessment: Assessment, provenance: Provenance, words: Words, numbers: NumberText) {
        self.assessment = assessment
        has = DefinedParts(assessment.scores.questionnaire)
        self.provenance = provenance
        self.words = words
        self.numbers = numbers
        theme = nil
        projects = nil
        sensitivity = nil
    }

    var scores: Scores { assessment.scores }
    var questionnaire: Questionnaire { assessment.scores.questionnaire }

    /// Values by id, kept while a report is made.
    final class MadeValues {
        private var values: [String: MustacheValue] = [:]

        func value(_ id: String, make: () -> MustacheValue) -> MustacheValue {
            if let value = values[id] { return value }
            let value = make()
            values[id] = value
            return value
        }
    }

    /// The whole report.
    func report() -> MustacheValue {
        var values = front()
        values["text"] = words.strings.values
        values["domains"] = .list(assessment.members.map(domain))
        values["recommendationGroups"] = .list(recommendationGroups())
        values["settled"] = .list(assessment.settled.map(settledRecommendation))
        values["contradictions"] = .list(assessment.contradictions.map(contradiction))
        values["hasSettled"] = .flag(!assessment.settled.isEmpty)
        values["hasContradictions"] = .flag(!assessment.contradictions.isEmpty)
        values["method"] = .object(method())
        values["metrics"] = .list(scores.metrics.map(metricRow))
        values["items"] = .list(scores.items.map(item))
        values["stability"] = .object(stability())
        values["agreementOfAll"] = .object(agreementValues())
        values["sensitivity"] = .object(sensitivityValues())
        values["derivations"] = .list(scores.metrics.map(derivation))
        values["provenance"] = .object(provenanceValues())
        values["projects"] = heldBack(on: nil)
        return .object(values.merging(page()) { $1 })
    }

    var reportTitle: String {
        words(
            "report.title",
            ["subject": assessment.subject, "wave": scores.wave.id, "questionnaire": questionnaire.title])
    }

    /// A sentence where there is something to say, else nothing.
    func optional(_ text: String?) -> MustacheValue { text.map(MustacheValue.text) ?? .missing }

    func title(ofMember id: String) -> String { assessment.member(id)?.title ?? id }

    func label(ofItem id: String) -> String { questionnaire.item(id)?.label ?? id }

    func title(ofRole id: String) -> String { questionnaire.role(id)?.title ?? id }

    func optionLabel(_ item: Item, _ position: Int) -> String {
        item.scale.options.indices.contains(position) ? item.scale.options[position].label : "–"
    }

    /// A citation in words.
    func citation(_ citation: Citation?) -> String? {
        guard let citation, let source = questionnaire.sources.first(where: { $0.id == citation.document }) else {
            return nil
        }
        guard let section = citation.section else { return source.title }
        return words("source.section", ["title": source.title, "section": section])
    }

    func status(_ result: MetricResult) -> String { words("status.\(result.status.rawValue)") }
}

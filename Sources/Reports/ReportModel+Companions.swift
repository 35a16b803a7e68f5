import Assessments
import Mustache
import Questionnaires
import Responses
import Scoring

/// What other questionnaires say, set beside a domain.
extension ReportModel {
    func companion(_ companion: CompanionAssessment, beside member: MemberAssessment) -> MustacheValue {
        let other = companion.assessment.map(model(of:))
        return [
            "id": .text("\(member.id)-\(companion.questionnaire.id)"),
            "title": .text(companion.companion.title),
            "answeredBy": .text(answeredBy(companion)),
            "isShown": .flag(other != nil),
            "rows": .list(other?.companionRows(companion.companion) ?? []),
            "relation": .text(
                words(
                    "companion.relation",
                    ["questionnaire": companion.questionnaire.title, "domain": member.title])),
        ]
    }

    /// Which questionnaire was answered, by how many, how and when.
    private func answeredBy(_ companion: CompanionAssessment) -> String {
        let collection: String
        switch companion.result {
        case .tooFew(let needed): collection = words("companion.tooFew", ["needed": words.count(needed)])
        case .assessed(let assessment) where companion.wave.collection.isConfidential:
            collection = words.plural("certainty.respondents", assessment.participation.answered)
        case .assessed: collection = words("certainty.\(companion.wave.collection.rawValue)")
        }
        let period = companion.wave.period.map(self.period)
        let parameters = ["questionnaire": companion.questionnaire.title, "collection": collection]
        return period.map { words("companion.answeredIn", parameters.merging(["period": $0]) { $1 }) }
            ?? words("companion.answered", parameters)
    }

    /// Where the results of each companion come from, in words.
    func companionSources() -> [String] {
        provenance.companions.map { source in
            let questionnaire = assessment.companions.first { $0.questionnaire.id == source.questionnaire }?
                .questionnaire
            return words(
                "provenance.companion",
                [
                    "questionnaire": questionnaire.map(name(of:)) ?? source.questionnaire,
                    "questionnaireDigest": source.questionnaireDigest, "answersDigest": source.answersDigest,
                ])
        }
    }

    /// The title of a questionnaire with its id and version.
    func name(of questionnaire: Questionnaire) -> String {
        words(
            "provenance.questionnaire",
            ["title": questionnaire.title, "id": questionnaire.id, "version": questionnaire.version])
    }

    /// The metrics that the definition names, and the score of every member of the other questionnaire.
    private func companionRows(_ companion: Presentation.Companion) -> [MustacheValue] {
        companion.metrics.compactMap(scores.metric).map { row($0, band: nil) }
            + assessment.members.map { row($0.score, band: $0.band?.band?.title) }
    }

    private func row(_ result: MetricResult, band: String?) -> MustacheValue {
        [
            "title": .text(title(ofMetric: result)),
            "value": .text(valueText(result)),
            "band": optional(band),
            "range": .text(range(result)),
            "coverage": .text(numbers.percent(result.coverage)),
            "status": .text(status(result)),
        ]
    }
}

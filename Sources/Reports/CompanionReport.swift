import Assessments
import JSON
import Questionnaires
import Responses
import Scoring

/// Companions for programs.
extension AssessmentReport {
    /// One entry for each companion of a member, for the JSON report.
    func companionsJSON() -> JSONValue {
        .array(
            assessment.companions.map { companion in
                let other = companion.assessment
                let provenance = provenance.companions.first { $0.questionnaire == companion.questionnaire.id }
                return [
                    "questionnaire": [
                        "id": .string(companion.questionnaire.id), "version": .string(companion.questionnaire.version),
                        "title": .string(companion.questionnaire.title),
                    ],
                    "member": .string(companion.companion.member), "title": .string(companion.companion.title),
                    "collection": .string(companion.wave.collection.rawValue),
                    "from": JSONValue(companion.wave.period?.from), "to": JSONValue(companion.wave.period?.to),
                    "isShown": .bool(other != nil),
                    "answered": other.map { .integer($0.participation.answered) } ?? .null,
                    "digests": [
                        "questionnaire": JSONValue(provenance?.questionnaireDigest),
                        "answers": JSONValue(provenance?.answersDigest),
                    ],
                    "metrics": .array(companion.metrics.map(AssessmentReport.metricJSON)),
                    "members": .array((other?.members ?? []).map(AssessmentReport.memberJSON)),
                ]
            })
    }

    private static func metricJSON(_ result: MetricResult) -> JSONValue {
        [
            "id": .string(result.id), "title": .string(result.metric.title), "value": JSONValue(result.value),
            "band": JSONValue(result.band?.id), "bounds": boundsJSON(result.bounds),
            "coverage": JSONValue(result.coverage), "status": .string(result.status.rawValue),
        ]
    }

    private static func memberJSON(_ member: MemberAssessment) -> JSONValue {
        [
            "id": .string(member.id), "title": .string(member.title), "score": JSONValue(member.score.value),
            "band": JSONValue(member.band?.band?.id), "bounds": boundsJSON(member.score.bounds),
            "coverage": JSONValue(member.score.coverage), "status": .string(member.score.status.rawValue),
        ]
    }

    private static func boundsJSON(_ bounds: ClosedRange<Double>?) -> JSONValue {
        bounds.map { [.number($0.lowerBound), .number($0.upperBound)] } ?? .null
    }
}

extension CompanionAssessment {
    /// The metrics that are shown; none where too few people answered.
    var metrics: [MetricResult] {
        assessment.map { other in companion.metrics.compactMap(other.scores.metric) } ?? []
    }
}

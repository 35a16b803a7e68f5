import Assessments
import Questionnaires
import Responses
import Scoring

extension AssessmentReport {
    /// The assessment as comma-separated values (RFC 4180, UTF-8): one row for each metric and each item, and for
    /// the figures of other questionnaires that are set beside them.
    ///
    /// Numbers go from 0 to 1 with a decimal point; an empty field is a figure that is withheld or does not exist.
    public func csv() -> String {
        let scores = assessment.scores
        let header = [
            "organisation", "wave", "questionnaire", "version", "kind", "id", "title", "dimension", "direction",
            "value", "lower", "upper", "coverage", "status", "band", "setBy", "gateRating", "median", "quartile1",
            "quartile3", "answered", "dontKnow", "unanswered", "notApplicable",
            "stabilityLower", "stabilityUpper",
        ]
        func shared(_ questionnaire: Questionnaire) -> [CSVText.Field] {
            [
                .text(assessment.subject), .text(scores.wave.id), .text(questionnaire.id), .text(questionnaire.version),
            ]
        }
        let own = shared(scores.questionnaire)
        var text = CSVText.line(header.map(CSVText.Field.text))
        for result in scores.metrics { text += CSVText.line(own + metricFields(result, kind: "metric")) }
        for pooled in scores.items { text += CSVText.line(own + itemFields(pooled)) }
        var seen: Set<[String]> = []
        for companion in assessment.companions {
            let results = companion.metrics + (companion.assessment?.members.map(\.score) ?? [])
            // The same questionnaire may stand beside two members.
            for result in results where seen.insert([companion.questionnaire.id, result.id]).inserted {
                text += CSVText.line(shared(companion.questionnaire) + metricFields(result, kind: "companion"))
            }
        }
        return text
    }

    private func metricFields(_ result: MetricResult, kind: String) -> [CSVText.Field] {
        let setBy = result.derivation.decidedBy.first?.id ?? ""
        // Figures of other questionnaires have intervals in their own reports.
        let interval = kind == "metric" ? assessment.stability?.interval(result.id) : nil
        return [
            .text(kind), .text(result.id), .text(result.metric.title), .text(result.member ?? ""), .text(""),
            .number(result.value), .number(result.bounds?.lowerBound), .number(result.bounds?.upperBound),
            .number(result.coverage), .text(result.status.rawValue), .text(result.band?.id ?? ""), .text(setBy),
            .text(""), .number(nil), .number(nil), .number(nil), .count(nil), .count(nil), .count(nil), .count(nil),
            .number(interval?.lowerBound), .number(interval?.upperBound),
        ]
    }

    private func itemFields(_ pooled: PooledItem) -> [CSVText.Field] {
        let scores = assessment.scores
        let item = pooled.item
        let bounds = scores.bounds(ofItem: item.id)
        let gate = item.direction == .blocker ? scores.gatePosition(ofItem: item.id) : nil
        return [
            .text("item"), .text(item.id), .text(item.label), .text(item.dimension), .text(item.direction.rawValue),
            .number(scores.value(ofItem: item.id)), .number(bounds?.lowerBound), .number(bounds?.upperBound),
            .number(pooled.coverage), .text(pooled.isHeldBack ? "heldBack" : pooled.missingState.rawValue), .text(""),
            .text(""), .text(gate.map { item.scale.options[$0].id } ?? ""), .number(pooled.quantile(0.5)),
            .number(pooled.quantile(0.25)), .number(pooled.quantile(0.75)), .count(pooled.answered),
            .count(pooled.dontKnow), .count(pooled.unanswered), .count(pooled.notApplicable), .number(nil),
            .number(nil),
        ]
    }
}

import Assessments
import Questionnaires
import Responses
import Scoring

extension AssessmentReport {
    /// The assessment as comma-separated values (RFC 4180, UTF-8): one row for each metric and each item.
    ///
    /// Numbers go from 0 to 1 with a decimal point; an empty field is a figure that is withheld or does not exist.
    public func csv() -> String {
        let scores = assessment.scores
        let header = [
            "organisation", "wave", "questionnaire", "version", "kind", "id", "title", "dimension", "direction",
            "value", "lower", "upper", "coverage", "status", "band", "setBy", "gateRating", "median", "quartile1",
            "quartile3", "answered", "dontKnow", "unanswered", "notApplicable",
        ]
        let shared: [CSVText.Field] = [
            .text(assessment.subject), .text(scores.wave.id), .text(scores.questionnaire.id),
            .text(scores.questionnaire.version),
        ]
        var text = CSVText.line(header.map(CSVText.Field.text))
        for result in scores.metrics { text += CSVText.line(shared + metricFields(result)) }
        for pooled in scores.items { text += CSVText.line(shared + itemFields(pooled)) }
        return text
    }

    private func metricFields(_ result: MetricResult) -> [CSVText.Field] {
        let setBy = result.derivation.decidedBy.first?.id ?? ""
        return [
            .text("metric"), .text(result.id), .text(result.metric.title), .text(result.member ?? ""), .text(""),
            .number(result.value), .number(result.bounds?.lowerBound), .number(result.bounds?.upperBound),
            .number(result.coverage), .text(result.status.rawValue), .text(result.band?.id ?? ""), .text(setBy),
            .text(""), .number(nil), .number(nil), .number(nil), .count(nil), .count(nil), .count(nil), .count(nil),
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
            .count(pooled.dontKnow), .count(pooled.unanswered), .count(pooled.notApplicable),
        ]
    }
}

import Assessments
import Mustache
import Questionnaires
import Responses
import Scoring

/// How each number came about.
extension ReportModel {
    /// A metric's name with the member it belongs to.
    func title(ofMetric result: MetricResult) -> String {
        guard let member = result.member else { return result.metric.title }
        return words("metric.ofMember", ["member": memberTitle(member), "metric": result.metric.title])
    }

    private func memberTitle(_ id: String) -> String {
        assessment.member(id)?.title ?? questionnaire.text(ofMember: id)?.title ?? id
    }

    /// A metric as a row of a table.
    func metricRow(_ result: MetricResult) -> MustacheValue {
        [
            "id": .text(result.id),
            "title": .text(title(ofMetric: result)),
            "value": .text(valueText(result)),
            "range": .text(numbers.range(result.bounds)),
            "coverage": .text(numbers.percent(result.coverage)),
            "status": .text(status(result)),
        ]
    }

    func valueText(_ result: MetricResult) -> String {
        if let band = result.band { return band.title }
        if result.status == .withheld { return words("status.withheld") }
        return numbers.points(result.value)
    }

    func derivation(_ result: MetricResult) -> MustacheValue {
        [
            "id": .text(result.id),
            "title": .text(title(ofMetric: result)),
            "value": .text(valueText(result)),
            "rule": .text(rule(result.metric.rule)),
            "coverage": .text(numbers.percent(result.coverage)),
            "terms": .list(result.derivation.terms.map(term)),
            "decidedBy": optional(
                result.derivation.decidedBy.isEmpty
                    ? nil
                    : words(
                        "derivation.decidedBy",
                        ["inputs": words.list(result.derivation.decidedBy.map(referenceTitle))])),
        ]
    }

    func referenceTitle(_ reference: Derivation.Reference) -> String {
        switch reference {
        case .item(let id): label(ofItem: id)
        case .metric(let id): scores.metric(id).map(title(ofMetric:)) ?? id
        }
    }

    func term(_ term: Derivation.Term) -> MustacheValue {
        var rating: String?
        if case .item(let id) = term.reference, let item = questionnaire.item(id), item.direction == .blocker {
            rating = term.gatePosition.map { optionLabel(item, $0) }
        }
        return [
            "id": .text(term.reference.id),
            "title": .text(referenceTitle(term.reference)),
            "value": .text(term.value == nil ? words("state.\(term.state.rawValue)") : numbers.points(term.value)),
            "entered": .text(numbers.points(term.entered)),
            "weight": .text(numbers.fixed(term.weight, decimals: 2)),
            "rating": optional(rating),
        ]
    }
}

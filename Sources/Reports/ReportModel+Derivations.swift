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
            "range": .text(range(result)),
            "interval": .text(interval(result)),
            "coverage": .text(numbers.percent(result.coverage)),
            "status": .text(status(result)),
        ]
    }

    func valueText(_ result: MetricResult) -> String {
        if let band = result.band { return band.title }
        if result.status == .withheld { return words("status.withheld") }
        if case .verdict(let rule) = result.metric.rule {
            return result.verdict.flatMap { rule.outcome($0.outcome)?.title } ?? numbers.points(nil)
        }
        return figure(result.value, of: result.metric)
    }

    /// A value as the metric wants it shown: by its name where the metric gives it one, else as points or as a number.
    func figure(_ value: Double?, of metric: Metric) -> String {
        guard let value else { return numbers.points(nil) }
        return switch metric.rule {
        case .band(let rule): rule.bands.interval(of: value)?.title ?? number(value, metric.display)
        case .verdict(let rule): rule.outcomes.first { $0.value == value }?.title ?? number(value, metric.display)
        case .level(let rule): rule.levels.first { $0.value == value }?.title ?? words("detail.noLevel")
        case .aggregate, .possible, .adjust, .reference: number(value, metric.display)
        }
    }

    private func number(_ value: Double, _ display: Metric.Display) -> String {
        switch display {
        case .points: numbers.points(value)
        case .number: numbers.fixed(value, decimals: 2)
        }
    }

    /// The value of a metric; a dash where there is none.
    func figure(_ result: MetricResult?) -> String {
        result.map { figure($0.value, of: $0.metric) } ?? numbers.points(nil)
    }

    /// The value of a metric for a sentence: points without decimals.
    func wholeFigure(_ result: MetricResult) -> String {
        result.metric.display == .points ? numbers.wholePoints(result.value) : figure(result)
    }

    /// A change of a metric with its sign.
    func signedFigure(_ change: Double, of metric: Metric) -> String {
        switch metric.display {
        case .points: return numbers.signedPoints(change)
        case .number:
            let text = number(change, metric.display)
            return change > 0 ? "+\(text)" : text
        }
    }

    /// Between which values the missing answers could move a metric.
    func range(_ result: MetricResult) -> String {
        guard let bounds = result.bounds else { return numbers.range(nil) }
        let low = figure(bounds.lowerBound, of: result.metric)
        let high = figure(bounds.upperBound, of: result.metric)
        return low == high ? low : words("detail.range", ["low": low, "high": high])
    }

    /// What more there is to say of how a metric came about, one sentence for each step, level or verdict.
    func details(_ result: MetricResult) -> [String] {
        switch (result.derivation.detail, result.metric.rule) {
        case (.steps(let steps), .adjust(let rule)):
            return zip(rule.steps, steps).enumerated().map { place, pair in
                let (step, taken) = pair
                let change = change(step.change, amount: taken.amount, of: result.metric)
                let parameters = [
                    "number": String(place + 1), "change": change, "value": figure(taken.value, of: result.metric),
                ]
                return words(taken.isApplied ? "detail.step" : "detail.stepSkipped", parameters)
            }
        case (.levels(let levels), .level(let rule)):
            return zip(rule.levels, levels).map { level, fared in
                let key =
                    switch (fared.satisfiesAt, fared.satisfiesBelow) {
                    case (.some(true), .some(false)) where level.id != rule.levels.last?.id: "detail.levelHoldsAlone"
                    case (.some(true), _): "detail.levelHolds"
                    case (.some(false), _): "detail.levelFails"
                    case (nil, _): "detail.levelUnknown"
                    }
                return words(key, ["level": level.title])
            }
        case (.verdict(let conclusion?, _), _): return conclusion.because.map { [$0] } ?? []
        default: return []
        }
    }

    private func change(_ change: AdjustRule.Change, amount: Double?, of metric: Metric) -> String {
        switch change {
        case .scale: words("detail.scale", ["amount": amount.map { numbers.fixed($0, decimals: 2) } ?? "–"])
        case .add: words("detail.add", ["amount": figure(amount, of: metric)])
        case .cap: words("detail.cap", ["amount": figure(amount, of: metric)])
        case .floor: words("detail.floor", ["amount": figure(amount, of: metric)])
        case .round(_, let places): words("detail.round", ["places": words.count(places)])
        }
    }

    func derivation(_ result: MetricResult) -> MustacheValue {
        [
            "id": .text(result.id),
            "title": .text(title(ofMetric: result)),
            "value": .text(valueText(result)),
            "rule": .text(rule(result.metric.rule)),
            "details": .list(details(result).map { .text($0) }),
            "hasDetails": .flag(!details(result).isEmpty),
            "coverage": .text(numbers.percent(result.coverage)),
            "terms": .list(result.derivation.terms.map { term($0, of: result.metric) }),
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

    /// - Parameter metric: the metric into which it goes.
    private func term(_ term: Derivation.Term, of metric: Metric) -> MustacheValue {
        var rating: String?
        var input: Metric?
        if case .metric(let id) = term.reference { input = scores.metric(id)?.metric }
        // Items are counted as the metric counts.
        func shown(_ value: Double?) -> String {
            input.map { figure(value, of: $0) } ?? value.map { number($0, metric.display) } ?? numbers.points(nil)
        }
        if case .item(let id) = term.reference, let item = questionnaire.item(id), item.direction == .blocker {
            rating = term.gatePosition.map { optionLabel(item, $0) }
        }
        return [
            "id": .text(term.reference.id),
            "title": .text(referenceTitle(term.reference)),
            "value": .text(term.value == nil ? words("state.\(term.state.rawValue)") : shown(term.value)),
            "entered": .text(shown(term.entered)),
            "weight": .text(numbers.fixed(term.weight, decimals: 2)),
            "rating": optional(rating),
        ]
    }
}

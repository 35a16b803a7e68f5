import Assessments
import Mustache
import Questionnaires
import Responses
import Scoring

/// What `waymark explain` prints: a tree from a result down to the answers by role.
extension ReportModel {
    /// The explanation of a metric by its full id, of a member by its score, or of an item; nothing where there is none
    /// of that name.
    func explanation(of name: String) -> MustacheValue? {
        if let pooled = scores.item(name) {
            return [
                "text": words.strings.values,
                "title": .text(words("explain.item", ["id": name, "label": pooled.item.label])),
                "lines": .list(itemLines(pooled, depth: 0)),
            ]
        }
        let result = assessment.member(name)?.score ?? scores.metric(name)
        guard let result else { return nil }
        var explained: Set<String> = []
        return [
            "text": words.strings.values,
            "title": .text(words("explain.metric", ["id": result.id, "title": title(ofMetric: result)])),
            "lines": .list(metricLines(result, depth: 0, explained: &explained)),
        ]
    }

    private func line(_ depth: Int, _ text: String) -> MustacheValue {
        .text(String(repeating: "  ", count: depth) + text)
    }

    /// Metrics may rest on metrics in a long chain; from here on they are only named.
    private static let deepest = 12

    /// - Parameter explained: the metrics that stand further up already; they are not explained twice.
    private func metricLines(
        _ result: MetricResult, depth: Int, explained: inout Set<String>
    ) -> [MustacheValue] {
        guard depth < ReportModel.deepest, explained.insert(result.id).inserted else {
            let parameters = ["title": title(ofMetric: result), "value": valueText(result), "id": result.id]
            return [line(depth, words("explain.elsewhere", parameters))]
        }
        var lines = [
            line(
                depth,
                words(
                    "explain.value",
                    [
                        "title": title(ofMetric: result), "value": valueText(result), "rule": rule(result.metric.rule),
                    ])),
            line(
                depth + 1,
                words(
                    "explain.certainty",
                    [
                        "range": result.bounds == nil
                            ? words("explain.rangeUnknown") : words("explain.range", ["range": range(result)]),
                        "coverage": result.coverage.map {
                            words("explain.coverage", ["coverage": numbers.percent($0)])
                        } ?? words("explain.coverageUnknown"),
                        "status": status(result),
                    ])),
        ]
        if let sentence = explainedInterval(result) { lines.append(line(depth + 1, sentence)) }
        lines += details(result).map { line(depth + 1, $0) }
        if !result.derivation.decidedBy.isEmpty {
            lines.append(
                line(
                    depth + 1,
                    words(
                        "derivation.decidedBy",
                        ["inputs": words.list(result.derivation.decidedBy.map(referenceTitle))])))
        }
        for term in result.derivation.terms {
            switch term.reference {
            case .metric(let id):
                if let input = scores.metric(id) {
                    lines += metricLines(input, depth: depth + 1, explained: &explained)
                }
            case .item(let id):
                guard let pooled = scores.item(id) else { continue }
                lines += itemLines(pooled, depth: depth + 1, entered: entered(term, pooled, of: result.metric))
            }
        }
        return lines
    }

    /// How far a metric would move with other respondents, and of a cap how often it binds.
    private func explainedInterval(_ result: MetricResult) -> String? {
        guard assessment.stability?.interval(result.id) != nil else { return nil }
        let text = words("explain.stability", ["interval": interval(result)])
        guard let member = result.member.flatMap(assessment.member), member.cap?.id == result.id,
            let share = capShare(member)
        else { return text }
        return text + words("list.separator") + words("explain.capShare", ["share": share])
    }

    /// What an item contributes to a metric, where that is another number than its value.
    private func entered(_ term: Derivation.Term, _ pooled: PooledItem, of metric: Metric) -> String? {
        var channel: String?
        switch metric.rule {
        case .aggregate(let aggregate): channel = aggregate.channel
        // That it satisfies a condition is no number.
        case .level: return nil
        case .possible, .adjust, .band, .verdict, .reference: break
        }
        guard let entered = term.entered, channel != nil || entered != scores.value(ofItem: pooled.item.id) else {
            return nil
        }
        return figure(entered, of: metric)
    }

    /// - Parameter entered: what the item contributes to the metric it stands under, where that is to be said.
    private func itemLines(_ pooled: PooledItem, depth: Int, entered: String? = nil) -> [MustacheValue] {
        let item = pooled.item
        let value = scores.value(ofItem: item.id)
        var head = words(
            "explain.itemValue",
            [
                "id": item.id, "label": item.label,
                "value": value == nil ? words("state.\(pooled.missingState.rawValue)") : numbers.points(value),
            ])
        if let entered { head += words("explain.entered", ["entered": entered]) }
        var lines = [line(depth, head)]
        if pooled.isHeldBack { lines.append(line(depth + 1, words("explain.heldBack"))) }
        let gate = item.direction == .blocker ? scores.gatePosition(ofItem: item.id) : nil
        if let gate { lines.append(line(depth + 1, words("explain.gate", ["rating": optionLabel(item, gate)]))) }
        if let set = pooled.setRating {
            lines.append(
                line(
                    depth + 1,
                    words(
                        "item.ratingSet",
                        ["role": title(ofRole: set.role), "date": set.date, "evidence": set.evidence])))
        }
        lines.append(
            line(
                depth + 1,
                words(
                    "explain.states",
                    [
                        "answered": words.count(pooled.answered), "dontKnow": words.count(pooled.dontKnow),
                        "unanswered": words.count(pooled.unanswered),
                        "notApplicable": words.count(pooled.notApplicable),
                    ])))
        for stratum in pooled.strata {
            lines.append(
                line(
                    depth + 1,
                    words.plural(
                        "explain.stratum", stratum.answered,
                        [
                            "roles": groupTitle(stratum.roles),
                            "mean": numbers.points(stratum.mean),
                            "weight": numbers.fixed(stratum.weight, decimals: 2),
                        ])))
        }
        return lines
    }
}

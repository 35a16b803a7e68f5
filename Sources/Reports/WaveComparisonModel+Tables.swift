import Assessments
import Mustache
import Questionnaires
import Scoring

/// The tables of what changed.
extension WaveComparisonModel {
    /// How many items of each figure are told one by one.
    private static let shownItems = 3

    /// A number as the metric wants it shown; items and caps are points.
    func figure(_ value: Double?, of metric: Metric? = nil) -> String {
        guard metric?.display == .number else { return numbers.points(value) }
        return value.map { numbers.fixed($0, decimals: 2) } ?? "–"
    }

    private func change(_ earlier: Double?, _ later: Double?, of metric: Metric? = nil) -> String {
        guard earlier != nil || later != nil else { return "–" }
        return words("front.change", ["now": figure(earlier, of: metric), "then": figure(later, of: metric)])
    }

    private func difference(_ change: Double?, of metric: Metric) -> String {
        guard let change, metric.display == .number else { return change.map(numbers.signedPoints) ?? "–" }
        return (change > 0 ? "+" : "") + figure(change, of: metric)
    }

    func memberRow(_ member: WaveMemberChange) -> MustacheValue {
        func text(_ metric: String?) -> MustacheValue {
            guard let figure = member.figures.first(where: { $0.metric.id == metric }) else { return .text("–") }
            return .text(change(figure.earlier, figure.later, of: figure.metric))
        }
        let presentation = questionnaire.presentation
        let score = member.reportedLater.score.metric
        return [
            "title": setting.alone(member.title), "facilitators": text(presentation?.facilitators),
            "burden": text(presentation?.burden),
            "cap": .text(
                member.cap.map { change($0.earlier, $0.later, of: member.reportedLater.cap?.metric) } ?? "–"),
            "score": .text(change(member.score.earlier, member.score.later, of: score)),
            "difference": .text(difference(member.score.change, of: score)),
            "matched": .text(numbers.percent(member.figures.map(\.comparedShare).min())),
        ]
    }

    func overallRow(_ step: WaveStep) -> MustacheValue? {
        guard let overall = step.later.overall else { return nil }
        return [
            "title": setting.alone(overall.metric.title),
            "score": .text(change(step.overall.earlier, step.overall.later, of: overall.metric)),
            "difference": .text(difference(step.overall.change, of: overall.metric)),
        ]
    }

    func figureRow(_ figure: WaveFigureChange, of member: WaveMemberChange, step: WaveStep) -> MustacheValue {
        let finding = figure.test.finding
        let verdict =
            finding.map { words($0.isFound ? "compare.isFound" : "compare.isNotFound") }
            ?? why(figure, step: step) ?? "–"
        return [
            "member": setting.alone(member.title), "metric": setting.alone(figure.metric.title),
            "change": .text(difference(figure.change, of: figure.metric)),
            "smallest": .text(numbers.points(finding?.smallest)),
            "probability": .text(finding.map { probability($0.probability) } ?? "–"),
            "adjusted": .text(finding.map { probability($0.adjusted) } ?? "–"),
            "verdict": setting.sentence(verdict), "isFound": .flag(finding?.isFound == true),
        ]
    }

    /// Three decimals, and never nothing.
    private func probability(_ number: Double) -> String {
        number < 0.0005
            ? words("compare.below", ["number": numbers.fixed(0.001, decimals: 3)]) : numbers.fixed(number, decimals: 3)
    }

    func eventRow(_ event: WaveCapEvent, of member: WaveMemberChange) -> MustacheValue {
        func told(_ gate: Int?, isSet: Bool) -> String {
            let rating = rating(gate, of: event.item)
            return isSet ? words("compare.setRating", ["rating": rating]) : rating
        }
        return [
            "member": setting.alone(member.title), "item": setting.alone(event.item.label),
            "id": .text(event.item.id),
            "earlier": setting.sentence(told(event.earlierGate, isSet: event.isEarlierSet)),
            "later": setting.sentence(told(event.laterGate, isSet: event.isLaterSet)),
            "cap": .text(change(event.earlierCap, event.laterCap)),
            "effect": .text(words(event.moves ? "compare.moves" : "compare.movesNot")),
        ]
    }

    /// The items that add most to a change, and all others together.
    func itemRows(_ figure: WaveFigureChange, of member: WaveMemberChange) -> [MustacheValue] {
        let moved = (figure.contributions ?? []).filter { abs($0.earlier - $0.later) > 1e-9 || abs($0.amount) > 1e-9 }
        let shown = moved.prefix(WaveComparisonModel.shownItems)
        let others = moved.dropFirst(WaveComparisonModel.shownItems)
        func row(_ name: String, _ values: String, _ amount: Double) -> MustacheValue {
            [
                "member": setting.alone(member.title), "metric": setting.alone(figure.metric.title),
                "item": setting.sentence(name), "values": .text(values), "amount": .text(numbers.signedPoints(amount)),
            ]
        }
        var rows = shown.map {
            row(
                words("compare.item", ["item": setting.name($0.item.label), "id": $0.item.id]),
                change($0.earlier, $0.later), $0.amount)
        }
        if !others.isEmpty {
            rows.append(
                row(words.plural("compare.others", others.count), "–", others.reduce(0) { $0 + $1.amount }))
        }
        return rows
    }

    func recommendationRow(_ recommendation: WaveRecommendation, step: WaveStep) -> MustacheValue {
        [
            "rank": .text(String(recommendation.rank)), "title": setting.alone(recommendation.recommendation.title),
            "id": .text(recommendation.recommendation.id),
            "gain": .text(recommendation.gain.map(numbers.signedPoints) ?? "–"),
            "items": setting.sentence(
                recommendation.items.map { item in
                    words(
                        "compare.recommendedItem",
                        [
                            "item": words("compare.item", ["item": setting.name(item.item.label), "id": item.item.id]),
                            "change": change(item.earlier, item.later), "outcome": outcome(item.outcome),
                        ])
                }.joined(separator: words("compare.groupSeparator"))),
        ]
    }

    private func outcome(_ outcome: WaveRecommendation.Outcome) -> String {
        switch outcome {
        case .reached: words("compare.outcome.reached")
        case .nearer: words("compare.outcome.nearer")
        case .unchanged: words("compare.outcome.unchanged")
        case .farther: words("compare.outcome.farther")
        case .notKnown: words("compare.outcome.notKnown")
        }
    }
}

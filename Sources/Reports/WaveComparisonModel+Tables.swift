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

    /// The same with its unit, to stand in a sentence.
    func withUnit(_ value: Double?, of metric: Metric?) -> String {
        let text = figure(value, of: metric)
        return metric?.display == .number || value == nil ? text : words("compare.points", ["number": text])
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
            "matched": .text(numbers.percent(step.members.flatMap { $0.figures.map(\.comparedShare) }.min())),
            "score": .text(change(step.overall.earlier, step.overall.later, of: overall.metric)),
            "difference": .text(difference(step.overall.change, of: overall.metric)),
        ]
    }

    /// Where the change of a figure comes from; nothing for a side that the member does not have.
    func partsRow(_ figure: WaveFigureChange, of member: WaveMemberChange, step: WaveStep) -> MustacheValue? {
        if figure.obstacle == .noFigure, figure.missing.isEmpty { return nil }
        func text(_ amount: Double?) -> MustacheValue { .text(difference(amount, of: figure.metric)) }
        let parts = figure.parts
        let reason = figure.obstacle == nil ? words("compare.cannotBeTakenApart") : why(figure, step: step) ?? "–"
        return [
            "member": setting.alone(member.title), "metric": setting.alone(figure.metric.title),
            "whole": text(parts?.whole), "ratings": text(parts?.matched.ratings), "people": text(parts?.matched.people),
            "items": text(parts?.items), "weights": text(parts?.weights), "isKnown": .flag(parts != nil),
            "reason": setting.sentence(words("compare.noParts", ["reason": reason])),
            "matched": .text(numbers.percent(figure.comparedShare)),
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
            "smallest": .text(numbers.wholePoints(WaveTestRounding.smallest(finding?.smallest))),
            "matched": .text(numbers.percent(figure.comparedShare)),
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

    /// The share answered to some items, from wave to wave, the least of several.
    private func coverage(_ items: [Item], in step: WaveStep) -> String {
        let values = items.compactMap { step.coverages[$0.id] }
        return words(
            "front.change",
            [
                "now": numbers.percent(values.compactMap(\.earlier).min()),
                "then": numbers.percent(values.compactMap(\.later).min()),
            ])
    }

    func eventRow(_ event: WaveCapEvent, of member: WaveMemberChange, step: WaveStep) -> MustacheValue {
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
            "coverage": .text(coverage([event.item], in: step)),
            "effect": .text(words(event.moves ? "compare.moves" : "compare.movesNot")),
        ]
    }

    /// The items that add most to a change, and all others together.
    func itemRows(_ figure: WaveFigureChange, of member: WaveMemberChange, step: WaveStep) -> [MustacheValue] {
        let moved = (figure.contributions ?? []).filter { abs($0.earlier - $0.later) > 1e-9 || abs($0.amount) > 1e-9 }
        let shown = moved.prefix(WaveComparisonModel.shownItems)
        let others = moved.dropFirst(WaveComparisonModel.shownItems)
        func row(_ name: String, _ values: String, _ parts: [WaveContribution]) -> MustacheValue {
            [
                "member": setting.alone(member.title), "metric": setting.alone(figure.metric.title),
                "item": setting.sentence(name), "values": .text(values),
                "amount": .text(numbers.signedPoints(parts.reduce(0) { $0 + $1.amount })),
                "coverage": .text(coverage(parts.map(\.item), in: step)),
            ]
        }
        var rows = shown.map {
            row(
                words("compare.item", ["item": setting.name($0.item.label), "id": $0.item.id]),
                change($0.earlier, $0.later), [$0])
        }
        if !others.isEmpty {
            rows.append(
                row(words.plural("compare.others", others.count), "–", Array(others)))
        }
        return rows
    }

    func recommendationRow(_ recommendation: WaveRecommendation, step: WaveStep) -> MustacheValue {
        [
            "rank": .text(String(recommendation.rank)), "title": setting.alone(recommendation.recommendation.title),
            "id": .text(recommendation.recommendation.id),
            "standing": .text(standing(recommendation.standing)),
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
        case .kept: words("compare.outcome.kept")
        case .nearer: words("compare.outcome.nearer")
        case .unchanged: words("compare.outcome.unchanged")
        case .farther: words("compare.outcome.farther")
        case .notKnown: words("compare.outcome.notKnown")
        }
    }
}

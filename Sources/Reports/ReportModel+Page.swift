import Assessments
import Charts
import Mustache
import Questionnaires
import Responses
import Scoring

/// What only the HTML page shows: charts, contents, the look.
extension ReportModel {
    /// The values of the page; nothing for other formats, which then make no charts.
    func page() -> [String: MustacheValue] {
        guard let theme else { return [:] }
        return [
            "logo": optional(theme.logo),
            "chartStyle": .text(theme.palette.stylesheet),
            "hasLongCaps": .flag(hasLongCaps),
            "hasLongWords": .flag(hasLongWords),
            "titleMarkup": .text(titleMarkup()),
            "runningHead": .text(ReportModel.cssString(runningHead())),
            "pageStart": .text(words.strings.isRightToLeft ? "right" : "left"),
            "pageEnd": .text(words.strings.isRightToLeft ? "left" : "right"),
            "show": .object(theme.sections.mapValues(MustacheValue.flag)),
            "contents": .list(contents(theme)),
            "projectsOnPage": heldBack(on: theme),
            "barsNote": .text(barsNote()),
            "scoresFinding": .text(scoresFinding()),
            "scoresChart": .text(scoresChart()),
            "heatFinding": .text(heatFinding()),
            "actionsFinding": .text(actionsFinding()),
            "lenses": .list((questionnaire.presentation?.lenses ?? []).map(lens)),
        ]
    }

    /// - Parameter narrowestWidth: the least room in px that the chart is laid out for.
    func frame(
        _ id: String, title: String, description: String,
        narrowestWidth: Double = ChartFrame.usualNarrowestWidth
    ) -> ChartFrame {
        ChartFrame(
            id: id, title: VisibleText.unbroken(title), description: VisibleText.unbroken(description),
            direction: words.strings.isRightToLeft ? .rightToLeft : .leftToRight, narrowestWidth: narrowestWidth)
    }

    /// - Parameter result: the metric of which the value is, or could become, the figure.
    func measure(_ value: Double?, of result: MetricResult) -> Measure {
        Measure(value, value == nil ? words("status.withheld") : figure(value, of: result.metric))
    }

    private func measure(_ result: MetricResult) -> Measure { measure(result.value, of: result) }

    private func contents(_ theme: Theme) -> [MustacheValue] {
        let sections: [(id: String, key: String, isShown: Bool)] = [
            ("front", "front.where", true), ("heat", "html.heat", true),
            ("domains", "domain.heading", theme.sections["domains"] ?? true),
            ("heldBack", "portfolio.heldBack.heading", projects != nil),
            ("recommendations", "recommendation.heading", theme.sections["recommendations"] ?? true),
            (
                "contradictions", "contradiction.heading",
                theme.sections["contradictions"] ?? true && has.pairs
            ),
            (
                "stability", "stability.heading",
                (theme.sections["stability"] ?? true) && assessment.stability?.rule != nil
            ),
            (
                "lenses", "html.lenses",
                theme.sections["lenses"] ?? true && questionnaire.presentation?.lenses.isEmpty == false
            ),
            ("method", "method.heading", theme.sections["method"] ?? true),
            ("data", "data.heading", theme.sections["data"] ?? true),
            ("derivations", "derivation.heading", theme.sections["derivations"] ?? true),
            ("provenance", "provenance.heading", true),
        ]
        return sections.filter(\.isShown).map { ["id": .text($0.id), "title": .text(words($0.key))] }
    }

    /// The members from the highest score to the lowest, those without one at the end.
    private var sortedMembers: [MemberAssessment] {
        assessment.members.enumerated()
            .sorted { left, right in
                let (first, second) = (left.element.score.value, right.element.score.value)
                return first == second ? left.offset < right.offset : (first ?? -1) > (second ?? -1)
            }
            .map(\.element)
    }

    /// The finding of the first chart, as a sentence.
    private func scoresFinding() -> String {
        let known = sortedMembers.filter { $0.score.value != nil }
        guard let best = known.first, let worst = known.last, known.count > 1 else {
            return words(has.burden ? "html.scores" : "html.scoresOnly")
        }
        return words(
            "html.scoresFinding",
            [
                "best": best.title, "bestScore": figure(best.score), "worst": worst.title,
                "worstScore": figure(worst.score),
            ])
    }

    /// How to read the bars, as far as the questionnaire has what they show.
    private func barsNote() -> String {
        [has.burden ? words("html.howToReadBars") : nil, has.caps ? words("html.howToReadCaps") : nil]
            .compactMap { $0 }.joined(separator: " ")
    }

    private func scoresChart() -> String {
        var rows: [ScoreBars.Row] = []
        if let overall = assessment.overall {
            rows.append(
                ScoreBars.Row(
                    label: overall.metric.title, score: measure(overall), facilitators: measure(overall)))
        }
        rows += sortedMembers.map { member in
            var cap: Measure?
            if member.capBinds, let value = member.cap?.value {
                cap = Measure(
                    value,
                    words(
                        "html.capMark",
                        [
                            "cap": figure(member.cap),
                            "blocker": member.capSetBy.first.map(label(ofItem:)) ?? "",
                        ]))
            }
            return ScoreBars.Row(
                label: VisibleText.line(member.title), score: measure(member.score),
                note: scoreNote(member), facilitators: measure(member.facilitators ?? member.score),
                burden: member.burden.map { measure($0) }, target: member.target, cap: cap)
        }
        let chart = ScoreBars(rows: rows, scoreHeading: words("front.score"))
        return scoresKey(rows).html(
            id: "scores-key", direction: words.strings.isRightToLeft ? .rightToLeft : .leftToRight)
            + chart.svg(
                in: frame(
                    "scores", title: scoresFinding(),
                    description: words(has.burden ? "html.scoresDescription" : "html.scoresOnlyDescription")))
    }

    /// What is drawn and no more.
    private func scoresKey(_ rows: [ScoreBars.Row]) -> ChartKey {
        let isCapped = rows.contains { $0.cap != nil }
        return ChartKey(
            [
                .init(.facilitators, words(has.facilitators ? "front.facilitators" : "front.score")),
                isCapped ? .init(.cutOff, words("html.cutOff")) : nil,
                rows.contains { $0.burden != nil } ? .init(.burden, words("front.burden")) : nil,
                isCapped ? .init(.cap, words("front.cap")) : nil,
                rows.contains { $0.target != nil } ? .init(.target, words("front.target")) : nil,
            ].compactMap { $0 })
    }

    /// What belongs to a score at first sight: that it is not firm, and the target.
    private func scoreNote(_ member: MemberAssessment) -> String? {
        let isUnsure = member.score.value != nil && member.score.status != .firm
        let target = member.target.map { words("html.targetMark", ["target": figure($0, of: member.score.metric)]) }
        let parts = [isUnsure ? status(member.score) : nil, target].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: words("list.separator"))
    }

    /// Which recommendation gains most overall; the order they stand in may be another.
    private func actionsFinding() -> String {
        guard let overall = assessment.overall else { return words("html.actions") }
        let gains = assessment.recommendations.compactMap { effect in
            effect.change(of: overall.id).map { (effect: effect, change: $0) }
        }
        guard let first = gains.first else { return words("html.actions") }
        let (best, change) = gains.dropFirst().reduce(first) { $1.change.gain > $0.change.gain ? $1 : $0 }
        return words(
            "html.actionsFinding",
            [
                "title": best.recommendation.title, "now": figure(change.now, of: overall.metric),
                "then": figure(change.then, of: overall.metric),
            ])
    }

    /// The chart of what a recommendation would do to its domain's score, for a cell of a table.
    func domainChart(_ effect: RecommendationEffect) -> String {
        let recommendation = effect.recommendation
        guard let home = assessment.member(recommendation.dimension), let now = home.score.value else { return "" }
        let then = effect.change(of: home.score.id)?.then ?? now
        let title = words(
            "html.domainChange",
            [
                "domain": home.title, "now": figure(now, of: home.score.metric),
                "then": figure(then, of: home.score.metric),
            ])
        let row = Dumbbell.Row(now: measure(now, of: home.score), then: measure(then, of: home.score))
        let chart = Dumbbell(rows: [row], axis: [])
        // Beside other columns there is less room than in a narrow window.
        return chart.svg(
            in: frame(
                "domain-change-\(recommendation.id)", title: title,
                description: words("html.changeTitle", ["title": recommendation.title]), narrowestWidth: 160))
    }

    private func heatFinding() -> String {
        let burdened = assessment.members.filter { $0.burden?.value != nil }
            .max { ($0.burden?.value ?? 0) < ($1.burden?.value ?? 0) }
        guard let burdened else { return words(has.burden ? "html.heatCaption" : "html.scoresOnly") }
        return words(
            "html.heatFinding", ["domain": burdened.title, "burden": figure(burdened.burden)])
    }

    /// The class of a heat cell.
    func heat(_ value: Double?, _ meaning: Meaning) -> MustacheValue {
        .text(HeatScale(meaning).cell(for: Measure(value, "")).cssClass)
    }

    /// The symbol of a heat cell, so that it reads without colour.
    func heatSymbol(_ value: Double?, _ meaning: Meaning) -> MustacheValue {
        // What is withheld has a dash for its number already.
        value == nil ? "" : .text(HeatScale(meaning).cell(for: Measure(value, "")).symbol)
    }

    private func lens(_ lens: Presentation.Lens) -> MustacheValue {
        let members = lens.members.members(dimensions: questionnaire.dimensions, tags: questionnaire.tags)
        let metrics = questionnaire.metricGroups.flatMap(\.metrics)
        return [
            "title": .text(lens.title),
            "description": optional(lens.description),
            "columns": .list(
                lens.metrics.map { id in ["title": .text(metrics.first { $0.id == id }?.title ?? id)] }),
            "rows": .list(
                members.map { member in
                    let results = lens.metrics.compactMap { scores.metric($0, of: member) }
                    let items = questionnaire.items.filter { lens.members.contains($0, member: member) }
                    return [
                        "title": .text(questionnaire.text(ofMember: member)?.title ?? member),
                        "cells": .list(results.map { ["value": .text(figure($0))] }),
                        "coverage": .text(numbers.percent(results.compactMap(\.coverage).min())),
                        "items": .text(items.map(\.label).joined(separator: ", ")),
                    ]
                }),
        ]
    }

    /// The chart of how answers to an item spread.
    func distributionChart(_ pooled: PooledItem) -> String {
        let item = pooled.item
        // Where several options can be chosen, or none are offered, answers have no shares of a whole.
        guard item.hasPositions else { return "" }
        let value = scores.value(ofItem: item.id)
        let meaning: Meaning = item.direction == .blocker ? .moreIsWorse : .moreIsBetter
        let shares = pooled.isHeldBack ? [] : pooled.counts.map { DistributionBar.Share(Double($0), words.count($0)) }
        let without = pooled.applicable + pooled.notApplicable - pooled.answered
        let range = item.range()
        let width = range.upperBound - range.lowerBound
        let chart = DistributionBar(
            options: shares, noAnswer: without > 0 ? DistributionBar.Share(Double(without), words.count(without)) : nil,
            mean: value.map { Measure(($0 - range.lowerBound) / width, numbers.points($0)) }, meaning: meaning,
            withheld: words("domain.heldBackNote"))
        return chart.svg(
            in: frame("answers-\(item.id)", title: distributionTitle(pooled), description: distributionText(pooled)))
    }

    /// What most people chose.
    private func distributionTitle(_ pooled: PooledItem) -> String {
        let item = pooled.item
        guard pooled.answered > 0, let most = pooled.counts.max(), let index = pooled.counts.firstIndex(of: most) else {
            return words("html.noDistribution", ["label": item.label])
        }
        return words(
            "html.distributionTitle",
            [
                "label": item.label, "count": words.count(most), "answered": words.count(pooled.answered),
                "option": optionLabel(item, index),
            ])
    }

    private func distributionText(_ pooled: PooledItem) -> String {
        guard pooled.answered > 0 else { return words("state.\(pooled.missingState.rawValue)") }
        let parts = zip(pooled.item.scale.options, pooled.counts).filter { $1 > 0 }.map {
            words.labelled($0.label, "\($1)")
        }
        let without = pooled.applicable + pooled.notApplicable - pooled.answered
        let all = without > 0 ? parts + [words.labelled(words("domain.withoutAnswer"), "\(without)")] : parts
        return all.joined(separator: words("list.separator"))
    }

    /// The key of the distributions of one scale.
    func distributionKey(_ scale: AnswerScale, _ direction: Item.Direction, id: String) -> String {
        let meaning: Meaning = direction == .blocker ? .moreIsWorse : .moreIsBetter
        let options = scale.options.enumerated().map { index, option in
            ChartKey.Entry(.option(index, of: scale.options.count, meaning), VisibleText.line(option.label))
        }
        let rest = [
            ChartKey.Entry(.noAnswer(meaning), words("domain.withoutAnswer")),
            ChartKey.Entry(.mean(meaning), words("domain.mean")),
        ]
        return ChartKey(options + rest).html(
            id: "key-\(id)", direction: words.strings.isRightToLeft ? .rightToLeft : .leftToRight)
    }

    /// The chart of what a recommendation would change: its domain and the overall score.
    func changeChart(_ effect: RecommendationEffect) -> String {
        let recommendation = effect.recommendation
        var rows: [Dumbbell.Row] = []
        if let home = assessment.member(recommendation.dimension), home.score.value != nil {
            let then = effect.change(of: home.score.id)?.then ?? home.score.value
            rows.append(
                Dumbbell.Row(
                    label: VisibleText.line(home.title), now: measure(home.score), then: measure(then, of: home.score)))
        }
        if let overall = assessment.overall, overall.value != nil {
            let then = effect.change(of: overall.id)?.then ?? overall.value
            rows.append(
                Dumbbell.Row(label: overall.metric.title, now: measure(overall), then: measure(then, of: overall)))
        }
        guard !rows.isEmpty else { return "" }
        let description = rows.map { row -> String in
            let change = words("front.change", ["now": row.now.text, "then": row.then.text])
            return words.labelled(row.label ?? "", change)
        }.joined(separator: words("list.separator"))
        return Dumbbell(rows: rows).svg(
            in: frame(
                "change-\(recommendation.id)", title: words("html.changeTitle", ["title": recommendation.title]),
                description: description))
    }

    /// Whether there is so much to say of caps that how sure this is finds more room below the chart.
    private var hasLongCaps: Bool {
        let long = 900
        return assessment.members.filter(\.capBinds)
            .reduce(0) { $0 + capSentence($1).count + (capStanding($1)?.count ?? 0) + (capLift($1)?.count ?? 0) } > long
    }

    /// Whether a table on paper must break words, since it cannot be scrolled.
    private var hasLongWords: Bool {
        let longest = 30
        let names =
            assessment.members.map(\.title) + questionnaire.items.map(\.label)
            + questionnaire.items.flatMap { $0.scale.options.map(\.label) }
            + questionnaire.metricGroups.flatMap(\.metrics).map(\.title)
        return names.contains { $0.split(separator: " ").contains { $0.count > longest } }
    }

    /// The title with each name isolated, so that a name written from the other side does not move the words around it.
    private func isolatedTitle() -> String {
        func isolated(_ name: String) -> String { "\u{2068}\(VisibleText.line(name))\u{2069}" }
        return words(
            "report.title",
            [
                "subject": isolated(assessment.subject), "wave": isolated(scores.wave.id),
                "questionnaire": isolated(questionnaire.title),
            ])
    }

    /// The title with its names as elements; the names themselves hold no isolates any more.
    private func titleMarkup() -> String {
        let parts = isolatedTitle().unicodeScalars.split(omittingEmptySubsequences: false) { $0 == "\u{2068}" }
        return parts.enumerated().map { index, part in
            let pieces = part.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "\u{2069}" }
                .map { HTMLEscaping.escape(String($0)) }
            return index > 0 && pieces.count == 2 ? "<bdi>\(pieces[0])</bdi>\(pieces[1])" : pieces.joined()
        }.joined()
    }

    /// The title on one line of paper.
    private func runningHead() -> String {
        let longest = 90
        let title = VisibleText.line(reportTitle)
        return title.count > longest ? title.prefix(longest - 1) + "…" : isolatedTitle()
    }

    /// Text inside a string of CSS: everything but letters, digits and plain punctuation as an escape.
    static func cssString(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", " ", ",", ".", ":": result.unicodeScalars.append(scalar)
            default: result += "\\\(String(scalar.value, radix: 16)) "
            }
        }
        return result
    }
}

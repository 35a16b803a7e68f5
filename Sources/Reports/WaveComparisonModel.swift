import Assessments
import Charts
import Mustache
import Questionnaires
import Responses
import Scoring

/// What templates see of what changed between waves.
struct WaveComparisonModel {
    let comparison: WaveComparison
    let provenances: [Provenance]
    let setting: PageSetting

    init(_ report: WaveComparisonReport, setting: PageSetting) {
        comparison = report.comparison
        provenances = report.provenances
        self.setting = setting
    }

    var words: Words { setting.words }
    var numbers: NumberText { setting.numbers }
    var waves: [Assessment] { comparison.waves }
    /// The questionnaire of the last wave.
    var questionnaire: Questionnaire { waves[waves.count - 1].scores.questionnaire }
    var hasManySteps: Bool { comparison.steps.count > 1 }

    func values() -> MustacheValue {
        var values = setting.frame(title: title, sections: sections())
        let groups = comparison.steps.last.map(front) ?? []
        values["headline"] = setting.sentence(groups.first?.sentences.first)
        values["groups"] = .list(
            groups.enumerated().compactMap { place, group in
                let sentences = place == 0 ? Array(group.sentences.dropFirst()) : group.sentences
                guard !sentences.isEmpty else { return nil }
                return ["title": setting.sentence(group.title), "sentences": setting.sentences(sentences)]
            })
        values["waves"] = .object(waveTable())
        values["isSeries"] = .flag(hasManySteps)
        values["steps"] = .list(comparison.steps.enumerated().map { step($1, number: $0 + 1) })
        values["method"] = setting.sentences(method())
        values["provenance"] = .object(provenance())
        return .object(values)
    }

    var title: String {
        words(
            "compare.title",
            [
                "organisation": setting.name(waves[0].subject),
                "waves": words.list(waves.map { setting.name($0.scores.wave.id) }),
            ])
    }

    private func sections() -> [(id: String, title: String)] {
        let steps = comparison.steps.enumerated().map { ("step-\($0 + 1)", stepTitle($1)) }
        return [("front", words("compare.front"))] + (hasManySteps ? [("waves", words("compare.waves"))] : []) + steps
            + [("method", words("method.heading")), ("provenance", words("provenance.heading"))]
    }

    func stepTitle(_ step: WaveStep) -> String {
        words("compare.step", ["earlier": step.earlier.scores.wave.id, "later": step.later.scores.wave.id])
    }

    /// What every wave's own report says of each member and of the whole.
    private func waveTable() -> [String: MustacheValue] {
        func row(_ title: String, _ result: MetricResult, _ own: (Assessment) -> MetricResult?) -> MustacheValue {
            let cells = zip(waves, comparison.intervals).map { wave, intervals in
                let coverage = numbers.percent(own(wave)?.coverage)
                guard let value = own(wave)?.value, let interval = intervals[result.id] else {
                    return words(
                        "compare.withCoverage",
                        ["value": figure(own(wave)?.value, of: result.metric), "coverage": coverage])
                }
                return words(
                    "compare.withInterval",
                    [
                        "value": figure(value, of: result.metric),
                        "low": figure(interval.lowerBound, of: result.metric),
                        "high": figure(interval.upperBound, of: result.metric), "coverage": coverage,
                    ])
            }
            return ["title": setting.alone(title), "cells": .list(cells.map(MustacheValue.text))]
        }
        var rows = waves[waves.count - 1].members.map { member in
            row(member.title, member.score) { $0.member(member.id)?.score }
        }
        if let overall = waves[waves.count - 1].overall {
            rows.append(row(overall.metric.title, overall) { $0.overall })
        }
        return [
            "columns": .list(waves.map { setting.alone($0.scores.wave.id) }), "rows": .list(rows),
            "chart": .text(setting.theme == nil ? "" : lines()),
            "title": .text(words("compare.wavesChart", ["count": words.count(waves.count)])),
            "hasIntervals": .flag(comparison.intervals.contains { !$0.isEmpty }),
        ]
    }

    /// The score of each member over all waves.
    private func lines() -> String {
        let members = waves[waves.count - 1].members
        guard !members.isEmpty, members.allSatisfy({ $0.score.metric.display == .points }) else { return "" }
        let rows = members.map { member in
            SeriesLines.Row(
                label: VisibleText.line(member.title),
                points: waves.enumerated().map { place, wave in
                    let value = wave.member(member.id)?.score.value
                    let step = place > 0 ? comparison.steps[place - 1].members.first { $0.id == member.id } : nil
                    return SeriesLines.Point(
                        Measure(value, value == nil ? words("status.withheld") : numbers.points(value)),
                        interval: value == nil ? nil : comparison.intervals[place][member.score.id],
                        isJoined: step?.score.change != nil)
                })
        }
        let title = words("compare.wavesChart", ["count": words.count(waves.count)])
        let description = rows.map { row in
            let values = row.points.map(\.measure.text).joined(separator: words("list.separator"))
            return words.labelled(row.label, values)
        }.joined(separator: words("compare.groupSeparator"))
        return SeriesLines(moments: waves.map { VisibleText.line($0.scores.wave.id) }, rows: rows).svg(
            in: ChartFrame(
                id: "waves-chart", title: VisibleText.unbroken(title), description: VisibleText.unbroken(description),
                direction: words.strings.isRightToLeft ? .rightToLeft : .leftToRight))
    }

    private func step(_ step: WaveStep, number: Int) -> MustacheValue {
        [
            "id": .text("step-\(number)"), "title": .text(stepTitle(step)),
            "earlier": setting.alone(step.earlier.scores.wave.id),
            "later": setting.alone(step.later.scores.wave.id),
            "people": setting.sentences(people(step)),
            "breaks": setting.sentences(step.breaks.map(sentence) + seriesBreak(step)),
            "hasBreaks": .flag(!step.breaks.isEmpty || !seriesBreak(step).isEmpty),
            "parts": .list(
                step.members.flatMap { member in
                    member.figures.compactMap { partsRow($0, of: member, step: step) }
                }),
            "chart": .text(setting.theme == nil ? "" : chart(step, number: number)),
            "chartFinding": setting.sentence(chartFinding(step)),
            "members": .list(step.members.map(memberRow)),
            "overall": overallRow(step) ?? .missing,
            "figures": .list(
                step.members.flatMap { member in member.figures.map { figureRow($0, of: member, step: step) } }),
            "events": .list(
                step.members.flatMap { member in member.capEvents.map { eventRow($0, of: member, step: step) } }),
            "hasEvents": .flag(step.members.contains { !$0.capEvents.isEmpty }),
            "items": .list(
                step.members.flatMap { member in member.figures.flatMap { itemRows($0, of: member, step: step) } }),
            "hasItems": .flag(step.members.contains { $0.figures.contains { !($0.contributions ?? []).isEmpty } }),
            "unmatched": setting.sentences(unmatched(step)),
            "recommendations": .list(step.recommendations.map { recommendationRow($0, step: step) }),
            "hasRecommendations": .flag(!step.recommendations.isEmpty),
        ]
    }

    /// What the picture says: how many members stand higher, by how many can be compared.
    private func chartFinding(_ step: WaveStep) -> String {
        let known = step.members.compactMap(\.score.change)
        return words(
            "compare.chartFinding",
            [
                "risen": words.count(known.count { $0 > 1e-9 }), "fallen": words.count(known.count { $0 < -1e-9 }),
                "count": words.count(known.count), "earlier": setting.name(step.earlier.scores.wave.id),
                "later": setting.name(step.later.scores.wave.id),
            ])
    }

    /// A ring where each member stood, an arrow to where it stands.
    private func chart(_ step: WaveStep, number: Int) -> String {
        func measure(_ value: Double?) -> Measure {
            Measure(value, value == nil ? words("status.withheld") : numbers.points(value))
        }
        let rows = step.members.map { member in
            Dumbbell.Row(
                label: VisibleText.line(member.title), now: measure(member.score.earlier),
                then: measure(member.score.later))
        }
        // The scale of the chart goes from 0 to 100.
        guard !rows.isEmpty, step.members.allSatisfy({ $0.reportedLater.score.metric.display == .points }) else {
            return ""
        }
        let description = rows.map { row in
            let change = words("front.change", ["now": row.now.text, "then": row.then.text])
            return words.labelled(row.label ?? "", change)
        }.joined(separator: words("list.separator"))
        return Dumbbell(rows: rows).svg(
            in: ChartFrame(
                id: "compare-\(number)", title: VisibleText.unbroken(stepTitle(step)),
                description: VisibleText.unbroken(description),
                direction: words.strings.isRightToLeft ? .rightToLeft : .leftToRight))
    }

    /// As much of the first screen as there is room for, the first sentence of each group in any case; what is left out
    /// is said to be.
    func summary() -> MustacheValue {
        let room = 22
        let blocks = (comparison.steps.last.map(front) ?? []).enumerated().map { place, group -> [[String]] in
            group.sentences.enumerated().map { number, sentence -> [String] in
                let wrapped = ReportModel.wrapped(sentence, width: 76, lines: 4).enumerated().map {
                    ($0 == 0 ? "- " : "  ") + $1
                }
                guard number == 0 else { return wrapped }
                return (place == 0 ? [] : [""]) + [group.title] + wrapped
            }
        }
        var lines: [String] = []
        var isComplete = true
        for (place, group) in blocks.enumerated() {
            let kept = blocks.dropFirst(place + 1).reduce(1) { $0 + ($1.first?.count ?? 0) }
            for (number, block) in group.enumerated() {
                // The last line is kept for the word that there is more.
                guard number == 0 || lines.count + block.count + kept <= room else {
                    isComplete = false
                    break
                }
                lines += block
            }
        }
        if !isComplete { lines.append(more) }
        return ["title": .text(title), "lines": .list(lines.map(MustacheValue.text))]
    }

    private var more: String { words("compare.moreInReport") }

    private func provenance() -> [String: MustacheValue] {
        let overrides = Set(provenances.flatMap(\.overrides)).sorted { $0.path < $1.path }
        // Waves mostly answer the same questionnaire.
        var translations: [Provenance.Translation] = []
        for translation in provenances.flatMap(\.translations) where !translations.contains(translation) {
            translations.append(translation)
        }
        return [
            "version": .text(provenances.first?.version ?? "–"),
            "waves": .list(
                zip(waves, provenances).map { wave, provenance in
                    let own = wave.scores.questionnaire
                    return [
                        "wave": setting.alone(wave.scores.wave.id),
                        "questionnaire": .text(
                            words(
                                "provenance.questionnaire", ["title": own.title, "id": own.id, "version": own.version])
                        ),
                        "questionnaireDigest": .text(provenance.questionnaireDigest),
                        "answersDigest": .text(provenance.answersDigest),
                        "lines": words.lines(provenance),
                        "leftOut": .list(
                            provenance.leftOut.map { ["file": .text($0.file), "reason": .text($0.reason)] }),
                        "moreLeftOut": .text(words.moreLeftOut(provenance)),
                        "hasMoreLeftOut": .flag(provenance.hasMoreLeftOut),
                    ]
                }),
            "translations": .list(Provenance.sentences(translations, words)),
            "overrides": .list(overrides.map { ["path": .text($0.path), "digest": .text($0.digest)] }),
            "hasOverrides": .flag(!overrides.isEmpty),
        ]
    }
}

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
        let headlines = comparison.steps.map(headline)
        values["headline"] = setting.sentence(headlines[0][0])
        values["lead"] = setting.sentences(Array(headlines[0].dropFirst()) + headlines.dropFirst().flatMap { $0 })
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
        func row(_ title: String, _ metric: Metric, _ value: (Assessment) -> Double?) -> MustacheValue {
            ["title": setting.alone(title), "cells": .list(waves.map { .text(figure(value($0), of: metric)) })]
        }
        var rows = waves[waves.count - 1].members.map { member in
            row(member.title, member.score.metric) { $0.member(member.id)?.score.value }
        }
        if let overall = waves[waves.count - 1].overall {
            rows.append(row(overall.metric.title, overall.metric) { $0.overall?.value })
        }
        return ["columns": .list(waves.map { setting.alone($0.scores.wave.id) }), "rows": .list(rows)]
    }

    private func step(_ step: WaveStep, number: Int) -> MustacheValue {
        [
            "id": .text("step-\(number)"), "title": .text(stepTitle(step)),
            "earlier": setting.alone(step.earlier.scores.wave.id),
            "later": setting.alone(step.later.scores.wave.id),
            "people": setting.sentences(people(step)),
            "breaks": setting.sentences(step.breaks.map(sentence)), "hasBreaks": .flag(!step.breaks.isEmpty),
            "chart": .text(setting.theme == nil ? "" : chart(step, number: number)),
            "members": .list(step.members.map(memberRow)),
            "overall": overallRow(step) ?? .missing,
            "figures": .list(
                step.members.flatMap { member in member.figures.map { figureRow($0, of: member, step: step) } }),
            "events": .list(step.members.flatMap { member in member.capEvents.map { eventRow($0, of: member) } }),
            "hasEvents": .flag(step.members.contains { !$0.capEvents.isEmpty }),
            "items": .list(step.members.flatMap { member in member.figures.flatMap { itemRows($0, of: member) } }),
            "hasItems": .flag(step.members.contains { $0.figures.contains { !($0.contributions ?? []).isEmpty } }),
            "unmatched": setting.sentences(unmatched(step)),
            "recommendations": .list(step.recommendations.map { recommendationRow($0, step: step) }),
            "hasRecommendations": .flag(!step.recommendations.isEmpty),
        ]
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
            return "\(row.label ?? ""): \(change)"
        }.joined(separator: words("list.separator"))
        return Dumbbell(rows: rows).svg(
            in: ChartFrame(
                id: "compare-\(number)", title: VisibleText.line(stepTitle(step)),
                description: VisibleText.line(description),
                direction: words.strings.isRightToLeft ? .rightToLeft : .leftToRight))
    }

    func summary() -> MustacheValue {
        let width = 78
        let lines = comparison.steps.flatMap { step in
            headline(step).flatMap { ReportModel.wrapped($0, width: width, lines: 3) }
        }
        return ["title": .text(title), "lines": .list(lines.prefix(22).map(MustacheValue.text))]
    }

    private func provenance() -> [String: MustacheValue] {
        let overrides = Set(provenances.flatMap(\.overrides)).sorted { $0.path < $1.path }
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
                        "leftOut": .list(
                            provenance.leftOut.map { ["file": .text($0.file), "reason": .text($0.reason)] }),
                        "moreLeftOut": .text(words.moreLeftOut(provenance)),
                        "hasMoreLeftOut": .flag(provenance.hasMoreLeftOut),
                    ]
                }),
            "overrides": .list(overrides.map { ["path": .text($0.path), "digest": .text($0.digest)] }),
            "hasOverrides": .flag(!overrides.isEmpty),
        ]
    }
}

import Mustache
import Projects
import Questionnaires
import Scoring

/// A short paragraph on each project, and how all of it came about.
extension PortfolioModel {
    func paragraph(_ project: ProjectAssessment) -> MustacheValue {
        let record = project.record
        return [
            "id": .text(record.id), "title": setting.alone(record.title), "purpose": setting.alone(record.purpose),
            "state": setting.sentence(state(record, project)),
            "sentences": setting.sentences(sentences(project)),
        ]
    }

    /// Since when it has been under way, or what became of it and why.
    private func state(_ record: ProjectRecord, _ project: ProjectAssessment) -> String {
        var parts: [String] = []
        if let outcome = record.outcome {
            let parameters = ["outcome": setting.outcome(outcome), "date": outcome.date]
            parts.append(
                outcome.reason.map {
                    words("portfolio.outcomeBecause", parameters.merging(["reason": setting.name($0)]) { $1 })
                } ?? words("portfolio.outcomePlain", parameters))
        } else if let started = record.started {
            parts.append(words("portfolio.underWaySince", ["date": started]))
        } else {
            parts.append(words("portfolio.underWay"))
        }
        if let owner = record.ownerRole {
            parts.append(words("portfolio.owner", ["role": setting.role(owner, of: project)]))
        }
        return parts.joined(separator: " ")
    }

    private func sentences(_ project: ProjectAssessment) -> [String] {
        var texts = [answered(project)]
        if let next = project.next {
            texts.append(
                words(
                    "portfolio.nextIs",
                    [
                        "stage": setting.name(next.stage.title), "status": setting.name(next.status.title),
                        "why": setting.whatStops(next),
                    ]))
            texts.append(share(next))
        } else if !project.record.isOver {
            texts.append(words("portfolio.allSettled"))
        }
        texts += project.stages.compactMap { stage in
            stage.skipped.map {
                words(
                    "portfolio.skippedBecause",
                    ["stage": setting.name(stage.stage.title), "reason": setting.name($0.reason)])
            }
        }
        if project.organisation == nil { texts.append(words("portfolio.inheritsUnknown")) }
        if let shelving = project.shelving { texts.append(self.shelving(shelving)) }
        return texts
    }

    private func answered(_ project: ProjectAssessment) -> String {
        guard project.hasAnswers else { return words("portfolio.noAnswers") }
        let count = project.respondents.values.reduce(0, +)
        let roles = project.respondents.keys.sorted().map { setting.role($0, of: project) }
        return words.plural(
            "portfolio.answered", count,
            ["roles": words.list(roles), "date": project.lastChange ?? words("portfolio.notKnown")])
    }

    private func share(_ stage: StageAssessment) -> String {
        guard let share = stage.share, share.value != nil else { return words("portfolio.noShare") }
        return words(
            "portfolio.share",
            ["share": numbers.percent(share.value), "coverage": numbers.percent(share.coverage)])
    }

    private func shelving(_ shelving: ShelvingAssessment) -> String {
        let seen = shelving.seen.map { setting.name($0.sign.title) }
        let unknown = shelving.signs.filter { $0.isSeen == nil }.count
        var text =
            seen.isEmpty
            ? words("portfolio.shelvingPlain", ["level": setting.name(shelving.level.title)])
            : words.plural(
                "portfolio.shelvingSeen", seen.count,
                ["level": setting.name(shelving.level.title), "signs": words.list(seen)])
        if unknown > 0 { text += " " + words.plural("portfolio.shelvingUnknown", unknown) }
        return text
    }

    /// How statuses, similarities and levels come about.
    func method() -> [String: MustacheValue] {
        [
            "outcomes": .list((plan?.status.outcomes ?? []).map { StageStatusValue($0).value }),
            "reasons": .list(
                (plan.map { $0.status.rules.map(\.conclusion) + [$0.status.otherwise] } ?? [])
                    .compactMap { conclusion in
                        conclusion.because.map {
                            [
                                "outcome": setting.alone(plan?.status.outcome(conclusion.outcome)?.title ?? ""),
                                "because": setting.alone($0),
                            ]
                        }
                    }),
            "similarity": setting.alone(plan?.similarity?.description),
            "measured": setting.alone(plan?.similarity?.measured),
            "shelving": setting.alone(plan?.shelving?.description),
            "levels": .list(
                (plan?.shelving.map { $0.levels + [$0.otherwise] } ?? []).map { level in
                    ["title": setting.alone(level.title), "description": setting.alone(level.description)]
                }),
            "hasSimilarity": .flag(plan?.similarity != nil),
            "hasShelving": .flag(plan?.shelving != nil),
        ]
    }

    /// What the terminal shows.
    func summary() -> MustacheValue {
        let width = 78
        let lines = ReportModel.wrapped(
            [headline, lead, asOfSentence].joined(separator: " "), width: width, lines: 5)
        let most = 10
        let projects = portfolio.projects
        let longest = min(34, projects.map(\.record.title.count).max() ?? 0)
        let rows = projects.prefix(most).map { project -> String in
            let title = VisibleText.line(project.record.title)
            let shown = title.count > longest ? title.prefix(longest - 1) + "…" : title
            let marks = project.stages.map { $0.skipped == nil ? $0.status.symbol : "»" }.joined(separator: " ")
            let state =
                project.next.map { words("portfolio.summary.next", ["stage": $0.stage.title]) }
                ?? setting.outcome(project.record.outcome)
            let line =
                shown + String(repeating: " ", count: max(0, longest - shown.count)) + "  \(marks)  \(state)"
            return line.count > width ? line.prefix(width - 1) + "…" : line
        }
        return [
            "text": words.strings.values, "title": .text(title),
            "headline": .list(lines.map(MustacheValue.text)),
            "rows": .list(rows.map(MustacheValue.text)),
            "hasRows": .flag(!rows.isEmpty),
            "further": .text(
                projects.count > most ? words.plural("portfolio.summary.further", projects.count - most) : ""),
            "key": .list(
                ReportModel.wrapped(
                    (plan?.status.outcomes ?? []).map { "\($0.symbol) \($0.title)" }
                        .joined(separator: words("portfolio.separator")),
                    width: width, lines: 2
                ).map(MustacheValue.text)),
            "skippedKey": .flag(projects.contains { $0.stages.contains { $0.skipped != nil } }),
        ]
    }
}

import Mustache
import Projects
import Questionnaires

/// What holds projects back, which have not moved for long, and which look alike.
extension PortfolioModel {
    func lists() -> [String: MustacheValue] {
        let (blockers, stuck, pairs) = (portfolio.blockers, portfolio.stuck, portfolio.duplicates)
        let count = PortfolioModel.shownFirst
        return [
            "blockers": .list(blockers.map(blocker)), "hasBlockers": .flag(!blockers.isEmpty),
            "topBlockers": setting.sentences(blockers.prefix(count).map(blockerLine)),
            "furtherBlockers": setting.sentence(further("portfolio.further.blockers", blockers.count)),
            "noBlockers": .text(blockers.isEmpty ? blockerSentence : ""),
            "stuck": .list(stuck.map(stuckRow)), "hasStuck": .flag(!stuck.isEmpty),
            "topStuck": setting.sentences(stuck.prefix(count).map(stuckLine)),
            "furtherStuck": setting.sentence(further("portfolio.further.stuck", stuck.count)),
            "duplicates": .list(pairs.prefix(PortfolioModel.shownPairs).map(pair)),
            "hasDuplicates": .flag(!pairs.isEmpty),
            "topDuplicates": setting.sentences(pairs.prefix(count).map(pairLine)),
            "furtherDuplicates": setting.sentence(further("portfolio.further.duplicates", pairs.count)),
            "unlistedDuplicates": .text(
                pairs.count > PortfolioModel.shownPairs
                    ? words("portfolio.unlistedPairs", ["shown": words.count(PortfolioModel.shownPairs)]) : ""),
            "similarityMeasured": setting.alone(plan?.similarity?.measured),
        ]
    }

    private func further(_ key: String, _ count: Int) -> String? {
        let rest = count - PortfolioModel.shownFirst
        return rest > 0 ? words.plural(key, rest) : nil
    }

    private func projects(_ ids: [String]) -> String {
        let names = ids.map { setting.name(titles[$0] ?? $0) }
        return setting.firstFew(names, most: 10)
    }

    private func blockerLine(_ blocker: BlockedProjects) -> String {
        words(
            "portfolio.blockerLine",
            [
                "blocker": setting.quoted(blocker.item?.label, id: blocker.blocker),
                "rating": setting.name(rating(blocker)), "stops": words.count(blocker.stopped.count),
                "conditions": words.count(blocker.conditioned.count),
                "overridden": words.count(blocker.overridden.count),
            ])
    }

    private func rating(_ blocker: BlockedProjects) -> String {
        blocker.rating?.label ?? words("portfolio.notKnown")
    }

    func blocker(_ blocker: BlockedProjects) -> MustacheValue {
        [
            "label": setting.alone(blocker.item?.label ?? blocker.blocker),
            "id": .text(blocker.blocker),
            "rating": setting.alone(rating(blocker)),
            "stops": .text(words.count(blocker.stopped.count)),
            "conditions": .text(words.count(blocker.conditioned.count)),
            "overridden": .text(words.count(blocker.overridden.count)),
            "which": setting.sentence(which(blocker)),
        ]
    }

    /// The projects that it stops, sets conditions for, and that hold evidence against it.
    private func which(_ blocker: BlockedProjects) -> String {
        let parts: [(key: String, ids: [String])] = [
            ("portfolio.stopsColumn", blocker.stopped), ("portfolio.conditionsColumn", blocker.conditioned),
            ("portfolio.overriddenColumn", blocker.overridden),
        ]
        return parts.filter { !$0.ids.isEmpty }.map { part in
            words("portfolio.whichPart", ["what": words(part.key), "projects": projects(part.ids)])
        }.joined(separator: " ")
    }

    private func days(_ project: ProjectAssessment) -> String {
        guard let last = project.lastChange, let asOf, let days = CalendarDate.days(from: last, to: asOf) else {
            return words("portfolio.notKnown")
        }
        return words.plural("portfolio.days", max(0, days))
    }

    private func nextStage(_ project: ProjectAssessment) -> String {
        project.next.map { setting.name($0.stage.title) } ?? "–"
    }

    private func stuckLine(_ project: ProjectAssessment) -> String {
        words(
            "portfolio.stuckLine",
            [
                "project": setting.name(project.record.title), "days": days(project),
                "next": nextStage(project), "why": project.next.map(setting.whatStops) ?? "–",
            ])
    }

    private func stuckRow(_ project: ProjectAssessment) -> MustacheValue {
        [
            "title": setting.alone(project.record.title), "id": .text(project.record.id),
            "lastChange": .text(project.lastChange ?? words("portfolio.notKnown")), "days": .text(days(project)),
            "next": setting.sentence(nextStage(project)),
            "why": setting.sentence(project.next.map(setting.whatStops) ?? "–"),
        ]
    }

    private func pairLine(_ pair: Portfolio.Pair) -> String {
        words(
            "portfolio.pairLine",
            [
                "first": setting.name(titles[pair.first] ?? pair.first),
                "second": setting.name(pair.second.title), "percent": numbers.percent(pair.second.similarity),
            ])
    }

    private func pair(_ pair: Portfolio.Pair) -> MustacheValue {
        func row(_ texts: [String]) -> MustacheValue {
            setting.sentence(
                texts.isEmpty
                    ? words("portfolio.nothingShared")
                    : texts.map(setting.name).joined(separator: words("portfolio.separator")))
        }
        return [
            "first": setting.alone(titles[pair.first] ?? pair.first),
            "firstID": .text(pair.first), "second": setting.alone(pair.second.title),
            "secondID": .text(pair.second.id),
            "percent": .text(numbers.percent(pair.second.similarity)), "words": row(pair.second.words),
            "dataSources": row(pair.second.dataSources),
        ]
    }
}

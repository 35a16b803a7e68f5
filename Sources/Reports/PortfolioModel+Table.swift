import Mustache
import Projects
import Questionnaires

/// All projects by their stages.
extension PortfolioModel {
    func row(_ project: ProjectAssessment) -> MustacheValue {
        let record = project.record
        return [
            "id": .text(record.id),
            "title": setting.alone(record.title),
            "cells": .list(project.stages.map { cell($0, isNext: $0.stage.id == project.next?.stage.id) }),
            "state": .text(outcome(record)), "date": record.outcome.map { .text($0.date) } ?? .missing,
            "shelving": project.shelving.map { StageStatusValue($0.level, words: words).value } ?? .missing,
            "lastChange": .text(project.lastChange ?? words("portfolio.notKnown")),
        ]
    }

    private func outcome(_ record: ProjectRecord) -> String {
        let state = setting.outcome(record.outcome)
        return record.outcome == nil ? state : words("portfolio.outcomeSince", ["outcome": state])
    }

    private func cell(_ stage: StageAssessment, isNext: Bool) -> MustacheValue {
        guard case .object(var values) = StageStatusValue(stage.status).value else { return .missing }
        values["isNext"] = .flag(isNext)
        values["isSkipped"] = .flag(stage.skipped != nil)
        return .object(values)
    }

    /// How many projects stand how in each stage, without those that are over.
    func counts() -> [MustacheValue] {
        guard let plan else { return [] }
        let running = portfolio.projects.filter { !$0.record.isOver }
        return plan.stages.map { stage in
            let standings = running.compactMap { $0.stages.first { $0.stage.id == stage.id } }
            return [
                "title": setting.alone(stage.title),
                "cells": .list(
                    plan.status.outcomes.map { outcome in
                        .text(words.count(standings.filter { $0.skipped == nil && $0.status.id == outcome.id }.count))
                    }),
                "skipped": .text(words.count(standings.filter { $0.skipped != nil }.count)),
                "next": .text(words.count(running.filter { $0.next?.stage.id == stage.id }.count)),
            ]
        }
    }
}

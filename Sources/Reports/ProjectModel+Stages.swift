import Mustache
import Projects
import Questionnaires
import Scoring

/// One section for each stage.
extension ProjectModel {
    func stage(_ stage: StageAssessment) -> MustacheValue {
        let own = ownOutcome(stage)
        let changes = reopenings(stage)
        let matters =
            stage.obstacles.map { matterRow($0, isObstacle: true) }
            + stage.conditions.map { matterRow($0, isObstacle: false) } + stage.closed.map(closedRow)
        return [
            "id": .text(stage.stage.id), "title": .text(stage.stage.title),
            "description": optional(stage.stage.description),
            "status": StageStatusValue(stage.status).value,
            "because": .text(stage.because ?? stage.status.description ?? ""),
            "own": optional(
                own.map { title in
                    words("project.stage.own", ["status": title, "because": stage.own?.because ?? ""])
                }),
            "skipped": page.sentence(stage.skipped.map(skipped)),
            "share": .text(share(stage)),
            "hasMatters": .flag(!matters.isEmpty), "matters": .list(matters),
            "hasInherited": .flag(!stage.inherited.isEmpty), "inherited": .list(stage.inherited.map(inheritedRow)),
            "hasReliance": .flag(!stage.reliance.isEmpty),
            "reliance": .list(
                stage.reliance.map { warning in
                    .text(
                        words(
                            "project.stage.reliance",
                            [
                                "point": quoted(warning.point), "on": quoted(warning.on),
                                "standing": answer(warning.on),
                                "because": warning.reliance.because ?? "",
                            ]))
                }),
            "hasChanges": .flag(!changes.isEmpty), "changes": page.sentences(changes),
            "tableTitle": .text(words("project.stage.points")), "hasKinds": .flag(plan.gate != nil),
            "points": .list(stage.points.map(pointRow)),
        ]
    }

    /// The status by the points alone, where it is another.
    private func ownOutcome(_ stage: StageAssessment) -> String? {
        guard let own = stage.own, own.outcome != stage.status.id else { return nil }
        return plan.status.outcome(own.outcome)?.title
    }

    private func skipped(_ skipped: SkippedStage) -> String {
        var details = [skipped.date, skipped.byRole.map(role)].compactMap { $0 }
        if details.isEmpty { details = ["–"] }
        return words(
            "project.stage.skipped",
            [
                "reason": page.name(skipped.reason),
                "details": details.joined(separator: words("list.separator")),
            ])
    }

    /// How much is met, and how much of it is known.
    func share(_ stage: StageAssessment) -> String {
        guard stage.hasBegun, let share = stage.share, let value = share.value else {
            return words("project.stage.noShare")
        }
        return words(
            "project.stage.share",
            ["share": numbers.percent(value), "coverage": numbers.percent(share.coverage)])
    }

    /// What happened after which points of the stage are open again.
    private func reopenings(_ stage: StageAssessment) -> [String] {
        var ids: [ChangeEvent: [String]] = [:]
        for point in stage.points {
            if let change = point.reopenedBy { ids[change, default: []].append(point.item.id) }
        }
        return ids.sorted { ($0.key.date, $0.key.kind) < ($1.key.date, $1.key.kind) }.map { change, points in
            let parameters = [
                "change": plan.change(change.kind)?.title ?? change.kind, "date": change.date,
                "points": words.list(points), "note": change.note.map(page.name) ?? "",
            ]
            return change.note == nil
                ? words("project.stage.change", parameters) : words("project.stage.changeNoted", parameters)
        }
    }
}

import Mustache
import Projects
import Questionnaires

/// What the terminal shows of a project.
extension ProjectModel {
    private static let lineWidth = 78

    func summary() -> MustacheValue {
        let notices = notices().joined(separator: " ")
        let width = assessment.stages.map { $0.stage.title.count }.max() ?? 0
        return [
            "text": words.strings.values,
            "title": .list(wrapped(title(), 2)),
            "headline": .list(wrapped([outcome(), headline()].compactMap { $0 }.joined(separator: " "), 5)),
            "notices": .list(wrapped(notices, 3)),
            "stages": .list(
                assessment.stages.prefix(7).map { stage in
                    let padding = String(repeating: " ", count: width - stage.stage.title.count)
                    let status = StageStatusValue(stage.status).text
                    let line = words(
                        stage.skipped == nil ? "project.summary.stage" : "project.summary.stageSkipped",
                        ["title": stage.stage.title + padding, "status": status])
                    return .text(cut(line))
                }),
            "hasActions": .flag(!assessment.actions.isEmpty),
            "actions": .list(
                assessment.actions.prefix(3).map { action in
                    .text(
                        cut(
                            words(
                                "project.summary.action",
                                ["what": what(action), "who": who(action), "due": due(action)]),
                            width: ProjectModel.lineWidth - 4))
                }),
        ]
    }

    private func wrapped(_ text: String, _ lines: Int) -> [MustacheValue] {
        ReportModel.wrapped(VisibleText.line(text), width: ProjectModel.lineWidth, lines: lines)
            .map { .text(cut($0)) }
    }

    private func cut(_ line: String, width: Int = ProjectModel.lineWidth) -> String {
        line.count > width ? line.prefix(width - 1) + "…" : line
    }
}

import Arguments
import Projects
import Questionnaires
import Reports

/// `waymark business-case`: the draft of a business case.
enum BusinessCaseCommand {
    static let description = CommandDescription(
        name: "business-case",
        summary: "Draft the business case of a project from what is on file",
        discussion: """
            Writes reports/projects/PROJECT-business-case.* with what the answers, their evidence, measurements and the \
            assessment of the organisation say, and marks what the lead still has to write. Nothing is invented.
            """,
        arguments: [ProjectArgument.project, WorkspaceArgument.description],
        options: [
            ProjectArgument.asOf, ProjectFormat.option([.html, .markdown]),
            ProjectArgument.output("reports/projects in the workspace"), LanguageOption.description,
            ProjectArgument.open,
        ],
        examples: [
            CommandExample("waymark business-case receipt-reading my-office", "A draft to go on with.")
        ])

    static func run(_ invocation: Invocation, _ context: CommandContext) throws {
        let workspace = try WorkspaceFolder(invocation, context)
        let id = invocation.argument(ProjectArgument.project.name) ?? ""
        let loaded = try workspace.loadPortfolio(only: id, asOf: invocation.value(of: "as-of"))
        let report = try workspace.report(on: id, in: loaded)
        let formats = ProjectFormat.chosen(invocation.values(of: "format"), among: [.html, .markdown])
        guard let draft = report.businessCase else {
            throw CommandFailure.usage(
                "the questionnaire \(loaded.definition.questionnaire.id) says nothing about business cases")
        }
        let texts = try workspace.texts(draft, formats)
        let folder = invocation.value(of: "output") ?? Path.join(workspace.path, "reports/projects")
        try ProjectArgument.write(texts, to: folder, opening: invocation.isSet("open"), workspace.builtIn)
    }
}

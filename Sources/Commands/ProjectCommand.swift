import Arguments
import Projects
import Reports

/// `waymark project`: where a project stands.
enum ProjectCommand {
    static let description = CommandDescription(
        name: "project",
        summary: "Say where a project stands, what stops it and what it inherits",
        discussion: """
            Reads projects/PROJECT in the workspace and writes reports/projects/PROJECT.*. What the organisation hands \
            down comes from its last wave; without one the report says that it is not known.
            """,
        arguments: [ProjectArgument.project, WorkspaceArgument.description],
        options: [
            ProjectArgument.asOf, ProjectFormat.option(ProjectFormat.allCases),
            ProjectArgument.output("reports/projects in the workspace"),
            LanguageOption.description, ProjectArgument.open,
        ],
        examples: [
            CommandExample("waymark project receipt-reading my-office", "The project in projects/receipt-reading."),
            CommandExample(
                "waymark project receipt-reading my-office --as-of 2026-09-30", "As it will stand on that day."),
        ])

    static func run(_ invocation: Invocation, _ context: CommandContext) throws {
        let workspace = try WorkspaceFolder(invocation, context)
        let id = invocation.argument(ProjectArgument.project.name) ?? ""
        let formats = ProjectFormat.chosen(invocation.values(of: "format"), among: ProjectFormat.allCases)
        let loaded = try workspace.loadPortfolio(only: id, asOf: invocation.value(of: "as-of"))
        let report = try workspace.report(on: id, in: loaded)
        let texts = try workspace.texts(report, formats)
        try context.print(try workspace.builtIn.rendering(report.summary))
        let folder = invocation.value(of: "output") ?? Path.join(workspace.path, "reports/projects")
        try ProjectArgument.write(texts, to: folder, opening: invocation.isSet("open"), workspace.builtIn)
    }
}

import Arguments
import Projects
import Reports
import Responses

/// `waymark portfolio`: all projects side by side.
enum PortfolioCommand {
    static let description = CommandDescription(
        name: "portfolio",
        summary: "Set all projects side by side, with what holds them back and likely duplicates",
        discussion: """
            Reads projects/* in the workspace and writes reports/portfolio.*. A pair of projects that look alike is a \
            reason to talk, not a finding; how often such pairs are right stands in the report.
            """,
        arguments: [WorkspaceArgument.description],
        options: [
            ProjectArgument.asOf, ProjectFormat.option(ProjectFormat.allCases),
            ProjectArgument.output("reports in the workspace"), LanguageOption.description,
            ProjectArgument.open,
        ],
        examples: [CommandExample("waymark portfolio my-office", "All projects of the workspace my-office.")])

    static func run(_ invocation: Invocation, _ context: CommandContext) throws {
        let workspace = try WorkspaceFolder(invocation, context)
        let loaded = try workspace.loadPortfolio(only: nil, asOf: invocation.value(of: "as-of"))
        let report = try workspace.portfolioReport(loaded)
        let formats = ProjectFormat.chosen(invocation.values(of: "format"), among: ProjectFormat.allCases)
        let texts = try workspace.texts(report, formats)
        try context.print(try workspace.builtIn.rendering(report.summary))
        let folder = invocation.value(of: "output") ?? Path.join(workspace.path, "reports")
        try ProjectArgument.write(texts, to: folder, opening: invocation.isSet("open"), workspace.builtIn)
    }
}

extension WorkspaceFolder {
    func portfolioReport(_ loaded: LoadedPortfolio) throws(CommandFailure) -> PortfolioReport {
        guard !loaded.projects.isEmpty else {
            throw .missingInput(
                "\(path) has no projects; make the folder \(WorkspaceFolder.projectsName)/<id> with "
                    + WorkspaceFolder.projectRecordName)
        }
        let material = try projectMaterial(loaded.definition)
        return PortfolioReport(
            Portfolio(loaded.assessments()), organisation: record.organisation,
            provenance: Provenance(
                version: Waymark.version, questionnaireDigest: loaded.definition.loaded.digest,
                answersDigest: Listing.digest(of: loaded.projects.map { ($0.files.record.id, Array($0.digest.utf8)) }),
                overrides: material.overrides, leftOut: [],
                translations: loaded.definition.loaded.translationProvenance),
            strings: material.strings, library: material.library)
    }
}

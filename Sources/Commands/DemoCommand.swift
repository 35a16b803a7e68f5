import Arguments
import Assets
import Projects
import Reports

/// `waymark demo`: a sample office, from answers to reports.
enum DemoCommand {
    static let description = CommandDescription(
        name: "demo",
        summary: "Score a sample office and say where its reports are",
        discussion: """
            Writes the workspace of an invented statistical office with two waves of answers and some projects, and \
            the reports on the office, on what changed between the waves, on its projects, and the draft of one \
            business case. Look at the files to see \
            what a workspace holds.
            """,
        options: [
            OptionDescription(
                name: "output", short: "o", help: "The folder to write to",
                value: OptionValue("DIR", defaultText: "waymark-demo")),
            LanguageOption.withoutWorkspace,
        ],
        examples: [CommandExample("waymark demo --output /tmp/demo", "Write the sample office to /tmp/demo.")])

    private static let sample = "questionnaires/ml-maturity/examples/statistics-merrow/"

    static func run(_ invocation: Invocation, _ context: CommandContext) throws {
        let folder = invocation.value(of: "output") ?? "waymark-demo"
        let files = Asset.all.filter { $0.path.hasPrefix(sample) }
        try refuseStranger(folder, files, context)
        for file in files {
            try context.write(file.bytes, to: Path.join(folder, String(file.path.dropFirst(sample.utf8.count))))
        }
        try SchemaFiles.complete(folder, context)
        let workspace = try WorkspaceFolder(folder, context, language: LanguageOption.value(invocation))
        let words = try ResultWords(workspace.builtIn)
        var written: [String] = []
        var summary = ""
        for wave in try workspace.waves() {
            let report = try workspace.report(wave: wave, questionnaire: nil, skipsInvalid: false, asOf: nil)
            let reports = try ReportFiles(report, formats: ReportFormat.allCases, workspace.builtIn)
            written += try reports.write(to: Path.join(folder, "reports/\(wave)"), context)
            summary = try workspace.builtIn.rendering(report.summary)
        }
        let compared = try writeComparison(of: workspace, context)
        let projects = try writeProjects(of: workspace, context)
        try context.print(
            summary + list(words(.demoReports), written) + list(words(.demoCompared), compared)
                + list(words(.demoProjects), projects))
        context.note(
            words(
                .demoNext,
                [
                    "waves": Path.join(folder, "waves"),
                    "projects": Path.join(folder, WorkspaceFolder.projectsName),
                    "command": "waymark init my-office",
                ]))
    }

    private static func list(_ title: String, _ paths: [String]) -> String {
        "\n\(title)\n" + paths.map { "  \($0)\n" }.joined()
    }

    /// Writes what changed between the waves.
    ///
    /// - Returns: the paths written.
    private static func writeComparison(of workspace: WorkspaceFolder, _ context: CommandContext) throws -> [String] {
        let waves = try workspace.waves()
        guard waves.count > 1 else { return [] }
        let report = try workspace.comparison(of: waves, questionnaires: [:], skipsInvalid: false)
        var written: [String] = []
        for (name, text) in try workspace.texts(report, of: waves, ReportFormat.allCases) {
            let path = Path.join(workspace.path, Path.join("reports", name))
            try context.write(text, to: path)
            written.append(path)
        }
        return written
    }

    /// Writes the reports on all projects, on each of them, and one business case.
    ///
    /// - Returns: the paths written.
    private static func writeProjects(of workspace: WorkspaceFolder, _ context: CommandContext) throws -> [String] {
        let loaded = try workspace.loadPortfolio(only: nil, asOf: nil)
        let formats = ProjectFormat.allCases
        var texts = try workspace.texts(try workspace.portfolioReport(loaded), formats)
        func below(_ list: [(name: String, text: String)]) -> [(name: String, text: String)] {
            list.map { (name: Path.join("projects", $0.name), text: $0.text) }
        }
        let example = loaded.exampleForBusinessCase()
        for project in loaded.projects {
            let report = try workspace.report(on: project.files.record.id, in: loaded)
            texts += below(try workspace.texts(report, formats))
            if report.assessment.record.id == example, let draft = report.businessCase {
                texts += below(try workspace.texts(draft, [.html, .markdown]))
            }
        }
        var written: [String] = []
        for (name, text) in texts {
            let path = Path.join(workspace.path, Path.join("reports", name))
            try context.write(text, to: path)
            written.append(path)
        }
        return written
    }

    /// A folder with somebody's own work in it is left alone.
    private static func refuseStranger(_ folder: String, _ files: [Asset], _ context: CommandContext) throws {
        guard context.files.kind(of: folder) == .folder, !(try context.names(in: folder)).isEmpty else { return }
        let record = Path.join(folder, WorkspaceFolder.recordName)
        let ours = files.first { $0.path == sample + WorkspaceFolder.recordName }?.bytes
        if context.files.kind(of: record) == .file, try context.read(record) == ours { return }
        throw CommandFailure.cannotCreate(
            FileFailure(
                path: folder,
                kind: .other("the folder is not empty and not an earlier demo; name another with --output")))
    }
}

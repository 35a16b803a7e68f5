import Arguments
import Assessments
import Questionnaires
import Reports
import Responses
import Scoring

/// `waymark assess`: from a folder of answers to reports.
enum AssessCommand {
    static let description = CommandDescription(
        name: "assess",
        summary: "Score a wave and write its report",
        discussion: """
            Reports go to reports/<wave>/ in the workspace. One invalid response stops it with exit code 65, unless \
            --skip-invalid is given. Responses stand in waves/<wave>/responses/, a file for each, or in \
            waves/<wave>/responses.jsonl, a line for each.
            """,
        arguments: [WorkspaceArgument.description],
        options: [
            WorkspaceArgument.wave,
            WorkspaceArgument.asOf,
            OptionDescription(
                name: "questionnaire", short: "q", help: "The questionnaire: an id, or a file",
                value: OptionValue("ID|FILE", defaultText: "the one waymark.json names")),
            OptionDescription(
                name: "format", short: "f", help: "What to write",
                value: OptionValue(
                    "FORMATS", defaultText: "html,md,json,csv", possibleValues: ReportFormat.allCases.map(\.rawValue),
                    isList: true)),
            OptionDescription(
                name: "output", short: "o", help: "The folder to write to",
                value: OptionValue("DIR", defaultText: "reports/<wave> in the workspace")),
            OptionDescription(
                name: "sensitivity", help: "Add how far the result depends on choices of the method"),
            LanguageOption.description,
            OptionDescription(name: "open", help: "Open the HTML report when it is written"),
            OptionDescription(
                name: "skip-invalid", help: "Leave invalid responses out, and list them in the report"),
        ],
        examples: [
            CommandExample("waymark assess my-office", "Assess the last wave of the workspace my-office."),
            CommandExample(
                "waymark assess my-office --wave 2025 --format md", "Only Markdown, of the wave 2025."),
            CommandExample(
                "waymark assess my-office --sensitivity", "With a section on other weights, means and caps."),
        ])

    static func run(_ invocation: Invocation, _ context: CommandContext) throws {
        let formats = ReportFormat.chosen(invocation.values(of: "format"))
        if invocation.isSet("open"), !formats.contains(.html) {
            throw CommandFailure.usage("--open shows the HTML report, and --format leaves it out; add html")
        }
        let workspace = try WorkspaceFolder(invocation, context)
        let report = try workspace.report(
            wave: invocation.value(of: "wave"), questionnaire: invocation.value(of: "questionnaire"),
            skipsInvalid: invocation.isSet("skip-invalid"), asOf: invocation.value(of: "as-of"),
            showsSensitivity: invocation.isSet("sensitivity"))
        let wave = report.assessment.scores.wave.id
        let folder = invocation.value(of: "output") ?? Path.join(workspace.path, "reports/\(wave)")
        let words = try ResultWords(workspace.builtIn, report.strings)
        let files = try ReportFiles(report, formats: formats, workspace.builtIn)
        try context.print(try workspace.builtIn.rendering(report.summary))
        let paths = try files.write(to: folder, context)
        for path in paths { words.noteWritten(path, context) }
        guard invocation.isSet("open"),
            let page = paths.first(where: { $0.hasSuffix(".\(ReportFormat.html.rawValue)") })
        else { return }
        words.open(page, context)
    }
}

/// The formats of a report.
enum ReportFormat: String, CaseIterable {
    case html
    case markdown = "md"
    case json
    case csv

    /// The formats named, each once; all of them where none is named.
    static func chosen(_ names: [String]) -> [ReportFormat] {
        names.isEmpty ? allCases : allCases.filter { names.contains($0.rawValue) }
    }
}

/// A report in its formats, rendered before the first file is touched, so that a fault in a template writes nothing.
struct ReportFiles {
    private let texts: [(name: String, text: String)]

    init(_ report: AssessmentReport, formats: [ReportFormat], _ builtIn: BuiltInFiles) throws {
        let name = report.assessment.scores.questionnaire.id
        let theme = formats.contains(.html) ? try builtIn.theme().theme : nil
        let (data, pages) = SideBySide.both(
            {
                var data: [ReportFormat: String] = [:]
                if formats.contains(.json) { data[.json] = report.json() }
                if formats.contains(.csv) { data[.csv] = report.csv() }
                return data
            },
            { report.pages(theme: theme) })
        let (markdown, html) = SideBySide.both(
            { Result { () throws(ReportFailure) in formats.contains(.markdown) ? try pages.markdown() : "" } },
            { Result { () throws(ReportFailure) in formats.contains(.html) ? try pages.html() : "" } })
        texts = try formats.map { format in
            let text =
                switch format {
                case .html: try builtIn.rendering(html.get)
                case .markdown: try builtIn.rendering(markdown.get)
                case .json, .csv: data[format] ?? ""
                }
            return ("\(name).\(format.rawValue)", text)
        }
    }

    /// Writes each file as a whole.
    ///
    /// - Returns: the paths written.
    func write(to folder: String, _ context: CommandContext) throws(CommandFailure) -> [String] {
        var paths: [String] = []
        for (name, text) in texts {
            let path = Path.join(folder, name)
            try context.write(text, to: path)
            paths.append(path)
        }
        return paths
    }
}

/// The argument and option that commands about a workspace share.
enum WorkspaceArgument {
    static let description = ArgumentDescription(
        name: "DIR", help: "The workspace", cardinality: .optional, defaultText: "the current folder")

    static let wave = OptionDescription(
        name: "wave", short: "w", help: "The wave", value: OptionValue("W", defaultText: "the last one"))

    static let asOf = OptionDescription(
        name: "as-of", help: "The day for which dated conditions are judged",
        value: OptionValue("DATE", defaultText: "the latest that the answers name"))

    static func path(_ invocation: Invocation) -> String { invocation.argument("DIR") ?? "." }
}

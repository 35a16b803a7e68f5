import Arguments
import Feasibility
import FoundationEssentials
import JSON
import Questionnaires
import Reports
import Responses

/// Where the findings of the benchmark go.
struct BenchmarkOutput {
    static let format = ProjectFormat.option(ProjectFormat.allCases)

    let builtIn: BuiltInFiles
    let date: String
    private let formats: [ProjectFormat]
    private let folder: String
    private let workspace: WorkspaceFolder?
    private let project: String?

    /// Finds out early what would fail after half a minute of measuring.
    init(_ invocation: Invocation, _ request: BenchmarkRequest, _ context: CommandContext) throws(CommandFailure) {
        let path = WorkspaceArgument.path(invocation)
        let isWorkspace = context.files.kind(of: Path.join(path, WorkspaceFolder.recordName)) == .file
        let mustBeWorkspace = invocation.argument("DIR") != nil || request.project != nil
        let opened = isWorkspace || mustBeWorkspace ? try WorkspaceFolder(invocation, context) : nil
        workspace = opened
        if let opened {
            builtIn = opened.builtIn
        } else {
            builtIn = try BuiltInFiles(context: context, workspace: nil).speaking(invocation)
        }
        formats = ProjectFormat.chosen(invocation.values(of: "format"), among: ProjectFormat.allCases)
        folder =
            invocation.value(of: "output")
            ?? workspace.map { Path.join($0.path, "reports") } ?? "waymark-benchmark"
        project = request.project
        date = request.date ?? BenchmarkOutput.today()
        if let date = request.date, !CalendarDate.isValid(date) {
            throw .usage("--date: \"\(date.prefix(40))\" is not a date; write year-month-day, as in 2026-03-31")
        }
        if let project { _ = try workspace?.projectFolder(project) }
        if context.files.kind(of: folder) == .file {
            throw .cannotCreate(FileFailure(path: folder, kind: .cannotCreate))
        }
    }

    /// The day by the clock of the system, in Coordinated Universal Time.
    private static func today() -> String { String(Date.now.formatted(.iso8601).prefix(10)) }

    /// A folder that is there, on the disk that reports go to.
    func existingFolder(_ context: CommandContext) -> String {
        var place = folder
        while context.files.kind(of: place) != .folder, place != ".", place != "/" { place = Path.folder(of: place) }
        return place
    }

    /// Refuses what cannot become evidence.
    func check(_ workload: Workload?) throws(CommandFailure) {
        guard let project, workload == nil else { return }
        throw .usage(
            "--project \(project) needs --workload FILE: what a machine can do is evidence only beside what the project "
                + "needs")
    }

    func write(
        _ result: BenchmarkResult, _ request: BenchmarkRequest, tables: BenchmarkTables, _ context: CommandContext
    ) throws(CommandFailure) {
        let (library, _) = try builtIn.templates()
        let (strings, _) = try builtIn.strings()
        let report = BenchmarkReport(result, families: tables.families, strings: strings, library: library)
        let evidence = result.evidence(host: BenchmarkOutput.host(request.host), rules: tables.rules)
        var texts: [(name: String, text: String)] = []
        for format in formats {
            let text =
                switch format {
                case .html:
                    try builtIn.htmlRendering { theme throws(ReportFailure) in try report.html(theme: theme) }
                case .markdown: try builtIn.rendering(report.markdown)
                case .json: result.json(evidence: evidence).canonicalText()
                }
            texts.append(("benchmark.\(format.rawValue)", text))
        }
        try context.print(try builtIn.rendering(report.summary))
        try ProjectArgument.write(texts, to: folder, opening: false, builtIn)
        if let workspace, let project { try file(evidence, result, project, workspace, context) }
    }

    /// Files the measurement as evidence of a project.
    private func file(
        _ evidence: BenchmarkEvidence?, _ result: BenchmarkResult, _ project: String, _ workspace: WorkspaceFolder,
        _ context: CommandContext
    ) throws(CommandFailure) {
        let words = try ResultWords(builtIn)
        guard let evidence else {
            context.note(words(.nothingFiled, ["project": project]))
            return
        }
        try SchemaFiles.completeAndSay(workspace.path, words, context)
        let path = Path.join(
            try workspace.projectFolder(project),
            "\(WorkspaceFolder.benchmarksName)/\(evidence.date)-\(evidence.workloadID).json")
        let schema = SchemaFiles.reference(to: "benchmark", fromDepth: 3)
        try context.write(evidence.json(schema: schema).canonicalText(), to: path)
        words.noteWritten(path, context)
        if case .published? = result.assessment?.basis {
            context.note(words(.filedEstimate))
        }
    }

    /// The name of the machine, of letters, digits, hyphens and full stops.
    private static func host(_ given: String?) -> String {
        let name = (given ?? System.hostName ?? "").map { character in
            character.isASCII && (character.isLetter || character.isNumber || "-._".contains(character))
                ? character : "-"
        }
        let start = name.drop { !$0.isLetter && !$0.isNumber }
        return start.isEmpty ? "machine" : String(start.prefix(100))
    }

    /// What is said while the benchmark runs.
    func words() throws(CommandFailure) -> BenchmarkWords { BenchmarkWords(try builtIn.strings().strings) }

    // MARK: Verification

    func write(_ trials: [BenchmarkTrial], _ context: CommandContext) throws(CommandFailure) {
        let words = try words()
        var lines = BenchmarkTrial.table(trials, words)
        if let load = MachineCounters.load(MachineFiles()) { lines.append(words.load("\(load)")) }
        try context.print(lines.map { $0 + "\n" }.joined())
    }
}

import Arguments
import Dispatch
import Reports
import Statistics
import Synchronization

/// `waymark simulate`: tries the intervals and tests where the truth is known.
enum SimulateCommand {
    static let description = CommandDescription(
        name: "simulate",
        summary: "Try the intervals and tests on invented surveys, where the truth is known",
        discussion: """
            Says what share of intervals covers the truth, and how often changes are found where there are none. The \
            same seed gives the same report on any machine, whatever its threads.
            """,
        subcommands: [coverageDescription, changesDescription])

    private static let coverageDescription = CommandDescription(
        name: "coverage",
        summary: "How often intervals cover the truth",
        options: options(runs: "2000", draws: "499", of: "surveys"),
        examples: [
            CommandExample("waymark simulate coverage", "The whole simulation; takes about half a minute."),
            CommandExample("waymark simulate coverage --runs 200 --format md", "A quick look, with a larger error."),
        ])

    private static let changesDescription = CommandDescription(
        name: "changes",
        summary: "How often changes are found where there are none",
        options: options(runs: "4000", draws: "499", of: "pairs of waves"),
        examples: [CommandExample("waymark simulate changes --seed 7", "The whole simulation with other numbers.")])

    private static func options(runs: String, draws: String, of runsName: String) -> [OptionDescription] {
        [
            OptionDescription(
                name: "runs", help: "How many \(runsName) for each structure",
                value: OptionValue("N", defaultText: runs)),
            OptionDescription(
                name: "draws", help: "How many random draws in each", value: OptionValue("N", defaultText: draws)),
            OptionDescription(
                name: "seed", help: "From which number all is drawn", value: OptionValue("S", defaultText: "1")),
            ProjectFormat.option(ProjectFormat.allCases),
            ProjectArgument.output("simulation"), LanguageOption.withoutWorkspace, ProjectArgument.open,
        ]
    }

    static func coverage(_ invocation: Invocation, _ context: CommandContext) throws {
        let study = CoverageStudy(
            surveys: try number("runs", 2000, in: 1...1_000_000, invocation),
            draws: try number("draws", 499, in: 19...100_000, invocation), seed: try seed(invocation))
        let rows = SimulationRun.rows(
            study.rowCount, parts: study.parts.count, run: study.run(row:part:), row: study.row(_:parts:))
        try write(.coverage(study, rows), name: "coverage", invocation, context)
    }

    static func changes(_ invocation: Invocation, _ context: CommandContext) throws {
        let study = ChangeStudy(
            pairs: try number("runs", 4000, in: 1...1_000_000, invocation),
            draws: try number("draws", 499, in: 99...100_000, invocation), seed: try seed(invocation))
        let rows = SimulationRun.rows(
            study.rowCount, parts: study.parts.count, run: study.run(row:part:), row: study.row(_:parts:))
        try write(.changes(study, rows), name: "changes", invocation, context)
    }

    private static func number(
        _ option: String, _ standard: Int, in range: ClosedRange<Int>, _ invocation: Invocation
    ) throws(CommandFailure) -> Int {
        guard let text = invocation.value(of: option) else { return standard }
        guard let number = Int(text), range.contains(number) else {
            throw .usage(
                "--\(option): \"\(text.prefix(40))\" is no whole number from \(range.lowerBound) to \(range.upperBound)"
            )
        }
        return number
    }

    private static func seed(_ invocation: Invocation) throws(CommandFailure) -> UInt64 {
        guard let text = invocation.value(of: "seed") else { return 1 }
        guard let seed = UInt64(text) else {
            throw .usage("--seed: \"\(text.prefix(40))\" is no whole number from 0 to \(UInt64.max)")
        }
        return seed
    }

    private static func write(
        _ outcome: SimulationReport.Outcome, name: String, _ invocation: Invocation, _ context: CommandContext
    ) throws {
        let builtIn = try BuiltInFiles(context: context, workspace: ".").speaking(invocation)
        let report = SimulationReport(
            outcome, version: Waymark.version, strings: try builtIn.strings().strings,
            library: try builtIn.templates().library)
        let formats = ProjectFormat.chosen(invocation.values(of: "format"), among: ProjectFormat.allCases)
        let texts = try formats.map { format in
            let text =
                switch format {
                case .html: try builtIn.htmlRendering { theme throws(ReportFailure) in try report.html(theme: theme) }
                case .markdown: try builtIn.rendering(report.markdown)
                case .json: report.json()
                }
            return (name: "\(name).\(format.rawValue)", text: text)
        }
        try context.print(try builtIn.rendering(report.summary))
        try ProjectArgument.write(
            texts, to: invocation.value(of: "output") ?? "simulation", opening: invocation.isSet("open"), builtIn)
    }
}

/// Carries the parts of a simulation out on all processors, and puts them together in their order.
enum SimulationRun {
    static func rows<Part: Sendable, Row>(
        _ rows: Int, parts: Int, run: @Sendable (_ row: Int, _ part: Int) -> Part,
        row: (_ row: Int, _ parts: [Part]) -> Row
    ) -> [Row] {
        let isShown = System.isTerminal(2)
        let done = Mutex([Int: Part]())
        DispatchQueue.concurrentPerform(iterations: rows * parts) { job in
            let part = run(job / parts, job % parts)
            done.withLock { done in
                done[job] = part
                guard isShown else { return }
                _ = System.write("\r\u{1B}[K\(done.count * 100 / (rows * parts)) %", to: 2)
            }
        }
        if isShown { _ = System.write("\r\u{1B}[K", to: 2) }
        let all = done.withLock { $0 }
        return (0..<rows).map { index in row(index, (0..<parts).compactMap { all[index * parts + $0] }) }
    }
}

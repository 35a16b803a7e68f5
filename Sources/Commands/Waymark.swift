import Arguments
import Reports

/// The program: a command line in, files and text out, an exit code at the end.
public enum Waymark {
    /// The version of the program; it stands in every report.
    public static let version = "0.1.0"

    /// Runs the program with the arguments after its name, on the real files and streams.
    ///
    /// - Returns: the exit code.
    public static func run(_ arguments: [String]) -> Int32 {
        run(arguments, context: CommandContext(files: DiskFileSystem(), console: StandardConsole()))
    }

    /// The one place where a failure turns into text and an exit code.
    static func run(_ arguments: [String], context: CommandContext) -> Int32 {
        do {
            try dispatch(arguments, context: context)
            return 0
        } catch let error as ArgumentError {
            context.console.note("\(error)\n")
            return 64
        } catch let failure as CommandFailure {
            if !failure.message.isEmpty { context.console.note(VisibleText.make(failure.message)) }
            return failure.exitCode
        } catch {
            let failure = CommandFailure.defect("\(error)")
            context.console.note(VisibleText.make(failure.message))
            return failure.exitCode
        }
    }

    private static func dispatch(_ arguments: [String], context: CommandContext) throws {
        switch try root.parse(arguments) {
        case .version: try context.print("waymark \(version)\n")
        case .help(let path): try context.print(root.help(for: path, width: context.console.width) + "\n")
        case .invocation(let invocation):
            guard let command = commands.first(where: { $0.path == invocation.commandPath }) else {
                throw CommandFailure.defect("no command answers to \(invocation.commandPath.joined(separator: " "))")
            }
            try command.run(invocation, context)
        }
    }

    /// A command line that can be run: the words that name it, and what it does.
    private struct Runnable {
        let path: [String]
        let run: (Invocation, CommandContext) throws -> Void
    }

    private static var commands: [Runnable] {
        [
            Runnable(path: ["demo"], run: DemoCommand.run),
            Runnable(path: ["init"], run: InitCommand.run),
            Runnable(path: ["form"], run: FormCommand.run),
            Runnable(path: ["interview"], run: InterviewCommand.run),
            Runnable(path: ["assess"], run: AssessCommand.run),
            Runnable(path: ["explain"], run: ExplainCommand.run),
            Runnable(path: ["check"], run: CheckCommand.run),
            Runnable(path: ["diff"], run: DiffCommand.run),
            Runnable(path: ["compare"], run: CompareCommand.run),
            Runnable(path: ["pool"], run: PoolCommand.run),
            Runnable(path: ["export", "csv"], run: ExportCommand.csv),
            Runnable(path: ["export", "xlsform"], run: ExportCommand.xlsForm),
            Runnable(path: ["export", "limesurvey"], run: ExportCommand.limeSurvey),
            Runnable(path: ["export", "sdmx"], run: ExportCommand.sdmx),
            Runnable(path: ["project"], run: ProjectCommand.run),
            Runnable(path: ["portfolio"], run: PortfolioCommand.run),
            Runnable(path: ["business-case"], run: BusinessCaseCommand.run),
            Runnable(path: ["benchmark"], run: BenchmarkCommand.run),
            Runnable(path: ["simulate", "coverage"], run: SimulateCommand.coverage),
            Runnable(path: ["simulate", "changes"], run: SimulateCommand.changes),
            Runnable(path: ["questionnaire", "list"], run: QuestionnaireCommand.list),
            Runnable(path: ["questionnaire", "show"], run: QuestionnaireCommand.show),
            Runnable(path: ["questionnaire", "copy"], run: QuestionnaireCommand.copy),
            Runnable(path: ["template", "list"], run: TemplateCommand.list),
            Runnable(path: ["template", "copy"], run: TemplateCommand.copy),
            Runnable(path: ["translate"], run: TranslateCommand.run),
            Runnable(path: ["schema", "list"], run: SchemaCommand.list),
            Runnable(path: ["schema", "show"], run: SchemaCommand.show),
            Runnable(path: ["schema", "copy"], run: SchemaCommand.copy),
        ]
            + ImportCommand.Format.allCases.map {
                Runnable(path: ["import", $0.rawValue], run: ImportCommand.run($0))
            }
    }

    static let root = CommandDescription(
        name: "waymark",
        summary: "Tell a statistical organisation how ready it is for machine learning, why, and what to do next",
        discussion: """
            Answers stand in a folder, a file for each respondent; reports come out beside them. Nothing is sent \
            anywhere. Try 'waymark demo' first.
            """,
        subcommands: [
            DemoCommand.description, InitCommand.description, FormCommand.description, InterviewCommand.description,
            AssessCommand.description, ExplainCommand.description,
            CompareCommand.description, PoolCommand.description, ProjectCommand.description,
            PortfolioCommand.description,
            BusinessCaseCommand.description, BenchmarkCommand.description,
            ImportCommand.description, ExportCommand.description,
            CheckCommand.description, DiffCommand.description, QuestionnaireCommand.description,
            TemplateCommand.description, TranslateCommand.description, SchemaCommand.description,
            SimulateCommand.description,
        ],
        examples: [CommandExample("waymark demo", "Score a sample office and say where its reports are.")])
}

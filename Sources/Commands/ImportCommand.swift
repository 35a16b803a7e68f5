import Arguments
import Exchange
import JSON
import Questionnaires
import Reports
import Responses

/// `waymark import`: answers from the formats of others, one response for each respondent.
enum ImportCommand {
    static let description = CommandDescription(
        name: "import",
        summary: "Bring in answers from tables, survey platforms and form files",
        discussion: """
            Every file is read and checked as a whole before anything is written. One refused row stops it with exit code \
            65, unless --skip-invalid is given. The report says what became of each row; bringing the same file in twice \
            changes nothing.
            """,
        subcommands: Format.allCases.map(\.description))

    /// From where answers can be brought in.
    enum Format: String, CaseIterable {
        case csv
        case odk
        case kobo
        case limeSurvey = "limesurvey"
        case json

        fileprivate var description: CommandDescription {
            CommandDescription(
                name: rawValue, summary: summary, discussion: discussion,
                arguments: [ArgumentDescription(name: "FILE", help: "The files to read", cardinality: .oneOrMore)],
                options: options + ImportCommand.options, examples: examples)
        }

        private var summary: String {
            switch self {
            case .csv: "A table with a row for each respondent and item"
            case .odk: "Submissions to an XLSForm, as ODK Central exports them"
            case .kobo: "Submissions to an XLSForm, as KoboToolbox exports them"
            case .limeSurvey: "Responses, as LimeSurvey exports them"
            case .json: "Form files: one response in each"
            }
        }

        private var discussion: String {
            switch self {
            case .csv:
                """
                Columns respondent, item and answer must be there, and role, where the questionnaire has roles. Commas, \
                semicolons and tabs between values are read, and decimals with a comma.
                """
            case .odk: "Submissions that were rejected are left out, and listed."
            case .kobo:
                "Export with \"XML values and headers\". Submissions that were not approved are left out, and listed."
            case .limeSurvey:
                """
                Export with question codes as headings and answer codes as responses. Responses that were never submitted \
                are left out, and listed, unless --incomplete is given.
                """
            case .json: "Each is checked as 'waymark check' does."
            }
        }

        private var options: [OptionDescription] {
            self == .limeSurvey
                ? [OptionDescription(name: "incomplete", help: "Take responses that were never submitted")] : []
        }

        private var examples: [CommandExample] {
            switch self {
            case .csv:
                [
                    CommandExample("waymark import csv answers.csv --workspace my-office", "Into the last wave."),
                    CommandExample("waymark import csv answers.csv --dry-run", "Only say what would be written."),
                ]
            case .odk: [CommandExample("waymark import odk ml-maturity.csv --wave 2026", "Into the wave 2026.")]
            case .kobo: [CommandExample("waymark import kobo export.csv --wave 2026", "Into the wave 2026.")]
            case .limeSurvey:
                [CommandExample("waymark import limesurvey results.csv --incomplete", "Unfinished ones too.")]
            case .json:
                [
                    CommandExample("waymark import json inbox/r-01.json inbox/r-02.json", "Two form files."),
                    CommandExample("waymark import json r-01.json --replace", "The newer answers of somebody."),
                ]
            }
        }
    }

    private static let options = [
        OptionDescription(
            name: "workspace", help: "The workspace", value: OptionValue("DIR", defaultText: "the current folder")),
        WorkspaceArgument.wave,
        OptionDescription(
            name: "project", short: "p", help: "The project, in place of a wave", value: OptionValue("PROJECT")),
        OptionDescription(
            name: "questionnaire", short: "q", help: "The questionnaire: an id",
            value: OptionValue("ID", defaultText: "the one waymark.json names")),
        OptionDescription(name: "replace", help: "Let newer answers take the place of those on file"),
        OptionDescription(name: "skip-invalid", help: "Bring in the rest, and list what was refused"),
        OptionDescription(
            name: "any-version", help: "Take answers to another version of the questionnaire as answers to this one"),
        OptionDescription(name: "dry-run", short: "n", help: "Say what would be written, and write nothing"),
        OptionDescription(
            name: "format", short: "f", help: "How to write the report",
            value: OptionValue("FORMAT", defaultText: "text", possibleValues: ["text", "json"])),
        LanguageOption.description,
    ]

    // MARK: Running

    static func run(_ format: Format) -> (Invocation, CommandContext) throws -> Void {
        { invocation, context in try run(format, invocation, context) }
    }

    private static func run(_ format: Format, _ invocation: Invocation, _ context: CommandContext) throws {
        let workspace = try WorkspaceFolder(
            invocation.value(of: "workspace") ?? ".", context, language: LanguageOption.value(invocation))
        let place = try workspace.exchangePlace(
            wave: invocation.value(of: "wave"), project: invocation.value(of: "project"),
            questionnaire: invocation.value(of: "questionnaire"))
        let target = ImportTarget(
            questionnaire: place.questionnaire, place: place.place, takesOtherVersions: invocation.isSet("any-version"),
            takesUnfinished: invocation.isSet("incomplete"))
        var files: [ImportedFile] = []
        var seen: Set<String> = []
        for path in invocation.arguments("FILE") where seen.insert(path).inserted {
            files.append(read(try context.read(path), path, format, target))
        }
        let plan = ImportPlan(
            files.flatMap(\.responses), existing: try workspace.existing(in: place),
            questionnaire: place.questionnaire, replaces: invocation.isSet("replace"))
        let refused = files.reduce(0) { $0 + $1.refused.count } + plan.refused.count
        let isStopped = refused > 0 && !invocation.isSet("skip-invalid")
        let texts = plan.writes.map { write in
            (
                path: Path.join(place.responses, write.name),
                text: write.response.json(
                    answering: place.questionnaire,
                    schema: SchemaFiles.reference(to: "response", fromDepth: place.depth)
                ).canonicalText()
            )
        }
        let outcome = ImportOutcome(
            questionnaire: place.questionnaire, place: place.place, folder: place.responses, files: files, plan: plan,
            ending: isStopped ? .stopped : invocation.isSet("dry-run") ? .rehearsed : .written)
        let builtIn = workspace.builtIn
        let report = ImportReport(
            outcome, strings: try builtIn.strings().strings,
            library: try builtIn.templates().library)
        let text = invocation.value(of: "format") == "json" ? report.json() : try builtIn.rendering(report.text)
        if outcome.ending == .written {
            for (path, text) in texts { try context.write(text, to: path) }
        }
        try context.print(text)
        guard !isStopped else {
            throw CommandFailure.invalidInput(
                [],
                summary: "nothing was written, because \(refused) \(refused == 1 ? "problem" : "problems") must be put "
                    + "right first; --skip-invalid brings the rest in")
        }
    }

    private static func read(
        _ bytes: [UInt8], _ path: String, _ format: Format, _ target: ImportTarget
    ) -> ImportedFile {
        func refused(_ finding: Finding) -> ImportedFile {
            var file = ImportedFile(file: path)
            file.refused = [finding]
            return file
        }
        if format == .json {
            do throws(JSONSyntaxError) {
                return target.readResponse(try JSONDocument(parsing: bytes), file: path)
            } catch {
                var file = refused(Finding(file: path, error))
                (file.rowsRead, file.rowsRefused) = (1, 1)
                return file
            }
        }
        let table: CSVTable
        do throws(CSVProblem) {
            table = try CSVTable(parsing: bytes, file: path)
        } catch {
            return refused(error.finding)
        }
        switch format {
        case .csv, .json: return target.readLongTable(table)
        case .odk: return target.read(table, from: .odk)
        case .kobo: return target.read(table, from: .kobo)
        case .limeSurvey: return target.read(table, from: .limeSurvey)
        }
    }
}

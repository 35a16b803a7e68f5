import Arguments
import Assessments
import Questionnaires
import Reports
import Responses

/// `waymark diff`: what changed between two questionnaires, and what may still be compared.
enum DiffCommand {
    static let description = CommandDescription(
        name: "diff",
        summary: "Say what changed between two questionnaires and what stays comparable",
        discussion: """
            A questionnaire is an id, a questionnaire.json, a folder that holds one, or a workspace, for the \
            questionnaire that it uses with its own changes. The order in which a file lists things does not matter. \
            The exit code is 0 whether there are differences or not, unless --exit-code is given.
            """,
        arguments: [
            ArgumentDescription(name: "OLD", help: "The older questionnaire: an id, a file or a folder"),
            ArgumentDescription(name: "NEW", help: "The newer one"),
        ],
        options: [
            OptionDescription(
                name: "format", short: "f", help: "How to write the differences",
                value: OptionValue(
                    "FORMAT", defaultText: "text", possibleValues: DiffFormat.allCases.map(\.rawValue))),
            OptionDescription(
                name: "language", help: "The language of what is written",
                value: OptionValue("CODE", defaultText: "the one of the newer workspace or questionnaire")),
            OptionDescription(name: "exit-code", help: "Exit with 1 when there are differences"),
        ],
        examples: [
            CommandExample("waymark diff ml-maturity my-office", "What my office changed in the questionnaire."),
            CommandExample(
                "waymark diff 2025/questionnaire.json 2026/questionnaire.json --format md",
                "What changed from one year to the next, with both wordings."),
        ])

    static func run(_ invocation: Invocation, _ context: CommandContext) throws {
        let old = try NamedQuestionnaire(invocation.argument("OLD") ?? "", invocation, context)
        let new = try NamedQuestionnaire(invocation.argument("NEW") ?? "", invocation, context)
        let comparison = QuestionnaireComparison(old: old.questionnaire, new: new.questionnaire)
        let (library, _) = try new.builtIn.templates()
        let (strings, _) = try new.builtIn.strings(usual: new.questionnaire.language)
        let report = ComparisonReport(comparison, strings: strings, library: library)
        let format = invocation.value(of: "format").flatMap(DiffFormat.init) ?? .text
        let text =
            switch format {
            case .text: try new.builtIn.rendering(report.text)
            case .markdown: try new.builtIn.rendering(report.markdown)
            case .json: report.json()
            }
        try context.print(text)
        if invocation.isSet("exit-code"), !comparison.isEmpty { throw CommandFailure.differencesFound }
    }
}

/// The formats of a comparison.
enum DiffFormat: String, CaseIterable {
    case text
    case markdown = "md"
    case json
}

/// A questionnaire named on the command line by an id, a file, a folder or a workspace.
struct NamedQuestionnaire {
    let questionnaire: Questionnaire
    /// Where its words and templates come from.
    let builtIn: BuiltInFiles

    init(_ reference: String, _ invocation: Invocation, _ context: CommandContext) throws(CommandFailure) {
        let plain = try BuiltInFiles(context: context, workspace: nil).speaking(invocation)
        guard !plain.questionnaireIDs().contains(reference), !reference.isEmpty,
            context.files.kind(of: reference) == .folder
        else {
            builtIn = plain
            questionnaire = try plain.questionnaire(reference).questionnaire
            return
        }
        let main = Path.join(reference, "questionnaire.json")
        if context.files.kind(of: Path.join(reference, WorkspaceFolder.recordName)) == .file {
            let workspace = try WorkspaceFolder(reference, context, language: LanguageOption.value(invocation))
            builtIn = workspace.builtIn
            questionnaire = try workspace.builtIn.questionnaire(workspace.record.questionnaire).questionnaire
        } else if context.files.kind(of: main) == .file {
            builtIn = plain
            questionnaire = try plain.questionnaire(main).questionnaire
        } else {
            throw .missingInput(
                "\(reference): the folder holds neither \(WorkspaceFolder.recordName) nor questionnaire.json; name a "
                    + "workspace or a questionnaire")
        }
    }
}

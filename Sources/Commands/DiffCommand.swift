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
        let language = LanguageOption.value(invocation)
        let new = try NamedQuestionnaire(invocation.argument("NEW") ?? "", language, context)
        let old = try NamedQuestionnaire(
            invocation.argument("OLD") ?? "", language == nil ? nil : new.builtIn.language, context, isRequired: false)
        let comparison = try comparison(old, new)
        let (library, _) = try new.builtIn.templates()
        let (strings, _) = try new.builtIn.strings(usual: new.loaded.questionnaire.language)
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

    /// Texts are compared in one language: that asked for where both have it, else the one in which each is written.
    private static func comparison(
        _ old: NamedQuestionnaire, _ new: NamedQuestionnaire
    ) throws(CommandFailure) -> QuestionnaireComparison {
        guard old.loaded.languageOfTexts != new.loaded.languageOfTexts else {
            return QuestionnaireComparison(old: old.loaded.questionnaire, new: new.loaded.questionnaire)
        }
        return QuestionnaireComparison(old: try old.asWritten(), new: try new.asWritten())
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
    let loaded: LoadedQuestionnaire
    /// Where its words and templates come from.
    let builtIn: BuiltInFiles
    /// What these call it.
    private let name: String

    /// - Parameters:
    ///   - language: the language asked for.
    ///   - isRequired: whether there must be words in it; else the questionnaire is taken as it is written.
    init(
        _ reference: String, _ language: String?, _ context: CommandContext, isRequired: Bool = true
    ) throws(CommandFailure) {
        func speaking(_ files: BuiltInFiles) throws(CommandFailure) -> BuiltInFiles {
            guard let language else { return files }
            return isRequired || files.languages().contains(language)
                ? try files.speaking(language) : files.untranslated
        }
        let plain = BuiltInFiles(context: context, workspace: nil)
        let isFolder = !reference.isEmpty && context.files.kind(of: reference) == .folder
        let main = Path.join(reference, "questionnaire.json")
        if plain.questionnaireIDs().contains(reference) || !isFolder {
            builtIn = try speaking(plain)
            name = reference
        } else if context.files.kind(of: Path.join(reference, WorkspaceFolder.recordName)) == .file {
            let workspace = try WorkspaceFolder(reference, context)
            builtIn = try speaking(workspace.builtIn)
            name = workspace.record.questionnaire
        } else if context.files.kind(of: main) == .file {
            builtIn = try speaking(plain)
            name = main
        } else {
            throw .missingInput(
                "\(reference): the folder holds neither \(WorkspaceFolder.recordName) nor questionnaire.json; name a "
                    + "workspace or a questionnaire")
        }
        loaded = try builtIn.questionnaire(name)
    }

    /// The questionnaire in the language in which it is written.
    func asWritten() throws(CommandFailure) -> Questionnaire {
        try builtIn.untranslated.questionnaire(name).questionnaire
    }
}

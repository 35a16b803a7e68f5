import Arguments
import JSON
import Questionnaires
import Reports
import Suggestions

/// `waymark translate`: files for translators to go on with.
enum TranslateCommand {
    static let description = CommandDescription(
        name: "translate",
        summary: "Write the files by which translators put everything into another language",
        discussion: """
            Writes templates/strings/LANGUAGE.json and questionnaires/*/translations/LANGUAGE/ in the workspace. What is \
            translated already stays, also what belongs to no text any more, and that is named; what is not translated \
            stands there in the original, to be replaced. 'waymark check' says what is left. With --pseudo every text \
            becomes one of a language that nobody speaks, to see by it whether a layout has room for longer words and \
            whether anything is not translated at all; it never takes the place of what somebody wrote.
            """,
        arguments: [
            ArgumentDescription(name: "LANGUAGE", help: "The language, as a BCP 47 tag such as fr or pt-BR"),
            WorkspaceArgument.description,
        ],
        options: [
            OptionDescription(
                name: "only", help: "What to write: ids of questionnaires, or strings",
                value: OptionValue("NAMES", defaultText: "all", isList: true)),
            OptionDescription(name: "pseudo", help: "Fill the files with generated text"),
            OptionDescription(name: "rtl", help: "The language is written from right to left"),
        ],
        examples: [
            CommandExample("waymark translate de my-office --only ml-maturity,strings", "Begin a German version."),
            CommandExample("waymark translate en-XA my-office --pseudo", "Try layouts with longer words."),
        ])

    private static let stringsName = "strings"

    static func run(_ invocation: Invocation, _ context: CommandContext) throws {
        let language = try language(invocation.argument("LANGUAGE") ?? "")
        let folder = WorkspaceArgument.path(invocation)
        guard context.files.kind(of: folder) == .folder else {
            throw CommandFailure.missingInput(
                "\(folder): there is no such folder; make a workspace with 'waymark init \(folder)'")
        }
        let builtIn = BuiltInFiles(context: context, futureWorkspace: folder)
        let names = try names(invocation.values(of: "only"), builtIn)
        let writer = TranslationWriter(
            language: language, builtIn: builtIn,
            pseudo: invocation.isSet("pseudo") ? PseudoText(isRightToLeft: invocation.isSet("rtl")) : nil,
            isRightToLeft: invocation.isSet("rtl"))
        var files: [TranslationWriter.File] = []
        for name in names {
            guard let made = name == stringsName ? try writer.strings() : try writer.questionnaire(name) else {
                let subject = name == stringsName ? "the words of reports" : "the questionnaire \(name)"
                context.note("\(subject): written in \(language) and left as it is")
                continue
            }
            files += made
        }
        guard !files.isEmpty else {
            throw CommandFailure.usage(
                "there is nothing to translate into \"\(language)\"; name a language other than that of the texts")
        }
        for file in files { try context.write(file.text, to: Path.join(folder, file.path)) }
        for file in files where !file.surplus.isEmpty {
            say(file.surplus, in: Path.join(folder, file.path), context)
        }
        try SchemaFiles.completeAndSay(folder, try ResultWords(BuiltInFiles(context: context, workspace: nil)), context)
        try context.print(files.map { "\(Path.join(folder, $0.path))\n" }.joined())
    }

    /// How many texts are named in one line.
    private static let named = 3

    private static func say(_ surplus: [String], in path: String, _ context: CommandContext) {
        let more = surplus.count - named
        context.note(
            "\(path): what is translated here fits no text any more: \(surplus.prefix(named).joined(separator: ", "))"
                + (more > 0 ? " and \(more) more" : "")
                + "; it is kept, to be moved to where it belongs now or removed")
    }

    /// The tag of the language, which becomes a path.
    private static func language(_ tag: String) throws(CommandFailure) -> String {
        let usual = LanguageTag.usual(tag) ?? LanguageTag.usual(String(tag.map { $0 == "_" ? "-" : $0 }))
        guard usual != tag else { return tag }
        throw .usage(
            "\"\(tag.prefix(40))\" cannot be the tag of a language; "
                + (usual.map { "did you mean \"\($0)\"?" } ?? "write it as in fr or pt-BR"))
    }

    /// What to write; a questionnaire brings those with it that it takes parts from.
    private static func names(_ asked: [String], _ builtIn: BuiltInFiles) throws(CommandFailure) -> [String] {
        let known = builtIn.questionnaireIDs() + [stringsName]
        var names: [String] = []
        for name in asked.isEmpty ? known : asked {
            guard known.contains(name) else {
                let hint = suggestion(for: name, among: known).map { "did you mean \"\($0)\"?" }
                throw .usage(
                    "--only: there is no questionnaire \"\(name.prefix(60))\"; "
                        + (hint ?? "there are: \(known.joined(separator: ", "))"))
            }
            if !names.contains(name) { names.append(name) }
            guard name != stringsName else { continue }
            for sibling in try builtIn.decode(name).files.compactMap({ PartName($0.name)?.sibling })
            where !names.contains(sibling) {
                names.append(sibling)
            }
        }
        return names.sorted()
    }
}

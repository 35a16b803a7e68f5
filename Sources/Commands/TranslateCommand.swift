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
            translated already stays; what is not stands there in the original, to be replaced. 'waymark check' says \
            what is left. With --pseudo every text becomes one of a language that nobody speaks, to see by it whether \
            a layout has room for longer words and whether anything is not translated at all.
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
        let language = invocation.argument("LANGUAGE") ?? ""
        guard Identifier.isValid(language) else {
            throw CommandFailure.usage(
                "\"\(language.prefix(40))\" cannot be the tag of a language; write it as in fr or pt-BR")
        }
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
        var files: [(path: String, text: String)] = []
        for name in names where name != stringsName { files += try writer.questionnaire(name) }
        if names.contains(stringsName) { files.append(try writer.strings()) }
        for file in files { try context.write(file.text, to: Path.join(folder, file.path)) }
        try SchemaFiles.completeAndSay(folder, try ResultWords(BuiltInFiles(context: context, workspace: nil)), context)
        try context.print(files.map { "\(Path.join(folder, $0.path))\n" }.joined())
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

/// Makes the files of a translation.
private struct TranslationWriter {
    let language: String
    let builtIn: BuiltInFiles
    /// What becomes of texts in a language that nobody speaks.
    let pseudo: PseudoText?
    let isRightToLeft: Bool

    private static let awaiting = JSONNode.string("awaiting")

    /// The texts of a questionnaire's own files.
    func questionnaire(_ id: String) throws(CommandFailure) -> [(path: String, text: String)] {
        let decoded = try builtIn.decode(id)
        guard let version = decoded.result.questionnaire?.version else {
            throw .invalidInput(decoded.result.findings, summary: "the questionnaire \(id) cannot be used")
        }
        let folder = "questionnaires/\(id)"
        var files: [(path: String, text: String)] = []
        for (name, found) in decoded.files {
            guard let part = PartName(name), part.sibling == nil, let texts = part.translated(into: language) else {
                continue
            }
            let path = texts.path(from: folder)
            let definition = try JSONFile.parse(found.bytes, name: found.name)
            let kept = pseudo == nil ? try self.kept(path) : nil
            let depth = path.split(separator: "/").count - 1
            let skeleton = Translation.skeleton(
                of: kept?.translation.applied(to: definition).document ?? definition, language: language,
                version: version, review: kept?.review ?? TranslationWriter.awaiting,
                schema: SchemaFiles.reference(to: "translation", fromDepth: depth)
            ) { pseudo?($0) ?? $0 }
            if let skeleton { files.append((path: path, text: skeleton.text())) }
        }
        return files
    }

    /// What is translated already.
    private func kept(_ path: String) throws(CommandFailure) -> (translation: Translation, review: JSONNode?)? {
        guard let found = try builtIn.file(path) else { return nil }
        let document = try JSONFile.parse(found.bytes, name: found.name)
        let reader = JSONReader(document, file: found.name)
        guard let translation = Translation.decode(reader) else {
            throw .invalidInput(reader.findings.list, summary: "what is translated already cannot be read")
        }
        return (translation, document.root.member("review"))
    }

    /// The words of reports.
    func strings() throws(CommandFailure) -> (path: String, text: String) {
        let path = "\(BuiltInFiles.stringsFolder)/\(language).json"
        let plain = BuiltInFiles(context: builtIn.context, workspace: nil)
        guard let base = try plain.stringsFile(BuiltInFiles.baseLanguage) else {
            throw .defect("the program has no texts")
        }
        let baseRoot = try JSONFile.parse(base.file.bytes, name: base.file.name).root
        let kept = pseudo == nil ? try builtIn.stringsFile(language) : nil
        let keptRoot = try kept.map { (kept) throws(CommandFailure) in
            try JSONFile.parse(kept.file.bytes, name: kept.file.name).root
        }
        func setting(_ name: String) -> JSONNode? { (keptRoot ?? baseRoot).member(name) }
        var members: [(name: String, value: JSONNode)] = [
            (name: "$schema", value: .string(SchemaFiles.reference(to: "strings", fromDepth: 2))),
            (name: "formatVersion", value: JSONNode(.number(JSONNumber(Strings.formatVersion)))),
            (name: "language", value: .string(language)),
        ]
        members.append(
            (name: "direction", value: isRightToLeft ? .string("rtl") : setting("direction") ?? .string("ltr")))
        for name in ["decimalSeparator", "grouping", "plurals"] {
            if let value = setting(name) { members.append((name: name, value: value)) }
        }
        let review = keptRoot.map { $0.member("review") } ?? TranslationWriter.awaiting
        if let review { members.append((name: "review", value: review)) }
        let texts = baseRoot.member("text") ?? .object([])
        let forms = kept?.strings.forms ?? base.strings.forms
        members.append(
            (
                name: "text",
                value: TranslationWriter.texts(texts, kept: keptRoot?.member("text"), forms: forms) {
                    pseudo?($0) ?? $0
                }
            ))
        return (path, JSONNode.object(members).text())
    }

    /// The texts in the order of the program's own, each as it is translated, else as `change` makes it.
    private static func texts(
        _ base: JSONNode, kept: JSONNode?, forms: [String], change: (String) -> String
    ) -> JSONNode {
        switch base.content {
        case .string(let text):
            if case .string(let own)? = kept?.content { return .string(own) }
            return .string(change(text))
        case .object(let members):
            let names = members.map(\.name)
            guard names.contains("other"), Set(names).isSubset(of: Strings.allForms) else {
                return .object(
                    members.map {
                        (
                            name: $0.name,
                            value: texts($0.value, kept: kept?.member($0.name), forms: forms, change: change)
                        )
                    })
            }
            return .object(
                forms.compactMap { form in
                    guard let text = base.member(form) ?? base.member("other") else { return nil }
                    return (name: form, value: texts(text, kept: kept?.member(form), forms: forms, change: change))
                })
        default: return base
        }
    }
}

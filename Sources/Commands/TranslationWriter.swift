import Assets
import JSON
import Questionnaires
import Reports

/// Makes the files of a translation, with what is translated already.
struct TranslationWriter {
    let language: String
    let builtIn: BuiltInFiles
    /// What becomes of texts in a language that nobody speaks.
    let pseudo: PseudoText?
    let isRightToLeft: Bool

    /// A file to write.
    struct File {
        let path: String
        let text: String
        /// The names that lead to what is translated there and belongs to no text any more.
        var surplus: [String] = []
    }

    private static let awaiting = JSONNode.string("awaiting")

    /// The texts of a questionnaire's own files; nothing where it is written in the language.
    func questionnaire(_ id: String) throws(CommandFailure) -> [File]? {
        let decoded = try builtIn.decode(id)
        guard let questionnaire = decoded.result.questionnaire else {
            throw .invalidInput(decoded.result.findings, summary: "the questionnaire \(id) cannot be used")
        }
        guard questionnaire.language.lowercased() != language.lowercased() else { return nil }
        let folder = "questionnaires/\(id)"
        var files: [File] = []
        for (name, found) in decoded.files {
            guard let part = PartName(name), part.sibling == nil, let translated = part.translated(into: language)
            else {
                continue
            }
            let path = translated.path(from: folder)
            let definition = try JSONFile.parse(found.bytes, name: found.name)
            let kept = try self.kept(path)
            let depth = path.split(separator: "/").count - 1
            let skeleton = Translation.skeleton(
                of: kept.flatMap { builtInTexts($0, of: definition, found) } ?? definition, language: language,
                version: kept?.translation.version ?? questionnaire.version,
                review: kept.map(\.review) ?? TranslationWriter.awaiting,
                schema: SchemaFiles.reference(to: "translation", fromDepth: depth)
            ) { pseudo?($0) ?? $0 }
            guard case .object(let members)? = skeleton?.content else { continue }
            var texts = KeptTexts()
            let own = kept.flatMap { $0.isOwn ? $0.texts : nil }
            let whole = members.map { member in
                (name: member.name, value: member.name == "texts" ? texts.laid(over: member.value, own) : member.value)
            }
            files.append(File(path: path, text: JSONNode.object(whole).text(), surplus: texts.surplus))
        }
        return files
    }

    /// What is translated already.
    private struct Kept {
        let translation: Translation
        let review: JSONNode?
        let texts: JSONNode?
        /// Whether the file stands in the workspace.
        let isOwn: Bool
    }

    private func kept(_ path: String) throws(CommandFailure) -> Kept? {
        guard let found = try builtIn.file(path) else { return nil }
        let document = try JSONFile.parse(found.bytes, name: found.name)
        guard try !isReplaced(document.root.member("texts"), in: found) else { return nil }
        let reader = JSONReader(document, file: found.name)
        guard let translation = Translation.decode(reader) else {
            throw .invalidInput(reader.findings.list, summary: "what is translated already cannot be read")
        }
        return Kept(
            translation: translation, review: document.root.member("review"), texts: document.root.member("texts"),
            isOwn: found.isFromWorkspace)
    }

    /// The definition with the texts that are built in; they translate the words of the program and none that a
    /// workspace has put in their place.
    private func builtInTexts(_ kept: Kept, of definition: JSONDocument, _ found: BuiltInFiles.Found) -> JSONDocument? {
        guard !kept.isOwn else { return nil }
        let original = found.isOverride ? Asset.at(found.path).flatMap { try? JSONDocument(parsing: $0.bytes) } : nil
        return kept.translation.applied(to: definition, madeFor: original).document
    }

    /// Whether generated text takes the place of what is there; what somebody wrote it must not.
    private func isReplaced(_ texts: JSONNode?, in found: BuiltInFiles.Found) throws(CommandFailure) -> Bool {
        guard pseudo != nil else { return false }
        guard !found.isFromWorkspace || texts.map(TranslationWriter.isGenerated) ?? true else {
            throw .cannotCreate(
                FileFailure(
                    path: found.name,
                    kind: .other(
                        "it holds texts that somebody wrote; name another language for --pseudo, such as en-XA, or "
                            + "move the file away")))
        }
        return true
    }

    private static func isGenerated(_ node: JSONNode) -> Bool {
        switch node.content {
        case .string(let text): PseudoText.isGenerated(text)
        case .array(let elements): elements.allSatisfy(isGenerated)
        case .object(let members): members.allSatisfy { isGenerated($0.value) }
        default: true
        }
    }

    /// The words of reports; nothing where the program's own are in the language.
    func strings() throws(CommandFailure) -> [File]? {
        guard language.lowercased() != BuiltInFiles.baseLanguage else { return nil }
        let path = "\(BuiltInFiles.stringsFolder)/\(language).json"
        let plain = BuiltInFiles(context: builtIn.context, workspace: nil)
        guard let base = try plain.stringsFile(BuiltInFiles.baseLanguage) else {
            throw .defect("the program has no texts")
        }
        let baseRoot = try JSONFile.parse(base.file.bytes, name: base.file.name).root
        let kept = try keptStrings(path)
        func setting(_ name: String) -> JSONNode? { (kept?.root ?? baseRoot).member(name) }
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
        let review = kept.map { $0.root.member("review") } ?? TranslationWriter.awaiting
        if let review { members.append((name: "review", value: review)) }
        let skeleton = TranslationWriter.texts(
            baseRoot.member("text") ?? .object([]), forms: kept?.strings.forms ?? base.strings.forms
        ) { pseudo?($0) ?? $0 }
        var texts = KeptTexts()
        members.append((name: "text", value: texts.laid(over: skeleton, kept?.root.member("text"))))
        return [File(path: path, text: JSONNode.object(members).text(), surplus: texts.surplus)]
    }

    private func keptStrings(_ path: String) throws(CommandFailure) -> (strings: Strings, root: JSONNode)? {
        guard let found = try builtIn.file(path) else { return nil }
        let root = try JSONFile.parse(found.bytes, name: found.name).root
        guard try !isReplaced(root.member("text"), in: found), let own = try builtIn.stringsFile(language) else {
            return nil
        }
        return (own.strings, root)
    }

    /// The texts in the order of the program's own, each as `change` makes it, in the forms of the language.
    private static func texts(_ base: JSONNode, forms: [String], change: (String) -> String) -> JSONNode {
        switch base.content {
        case .string(let text): return .string(change(text))
        case .object(let members):
            let names = members.map(\.name)
            guard names.contains("other"), Set(names).isSubset(of: Strings.allForms) else {
                return .object(
                    members.map { (name: $0.name, value: texts($0.value, forms: forms, change: change)) })
            }
            return .object(
                forms.compactMap { form in
                    (base.member(form) ?? base.member("other")).map {
                        (name: form, value: texts($0, forms: forms, change: change))
                    }
                })
        default: return base
        }
    }
}

/// Lays what somebody has translated over texts that are to be translated.
private struct KeptTexts {
    /// The names that lead to what belongs to no text any more.
    private(set) var surplus: [String] = []

    /// The texts with those that are kept, and behind them whatever else is kept: somebody wrote it.
    mutating func laid(over texts: JSONNode, _ kept: JSONNode?) -> JSONNode {
        kept.map { node(texts, $0, names: []) } ?? texts
    }

    private mutating func node(_ text: JSONNode, _ kept: JSONNode, names: [String]) -> JSONNode {
        switch (text.content, kept.content) {
        case (.string, .string): return kept
        case (.array(let elements), .array(let own)) where elements.count == own.count:
            return JSONNode(.array(zip(elements, own).map { node($0, $1, names: names) }))
        case (.object(let members), .object(let own)):
            let known = Set(members.map(\.name))
            let merged = members.map { member in
                (
                    name: member.name,
                    value: kept.member(member.name).map { node(member.value, $0, names: names + [member.name]) }
                        ?? member.value
                )
            }
            let rest = own.filter { !known.contains($0.name) }
            surplus += rest.map { (names + [$0.name]).joined(separator: ".") }
            return .object(merged + rest.map { (name: $0.name, value: $0.value) })
        default:
            surplus.append(names.joined(separator: "."))
            return kept
        }
    }
}

import Assets
import JSON
import Questionnaires
import Reports

/// The files that hold a questionnaire's texts in another language, and what came of laying them over it.
struct DecodedTranslation {
    let language: String
    /// The language in which the questionnaire is written.
    let baseLanguage: String
    /// The version of the questionnaire.
    fileprivate let version: String
    /// The files that are there, with their names from the folder of the definition.
    fileprivate(set) var files: [(name: String, file: BuiltInFiles.Found)] = []
    fileprivate(set) var findings: [Finding] = []
    /// How much is translated, of each file of the definition that holds texts.
    fileprivate(set) var counts: [FileCount] = []
    fileprivate(set) var isAwaitingReview = false

    /// How much of a file of the definition is translated.
    struct FileCount {
        /// The file with the texts; that of the definition where there is none.
        let file: String
        let count: TranslationCount
    }

    /// Nothing where the definition is written in the language, or where none was asked for.
    init?(of definition: JSONDocument, into language: String?) {
        func text(_ key: String) -> String? {
            if case .string(let text)? = definition.root.member(key)?.content { text } else { nil }
        }
        guard let language, let base = text("language"), base != language else { return nil }
        self.language = language
        baseLanguage = base
        version = text("version") ?? ""
    }

    var count: TranslationCount { counts.reduce(TranslationCount()) { $0 + $1.count } }

    var hasErrors: Bool { findings.contains { $0.severity == .error } }

    /// SHA-256 over the list of the files, as that of a definition.
    var digest: String { Listing.digest(of: files.map { ($0.name, $0.file.bytes) }) }

    /// The files of the workspace among them.
    var ownFiles: [BuiltInFiles.Found] { files.map(\.file).filter(\.isFromWorkspace) }
}

extension BuiltInFiles {
    /// The file of a definition with its texts in the language asked for, as far as there are any.
    ///
    /// - Parameters:
    ///   - found: the file as it was read.
    ///   - part: its name from the folder of the definition.
    ///   - isPath: whether the definition was named by its file, so that only the disk counts.
    func translate(
        _ document: JSONDocument, _ found: Found, _ part: PartName, _ folder: String, isPath: Bool,
        _ translation: inout DecodedTranslation?
    ) throws(CommandFailure) -> JSONDocument {
        guard let language = translation?.language, let name = part.translated(into: language) else { return document }
        guard let texts = try load(name.path(from: folder), isPath: isPath) else {
            translation?.counts.append(
                DecodedTranslation.FileCount(file: found.name, count: Translation.count(of: document)))
            return document
        }
        translation?.files.append((name: name.text, file: texts))
        // Built-in texts say what the built-in definition says: what a workspace words anew they do not translate, and
        // that is nobody's mistake.
        let isOfAnother = found.isOverride && !texts.isFromWorkspace
        let original = isOfAnother ? Asset.at(found.path).flatMap { try? JSONDocument(parsing: $0.bytes) } : nil
        let reader = JSONReader(try JSONFile.parse(texts.bytes, name: texts.name), file: texts.name)
        guard let decoded = Translation.decode(reader) else {
            translation?.findings += reader.findings.list
            translation?.counts.append(
                DecodedTranslation.FileCount(file: texts.name, count: Translation.count(of: document)))
            return document
        }
        decoded.check(isInto: language)
        // A part of another questionnaire follows that one's versions.
        if part.sibling == nil, let version = translation?.version { decoded.check(isOf: version) }
        let (result, count) = decoded.applied(to: document, madeFor: original)
        if !isOfAnother { translation?.findings += reader.findings.list }
        translation?.counts.append(DecodedTranslation.FileCount(file: texts.name, count: count))
        if decoded.review == .awaiting { translation?.isAwaitingReview = true }
        return result
    }

    /// Says once how much of a questionnaire stands in the language in which it is written.
    func sayWhatIsMissing(_ translation: DecodedTranslation, of questionnaire: Questionnaire) {
        let count = translation.count
        guard !count.missing.isEmpty else { return }
        let base = translation.baseLanguage
        context.noteOnce(
            count.missing.count == count.all
                ? "the questionnaire \(questionnaire.id) is not translated into \(translation.language); its texts stand "
                    + "in \(base)"
                : "\(count.missing.count) of \(count.all) texts of the questionnaire \(questionnaire.id) are not "
                    + "translated into \(translation.language) and stand in \(base); see 'waymark check'")
    }
}

extension LoadedQuestionnaire {
    /// Whether nobody has read the translation that its texts come from.
    var isAwaitingReview: Bool { translation?.isAwaitingReview ?? false }

    /// The language in which its texts stand: the one asked for, where any of them is translated.
    var languageOfTexts: String {
        guard let translation, translation.count.missing.count < translation.count.all else {
            return questionnaire.language
        }
        return translation.language
    }

    /// How a report names the translation; nothing where there is none.
    var translationProvenance: [Provenance.Translation] {
        guard let translation, !translation.files.isEmpty else { return [] }
        return [
            Provenance.Translation(
                questionnaire: questionnaire.id, language: translation.language, digest: translation.digest)
        ]
    }
}

import Assets
import JSON
import Questionnaires
import Reports
import Suggestions

/// The languages in which reports and the terminal speak.
extension BuiltInFiles {
    static let stringsFolder = "templates/strings"
    /// The language of the program's own texts, which stand where another language has none.
    static let baseLanguage = "en"

    /// The languages that have strings, in the program or in the workspace.
    func languages() -> [String] {
        let folder = BuiltInFiles.stringsFolder
        let own = workspace.map { (try? context.files.names(in: Path.join($0, folder))) ?? [] } ?? []
        let builtIn = Asset.all.filter { $0.path.hasPrefix(folder + "/") }.map { Path.name(of: $0.path) }
        let languages = (own + builtIn).filter { $0.hasSuffix(".json") }.map { String($0.dropLast(".json".utf8.count)) }
        return Set(languages.filter(Identifier.isValid)).sorted()
    }

    /// The same files in a language that somebody asked for.
    ///
    /// - Parameter tag: a language tag (BCP 47). Where there are no texts for its region or script, the language without
    ///   them is taken, and that is said.
    func speaking(_ tag: String) throws(CommandFailure) -> BuiltInFiles {
        let known = languages()
        guard let language = BuiltInFiles.nearest(to: tag, among: known) else {
            let hint = suggestion(for: tag, among: known).map { "did you mean \"\($0)\"?" }
            throw .usage(
                "there are no texts for the language \"\(tag.prefix(40))\"; "
                    + (hint ?? "there are: \(known.joined(separator: ", "))"))
        }
        if language.lowercased() != tag.lowercased() {
            context.noteOnce("there are no texts for the language \"\(tag)\"; those for \"\(language)\" are used")
        }
        var files = self
        files.language = language
        return files
    }

    /// The same files, with questionnaires in the language in which each is written.
    var untranslated: BuiltInFiles {
        var files = self
        files.language = nil
        return files
    }

    /// The language itself, however its letters are written, else the one that is left when what stands behind its
    /// hyphens is taken away, from the end.
    static func nearest(to tag: String, among known: [String]) -> String? {
        var parts = tag.split(separator: "-", omittingEmptySubsequences: false)
        while !parts.isEmpty {
            let name = parts.joined(separator: "-").lowercased()
            if let language = known.first(where: { $0.lowercased() == name }) { return language }
            parts.removeLast()
        }
        return nil
    }

    /// The words of the language, and the overrides that they come from.
    ///
    /// - Parameter usual: the language where none was asked for.
    func strings(
        usual: String = baseLanguage
    ) throws(CommandFailure) -> (strings: Strings, overrides: [Provenance.Override]) {
        let language = language ?? usual
        // A language becomes a path.
        guard Identifier.isValid(language), let found = try stringsFile(language) else {
            throw .usage(
                "there are no texts for the language \"\(language)\"; there are: \(languages().joined(separator: ", "))"
            )
        }
        let reader = JSONReader(try JSONFile.parse(found.bytes, name: found.name), file: found.name)
        guard let strings = Strings.decode(reader) else {
            throw .invalidInput(reader.findings.list, summary: "the texts cannot be read")
        }
        // Words of a language that the program does not have make the report as much as those that replace others.
        return (strings, found.isFromWorkspace ? [found.override] : [])
    }

    private func stringsFile(_ language: String) throws(CommandFailure) -> Found? {
        try file("\(BuiltInFiles.stringsFolder)/\(language).json")
    }
}

import JSON
import Questionnaires
import Reports

/// Texts in other languages.
extension PathCheck {
    /// How many missing texts are named in one line.
    private static let named = 3

    /// Checks the translations of a questionnaire into every language that has some.
    ///
    /// - Parameter reference: its id or file.
    mutating func checkTranslations(of reference: String, _ files: BuiltInFiles) throws(CommandFailure) {
        for language in files.translatedLanguages(of: reference) {
            var speaking = files
            speaking.language = language
            let decoded = try speaking.decode(reference)
            guard let translation = decoded.translation else { continue }
            findings += translation.findings
            fileCount += translation.ownFiles.count
            // What is built in only the program's authors can complete.
            let isAsked = files.workspace == nil || files.language == language || !translation.ownFiles.isEmpty
            // A text that cannot stand in the definition is a mistake of the translation.
            if decoded.result.questionnaire == nil, !translation.hasErrors {
                let base = try files.untranslated.decode(reference)
                findings += base.result.questionnaire == nil ? [] : decoded.result.findings
            }
            guard isAsked else { continue }
            for file in translation.counts { report(missing: file.count, of: file.file, language) }
            let summary = TranslationSummary(
                subject: reference, language: language, count: translation.count,
                isAwaitingReview: translation.isAwaitingReview)
            if !languages.contains(summary) { languages.append(summary) }
        }
    }

    /// - Parameter root: the path of the object that holds the texts.
    private mutating func report(
        missing count: TranslationCount, of file: String, _ language: String, below root: String = "$.texts"
    ) {
        guard !count.missing.isEmpty else { return }
        let remedy = "translate them, or write the file anew with 'waymark translate \(language)'"
        if namesEveryText {
            findings += count.missing.map { name in
                Finding(
                    .warning, file: file, path: "\(root).\(name)",
                    problem: "the text is not translated into \(language)", remedy: remedy)
            }
            return
        }
        let shown = count.missing.prefix(PathCheck.named).joined(separator: ", ")
        let more = count.missing.count - PathCheck.named
        findings.append(
            Finding(
                .warning, file: file,
                problem: "\(count.missing.count) of \(count.all) texts are not translated into \(language): \(shown)"
                    + (more > 0 ? " and \(more) more" : ""), remedy: remedy))
    }

    /// Checks the words of reports that a workspace has, and those of its language.
    mutating func checkStrings(_ workspace: WorkspaceFolder) throws(CommandFailure) {
        let files = workspace.builtIn
        for language in files.languages() {
            let path = "\(BuiltInFiles.stringsFolder)/\(language).json"
            guard let found = try gather({ (_) throws(CommandFailure) in try files.file(path) }) ?? nil,
                found.isFromWorkspace || language == files.language
            else { continue }
            let document = try gather { (_) throws(CommandFailure) in
                try JSONFile.parse(found.bytes, name: found.name)
            }
            guard let document else { continue }
            fileCount += found.isFromWorkspace ? 1 : 0
            try checkStrings(JSONReader(document, file: found.name), files)
        }
    }

    /// Checks a file of words against those of the program.
    mutating func checkStrings(_ reader: JSONReader, _ files: BuiltInFiles) throws(CommandFailure) {
        let builtIn = BuiltInFiles(context: context, workspace: nil)
        guard let base = try builtIn.stringsFile(BuiltInFiles.baseLanguage)?.strings else {
            throw .defect("the program has no texts")
        }
        let count = StringsCheck.check(reader, against: base)
        findings += reader.findings.list
        guard let count, let language = reader.map()?["language"]?.string(), language != base.language else { return }
        report(missing: count, of: reader.findings.file, language, below: "$.text")
        let review = reader.map()?["review"].flatMap(TranslationReview.decode)
        let summary = TranslationSummary(
            subject: "words of reports", language: language, count: count, isAwaitingReview: review == .awaiting)
        if !languages.contains(summary) { languages.append(summary) }
    }

    /// A translation makes sense only beside its definition.
    mutating func checkTranslation(_ path: String) throws(CommandFailure) {
        var folder = Path.folder(of: path)
        for _ in 0..<6 where Path.name(of: folder) != "translations" { folder = Path.folder(of: folder) }
        let home = Path.folder(of: folder)
        let main = Path.join(home, "questionnaire.json")
        if context.files.kind(of: main) == .file || self.home(of: path) != nil {
            fileCount -= 1
            try checkDefinition(context.files.kind(of: main) == .file ? main : path)
            return
        }
        findings.append(
            Finding(
                file: path, problem: "the file translates a definition that is not above it",
                remedy: "put it into translations/<language>/ in the folder of the questionnaire"))
    }
}

extension BuiltInFiles {
    /// The languages into which there are texts of a questionnaire, and that of the workspace, if it is another.
    ///
    /// - Parameter reference: its id or file.
    func translatedLanguages(of reference: String) -> [String] {
        let isPath = reference.contains("/") || reference.hasSuffix(".json")
        let folder = "\(isPath ? Path.folder(of: reference) : "questionnaires/\(reference)")/translations"
        var found: Set<String> = []
        if !isPath {
            for path in BuiltInFiles.embedded(below: folder) {
                found.insert(String(path.dropFirst(folder.utf8.count + 1).prefix { $0 != "/" }))
            }
        }
        let onDisk = isPath ? folder : workspace.map { Path.join($0, folder) }
        if let onDisk, context.files.kind(of: onDisk) == .folder {
            found.formUnion((try? context.files.names(in: onDisk)) ?? [])
        }
        if let language, languages().contains(language) { found.insert(language) }
        return found.filter(Identifier.isValid).sorted()
    }
}

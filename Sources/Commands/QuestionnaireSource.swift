import Digests
import JSON
import Questionnaires
import Reports
import Suggestions

/// A questionnaire with what is to be said about its files.
struct LoadedQuestionnaire {
    let questionnaire: Questionnaire
    let findings: [Finding]
    /// SHA-256 over a list of digests and names, as `sha256sum` prints it for the files in the order of their names.
    let digest: String
    let overrides: [Provenance.Override]
    /// The files that say how the readiness of a project is judged; none where the questionnaire is about no project.
    let readiness: [DefinitionFile]
    /// What its texts were translated by; nothing where they stand in the language in which it is written.
    let translation: DecodedTranslation?
    fileprivate let main: BuiltInFiles.Found

    /// What is wrong with what the definition says about other questionnaires.
    ///
    /// - Parameters:
    ///   - ids: all questionnaires there are; nothing where unknown ones need not be reported.
    ///   - questionnaires: those whose metrics are to be looked for, by id.
    func companionFindings(among ids: [String]?, against questionnaires: [String: Questionnaire]) -> [Finding] {
        BuiltInFiles.companionFindings(main, among: ids, against: questionnaires)
    }
}

extension BuiltInFiles {
    /// Loads a questionnaire by id, or from a file.
    ///
    /// - Parameter reference: an id, or a path: anything with a `/` or the ending `.json`.
    func questionnaire(_ reference: String) throws(CommandFailure) -> LoadedQuestionnaire {
        let decoded = try decode(reference)
        let translation = decoded.translation
        // A text that cannot stand in the definition is a mistake of the translation.
        guard let questionnaire = decoded.result.questionnaire, translation?.hasErrors != true else {
            throw .invalidInput(
                translation?.hasErrors == true ? translation?.findings ?? [] : decoded.result.findings,
                summary: "the questionnaire \(reference) cannot be used")
        }
        translation.map { sayWhatIsMissing($0, of: questionnaire) }
        return LoadedQuestionnaire(
            questionnaire: questionnaire, findings: decoded.result.findings,
            digest: Listing.digest(of: decoded.files.map { ($0.name, $0.file.bytes) }),
            overrides: (decoded.files.map(\.file).filter(\.isOverride) + (translation?.ownFiles ?? []))
                .sorted { $0.path < $1.path }.map(\.override),
            readiness: decoded.readiness, translation: translation, main: decoded.files[0].file)
    }

    /// What is wrong with what a definition says about other questionnaires; those that have problems of their own are
    /// left out, since these are found where they are checked themselves.
    func companionFindings(_ decoded: Decoded) throws(CommandFailure) -> [Finding] {
        guard let companions = decoded.result.questionnaire?.presentation?.companions, !companions.isEmpty else {
            return []
        }
        let ids = questionnaireIDs()
        var questionnaires: [String: Questionnaire] = [:]
        for id in Set(companions.map(\.questionnaire)) where ids.contains(id) {
            questionnaires[id] = try decode(id).result.questionnaire
        }
        return BuiltInFiles.companionFindings(decoded.files[0].file, among: ids, against: questionnaires)
    }

    fileprivate static func companionFindings(
        _ main: Found, among ids: [String]?, against questionnaires: [String: Questionnaire]
    ) -> [Finding] {
        guard let document = try? JSONDocument(parsing: main.bytes) else { return [] }
        let reader = JSONReader(document, file: main.name)
        Questionnaire.checkCompanions(reader, among: ids, against: questionnaires)
        return reader.findings.list
    }

    struct Decoded {
        let result: DecodedQuestionnaire
        /// The main file and those of its parts that are there, with their names from the folder of the main file.
        let files: [(name: String, file: Found)]
        /// Of these, the files about the readiness of projects.
        var readiness: [DefinitionFile] = []
        /// What its texts were translated by; nothing where they stand in the language in which it is written.
        var translation: DecodedTranslation?
    }

    /// Reads a definition with its parts; findings are returned, not thrown.
    func decode(_ reference: String) throws(CommandFailure) -> Decoded {
        let isPath = reference.contains("/") || reference.hasSuffix(".json")
        let mainPath = isPath ? reference : "questionnaires/\(reference)/questionnaire.json"
        if !isPath, !Identifier.isValid(reference) || !questionnaireIDs().contains(reference) {
            let hint = suggestion(for: reference, among: questionnaireIDs()).map { "did you mean \"\($0)\"?" }
            throw .missingInput(
                "there is no questionnaire \"\(reference)\"; "
                    + (hint ?? "there are: \(questionnaireIDs().joined(separator: ", "))"))
        }
        guard let main = try load(mainPath, isPath: isPath) else {
            throw .missingInput("\(mainPath): there is no such file; check the path")
        }
        var files = [(name: Path.name(of: mainPath), file: main)]
        let document: JSONDocument
        do throws(JSONSyntaxError) {
            document = try JSONDocument(parsing: main.bytes)
        } catch {
            let findings = [Finding(file: main.name, error)]
            return Decoded(result: DecodedQuestionnaire(questionnaire: nil, findings: findings), files: files)
        }
        let folder = Path.folder(of: mainPath)
        var translation = DecodedTranslation(of: document, into: language)
        var parts: [DefinitionFile] = []
        var readiness: [DefinitionFile] = []
        var findings: [Finding] = []
        let named =
            Questionnaire.partNames(of: document).map { (name: $0, key: "parts") }
            + Questionnaire.readinessNames(of: document).map { (name: $0, key: "readiness") }
        for (name, key) in named {
            guard let part = PartName(name), let found = try load(part.path(from: folder), isPath: isPath) else {
                findings += problems(with: name, under: key, of: document, in: main.name, from: folder, isPath: isPath)
                continue
            }
            files.append((name: name, file: found))
            do throws(CommandFailure) {
                let file = DefinitionFile(
                    name: found.name,
                    document: try translate(
                        try JSONFile.parse(found.bytes, name: found.name), found, part, folder, isPath: isPath,
                        &translation))
                if key == "parts" { parts.append(file) } else { readiness.append(file) }
            } catch {
                if case .invalidInput(let list, _) = error { findings += list }
            }
        }
        guard findings.isEmpty else {
            return Decoded(result: DecodedQuestionnaire(questionnaire: nil, findings: findings), files: files)
        }
        let translated = try PartName(Path.name(of: mainPath)).map { (name) throws(CommandFailure) in
            try translate(document, main, name, folder, isPath: isPath, &translation)
        }
        let result = Questionnaire.decode(
            main: DefinitionFile(name: main.name, document: translated ?? document), parts: parts)
        let mismatch = isPath ? [] : BuiltInFiles.mismatch(of: document, in: main.name, folder: reference)
        guard !mismatch.isEmpty else {
            return Decoded(result: result, files: files, readiness: readiness, translation: translation)
        }
        findings = (mismatch + result.findings).sorted()
        return Decoded(result: DecodedQuestionnaire(questionnaire: nil, findings: findings), files: files)
    }

    /// A questionnaire is found by the name of its folder, and named by responses and the workspace by its id.
    private static func mismatch(of document: JSONDocument, in file: String, folder: String) -> [Finding] {
        let reader = JSONReader(document, file: file)
        guard case .object = reader.node.content, let id = reader.map()?["id"],
            case .string(let text) = id.node.content, text != folder
        else { return [] }
        id.report(
            "the questionnaire is called \"\(text)\", but its folder is \"\(folder)\"", "give both the same name")
        return reader.findings.list
    }

    /// - Parameter isPath: whether the questionnaire was named by its file, so that only the disk counts.
    func load(_ path: String, isPath: Bool) throws(CommandFailure) -> Found? {
        guard isPath else { return try file(path) }
        guard context.files.kind(of: path) != nil else { return nil }
        return Found(path: path, name: path, bytes: try context.read(path), isFromWorkspace: false)
    }
}

/// Lists of files with their digests.
enum Listing {
    /// The digest of the list that `sha256sum` prints for files in the order of their names, so that an auditor can
    /// check it with that program alone.
    static func digest(of files: [(path: String, bytes: [UInt8])]) -> String {
        digest(ofDigests: files.map { ($0.path, SHA256.hexadecimalDigest(of: $0.bytes)) })
    }

    /// The same for files of which only the digests are at hand.
    static func digest(ofDigests files: [(path: String, digest: String)]) -> String {
        let lines = files.sorted { Array($0.path.utf8).lexicographicallyPrecedes(Array($1.path.utf8)) }
            .map { "\($0.digest)  \($0.path)\n" }
        return SHA256.hexadecimalDigest(of: Array(lines.joined().utf8))
    }
}

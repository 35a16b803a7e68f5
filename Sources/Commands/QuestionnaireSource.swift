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
}

extension BuiltInFiles {
    /// Loads a questionnaire by id, or from a file.
    ///
    /// - Parameter reference: an id, or a path: anything with a `/` or the ending `.json`.
    func questionnaire(_ reference: String) throws(CommandFailure) -> LoadedQuestionnaire {
        let decoded = try decode(reference)
        guard let questionnaire = decoded.result.questionnaire else {
            throw .invalidInput(decoded.result.findings, summary: "the questionnaire \(reference) cannot be used")
        }
        let files = decoded.files.sorted { $0.path < $1.path }
        let overrides = files.filter(\.isOverride).map(\.override)
        let root = decoded.folder.isEmpty ? "" : decoded.folder + "/"
        return LoadedQuestionnaire(
            questionnaire: questionnaire, findings: decoded.result.findings,
            digest: Listing.digest(of: files.map { (String($0.path.dropFirst(root.utf8.count)), $0.bytes) }),
            overrides: overrides)
    }

    struct Decoded {
        let result: DecodedQuestionnaire
        let files: [Found]
        /// The folder in which the main file stands, as in the paths of the files.
        let folder: String
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
        func load(_ path: String) throws(CommandFailure) -> Found? {
            if isPath {
                guard context.files.kind(of: path) != nil else { return nil }
                return Found(path: path, name: path, bytes: try context.read(path), isFromWorkspace: false)
            }
            return try file(path)
        }
        guard let main = try load(mainPath) else {
            throw .missingInput("\(mainPath): there is no such file; check the path")
        }
        let folder = Path.folder(of: mainPath)
        let document: JSONDocument
        do throws(JSONSyntaxError) {
            document = try JSONDocument(parsing: main.bytes)
        } catch {
            let findings = [Finding(file: main.name, error)]
            return Decoded(
                result: DecodedQuestionnaire(questionnaire: nil, findings: findings), files: [main], folder: folder)
        }
        var files = [main]
        var parts: [DefinitionFile] = []
        var findings: [Finding] = []
        for part in Questionnaire.partNames(of: document) {
            let problem: String?
            if !Path.staysBelow(part) {
                problem = "the part \"\(part)\" is not below the folder of the questionnaire"
            } else if let found = try load(Path.join(folder, part)) {
                files.append(found)
                do throws(CommandFailure) {
                    parts.append(
                        DefinitionFile(name: found.name, document: try JSONFile.parse(found.bytes, name: found.name)))
                } catch {
                    if case .invalidInput(let list, _) = error { findings += list }
                }
                problem = nil
            } else {
                problem = "there is no file for the part \"\(part)\""
            }
            if let problem {
                findings.append(
                    Finding(
                        file: main.name, path: "$.parts", problem: problem,
                        remedy: "name files beside or below the questionnaire, as in \"items/first.json\""))
            }
        }
        guard findings.isEmpty else {
            return Decoded(
                result: DecodedQuestionnaire(questionnaire: nil, findings: findings), files: files, folder: folder)
        }
        let result = Questionnaire.decode(
            main: DefinitionFile(name: main.name, document: document), parts: parts)
        return Decoded(result: result, files: files, folder: folder == "." ? "" : folder)
    }
}

/// Lists of files with their digests.
enum Listing {
    /// The digest of the list that `sha256sum` prints for files in the order of their names, so that an auditor can
    /// check it with that program alone.
    static func digest(of files: [(path: String, bytes: [UInt8])]) -> String {
        let lines = files.sorted { Array($0.path.utf8).lexicographicallyPrecedes(Array($1.path.utf8)) }
            .map { "\(SHA256.hexadecimalDigest(of: $0.bytes))  \($0.path)\n" }
        return SHA256.hexadecimalDigest(of: Array(lines.joined().utf8))
    }
}

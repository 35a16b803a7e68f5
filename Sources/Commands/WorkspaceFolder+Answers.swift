import JSON
import Questionnaires
import Reports
import Responses
import Suggestions

/// The answers of a wave: those to the workspace's own questionnaire, and those to further ones in folders of their own.
extension WorkspaceFolder {
    /// Where the answers to a questionnaire in a wave stand.
    struct AnswersFolder {
        let path: String
        let wave: String
        /// The name of the wave's record, seen from the folder: a further questionnaire may have none of its own.
        let recordName: String
        /// The folder's name within that of the wave; nothing for the workspace's own questionnaire.
        let further: String?

        var recordPath: String {
            recordName == WorkspaceFolder.inheritedRecordName
                ? Path.join(Path.folder(of: path), WorkspaceFolder.waveRecordName) : Path.join(path, recordName)
        }

        /// Whether the record is the one of the wave, made for another questionnaire.
        var inheritsRecord: Bool { recordName == WorkspaceFolder.inheritedRecordName }
    }

    static let waveRecordName = "wave.json"
    private static let inheritedRecordName = "../wave.json"
    static let responsesName = "responses"
    /// The folder of the response that is to be copied, beside that of the responses.
    static let templateName = "template"

    /// The folder of the answers to a further questionnaire; nothing where there is none.
    func furtherAnswers(to questionnaire: String, wave: String) -> AnswersFolder? {
        let folder = Path.join(path, "waves/\(wave)/\(questionnaire)")
        guard questionnaire != record.questionnaire, questionnaire != WorkspaceFolder.responsesName,
            context.files.kind(of: folder) == .folder
        else { return nil }
        let hasRecord = context.files.kind(of: Path.join(folder, WorkspaceFolder.waveRecordName)) == .file
        return AnswersFolder(
            path: folder, wave: wave,
            recordName: hasRecord ? WorkspaceFolder.waveRecordName : WorkspaceFolder.inheritedRecordName,
            further: questionnaire)
    }

    /// The folder of the answers to the workspace's own questionnaire.
    func ownAnswers(wave: String) -> AnswersFolder {
        AnswersFolder(
            path: Path.join(path, "waves/\(wave)"), wave: wave, recordName: WorkspaceFolder.waveRecordName,
            further: nil)
    }

    /// The folders within that of a wave that hold answers to further questionnaires.
    struct FurtherFolders {
        /// The ids of the questionnaires.
        let questionnaires: [String]
        /// What is wrong with folders of other names.
        let findings: [Finding]
    }

    func furtherFolders(in wave: String) throws(CommandFailure) -> FurtherFolders {
        let folder = Path.join(path, "waves/\(wave)")
        let names = try context.names(in: folder).filter {
            ![WorkspaceFolder.responsesName, WorkspaceFolder.templateName].contains($0) && !$0.hasPrefix(".")
                && context.files.kind(of: Path.join(folder, $0)) == .folder
        }
        guard !names.isEmpty else { return FurtherFolders(questionnaires: [], findings: []) }
        let known = builtIn.questionnaireIDs()
        let further = names.filter { known.contains($0) && $0 != record.questionnaire }
        let strangers = names.filter { !further.contains($0) }
        return FurtherFolders(
            questionnaires: further,
            findings: strangers.map { stranger($0, in: folder, known: known) })
    }

    /// A folder that holds answers and is not read would be missed without a word.
    private func stranger(_ name: String, in folder: String, known: [String]) -> Finding {
        let path = Path.join(folder, name)
        let holdsAnswers =
            context.files.kind(of: Path.join(path, WorkspaceFolder.responsesName)) != nil
            || context.files.kind(of: Path.join(path, WorkspaceFolder.waveRecordName)) != nil
        if name == record.questionnaire {
            return Finding(
                holdsAnswers ? .error : .warning, file: path,
                problem: "answers to the workspace's own questionnaire stand in the folder of the wave",
                remedy: "move them to \(Path.join(folder, WorkspaceFolder.responsesName))")
        }
        let others = known.filter { $0 != record.questionnaire }
        let hint = suggestion(for: name, among: others + [WorkspaceFolder.responsesName])
        return Finding(
            holdsAnswers ? .error : .warning, file: path, problem: "there is no questionnaire \"\(name)\"",
            remedy: hint.map { "did you mean \"\($0)\"?" } ?? "known: \(others.joined(separator: ", "))")
    }

    /// A wave with its responses, and everything found in its files.
    struct LoadedWave {
        let folder: AnswersFolder
        let wave: Wave?
        let responses: [Response]
        let findings: [Finding]
        /// Responses that cannot be used, with the first thing wrong with each; names are seen from the folder.
        let invalid: [Provenance.LeftOut]
        let digest: String

        /// The paths of the responses that cannot be used.
        var invalidPaths: [String] { invalid.map { Path.join(folder.path, $0.file) } }
    }

    func load(_ folder: AnswersFolder, questionnaire: Questionnaire) throws(CommandFailure) -> LoadedWave {
        let recordPath = folder.recordPath
        guard context.files.kind(of: recordPath) == .file else {
            throw .missingInput("\(recordPath): the wave has no record; say in it how the answers were collected")
        }
        let recordBytes = try context.read(recordPath)
        var files = [(path: folder.recordName, bytes: recordBytes)]
        var findings: [Finding] = []
        let reader = JSONReader(try JSONFile.parse(recordBytes, name: recordPath), file: recordPath)
        let record =
            folder.inheritsRecord
            ? Wave.decodeCollection(reader, id: folder.wave)
            : Wave.decode(reader, id: folder.wave, questionnaire: questionnaire)
        findings += reader.findings.list
        var responses: [Response] = []
        var invalid: [Provenance.LeftOut] = []
        for name in try responseNames(in: folder.path) {
            let file = "\(folder.path)/responses/\(name)"
            let bytes: [UInt8]
            let outcome: (response: Response?, findings: [Finding])
            do throws(CommandFailure) {
                bytes = try context.read(file)
                outcome = try response(bytes, file: file, questionnaire: questionnaire, wave: folder.wave)
            } catch {
                guard case .invalidInput(let list, _) = error else { throw error }
                findings += list
                if let first = list.first {
                    invalid.append(Provenance.LeftOut(file: "responses/\(name)", reason: first.problem))
                }
                continue
            }
            findings += outcome.findings
            if let response = outcome.response {
                responses.append(response)
                files.append((path: "responses/\(name)", bytes: bytes))
            } else {
                let first = outcome.findings.first { $0.severity == .error }
                invalid.append(
                    Provenance.LeftOut(file: "responses/\(name)", reason: first?.problem ?? "it cannot be read"))
            }
        }
        let duplicates = Response.duplicates(among: responses)
        findings += duplicates
        for duplicate in duplicates {
            let name = "responses/\(Path.name(of: duplicate.file))"
            responses.removeAll { $0.file == duplicate.file }
            files.removeAll { $0.path == name }
            invalid.append(Provenance.LeftOut(file: name, reason: duplicate.problem))
        }
        return LoadedWave(
            folder: folder, wave: record, responses: responses, findings: findings.sorted(),
            invalid: invalid.sorted { $0.file < $1.file }, digest: Listing.digest(of: files))
    }

    private func responseNames(in folder: String) throws(CommandFailure) -> [String] {
        let responses = "\(folder)/responses"
        guard context.files.kind(of: responses) == .folder else { return [] }
        return try context.names(in: responses).filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }
    }

    private func response(
        _ bytes: [UInt8], file: String, questionnaire: Questionnaire, wave: String
    ) throws(CommandFailure) -> (response: Response?, findings: [Finding]) {
        let reader = JSONReader(try JSONFile.parse(bytes, name: file), file: file)
        let response = Response.decode(reader, questionnaire: questionnaire, place: .wave(wave))
        return (response, reader.findings.list)
    }
}

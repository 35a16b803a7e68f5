import Assessments
import Digests
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
    /// Responses in JSON Lines, one a line, beside the folder or in its place.
    static let linesName = "responses.jsonl"
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
            [WorkspaceFolder.responsesName, WorkspaceFolder.linesName].contains {
                context.files.kind(of: Path.join(path, $0)) != nil
            }
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

    /// A wave with what its responses say, and everything found in its files.
    struct LoadedWave {
        let folder: AnswersFolder
        let wave: Wave?
        let answers: ResponseIntake
        let findings: [Finding]
        let digest: String

        var cohort: Cohort { answers.cohort }

        /// Responses that cannot be used, with the first thing wrong with each; names are seen from the folder.
        var invalid: [Provenance.LeftOut] { answers.invalid }

        /// The digest of the file that has a response in each line; names are seen from the folder.
        var lines: [Provenance.Lines] {
            answers.linesDigest.map { [Provenance.Lines(file: WorkspaceFolder.linesName, digest: $0)] } ?? []
        }

        /// The files that hold responses that cannot be used.
        var invalidPaths: Set<String> { answers.invalidPaths }

        /// Errors that stop a command and are not among the findings.
        func unlistedErrors(skipsInvalid: Bool) -> Int { skipsInvalid ? 0 : answers.unlistedErrors }

        /// Whether nobody answered, not even in a way that cannot be used.
        var isEmpty: Bool { cohort.count == 0 && answers.invalidCount == 0 }
    }

    /// - Parameter isFull: whether every response is wanted in full, which takes memory for each.
    func load(
        _ folder: AnswersFolder, questionnaire: Questionnaire, isFull: Bool = false
    ) throws(CommandFailure) -> LoadedWave {
        let recordPath = folder.recordPath
        guard context.files.kind(of: recordPath) == .file else {
            throw .missingInput("\(recordPath): the wave has no record; say in it how the answers were collected")
        }
        let recordBytes = try context.read(recordPath)
        let reader = JSONReader(try JSONFile.parse(recordBytes, name: recordPath), file: recordPath)
        let record =
            folder.inheritsRecord
            ? Wave.decodeCollection(reader, id: folder.wave)
            : Wave.decode(reader, id: folder.wave, questionnaire: questionnaire)
        var intake = ResponseIntake(
            folder, questionnaire: questionnaire, sharing: self.record.sharing, isFull: isFull, context: context)
        for name in try responseNames(in: folder.path) { try intake.takeFile(name) }
        if context.files.kind(of: Path.join(folder.path, WorkspaceFolder.linesName)) == .file {
            try intake.takeLines(WorkspaceFolder.linesName)
        }
        let files = [(path: folder.recordName, digest: SHA256.hexadecimalDigest(of: recordBytes))] + intake.files
        return LoadedWave(
            folder: folder, wave: record, answers: intake, findings: (reader.findings.list + intake.findings).sorted(),
            digest: Listing.digest(ofDigests: files))
    }

    /// The names of the files that hold one response each, seen from the folder of the wave.
    private func responseNames(in folder: String) throws(CommandFailure) -> [String] {
        let responses = Path.join(folder, WorkspaceFolder.responsesName)
        guard context.files.kind(of: responses) == .folder else { return [] }
        return try context.names(in: responses).filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }
            .map { Path.join(WorkspaceFolder.responsesName, $0) }
    }
}

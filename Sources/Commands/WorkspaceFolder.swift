import Assessments
import JSON
import Mustache
import Questionnaires
import Reports
import Responses
import Suggestions

/// A workspace on disk: what an office declares, its waves, and the answers.
struct WorkspaceFolder {
    let path: String
    let context: CommandContext
    let record: Workspace
    let builtIn: BuiltInFiles
    private let document: JSONDocument

    static let recordName = "waymark.json"

    init(_ path: String, _ context: CommandContext) throws(CommandFailure) {
        self.path = path
        self.context = context
        let recordPath = Path.join(path, WorkspaceFolder.recordName)
        guard context.files.kind(of: path) == .folder else {
            throw .missingInput("\(path): there is no such folder; make a workspace with 'waymark init \(path)'")
        }
        guard context.files.kind(of: recordPath) == .file else {
            throw .missingInput(
                "\(path) is not a workspace: it has no \(WorkspaceFolder.recordName); make one with 'waymark init DIR'")
        }
        document = try JSONFile.read(recordPath, context)
        let reader = JSONReader(document, file: recordPath)
        guard let record = Workspace.decode(reader) else {
            throw .invalidInput(reader.findings.list.sorted(), summary: "the workspace cannot be used")
        }
        self.record = record
        builtIn = BuiltInFiles(context: context, workspace: path)
    }

    /// Findings about the record that need the questionnaire.
    func findings(against questionnaire: Questionnaire) -> [Finding] {
        let reader = JSONReader(document, file: Path.join(path, WorkspaceFolder.recordName))
        Workspace.check(reader, against: questionnaire)
        return reader.findings.list
    }

    /// Findings about names in the record of things that are not there.
    ///
    /// - Parameter checksQuestionnaire: whether the questionnaire that the record names is the one to be used.
    func unknownNames(checksQuestionnaire: Bool = true) -> [Finding] {
        let reader = JSONReader(document, file: Path.join(path, WorkspaceFolder.recordName))
        guard let object = reader.map() else { return [] }
        if checksQuestionnaire {
            _ = object["questionnaire"]?.name(among: builtIn.questionnaireIDs(), kind: "questionnaire")
        }
        _ = object["language"]?.name(among: builtIn.languages(), kind: "language")
        return reader.findings.list
    }

    /// The names of the waves, from the first to the last in alphabetical order.
    func waves() throws(CommandFailure) -> [String] {
        let folder = Path.join(path, "waves")
        guard context.files.kind(of: folder) == .folder else { return [] }
        return try context.names(in: folder).filter {
            context.files.kind(of: "\(folder)/\($0)") == .folder && !$0.hasPrefix(".")
        }
    }

    /// The wave asked for, else the last one.
    func wave(_ name: String?) throws(CommandFailure) -> String {
        let waves = try waves()
        guard let name else {
            guard let last = waves.last else {
                throw .missingInput(
                    "\(path) has no waves; make the folder waves/<wave> with wave.json and responses/*.json")
            }
            return last
        }
        guard waves.contains(name) else {
            let hint = suggestion(for: name, among: waves).map { "did you mean \"\($0)\"?" }
            throw .missingInput(
                "\(path) has no wave \"\(name.prefix(60))\"; "
                    + (hint ?? (waves.isEmpty ? "it has none" : "it has: \(waves.joined(separator: ", "))")))
        }
        return name
    }

    /// A wave with its responses, and everything found in its files.
    struct LoadedWave {
        let wave: Wave?
        let responses: [Response]
        let findings: [Finding]
        /// Responses that cannot be used, with the first thing wrong with each.
        let invalid: [Provenance.LeftOut]
        let digest: String
    }

    func load(_ wave: String, questionnaire: Questionnaire) throws(CommandFailure) -> LoadedWave {
        let folder = Path.join(path, "waves/\(wave)")
        let recordPath = "\(folder)/wave.json"
        guard context.files.kind(of: recordPath) == .file else {
            throw .missingInput("\(recordPath): the wave has no record; say in it how the answers were collected")
        }
        let recordBytes = try context.read(recordPath)
        var files = [(path: "wave.json", bytes: recordBytes)]
        var findings: [Finding] = []
        let reader = JSONReader(try JSONFile.parse(recordBytes, name: recordPath), file: recordPath)
        let record = Wave.decode(reader, id: wave, questionnaire: questionnaire)
        findings += reader.findings.list
        var responses: [Response] = []
        var invalid: [Provenance.LeftOut] = []
        for name in try responseNames(in: folder) {
            let file = "\(folder)/responses/\(name)"
            let bytes: [UInt8]
            let outcome: (response: Response?, findings: [Finding])
            do throws(CommandFailure) {
                bytes = try context.read(file)
                outcome = try response(bytes, file: file, questionnaire: questionnaire, wave: wave)
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
            wave: record, responses: responses, findings: findings.sorted(),
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
        let response = Response.decode(reader, questionnaire: questionnaire, wave: wave)
        return (response, reader.findings.list)
    }
}

extension WorkspaceFolder {
    /// Everything a report needs, for one wave.
    ///
    /// - Parameter skipsInvalid: whether invalid responses are left out and listed; otherwise one of them stops it.
    func report(
        wave name: String?, questionnaire reference: String?, skipsInvalid: Bool
    ) throws(CommandFailure) -> AssessmentReport {
        let unknown = unknownNames(checksQuestionnaire: reference == nil)
        guard unknown.isEmpty else { throw .invalidInput(unknown, summary: "the workspace cannot be used") }
        let loaded = try builtIn.questionnaire(reference ?? record.questionnaire)
        let waveName = try wave(name)
        let files = try load(waveName, questionnaire: loaded.questionnaire)
        let recordFindings = findings(against: loaded.questionnaire)
        let invalidFiles = Set(files.invalid.map { Path.join(path, "waves/\(waveName)/\($0.file)") })
        let findings = recordFindings + files.findings
        let blocking = findings.filter {
            $0.severity == .error && !(skipsInvalid && invalidFiles.contains($0.file))
        }
        guard blocking.isEmpty, let wave = files.wave else {
            let hint = blocking.contains { invalidFiles.contains($0.file) } && !skipsInvalid
            throw .invalidInput(
                findings.filter { $0.severity == .error },
                summary:
                    "nothing was written, because \(blocking.count) \(blocking.count == 1 ? "problem" : "problems") "
                    + "must be put right first" + (hint ? "; --skip-invalid leaves invalid responses out" : ""))
        }
        for finding in findings where finding.severity == .warning { context.note("\(finding)") }
        let (library, templateOverrides) = try builtIn.templates()
        let (strings, stringOverrides) = try builtIn.strings(record.language)
        let theme = try builtIn.theme()
        for finding in theme.findings { context.note("\(finding)") }
        let provenance = Provenance(
            version: Waymark.version, questionnaireDigest: loaded.digest, answersDigest: files.digest,
            overrides: (loaded.overrides + templateOverrides + stringOverrides + theme.overrides).sorted {
                $0.path < $1.path
            },
            leftOut: files.invalid)
        do throws(AssessmentProblem) {
            let assessment = try Assessment(
                questionnaire: loaded.questionnaire, workspace: record, wave: wave, responses: files.responses)
            return AssessmentReport(assessment, provenance: provenance, strings: strings, library: library)
        } catch {
            throw .invalidInput([], summary: explanation(of: error, wave: waveName))
        }
    }

    private func explanation(of problem: AssessmentProblem, wave: String) -> String {
        let folder = Path.join(path, "waves/\(wave)")
        switch problem {
        case .noResponses:
            return "\(folder)/responses holds no valid response; put a file there for each respondent"
        case .tooFewForSurvey(let count, let needed):
            return "\(folder) is a survey with \(count) \(count == 1 ? "response" : "responses"); at least "
                + "\(needed) are needed so that nobody's answers are shown. Collect more, or record one "
                + "agreed response and write \"collection\": \"consensus\" in \(folder)/wave.json"
        case .tooManyForOne(let count, let collection):
            return "\(folder) is a \(collection) with \(count) responses; it must be one. Keep the agreed response, or "
                + "write \"collection\": \"survey\" in \(folder)/wave.json"
        }
    }
}

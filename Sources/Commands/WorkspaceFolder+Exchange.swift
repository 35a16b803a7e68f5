import Exchange
import JSON
import Questionnaires
import Reports
import Responses

/// What is brought in and out in the formats of others: answers to a questionnaire, in a wave or about a project.
extension WorkspaceFolder {
    /// Where the answers that are exchanged belong.
    struct ExchangePlace {
        let place: ImportTarget.Place
        /// The folder of the wave, of the further questionnaire in it, or of the project.
        let folder: String
        let questionnaire: Questionnaire

        var responses: String { Path.join(folder, WorkspaceFolder.responsesName) }

        /// How a response refers to its schema: the folder of the responses stands so deep in the workspace.
        let depth: Int
    }

    /// - Parameters:
    ///   - wave: the wave; the last one, where none is named and no project either.
    ///   - id: the questionnaire; the one that waymark.json names, where none is named.
    func exchangePlace(
        wave: String?, project: String?, questionnaire id: String?
    ) throws(CommandFailure) -> ExchangePlace {
        let unknown = unknownNames(checksQuestionnaire: id == nil && project == nil)
        guard unknown.isEmpty else { throw .invalidInput(unknown, summary: "the workspace cannot be used") }
        if let project {
            guard wave == nil else { throw .usage("--wave and --project exclude each other; answers belong to one") }
            let folder = try projectFolder(project)
            let definition = try builtIn.projectDefinition(id ?? record.projectQuestionnaire)
            return ExchangePlace(
                place: .project(project), folder: folder, questionnaire: definition.questionnaire, depth: 3)
        }
        let loaded = try builtIn.questionnaire(id ?? record.questionnaire).questionnaire
        guard loaded.subject != .project else {
            throw .usage("the questionnaire \(loaded.id) is about projects; name one with --project")
        }
        let wave = try self.wave(wave)
        let isOwn = loaded.id == record.questionnaire
        return ExchangePlace(
            place: .wave(wave),
            folder: Path.join(path, isOwn ? "waves/\(wave)" : "waves/\(wave)/\(loaded.id)"), questionnaire: loaded,
            depth: isOwn ? 3 : 4)
    }

    /// The responses that stand in a place, with whatever is there that cannot be read.
    func existing(in place: ExchangePlace) throws(CommandFailure) -> [ImportPlan.Existing] {
        guard context.files.kind(of: place.responses) == .folder else { return [] }
        var result: [ImportPlan.Existing] = []
        for name in try context.names(in: place.responses) {
            guard name.hasSuffix(".json"), !name.hasPrefix(".") else {
                result.append(ImportPlan.Existing(name: name, respondent: nil, response: nil))
                continue
            }
            let file = Path.join(place.responses, name)
            guard let document = try? JSONDocument(parsing: try context.read(file)) else {
                result.append(ImportPlan.Existing(name: name, respondent: nil, response: nil))
                continue
            }
            let response = Response.decode(
                JSONReader(document, file: file), questionnaire: place.questionnaire, place: place.decoding)
            let named = JSONReader(document, file: file).map()?["respondent"]?.string()
            result.append(
                ImportPlan.Existing(name: name, respondent: response?.respondent ?? named, response: response))
        }
        return result
    }

    /// The valid responses of a place; any problem stops it.
    func responses(in place: ExchangePlace) throws(CommandFailure) -> [Response] {
        var findings: [Finding] = []
        var responses: [Response] = []
        let names = context.files.kind(of: place.responses) == .folder ? try context.names(in: place.responses) : []
        for name in names where name.hasSuffix(".json") && !name.hasPrefix(".") {
            let file = Path.join(place.responses, name)
            let reader = JSONReader(try JSONFile.read(file, context), file: file)
            let response = Response.decode(reader, questionnaire: place.questionnaire, place: place.decoding)
            findings += reader.findings.list
            if let response { responses.append(response) }
        }
        findings += Response.duplicates(among: responses)
        let errors = findings.filter { $0.severity == .error }.sorted()
        guard errors.isEmpty else {
            throw .invalidInput(errors, summary: "nothing was written, because the answers must be put right first")
        }
        guard !responses.isEmpty else { throw .missingInput("\(place.responses): there are no responses") }
        for finding in findings.sorted() { context.note("\(finding)") }
        return responses
    }
}

extension WorkspaceFolder.ExchangePlace {
    fileprivate var decoding: Response.Place {
        switch place {
        case .wave(let id): .wave(id)
        case .project(let id): .project(id)
        }
    }
}

extension BuiltInFiles {
    /// Writes files that were all made before, each as a whole, and says where they are.
    func writeAll(_ files: [(name: String, bytes: [UInt8])], to folder: String) throws(CommandFailure) {
        let words = try ResultWords(self)
        for (name, bytes) in files {
            let path = Path.join(folder, name)
            try context.write(bytes, to: path)
            words.noteWritten(path, context)
        }
    }
}

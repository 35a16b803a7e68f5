import JSON
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

    /// - Parameter language: the language asked for; that of the workspace where none is.
    init(_ path: String, _ context: CommandContext, language: String? = nil) throws(CommandFailure) {
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
        var files = BuiltInFiles(context: context, workspace: path)
        if let language {
            files = try files.speaking(language)
        } else if BuiltInFiles.nearest(to: record.language, among: files.languages()) != nil {
            files = try files.speaking(record.language)
        } else {
            // It is reported with the other names of things that are not there.
            files.language = record.language
        }
        builtIn = files
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
        if let reader = object["projectQuestionnaire"],
            let id = reader.name(among: builtIn.questionnaireIDs(), kind: "questionnaire"),
            !builtIn.isAboutProjects(id)
        {
            reader.report(
                "the questionnaire \"\(id)\" names no plan for projects",
                "name one with \"readiness\", or remove the key")
        }
        if BuiltInFiles.nearest(to: record.language, among: builtIn.languages()) == nil {
            _ = object["language"]?.name(among: builtIn.languages(), kind: "language")
        }
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
}

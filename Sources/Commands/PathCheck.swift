import JSON
import Questionnaires
import Reports
import Responses
import Rules

/// Checks a file or folder of any kind.
struct PathCheck {
    let context: CommandContext
    var findings: [Finding] = []
    var fileCount = 0

    init(context: CommandContext) {
        self.context = context
    }

    mutating func check(_ path: String) throws(CommandFailure) {
        switch context.files.kind(of: path) {
        case nil: throw .missingInput("\(path): there is no such file or folder; check the path")
        case .folder: try checkFolder(path)
        case .file: try checkFile(path)
        }
    }

    private mutating func checkFolder(_ path: String) throws(CommandFailure) {
        let definition = Path.join(path, "questionnaire.json")
        if context.files.kind(of: Path.join(path, WorkspaceFolder.recordName)) == .file {
            try checkWorkspace(path)
        } else if context.files.kind(of: definition) == .file {
            try checkDefinition(definition)
        } else {
            throw .missingInput(
                "\(path): the folder holds neither \(WorkspaceFolder.recordName) nor questionnaire.json; name a "
                    + "workspace, a questionnaire or a file")
        }
    }

    /// Does something, and keeps what it finds wrong with files.
    mutating func gather<Value>(
        _ body: (CommandContext) throws(CommandFailure) -> Value
    ) throws(CommandFailure) -> Value? {
        do throws(CommandFailure) {
            return try body(context)
        } catch {
            guard case .invalidInput(let list, _) = error else { throw error }
            findings += list
            return nil
        }
    }

    private mutating func checkWorkspace(_ path: String) throws(CommandFailure) {
        fileCount += 1
        let opened = try gather { (context) throws(CommandFailure) in try WorkspaceFolder(path, context) }
        guard let workspace = opened else { return }
        let unknown = workspace.unknownNames()
        findings += unknown
        _ = try gather { (_) throws(CommandFailure) in try workspace.builtIn.templates() }
        let theme = try gather { (_) throws(CommandFailure) in try workspace.builtIn.theme() }
        findings += theme?.findings ?? []
        let id = workspace.record.questionnaire
        let files = workspace.builtIn
        if let language = files.language, files.languages().contains(language) {
            _ = try gather { (_) throws(CommandFailure) in try files.strings() }
        }
        let waves = try workspace.waves()
        try checkFurtherFolders(waves, workspace)
        guard workspace.builtIn.questionnaireIDs().contains(id) else { return }
        let loaded = try workspace.builtIn.decode(id)
        findings += loaded.result.findings + loaded.result.findings(of: Rule.all)
        findings += try workspace.builtIn.companionFindings(loaded)
        fileCount += loaded.files.filter(\.file.isFromWorkspace).count
        guard let questionnaire = loaded.result.questionnaire else { return }
        findings += workspace.findings(against: questionnaire)
        for wave in waves { try checkAnswers(workspace.ownAnswers(wave: wave), workspace, questionnaire) }
        try checkProjects(workspace)
    }

    /// Answers to further questionnaires, each by its own.
    private mutating func checkFurtherFolders(_ waves: [String], _ workspace: WorkspaceFolder) throws(CommandFailure) {
        var questionnaires: [String: DecodedQuestionnaire] = [:]
        for wave in waves {
            let further = try workspace.furtherFolders(in: wave)
            findings += further.findings
            for id in further.questionnaires {
                if questionnaires[id] == nil {
                    let loaded = try workspace.builtIn.decode(id)
                    questionnaires[id] = loaded.result
                    findings += loaded.result.findings
                    fileCount += loaded.files.filter(\.file.isFromWorkspace).count
                }
                guard let questionnaire = questionnaires[id]?.questionnaire,
                    let folder = workspace.furtherAnswers(to: id, wave: wave)
                else { continue }
                try checkAnswers(folder, workspace, questionnaire)
            }
        }
    }

    private mutating func checkAnswers(
        _ folder: WorkspaceFolder.AnswersFolder, _ workspace: WorkspaceFolder, _ questionnaire: Questionnaire
    ) throws(CommandFailure) {
        guard context.files.kind(of: folder.recordPath) == .file else {
            findings.append(
                Finding(
                    file: folder.recordPath, problem: "the wave has no record",
                    remedy: "make the file, and say in it how the answers were collected"))
            return
        }
        if !folder.inheritsRecord { fileCount += 1 }
        let read = try gather { (_) throws(CommandFailure) in try workspace.load(folder, questionnaire: questionnaire) }
        guard let files = read else { return }
        findings += files.findings
        fileCount += files.answers.fileCount
        if files.isEmpty {
            findings.append(
                Finding(
                    .warning, file: folder.path, problem: "the wave has no responses",
                    remedy: "put a file for each respondent into its folder responses, or all of them into "
                        + WorkspaceFolder.linesName))
        }
    }

    /// The workspace and the id of a questionnaire that a file belongs to; a workspace may hold only those files of it
    /// that differ from the built-in ones.
    func home(of path: String) -> (workspace: String, id: String)? {
        guard let folder = workspace(of: path) else { return nil }
        let parts = path.dropFirst(Path.join(folder, "").count).split(separator: "/")
        guard parts.count > 2, parts[0] == "questionnaires" else { return nil }
        let id = String(parts[1])
        let isKnown = BuiltInFiles(context: context, workspace: folder).questionnaireIDs().contains(id)
        return isKnown ? (folder, id) : nil
    }

    mutating func checkDefinition(_ path: String) throws(CommandFailure) {
        let decoded: BuiltInFiles.Decoded
        if let home = home(of: path) {
            decoded = try BuiltInFiles(context: context, workspace: home.workspace).decode(home.id)
            fileCount += decoded.files.filter(\.file.isFromWorkspace).count
        } else {
            decoded = try BuiltInFiles(context: context, workspace: nil).decode(
                path.contains("/") ? path : "./\(path)")
            fileCount += decoded.files.count
        }
        findings += decoded.result.findings + decoded.result.findings(of: Rule.all)
        let builtIn = BuiltInFiles(context: context, workspace: workspace(of: path))
        findings += try builtIn.companionFindings(decoded)
        findings += try builtIn.readinessFindings(decoded)
    }

    private mutating func checkFile(_ path: String) throws(CommandFailure) {
        fileCount += 1
        if path.hasSuffix(".jsonl") { return try checkLines(path) }
        let document: JSONDocument
        do throws(CommandFailure) {
            document = try JSONFile.read(path, context)
        } catch {
            guard case .invalidInput(let list, _) = error else { throw error }
            findings += list
            return
        }
        let reader = JSONReader(document, file: path)
        guard let object = reader.map() else {
            findings += reader.findings.list
            return
        }
        if object["answers"] != nil {
            try checkResponse(path, reader, object)
        } else if object["collection"] != nil {
            try checkWave(path, reader)
        } else if object["scales"] != nil || object["metrics"] != nil || object["dimensions"] != nil {
            fileCount -= 1
            try checkDefinition(path)
        } else if object["organisation"] != nil {
            _ = Workspace.decode(reader)
            findings += reader.findings.list
        } else if object["text"] != nil {
            _ = Strings.decode(reader)
            findings += reader.findings.list
        } else if object["sections"] != nil || object["colours"] != nil || object["logo"] != nil {
            _ = BuiltInFiles(context: context, workspace: nil).theme(reader)
            findings += reader.findings.list
        } else if object["items"] != nil || object["recommendations"] != nil {
            try checkPart(path)
        } else if try checkProjectFile(path, reader, object) {
        } else {
            findings.append(
                Finding(
                    file: path, path: "$", problem: "this is no file that Waymark knows",
                    remedy: "a response has \"answers\", a wave \"collection\", a questionnaire \"scales\" and "
                        + "\"items\", a workspace \"organisation\""))
        }
    }

    /// A part makes sense only within its questionnaire, which stands beside or above it.
    private mutating func checkPart(_ path: String) throws(CommandFailure) {
        if home(of: path) != nil {
            fileCount -= 1
            try checkDefinition(path)
            return
        }
        var folder = Path.folder(of: path)
        for _ in 0..<4 {
            let main = Path.join(folder, "questionnaire.json")
            if context.files.kind(of: main) == .file {
                fileCount -= 1
                try checkDefinition(main)
                return
            }
            if folder == "." || folder == "/" { break }
            folder = Path.folder(of: folder)
        }
        findings.append(
            Finding(
                file: path, problem: "the file is a part of a questionnaire that is not beside or above it",
                remedy: "check the questionnaire.json that names it"))
    }

    /// The workspace that a file of a wave stands in: up to three folders above the wave's.
    func workspace(of path: String) -> String? {
        var folder = Path.folder(of: path)
        for _ in 0..<5 {
            if context.files.kind(of: Path.join(folder, WorkspaceFolder.recordName)) == .file { return folder }
            if folder == "." || folder == "/" { return nil }
            folder = Path.folder(of: folder)
        }
        return nil
    }

    private mutating func checkResponse(
        _ path: String, _ reader: JSONReader, _ object: JSONObjectReader
    ) throws(CommandFailure) {
        let builtIn = BuiltInFiles(context: context, workspace: workspace(of: path))
        let folder = Path.folder(of: path)
        let isFiled = Path.name(of: folder) == WorkspaceFolder.responsesName
        let project = isFiled ? projectID(ofFolder: Path.folder(of: folder)) : nil
        let wavePlace = isFiled && project == nil ? WavePlace(Path.folder(of: folder)) : nil
        let place = project.map { Response.Place.project($0) } ?? wavePlace.map { .wave($0.wave) } ?? .anywhere
        guard
            let named = object.required("questionnaire")?.name(among: builtIn.questionnaireIDs(), kind: "questionnaire")
        else {
            findings += reader.findings.list
            return
        }
        // A folder of a questionnaire's name holds answers to that one.
        let further = wavePlace?.further.flatMap { builtIn.questionnaireIDs().contains($0) ? $0 : nil }
        let loaded = try gather { (_) throws(CommandFailure) in try builtIn.questionnaire(further ?? named) }
        guard let questionnaire = loaded?.questionnaire else { return }
        _ = Response.decode(reader, questionnaire: questionnaire, place: place)
        findings += reader.findings.list
    }

    /// Responses in JSON Lines, whose place says which questionnaire they answer.
    private mutating func checkLines(_ path: String) throws(CommandFailure) {
        let place = WavePlace(Path.folder(of: path))
        guard Path.name(of: path) == WorkspaceFolder.linesName, let folder = workspace(of: path) else {
            findings.append(
                Finding(
                    file: path, problem: "the responses do not stand where they are looked for, so they were not read",
                    remedy: "call the file \(WorkspaceFolder.linesName) and put it into waves/<wave>/ of a workspace"))
            return
        }
        let opened = try gather { (context) throws(CommandFailure) in
            let workspace = try WorkspaceFolder(folder, context)
            let questionnaire = try workspace.builtIn.questionnaire(place.further ?? workspace.record.questionnaire)
            return (workspace, questionnaire.questionnaire)
        }
        guard let (workspace, questionnaire) = opened else { return }
        let answers = WorkspaceFolder.AnswersFolder(
            path: Path.folder(of: path), wave: place.wave, recordName: WorkspaceFolder.waveRecordName,
            further: place.further)
        var intake = ResponseIntake(
            answers, questionnaire: questionnaire, sharing: workspace.record.sharing, isFull: false, context: context)
        try intake.takeLines(WorkspaceFolder.linesName)
        findings += intake.findings
    }

    private mutating func checkWave(_ path: String, _ reader: JSONReader) throws(CommandFailure) {
        guard let folder = workspace(of: path) else {
            findings.append(
                Finding(
                    .warning, file: path,
                    problem: "the wave record does not stand in a workspace, so roles and items "
                        + "cannot be checked", remedy: "put it into waves/<wave>/ of a workspace"))
            return
        }
        let place = WavePlace(Path.folder(of: path))
        let opened = try gather { (context) throws(CommandFailure) in
            let workspace = try WorkspaceFolder(folder, context)
            return try workspace.builtIn.questionnaire(place.further ?? workspace.record.questionnaire)
        }
        guard let questionnaire = opened?.questionnaire else { return }
        _ = Wave.decode(reader, id: place.wave, questionnaire: questionnaire)
        findings += reader.findings.list
    }
}

/// Which wave and questionnaire a folder of answers is for, by its name and those above it.
private struct WavePlace {
    let wave: String
    /// The folder's name within that of the wave; nothing for the folder of the wave itself.
    let further: String?

    init(_ folder: String) {
        let above = Path.folder(of: folder)
        if Path.name(of: above) != "waves", Path.name(of: Path.folder(of: above)) == "waves" {
            (wave, further) = (Path.name(of: above), Path.name(of: folder))
        } else {
            (wave, further) = (Path.name(of: folder), nil)
        }
    }
}

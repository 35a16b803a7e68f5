import JSON
import Projects
import Questionnaires
import Responses

/// Projects and the plan they are judged by.
extension PathCheck {
    mutating func checkProjects(_ workspace: WorkspaceFolder) throws(CommandFailure) {
        let ids = try workspace.projectIDs()
        // A questionnaire that is not there, or not about projects, has been reported.
        let named = workspace.record.projectQuestionnaire
        guard !ids.isEmpty, named.map(workspace.builtIn.isAboutProjects) ?? true,
            let definition = try gather({ (_) throws(CommandFailure) in
                try workspace.builtIn.projectDefinition(workspace.record.projectQuestionnaire)
            })
        else { return }
        try checkTranslations(of: definition.questionnaire.id, workspace.builtIn)
        for id in ids {
            let loaded = try workspace.loadProject(id, definition)
            findings += loaded.findings
            fileCount += loaded.fileCount
            if let files = loaded.files, files.responses.isEmpty, !loaded.hasErrors {
                findings.append(
                    Finding(
                        .warning, file: try workspace.projectFolder(id), problem: "nobody has answered for the project",
                        remedy: "put a response into its folder \(WorkspaceFolder.responsesName)"))
            }
        }
    }

    /// Checks a file of a project or of a plan.
    ///
    /// - Returns: whether it is one.
    mutating func checkProjectFile(
        _ path: String, _ reader: JSONReader, _ object: JSONObjectReader
    ) throws(CommandFailure) -> Bool {
        switch projectFile(path, object) {
        case .benchmark: _ = BenchmarkRecord.decode(reader)
        case .record:
            guard let definition = try definition(for: path) else { return true }
            let id = Path.name(of: Path.folder(of: path))
            _ = ProjectRecord.decode(reader, id: id, roles: definition.questionnaire.roles)
        case .records:
            guard let definition = try definition(for: path) else { return true }
            _ = ProjectRecords.decode(reader, plan: definition.plan, roles: definition.questionnaire.roles)
        case .plan(let main):
            // It makes sense only together with the questionnaire and the other files.
            fileCount -= 1
            try checkDefinition(main)
            return true
        case nil: return false
        }
        findings += reader.findings.list
        return true
    }

    private enum ProjectFile {
        case benchmark
        case record
        case records
        /// Part of a plan, with the file by which the definition is found.
        case plan(String)
    }

    /// What a file about projects is: by its place, else by what it holds.
    private func projectFile(_ path: String, _ object: JSONObjectReader) -> ProjectFile? {
        let folder = Path.folder(of: path)
        let name = Path.name(of: path)
        if projectID(ofFolder: folder) != nil {
            if name == WorkspaceFolder.projectRecordName { return .record }
            if name == WorkspaceFolder.recordsName { return .records }
        }
        let isAmongBenchmarks =
            Path.name(of: folder) == WorkspaceFolder.benchmarksName
            && projectID(ofFolder: Path.folder(of: folder)) != nil
        if isAmongBenchmarks || object["hostId"] != nil { return .benchmark }
        if object["purpose"] != nil { return .record }
        func has(_ keys: [String]) -> Bool { keys.contains { object[$0] != nil } }
        if name == WorkspaceFolder.recordsName, has(["conditions", "overrides", "changes", "skipped"]) {
            return .records
        }
        let main = Path.join(folder, "questionnaire.json")
        guard has(["stages", "risks", "businessCase", "similarity"]) else { return nil }
        if home(of: path) != nil { return .plan(path) }
        return context.files.kind(of: main) == .file ? .plan(main) : nil
    }

    /// The id of the project whose folder it is; nothing for a folder of anything else.
    func projectID(ofFolder folder: String) -> String? {
        Path.name(of: Path.folder(of: folder)) == WorkspaceFolder.projectsName ? Path.name(of: folder) : nil
    }

    private mutating func definition(for path: String) throws(CommandFailure) -> ProjectDefinition? {
        let folder = workspace(of: path)
        return try gather { (context) throws(CommandFailure) in
            guard let folder else { return try BuiltInFiles(context: context, workspace: nil).projectDefinition(nil) }
            let workspace = try WorkspaceFolder(folder, context)
            return try workspace.builtIn.projectDefinition(workspace.record.projectQuestionnaire)
        }
    }
}

extension BuiltInFiles {
    /// What is wrong with the plan that a definition names.
    func readinessFindings(_ decoded: Decoded) throws(CommandFailure) -> [Finding] {
        guard let questionnaire = decoded.result.questionnaire, !decoded.readiness.isEmpty else { return [] }
        return try readinessPlan(decoded.readiness, of: questionnaire).findings
    }
}

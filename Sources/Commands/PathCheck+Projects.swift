import JSON
import Projects
import Questionnaires
import Responses

/// Projects and the plan they are judged by.
extension PathCheck {
    mutating func checkProjects(_ workspace: WorkspaceFolder) throws(CommandFailure) {
        let ids = try workspace.projectIDs()
        guard !ids.isEmpty,
            let definition = try gather({ (_) throws(CommandFailure) in
                try workspace.builtIn.projectDefinition(workspace.record.projectQuestionnaire)
            })
        else { return }
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
        if object["hostId"] != nil {
            _ = BenchmarkRecord.decode(reader)
        } else if object["purpose"] != nil {
            guard let definition = try definition(for: path) else { return true }
            let id = Path.name(of: Path.folder(of: path))
            _ = ProjectRecord.decode(reader, id: id, roles: definition.questionnaire.roles)
        } else if ["conditions", "overrides", "changes", "skipped"].contains(where: { object[$0] != nil }),
            object["stages"] == nil, Path.name(of: path) == WorkspaceFolder.recordsName
        {
            guard let definition = try definition(for: path) else { return true }
            _ = ProjectRecords.decode(reader, plan: definition.plan, roles: definition.questionnaire.roles)
        } else {
            let main = Path.join(Path.folder(of: path), "questionnaire.json")
            guard ["stages", "risks", "businessCase", "similarity"].contains(where: { object[$0] != nil }),
                context.files.kind(of: main) == .file
            else { return false }
            fileCount -= 1
            try check(main)
            return true
        }
        findings += reader.findings.list
        return true
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

import Assessments
import JSON
import Projects
import Questionnaires
import Reports
import Responses
import Scoring
import Suggestions

/// The projects of a workspace.
extension WorkspaceFolder {
    static let projectsName = "projects"
    static let projectRecordName = "project.json"
    static let recordsName = "records.json"
    static let benchmarksName = "benchmarks"

    /// The ids of the projects, in alphabetical order.
    func projectIDs() throws(CommandFailure) -> [String] {
        let folder = Path.join(path, WorkspaceFolder.projectsName)
        guard context.files.kind(of: folder) == .folder else { return [] }
        return try context.names(in: folder).filter {
            !$0.hasPrefix(".") && context.files.kind(of: Path.join(folder, $0)) == .folder
        }
    }

    /// The folder of a project that must be there.
    func projectFolder(_ id: String) throws(CommandFailure) -> String {
        let ids = try projectIDs()
        let folder = Path.join(path, WorkspaceFolder.projectsName)
        guard ids.contains(id) else {
            let hint = suggestion(for: id, among: ids).map { "did you mean \"\($0)\"?" }
            throw .missingInput(
                "\(path) has no project \"\(id.prefix(60))\"; "
                    + (hint
                        ?? (ids.isEmpty
                            ? "make the folder \(folder)/<id> with \(WorkspaceFolder.projectRecordName)"
                            : "it has: \(ids.joined(separator: ", "))"))
            )
        }
        return Path.join(folder, id)
    }

    /// What is on file about a project, and everything found in the files.
    struct LoadedProject {
        let files: ProjectFiles?
        let findings: [Finding]
        let digest: String
        var fileCount = 0

        var hasErrors: Bool { findings.contains { $0.severity == .error } }
    }

    func loadProject(_ id: String, _ definition: ProjectDefinition) throws(CommandFailure) -> LoadedProject {
        let folder = Path.join(path, "\(WorkspaceFolder.projectsName)/\(id)")
        var reading = ProjectReading(folder: folder, context: context)
        guard Identifier.isValid(id) else {
            let finding = Finding(
                file: folder, problem: "\"\(id)\" cannot be the id of a project",
                remedy: "call the folder by letters a to z, digits, hyphen, underscore and full stop")
            return LoadedProject(files: nil, findings: [finding], digest: "")
        }
        guard context.files.kind(of: Path.join(folder, WorkspaceFolder.projectRecordName)) == .file else {
            let finding = Finding(
                file: folder, problem: "the project has no \(WorkspaceFolder.projectRecordName)",
                remedy: "write one with at least \"title\" and \"purpose\"")
            return LoadedProject(files: nil, findings: [finding], digest: "")
        }
        let roles = definition.questionnaire.roles
        let record = try reading.read(WorkspaceFolder.projectRecordName) {
            ProjectRecord.decode($0, id: id, roles: roles)
        }
        let records =
            context.files.kind(of: Path.join(folder, WorkspaceFolder.recordsName)) == .file
            ? try reading.read(WorkspaceFolder.recordsName) {
                ProjectRecords.decode($0, plan: definition.plan, roles: roles)
            } : ProjectRecords()
        var responses: [Response] = []
        for name in try reading.names(in: WorkspaceFolder.responsesName) {
            let response = try reading.read(name) {
                Response.decode($0, questionnaire: definition.questionnaire, place: .project(id))
            }
            if let response { responses.append(response) }
        }
        var benchmarks: [BenchmarkRecord] = []
        for name in try reading.names(in: WorkspaceFolder.benchmarksName) {
            if let benchmark = try reading.read(name, BenchmarkRecord.decode) { benchmarks.append(benchmark) }
        }
        let findings = (reading.findings + Response.duplicates(among: responses)).sorted()
        let files = record.flatMap { record in
            records.map {
                ProjectFiles(record: record, records: $0, responses: responses, benchmarks: benchmarks)
            }
        }
        return LoadedProject(
            files: files, findings: findings, digest: Listing.digest(of: reading.files), fileCount: reading.count)
    }

    /// The projects of the workspace with the organisation they belong to.
    struct LoadedPortfolio {
        let definition: ProjectDefinition
        let organisation: OrganisationStanding?
        let projects: [(files: ProjectFiles, digest: String)]
        /// The day for which all are assessed.
        let asOf: String?
        let similar: [String: [SimilarProject]]

        /// Assesses one of the projects.
        func assessment(_ files: ProjectFiles) -> ProjectAssessment {
            ProjectAssessment(
                files, questionnaire: definition.questionnaire, plan: definition.plan, organisation: organisation,
                similar: similar[files.record.id] ?? [], asOf: asOf)
        }

        /// Where all of them stand.
        func assessments() -> [ProjectAssessment] {
            let scheme = ProjectScheme(definition.questionnaire, plan: definition.plan, depth: .standing)
            return SideBySide.map(projects.map(\.files)) { [organisation, similar, asOf] files in
                ProjectAssessment(
                    files, by: scheme, organisation: organisation, similar: similar[files.record.id] ?? [], asOf: asOf)
            }
        }
    }

    /// Loads all projects; one that has errors stops it, unless it is not the one asked for.
    ///
    /// - Parameters:
    ///   - only: the project asked for; the others are only compared with it.
    ///   - asOf: the day for which they are assessed; the latest that any input names, where none is given.
    func loadPortfolio(only: String?, asOf: String?) throws(CommandFailure) -> LoadedPortfolio {
        if let asOf, !CalendarDate.isValid(asOf) {
            throw .usage("--as-of: \"\(asOf.prefix(40))\" is not a date; write year-month-day, as in 2026-03-31")
        }
        let unknown = unknownNames()
        guard unknown.isEmpty else { throw .invalidInput(unknown, summary: "the workspace cannot be used") }
        if let only { _ = try projectFolder(only) }
        let definition = try builtIn.projectDefinition(record.projectQuestionnaire)
        var projects: [(files: ProjectFiles, digest: String)] = []
        for id in try projectIDs() {
            let loaded = try loadProject(id, definition)
            if let files = loaded.files, !loaded.hasErrors {
                projects.append((files: files, digest: loaded.digest))
            } else if only == nil || only == id {
                throw .invalidInput(
                    loaded.findings.filter { $0.severity == .error },
                    summary: "nothing was written, because the project \(id) has problems that must be put right first")
            } else {
                context.note("The project \(id) has problems and is left out of the comparison; see 'waymark check'")
            }
            if only == nil || only == id {
                for finding in loaded.findings where finding.severity == .warning { context.note("\(finding)") }
            }
        }
        let organisation = try organisationStanding()
        let latest = (projects.compactMap(\.files.latestDate) + [organisation?.latestDate].compactMap { $0 }).max()
        return LoadedPortfolio(
            definition: definition, organisation: organisation?.standing, projects: projects, asOf: asOf ?? latest,
            similar: definition.plan.similarity?.similar(among: projects.map(\.files.record)) ?? [:])
    }

    /// How the organisation stands by its last wave; nothing where it has none that can be assessed.
    private func organisationStanding() throws(CommandFailure) -> (
        standing: OrganisationStanding, latestDate: String?
    )? {
        guard let wave = try waves().last else { return nil }
        let loaded = try builtIn.questionnaire(record.questionnaire)
        let files = try load(ownAnswers(wave: wave), questionnaire: loaded.questionnaire)
        guard let wave = files.wave else {
            context.note("The wave \(wave) of the organisation has problems, so what it hands down is not known")
            return nil
        }
        do throws(AssessmentProblem) {
            let assessment = try Assessment(
                files.cohort, workspace: record, wave: wave, measuresStability: false)
            return (
                OrganisationStanding(name: assessment.subject, scores: assessment.scores), assessment.scores.asOf
            )
        } catch {
            context.note(
                "What the organisation hands down is not known: "
                    + WorkspaceFolder.explanation(of: error, in: files.folder))
            return nil
        }
    }
}

/// Reads the files of a project one by one and keeps what was found in them.
private struct ProjectReading {
    let folder: String
    let context: CommandContext
    var findings: [Finding] = []
    var files: [(path: String, bytes: [UInt8])] = []
    var count = 0

    init(folder: String, context: CommandContext) {
        self.folder = folder
        self.context = context
    }

    /// The JSON files of a folder within that of the project, seen from the latter.
    func names(in name: String) throws(CommandFailure) -> [String] {
        let inner = Path.join(folder, name)
        guard context.files.kind(of: inner) == .folder else { return [] }
        return try context.names(in: inner).filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }
            .map { Path.join(name, $0) }
    }

    mutating func read<Value>(_ name: String, _ decode: (JSONReader) -> Value?) throws(CommandFailure) -> Value? {
        let path = Path.join(folder, name)
        let bytes = try context.read(path)
        count += 1
        do throws(JSONSyntaxError) {
            let reader = JSONReader(try JSONDocument(parsing: bytes), file: path)
            let value = decode(reader)
            findings += reader.findings.list
            files.append((path: name, bytes: bytes))
            return value
        } catch {
            findings.append(Finding(file: path, error))
            return nil
        }
    }
}

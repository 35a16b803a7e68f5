import Foundation
import JSON
import Projects
import Questionnaires
import Reports
import Responses
import Testing

import struct Feasibility.FeasibilityRules
import struct Feasibility.ModelFamilies
import struct Feasibility.Workload

/// A file of the repository that has a schema, with the decoder that reads it.
struct CheckedFile: CustomTestStringConvertible, Sendable {
    /// The path below the package.
    let path: String
    /// The name of its schema.
    let schema: String
    let value: JSONValue
    /// What the decoder finds in a value that stands in place of the file: in this file, and in others.
    let findings: @Sendable (JSONValue) throws -> [Finding]

    var testDescription: String { path }

    func errors(of value: JSONValue) throws -> [Finding] {
        try findings(value).filter { $0.severity == .error }
    }
}

/// The files that are shipped, and those that tests use.
enum CheckedFiles {
    static let package = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    private static let fixtures = "Tests/SchemaTests/Fixtures/"

    static let schemas: [String: JSONValue] = {
        var result: [String: JSONValue] = [:]
        for name in (try? names(in: "questionnaires/schemas")) ?? [] {
            result[name] = try? value("questionnaires/schemas/\(name)")
        }
        return result
    }()

    /// Files that use every key of the formats.
    static let everything = loaded {
        let main = "\(fixtures)everything.json"
        return try definition(main) + wave("\(fixtures)everything-wave.json", of: main, id: "2026")
            + ["everything-response", "everything-short-response"].flatMap {
                try response("\(fixtures)\($0).json", of: main, place: .wave("2026"))
            }
            + workspace("\(fixtures)everything-workspace.json", of: main) + theme("\(fixtures)everything-theme.json")
            + strings("\(fixtures)everything-strings.json")
            + translation("\(fixtures)everything-translation.json", of: main) + projectsEverything() + hardware()
            + ["everything-workload", "everything-model-workload"].flatMap { try workload("\(fixtures)\($0).json") }
    }

    /// The files of the folders `questionnaires` and `templates`.
    static let shipped = loaded {
        try names(in: "questionnaires").flatMap { id -> [CheckedFile] in
            let main = "questionnaires/\(id)/questionnaire.json"
            guard exists(main) else { return [] }
            return try definition(main) + plan(of: main) + translations(of: id) + examples(of: id, main)
        } + theme("templates/theme.json") + hardware()
            + names(in: "templates/strings").flatMap { try strings("templates/strings/\($0)") }
    }

    /// Models that others published, which tests of the engine use.
    static let published = loaded {
        try ["ml-test-score", "samm-complete-only", "samm-partial"].flatMap {
            try definition("Tests/ScoringTests/Fixtures/\($0).json")
        }
    }

    /// What is read, or nothing and an issue that says why.
    private static func loaded(_ files: () throws -> [CheckedFile]) -> [CheckedFile] {
        do {
            return try files()
        } catch {
            Issue.record(error)
            return []
        }
    }

    private static func examples(of id: String, _ main: String) throws -> [CheckedFile] {
        let folder = "questionnaires/\(id)/examples"
        guard exists(folder) else { return [] }
        return try names(in: folder).flatMap { name -> [CheckedFile] in
            let office = "\(folder)/\(name)"
            return try workspace("\(office)/waymark.json", of: main)
                + names(in: "\(office)/waves").flatMap { id -> [CheckedFile] in
                    let folder = "\(office)/waves/\(id)"
                    // Answers to a further questionnaire stand in a folder of its name.
                    let further = try names(in: folder).filter { exists("questionnaires/\($0)/questionnaire.json") }
                    return try answers(in: folder, to: main, wave: id)
                        + further.flatMap {
                            try answers(in: "\(folder)/\($0)", to: "questionnaires/\($0)/questionnaire.json", wave: id)
                        }
                } + projects(in: office)
        }
    }
}

extension CheckedFiles {
    private static func answers(in folder: String, to main: String, wave id: String) throws -> [CheckedFile] {
        try wave("\(folder)/wave.json", of: main, id: id)
            + names(in: "\(folder)/responses").flatMap {
                try response("\(folder)/responses/\($0)", of: main, place: .wave(id))
            }
    }
}

/// Files about projects, which are read by the questionnaire on projects that is shipped, and its plan.
extension CheckedFiles {
    private static let projectDefinition = "questionnaires/ml-project/questionnaire.json"

    /// What they are read by, once.
    private struct ProjectMeans: Sendable {
        let questionnaire: Questionnaire
        let organisation: Questionnaire
        let plan: ReadinessPlan
    }

    private static let projectMeans: Result<ProjectMeans, any Error> = Result { () throws -> ProjectMeans in
        let questionnaire = try CheckedFiles.questionnaire(projectDefinition)
        let organisation = try CheckedFiles.questionnaire("questionnaires/ml-maturity/questionnaire.json")
        let decoded = ReadinessPlan.decode(
            try planFiles(of: projectDefinition).map { DefinitionFile(name: $0.name, document: $0.document) },
            questionnaire: questionnaire, organisation: organisation)
        guard let plan = decoded.plan else { throw SchemaMistake("the plan cannot be decoded: \(decoded.findings)") }
        return ProjectMeans(questionnaire: questionnaire, organisation: organisation, plan: plan)
    }

    private static func planFiles(of main: String) throws -> [Named] {
        try Questionnaire.readinessNames(of: document(main)).map { path(of: $0, beside: main) }
            .map { ($0, try document($0)) }
    }

    /// The files of the plan that a definition names, if it names any.
    private static func plan(of main: String) throws -> [CheckedFile] {
        let files = try planFiles(of: main)
        guard !files.isEmpty else { return [] }
        return try files.indices.map { try readiness(files, changing: $0) }
    }

    private static func readiness(_ files: [Named], changing index: Int) throws -> CheckedFile {
        let means = try projectMeans.get()
        return CheckedFile(
            path: files[index].name, schema: "readiness", value: JSONValue(files[index].document)
        ) { value in
            var changed = files
            changed[index].document = try value.document()
            return ReadinessPlan.decode(
                changed.map { DefinitionFile(name: $0.name, document: $0.document) },
                questionnaire: means.questionnaire, organisation: means.organisation
            ).findings
        }
    }

    private static func projectsEverything() throws -> [CheckedFile] {
        let plan = "\(fixtures)everything-readiness.json"
        return try [readiness([(plan, document(plan))], changing: 0)]
            + project("\(fixtures)everything-project.json") + records("\(fixtures)everything-records.json")
            + benchmark("\(fixtures)everything-benchmark.json")
            + response("\(fixtures)everything-project-response.json", of: projectDefinition, place: .project("coding"))
    }

    private static func projects(in office: String) throws -> [CheckedFile] {
        guard exists("\(office)/projects") else { return [] }
        return try names(in: "\(office)/projects").flatMap { id -> [CheckedFile] in
            let folder = "\(office)/projects/\(id)"
            func all(_ name: String) throws -> [String] {
                exists("\(folder)/\(name)") ? try names(in: "\(folder)/\(name)").map { "\(folder)/\(name)/\($0)" } : []
            }
            return try project("\(folder)/project.json")
                + (exists("\(folder)/records.json") ? records("\(folder)/records.json") : [])
                + all("responses").flatMap { try response($0, of: projectDefinition, place: .project(id)) }
                + all("benchmarks").flatMap(benchmark)
        }
    }

    private static func project(_ path: String) throws -> [CheckedFile] {
        let roles = try projectMeans.get().questionnaire.roles
        return try single(path, "project") { _ = ProjectRecord.decode($0, id: "coding", roles: roles) }
    }

    private static func records(_ path: String) throws -> [CheckedFile] {
        let means = try projectMeans.get()
        return try single(path, "records") {
            _ = ProjectRecords.decode($0, plan: means.plan, roles: means.questionnaire.roles)
        }
    }

    private static func benchmark(_ path: String) throws -> [CheckedFile] {
        try single(path, "benchmark") { _ = BenchmarkRecord.decode($0) }
    }
}

/// Files about hardware.
extension CheckedFiles {
    private static func hardware() throws -> [CheckedFile] {
        try single("questionnaires/hardware/modelFamilies.json", "model-families") { _ = ModelFamilies.decode($0) }
            + single("questionnaires/hardware/feasibility.json", "feasibility") { _ = FeasibilityRules.decode($0) }
    }

    private static func workload(_ path: String) throws -> [CheckedFile] {
        try single(path, "workload") { _ = Workload.decode($0) }
    }
}

/// Ways of reading.
extension CheckedFiles {
    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: package.appendingPathComponent(path).path)
    }

    static func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: package.appendingPathComponent(folder).path).sorted()
    }

    static func document(_ path: String) throws -> JSONDocument {
        try JSONDocument(parsing: [UInt8](Data(contentsOf: package.appendingPathComponent(path))))
    }

    static func value(_ path: String) throws -> JSONValue { JSONValue(try document(path)) }

    /// The path of a part that a definition names.
    private static func path(of part: String, beside main: String) -> String {
        var folder = main.split(separator: "/").dropLast().map(String.init)
        for step in part.split(separator: "/") {
            if step == ".." { folder.removeLast() } else { folder.append(String(step)) }
        }
        return folder.joined(separator: "/")
    }

    private typealias Named = (name: String, document: JSONDocument)

    /// The main file of a definition and all its parts.
    private static func files(of main: String) throws -> [Named] {
        let document = try document(main)
        let parts = Questionnaire.partNames(of: document).map { path(of: $0, beside: main) }
        return try [(main, document)] + parts.map { ($0, try self.document($0)) }
    }

    private static func decode(_ files: [Named]) -> DecodedQuestionnaire {
        let files = files.map { DefinitionFile(name: $0.name, document: $0.document) }
        return Questionnaire.decode(main: files[0], parts: Array(files.dropFirst()))
    }

    /// The main file of a definition and its own parts.
    private static func definition(_ main: String) throws -> [CheckedFile] {
        let files = try files(of: main)
        let folder = main.split(separator: "/").dropLast().joined(separator: "/")
        return files.enumerated().filter { $0.element.name.hasPrefix(folder) }.map { index, file in
            CheckedFile(
                path: file.name, schema: index == 0 ? "questionnaire" : "part", value: JSONValue(file.document)
            ) { value in
                var changed = files
                changed[index].document = try value.document()
                return decode(changed).findings
            }
        }
    }

    private static func questionnaire(_ main: String) throws -> Questionnaire {
        let decoded = decode(try files(of: main))
        guard let questionnaire = decoded.questionnaire else {
            throw SchemaMistake("\(main) cannot be decoded: \(decoded.findings)")
        }
        return questionnaire
    }

    private static func single(
        _ path: String, _ schema: String, decode: @escaping @Sendable (JSONReader) -> Void
    ) throws -> [CheckedFile] {
        [
            CheckedFile(path: path, schema: schema, value: try value(path)) { value in
                let reader = JSONReader(try value.document(), file: path)
                decode(reader)
                return reader.findings.list
            }
        ]
    }

    private static func response(
        _ path: String, of main: String, place: Response.Place
    ) throws -> [CheckedFile] {
        let questionnaire =
            try main == projectDefinition ? projectMeans.get().questionnaire : questionnaire(main)
        return try single(path, "response") {
            _ = Response.decode($0, questionnaire: questionnaire, place: place)
        }
    }

    private static func wave(_ path: String, of main: String, id: String) throws -> [CheckedFile] {
        let questionnaire = try questionnaire(main)
        return try single(path, "wave") { _ = Wave.decode($0, id: id, questionnaire: questionnaire) }
    }

    private static func workspace(_ path: String, of main: String) throws -> [CheckedFile] {
        let questionnaire = try questionnaire(main)
        return try single(path, "workspace") {
            _ = Workspace.decode($0)
            Workspace.check($0, against: questionnaire)
        }
    }

    private static func theme(_ path: String) throws -> [CheckedFile] {
        try single(path, "theme") { reader in
            _ = Theme.decode(reader) { name in
                name == "logo.png" ? .success("data:,") : .failure(ThemeImageProblem("the logo is not there", "add it"))
            }
        }
    }

    private static func translation(_ path: String, of definition: String) throws -> [CheckedFile] {
        let definition = try document(definition)
        return try single(path, "translation") { _ = Translation.decode($0)?.applied(to: definition) }
    }

    /// The texts of a questionnaire in all languages, each beside the file that it translates.
    private static func translations(of id: String) throws -> [CheckedFile] {
        let folder = "questionnaires/\(id)/translations"
        guard exists(folder) else { return [] }
        return try FileManager.default.subpathsOfDirectory(atPath: package.appendingPathComponent(folder).path)
            .filter { $0.hasSuffix(".json") }.sorted()
            .flatMap { name in
                let file = name.split(separator: "/").dropFirst().joined(separator: "/")
                return try translation("\(folder)/\(name)", of: "questionnaires/\(id)/\(file)")
            }
    }

    private static func strings(_ path: String) throws -> [CheckedFile] {
        try single(path, "strings") { _ = Strings.decode($0) }
    }
}

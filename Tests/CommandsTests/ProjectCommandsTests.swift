import Foundation
import Testing

@testable import Commands

/// The commands about projects: what they read and write, how they end and what they say when they cannot go on.
@Suite struct ProjectCommandsTests {
    private static let commands = [
        ["project", "coding", "office"], ["portfolio", "office"], ["business-case", "coding", "office"],
    ]

    private static func outputs(of command: [String]) -> [String] {
        switch command[0] {
        case "project": ["html", "md", "json"].map { "office/reports/projects/coding.\($0)" }
        case "portfolio": ["html", "md", "json"].map { "office/reports/portfolio.\($0)" }
        default: ["html", "md"].map { "office/reports/projects/coding-business-case.\($0)" }
        }
    }

    private func json(_ files: MemoryFileSystem, _ path: String) throws -> [String: Any] {
        let text = try #require(files[path])
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test(arguments: commands)
    func eachWritesItsReports(command: [String]) {
        let files = ProjectSample.files()
        let outcome = files.run(command)
        #expect(outcome.exitCode == 0, "\(outcome.notes)")
        #expect(files.writes == Self.outputs(of: command))
        for path in files.writes { #expect(outcome.notes.contains("Wrote \(path)\n")) }
        // The same input gives the same bytes.
        let written = files.writes.map { files[$0] }
        #expect(files.run(command).exitCode == 0 && files.writes.suffix(written.count).map { files[$0] } == written)
    }

    @Test(arguments: commands)
    func formatsAndFolder(command: [String]) {
        let files = ProjectSample.files()
        #expect(files.run(command + ["--format", "md", "--output", "out"]).exitCode == 0)
        let name = Path.name(of: Self.outputs(of: command)[1])
        #expect(files.writes == ["out/\(name)"])
        let outcome = files.run(command + ["--format", "csv"])
        #expect(outcome.exitCode == 64 && outcome.notes.contains("csv"))
        #expect(files.run(command + ["--format", "md", "--open"]).exitCode == 64)
        #expect(files.run(command + ["--format", "html", "--open"]).opened.count == 1)
    }

    // MARK: What they cannot go on with

    @Test(arguments: ["project", "business-case"])
    func anUnknownProject(command: String) {
        let files = ProjectSample.files()
        for (name, hint) in [
            ("codign", "did you mean \"coding\"?"), ("nothing-like-it", "it has: coding, receipts"),
        ] {
            let outcome = files.run(command, name, "office")
            #expect(outcome.exitCode == 66 && files.writes.isEmpty)
            #expect(outcome.notes == "waymark: office has no project \"\(name)\"; \(hint)\n")
        }
        #expect(files.run(command).exitCode == 64)
        // Not even a path to somewhere else.
        #expect(files.run(command, "../projects/coding", "office").exitCode == 66)
    }

    @Test(arguments: commands)
    func aWorkspaceWithoutProjects(command: [String]) {
        let files = Sample.files()
        for _ in 0..<2 {
            let outcome = files.run(command)
            #expect(outcome.exitCode == 66 && files.writes.isEmpty)
            #expect(outcome.notes.contains("make the folder "))
            #expect(outcome.notes.contains("projects/<id> with project.json"))
            // An empty folder is no project.
            try? files.makeFolder("office/projects")
        }
    }

    @Test(arguments: commands)
    func noWorkspace(command: [String]) {
        let files = MemoryFileSystem()
        #expect(files.run(command).exitCode == 66)
        #expect(files.run(command).notes.contains("office: there is no such folder; make a workspace with"))
    }

    @Test(arguments: commands)
    func aDayThatIsNone(command: [String]) {
        let files = ProjectSample.files()
        for day in ["2026-02-30", "soon", "30.6.2026"] {
            let outcome = files.run(command + ["--as-of", day])
            #expect(outcome.exitCode == 64 && files.writes.isEmpty)
            #expect(
                outcome.notes == "waymark: --as-of: \"\(day)\" is not a date; write year-month-day, as in 2026-03-31\n")
        }
    }

    /// Every file of a project can keep it from being assessed; then nothing is written.
    @Test(
        arguments: commands,
        [
            ("project.json", #"{"formatVersion": 1, "title": "T"}"#, "the key \"purpose\" is missing; add it"),
            ("project.json", "{", "project.json:1:2: error: "),
            (
                "records.json", #"{"formatVersion": 1, "skipped": [{"stage": "stage9", "reason": "R"}]}"#,
                "there is no stage"
            ),
            ("responses/agreed.json", ProjectSample.response("other"), "the response belongs to the project \"other\""),
            ("responses/b.json", ProjectSample.response("coding"), "has answered in "),
            (
                "benchmarks/may.json", #"{"formatVersion": 1, "hostId": "node"}"#,
                "the key \"memoryGB\" is missing; add it"
            ),
        ])
    func aFileWithAnError(command: [String], file: (String, String, String)) {
        let files = ProjectSample.files()
        files["\(ProjectSample.folder)/coding/\(file.0)"] = file.1
        let outcome = files.run(command)
        #expect(outcome.exitCode == 65 && files.writes.isEmpty, "\(outcome.notes)")
        #expect(outcome.notes.contains(file.2), "\(outcome.notes)")
        #expect(
            outcome.notes.contains(
                "nothing was written, because the project coding has problems that must be put right first"))
    }

    /// Another project's mistake is only said, except where all projects are shown.
    @Test func anErrorElsewhere() {
        let files = ProjectSample.files()
        files["\(ProjectSample.folder)/receipts/project.json"] = "{}"
        let outcome = files.run("project", "coding", "office")
        #expect(outcome.exitCode == 0 && files.writes.count == 3)
        #expect(
            outcome.notes.contains(
                "The project receipts has problems and is left out of the comparison; see 'waymark check'"))
        #expect(files.run("portfolio", "office").exitCode == 65)
    }

    @Test(arguments: commands)
    func aProjectWithoutRecord(command: [String]) {
        let files = ProjectSample.files()
        files["\(ProjectSample.folder)/coding/project.json"] = nil
        let outcome = files.run(command)
        #expect(outcome.exitCode == 65 && files.writes.isEmpty)
        #expect(
            outcome.notes.contains(
                "office/projects/coding: error: the project has no project.json; write one with at least \"title\" and "
                    + "\"purpose\""))
    }

    @Test(arguments: commands)
    func aQuestionnaireThatIsNotAboutProjects(command: [String]) {
        let files = ProjectSample.files()
        for (id, finding) in [
            (
                "ml-maturity",
                "the questionnaire \"ml-maturity\" names no plan for projects; name one with \"readiness\""
            ),
            ("ml-projct", "there is no questionnaire \"ml-projct\"; did you mean \"ml-project\"?"),
        ] {
            files["office/waymark.json"] = Sample.record.replacingOccurrences(
                of: "\"language\"", with: "\"projectQuestionnaire\": \"\(id)\", \"language\"")
            let outcome = files.run(command)
            #expect(outcome.exitCode == 65 && files.writes.isEmpty, "\(outcome.notes)")
            #expect(outcome.notes.contains("$.projectQuestionnaire: \(finding)"), "\(outcome.notes)")
            let checked = files.run("check", "office")
            #expect(checked.exitCode == 1 && checked.output.contains("$.projectQuestionnaire: \(finding)"))
        }
    }

    // MARK: What they find

    /// What the organisation hands down comes from its last wave, and dated rules are judged for the day asked for.
    @Test func theStatusOfStages() throws {
        let files = ProjectSample.files()
        func statuses(_ arguments: String...) throws -> [String] {
            #expect(files.run(["project", "coding", "office", "--format", "json"] + arguments).exitCode == 0)
            let report = try json(files, "office/reports/projects/coding.json")
            let stages = try #require(report["stages"] as? [[String: Any]])
            return stages.compactMap { $0["status"] as? String }
        }
        let rest = Array(repeating: "notYetStarted", count: 4)
        #expect(try statuses() == ["readyWithConditions", "readyWithConditions"] + rest)
        #expect(try statuses("--as-of", "2026-06-30").first == "readyWithConditions")
        #expect(try statuses("--as-of", "2026-07-01").first == "notReady")
        // Without a wave nobody knows what is handed down.
        files.removeFolder("office/waves")
        #expect(try statuses("--as-of", "2026-06-30") == ["readyWithConditions", "readyWithConditions"] + rest)
    }

    /// A project without answers, one all "not known", one with a contradicting benchmark.
    @Test func projectsOfWhichLittleIsKnown() throws {
        let files = ProjectSample.files()
        files["\(ProjectSample.folder)/silent/project.json"] = ProjectSample.record("Silent")
        #expect(files.run("project", "silent", "office").exitCode == 0)
        let unknown = ProjectSample.response("unknown", option: "met", stages: 1...6)
            .replacingOccurrences(of: "\"met\"", with: "{\"state\": \"dontKnow\"}")
        files["\(ProjectSample.folder)/unknown/project.json"] = ProjectSample.record("Unknown")
        files["\(ProjectSample.folder)/unknown/responses/a.json"] = unknown
        #expect(files.run("project", "unknown", "office").exitCode == 0)
        files["\(ProjectSample.folder)/coding/benchmarks/may.json"] = ProjectSample.benchmark(99_999)
        #expect(files.run("project", "coding", "office").exitCode == 0)
        let report = try #require(files["office/reports/projects/coding.json"])
        #expect(report.contains("J2.11") && report.contains("contradictions"))
        for command in Self.commands { #expect(files.run(command).exitCode == 0) }
    }

    /// The order of names plays no part: the same files under other names of responses give the same report.
    @Test func theBinaryDoesTheSame() throws {
        let folder = try TemporaryFolder()
        var texts: [String: String] = [:]
        let files = ProjectSample.files()
        for (path, bytes) in files.files { texts[path] = String(decoding: bytes, as: UTF8.self) }
        try folder.write(texts)
        for command in Self.commands {
            let outcome = try Program.run(command, in: folder.url)
            #expect(outcome.exitCode == 0, "\(outcome.notes)")
            #expect(files.run(command).exitCode == 0)
            for path in Self.outputs(of: command) { #expect(try folder.text(path) == files[path]) }
        }
        #expect(try Program.run("project", "codign", "office", in: folder.url).exitCode == 66)
        #expect(try Program.run("portfolio", "office", "--as-of", "x", in: folder.url).exitCode == 64)
    }
}

import Foundation
import Testing

@testable import Commands

/// `waymark check` on workspaces with projects, and on single files about projects.
@Suite struct ProjectCheckTests {
    private static let coding = "\(ProjectSample.folder)/coding"

    @Test func aSoundWorkspace() {
        let outcome = ProjectSample.files().run("check", "office")
        #expect(outcome.output == "12 files checked: 0 errors, 0 warnings\n" && outcome.exitCode == 0)
    }

    @Test(arguments: ["project.json", "records.json", "responses/agreed.json", "benchmarks/may.json"])
    func aSingleFile(_ name: String) {
        let files = ProjectSample.files()
        #expect(files.run("check", "\(Self.coding)/\(name)").output == "1 file checked: 0 errors, 0 warnings\n")
        // The same file somewhere else, but for a response, whose place says what it is about.
        files["elsewhere/\(Path.name(of: name))"] = files["\(Self.coding)/\(name)"]
        let outcome = files.run("check", "elsewhere/\(Path.name(of: name))")
        #expect(outcome.output == "1 file checked: 0 errors, 0 warnings\n", "\(outcome.output)")
    }

    /// What stands in the folder of a project is taken for what it should be, whatever it says.
    @Test(arguments: [
        ("project.json", #"{"formatVersion": 1, "title": "T"}"#, "$: the key \"purpose\" is missing; add it"),
        ("project.json", #"{"formatVersion": 1, "title": "T", "porpose": "P"}"#, "did you mean \"purpose\"?"),
        ("records.json", #"{"formatVersion": 1, "changs": []}"#, "did you mean \"changes\"?"),
        (
            "records.json", #"{"formatVersion": 1, "changes": [{"kind": "purpos", "date": "2026-01-01"}]}"#,
            """
            did you mean \
            \"purpose\"?
            """
        ),
        ("benchmarks/may.json", #"{"formatVersion": 1}"#, "$: the key \"hostId\" is missing; add it"),
        (
            "responses/agreed.json", ProjectSample.response("other"),
            """
            the response belongs to the project \"other\", but \
            stands in the project \"coding\"
            """
        ),
    ])
    func aMistakeInASingleFile(_ name: String, _ text: String, _ finding: String) {
        let files = ProjectSample.files()
        files["\(Self.coding)/\(name)"] = text
        for path in ["\(Self.coding)/\(name)", "office"] {
            let outcome = files.run("check", path)
            #expect(outcome.exitCode == 1)
            #expect(outcome.output.contains("\(Self.coding)/\(name):"), "\(path): \(outcome.output)")
            #expect(outcome.output.contains(finding), "\(path): \(outcome.output)")
        }
    }

    @Test func recordsWithoutEntriesAreFine() {
        let files = ProjectSample.files()
        files["\(Self.coding)/records.json"] = #"{"formatVersion": 1}"#
        #expect(files.run("check", "\(Self.coding)/records.json").exitCode == 0)
    }

    @Test func aFolderThatCannotBeAProject() {
        let files = ProjectSample.files()
        files["\(ProjectSample.folder)/my project/project.json"] = ProjectSample.record("T")
        let outcome = files.run("check", "office")
        #expect(outcome.exitCode == 1)
        #expect(outcome.output.contains("projects/my project: error: \"my project\" cannot be the id of a project"))
        files.removeFolder("\(ProjectSample.folder)/my project")
        files["\(ProjectSample.folder)/empty/notes.txt"] = ""
        #expect(files.run("check", "office").output.contains("projects/empty: error: the project has no project.json"))
    }

    @Test func aProjectWithoutAnswersIsWarnedOf() {
        let files = ProjectSample.files()
        files["\(Self.coding)/responses/agreed.json"] = nil
        let outcome = files.run("check", "office")
        #expect(outcome.exitCode == 0)
        #expect(
            outcome.output.contains("projects/coding: warning: nobody has answered for the project; put a response "))
    }

    @Test func theSameRespondentTwice() {
        let files = ProjectSample.files()
        files["\(Self.coding)/responses/again.json"] = ProjectSample.response("coding")
        #expect(files.run("check", "office").output.contains("the respondent \"agreed\" has answered in "))
        files["\(Self.coding)/responses/again.json"] = ProjectSample.response("coding", respondent: "r-02")
        #expect(files.run("check", "office").exitCode == 0)
    }

    /// Files of the plan: those that are built in, a copy, and a copy of only one of them.
    @Test(arguments: ["readiness.json", "risks.json", "business-case.json", "similarity.json"])
    func filesOfThePlan(_ name: String) throws {
        let files = ProjectSample.files()
        #expect(files.run("questionnaire", "copy", "ml-project", "office").exitCode == 0)
        let folder = "office/questionnaires/ml-project"
        let path = "\(folder)/\(name)"
        #expect(files.run("check", path).output.contains("checked: 0 errors, "))
        for other in files.files.keys where other.hasPrefix(folder) && other != path { files[other] = nil }
        let alone = files.run("check", path)
        #expect(alone.exitCode == 0 && alone.output.contains("\n1 file checked: 0 errors, "), "\(alone.output)")
        #expect(files.run("check", "office").exitCode == 0)
        // A mistake in it is found from the file, from the workspace, and by the commands.
        let text = try #require(files[path])
        files[path] = text.replacingOccurrences(
            of: "\"formatVersion\": 1,", with: "\"formatVersion\": 1, \"stags\": 1,")
        for checked in [path, "office"] {
            let outcome = files.run("check", checked)
            #expect(outcome.exitCode == 1 && outcome.output.contains("did you mean \"stages\"?"), "\(outcome.output)")
        }
        let outcome = files.run("project", "coding", "office")
        #expect(outcome.exitCode == 65 && outcome.notes.contains("the plan for projects cannot be used"))
        #expect(!files.writes.contains { $0.contains("/reports/") })
    }

    /// The sample projects of the demo have no fault.
    @Test func theDemoIsSound() throws {
        let files = MemoryFileSystem()
        #expect(files.run("demo", "--output", "office").exitCode == 0)
        let outcome = files.run("check", "office")
        #expect(outcome.exitCode == 0 && outcome.output.hasSuffix(" 0 errors, 0 warnings\n"), "\(outcome.output)")
        let projects = files.folders.filter { Path.folder(of: $0) == "office/projects" }.map(Path.name(of:)).sorted()
        #expect(projects.count == 5)
        for id in projects { #expect(files.run("project", id, "office").exitCode == 0) }
        for path in files.files.keys where path.hasPrefix("office/projects/") {
            #expect(files.run("check", path).output == "1 file checked: 0 errors, 0 warnings\n", "\(path)")
        }
    }
}

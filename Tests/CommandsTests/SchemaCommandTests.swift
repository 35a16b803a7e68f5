import Foundation
import Testing

@testable import Commands

@Suite struct SchemaCommandTests {
    private static let names = [
        "benchmark", "feasibility", "model-families", "part", "project", "questionnaire", "readiness", "records",
        "response", "strings", "theme", "translation", "wave", "workload", "workspace",
    ]

    @Test func list() {
        let outcome = MemoryFileSystem().run("schema", "list")
        #expect(
            outcome.output == """
                benchmark  Benchmark
                feasibility  Feasibility
                model-families  Model families
                part  Part of a questionnaire
                project  Project
                questionnaire  Questionnaire
                readiness  Readiness plan
                records  Records of a project
                response  Response
                strings  Texts of reports
                theme  Theme
                translation  Translation
                wave  Wave
                workload  Workload
                workspace  Workspace

                """)
        #expect(outcome.exitCode == 0 && outcome.notes.isEmpty)
    }

    @Test func whatIsShownIsWhatIsCopied() throws {
        let files = MemoryFileSystem()
        let outcome = files.run("schema", "copy", "office")
        #expect(outcome.exitCode == 0 && outcome.notes.isEmpty)
        let paths = Self.names.map { "office/questionnaires/schemas/\($0).schema.json" }
        #expect(outcome.output == paths.map { "\($0)\n" }.joined())
        for (name, path) in zip(Self.names, paths) {
            let shown = files.run("schema", "show", name)
            #expect(shown.exitCode == 0 && shown.output == files[path], "\(name)")
        }
        #expect(files.files.count == Self.names.count)
    }

    /// An office that has moved to a newer Waymark gets its schemas.
    @Test func schemasOfAnEarlierVersionAreReplaced() {
        let files = MemoryFileSystem(["office/questionnaires/schemas/wave.schema.json": "old"])
        #expect(files.run("schema", "copy", "office").exitCode == 0)
        #expect(files["office/questionnaires/schemas/wave.schema.json"]?.hasPrefix("{\n") == true)
    }

    @Test(arguments: [
        ("respones", "there is no schema \"respones\"; did you mean \"response\"?"),
        ("x", "there is no schema \"x\"; there are: \(names.joined(separator: ", "))"),
        ("../README", "there is no schema"), ("", "there is no schema \"\""),
    ])
    func whatIsNotThere(name: String, message: String) {
        let outcome = MemoryFileSystem().run("schema", "show", name)
        #expect(outcome.exitCode == 66 && outcome.output.isEmpty)
        #expect(outcome.notes.contains(message), "\(outcome.notes)")
    }
}

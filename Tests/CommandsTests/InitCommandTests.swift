import Foundation
import Testing

@testable import Commands

@Suite struct InitCommandTests {
    @Test func aNewWorkspace() throws {
        let files = MemoryFileSystem()
        let outcome = files.run("init", "my-office", "--organisation", "Statistics \"Merrow\"", "--wave", "2026")
        #expect(outcome.exitCode == 0 && outcome.notes.isEmpty)
        #expect(outcome.output.hasPrefix("Made the workspace my-office. Next:\n"))
        #expect(
            files.files.keys.sorted() == [
                "my-office/questionnaires/schemas/benchmark.schema.json",
                "my-office/questionnaires/schemas/feasibility.schema.json",
                "my-office/questionnaires/schemas/model-families.schema.json",
                "my-office/questionnaires/schemas/part.schema.json",
                "my-office/questionnaires/schemas/project.schema.json",
                "my-office/questionnaires/schemas/questionnaire.schema.json",
                "my-office/questionnaires/schemas/readiness.schema.json",
                "my-office/questionnaires/schemas/records.schema.json",
                "my-office/questionnaires/schemas/response.schema.json",
                "my-office/questionnaires/schemas/strings.schema.json",
                "my-office/questionnaires/schemas/theme.schema.json",
                "my-office/questionnaires/schemas/translation.schema.json",
                "my-office/questionnaires/schemas/wave.schema.json",
                "my-office/questionnaires/schemas/workload.schema.json",
                "my-office/questionnaires/schemas/workspace.schema.json",
                "my-office/waves/2026/template/response.json", "my-office/waves/2026/wave.json",
                "my-office/waymark.json",
            ])
        #expect(files.folders.contains("my-office/waves/2026/responses"))
        #expect(files["my-office/waymark.json"]?.contains(#""organisation": "Statistics \"Merrow\"""#) == true)
        #expect(files.run("check", "my-office").exitCode == 0)
    }

    /// Whoever writes a questionnaire has it before there is a workspace.
    @Test func aQuestionnaireThatIsInTheFolderAlready() throws {
        let files = MemoryFileSystem([
            "office/questionnaires/small/questionnaire.json": """
            {"formatVersion": 1, "id": "small", "version": "1", "language": "en", "title": "Small",
            "dimensions": [{"id": "all", "title": "All"}],
            "scales": [{"id": "s", "options": [{"id": "0", "value": 0}, {"id": "1", "value": 1}]}],
            "items": [{"id": "A", "dimension": "all", "direction": "facilitator", "scale": "s", "label": "A"}]}
            """
        ])
        let outcome = files.run("init", "office", "--questionnaire", "small")
        #expect(outcome.exitCode == 0, "\(outcome.notes)")
        #expect(outcome.output.contains("waymark questionnaire show small office > questions.md"))
        #expect(files["office/waves/first/template/response.json"]?.contains("\"A\": null") == true)
        #expect(files.run("questionnaire", "show", "small", "office").exitCode == 0)
        #expect(files.run("check", "office").exitCode == 0)
        let misspelt = MemoryFileSystem(["office/questionnaires/small/questionnaire.json": "{}"])
            .run("init", "office", "--questionnaire", "smal")
        #expect(misspelt.exitCode == 66)
        #expect(misspelt.notes.contains("did you mean \"small\"?"), "\(misspelt.notes)")
    }

    @Test(arguments: [
        ("office/", "office"), ("a/b/c", "c"), (".", "Our office"), ("..", "Our office"), (" ", "Our office"),
    ])
    func theNameOfTheFolderIsTheNameOfTheOffice(folder: String, name: String) throws {
        let files = MemoryFileSystem()
        #expect(files.run("init", folder).exitCode == 0)
        let record = try #require(files.files.keys.first { $0.hasSuffix("waymark.json") })
        #expect(files[record]?.contains("\"organisation\": \"\(name)\"") == true)
    }

    @Test(arguments: [
        (["--wave", "../../x"], "\"../../x\" cannot be the name of a wave"), (["--wave="], "cannot be the name"),
        (["--language", "xx"], "there are no texts for the language \"xx\"; there are: en"),
        (["--language", "../x"], "language"), (["--organisation="], "the name of the office is empty"),
        (["--organisation", " \t"], "the name of the office is empty"),
        (["--questionnaire", "./q/questionnaire.json"], "name a questionnaire by its id"),
    ])
    func whatCannotBe(arguments: [String], message: String) {
        let files = MemoryFileSystem()
        _ = files.run("questionnaire", "copy", "ml-maturity", "x")
        for (path, bytes) in files.files {
            files.set(bytes, at: path.replacingOccurrences(of: "x/questionnaires/ml-maturity", with: "q"))
        }
        let before = files.files
        let outcome = files.run(["init", "new"] + arguments)
        #expect(outcome.exitCode == 64)
        #expect(outcome.notes.contains(message), "\(outcome.notes)")
        #expect(files.files == before)
    }

    @Test func whatIsThereIsNotTouched() {
        for path in [
            "office/waymark.json", "office/waves/first/wave.json", "office/waves/first/template/response.json",
        ] {
            let files = MemoryFileSystem([path: "mine"])
            let outcome = files.run("init", "office")
            #expect(outcome.exitCode == 73)
            #expect(outcome.notes.contains("already"))
            #expect(files.files.count == 1 && files.writes.isEmpty)
        }
    }
}

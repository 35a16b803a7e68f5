import Foundation
import Testing

@testable import Commands

@Suite struct DiffCommandTests {
    private static let folder = "office/questionnaires/ml-maturity"
    private static let technology = "\(folder)/items/technology.json"

    /// The sample's workspace with a copy of the questionnaire in which texts were put in place of others.
    private func files(_ changes: (path: String, old: String, new: String)...) -> MemoryFileSystem {
        let files = Sample.files()
        _ = files.run("questionnaire", "copy", "ml-maturity", "office")
        for change in changes {
            let before = files[change.path]
            files[change.path] = before?.replacingOccurrences(of: change.old, with: change.new)
            #expect(files[change.path] != before, "\(change)")
        }
        return files
    }

    private var changed: MemoryFileSystem {
        files((Self.technology, "\"label\": \"Software restricted or slow\"", "\"label\": \"Slow software\""))
    }

    @Test func nothingDiffers() {
        let files = files()
        for name in ["ml-maturity", Self.folder, "\(Self.folder)/questionnaire.json", "office", "office/"] {
            let outcome = files.run("diff", "ml-maturity", name, "--exit-code")
            #expect(outcome.exitCode == 0 && outcome.notes.isEmpty, "\(name): \(outcome.notes)")
            #expect(
                outcome.output
                    == "What changed from ml-maturity 1.0.0 to ml-maturity 1.0.0\n\nBoth questionnaires say the same.\n"
            )
        }
    }

    @Test(arguments: [
        "office", "office/questionnaires/ml-maturity", "office/questionnaires/ml-maturity/questionnaire.json",
    ])
    func aLabelDiffers(name: String) {
        let files = changed
        let before = files.files
        let outcome = files.run("diff", "ml-maturity", name)
        #expect(outcome.exitCode == 0 && outcome.notes.isEmpty)
        #expect(
            outcome.output.contains("\n  ~ TB2 Slow software: reworded\n      label: changed\n      stays comparable\n")
        )
        #expect(outcome.output.contains("\n  ! TB2: reworded but still version 1: give it version 2, "))
        #expect(outcome.output.contains("\n  56 metrics rest on matched items alone.\n"))
        #expect(files.files == before)
    }

    /// A text that only one of the two has in the language asked for is not reworded by that.
    @Test func textsOfDifferentLanguages() {
        let files = changed
        #expect(files.run("translate", "de", "office", "--only", "ml-maturity,strings", "--pseudo").exitCode == 0)
        let outcome = files.run("diff", "ml-maturity", "office", "--language", "de", "-f", "json")
        let english = files.run("diff", "ml-maturity", "office", "-f", "json")
        #expect(outcome.exitCode == 0 && outcome.output == english.output)
    }

    @Test func theExitCodeTellsOnRequest() {
        for format in ["text", "md", "json"] {
            let plain = changed.run("diff", "ml-maturity", "office", "-f", format)
            let asked = changed.run("diff", "ml-maturity", "office", "-f", format, "--exit-code")
            #expect(plain.exitCode == 0 && asked.exitCode == 1)
            #expect(plain.output == asked.output && asked.notes.isEmpty && !asked.output.isEmpty)
        }
    }

    @Test func formats() {
        let markdown = changed.run("diff", "ml-maturity", "office", "--format", "md").output
        #expect(markdown.hasPrefix("# What changed from ml-maturity 1.0.0 to ml-maturity 1.0.0\n"))
        #expect(markdown.contains("  - label: “Software restricted or slow” → “Slow software”\n"))
        let json = changed.run("diff", "ml-maturity", "office", "--format", "json").output
        #expect(json.hasPrefix("{\n  \"formatVersion\": 1,\n  \"isDifferent\": true,\n"))
        #expect(changed.run("diff", "ml-maturity", "office", "--format", "html").exitCode == 64)
    }

    /// A workspace keeps only the files that it changes.
    @Test func aWorkspaceThatChangesOneFile() {
        let files = changed
        let text = files[Self.technology]
        files.removeFolder(Self.folder)
        files[Self.technology] = text
        let outcome = files.run("diff", "ml-maturity", "office", "--exit-code")
        #expect(outcome.exitCode == 1)
        #expect(outcome.output.contains("~ TB2 Slow software: reworded\n"))
    }

    /// The words of the workspace serve, too.
    @Test func aTemplateOfTheWorkspace() {
        let files = changed
        files["office/templates/diff.txt.mustache"] = "{{comparable}}"
        #expect(files.run("diff", "ml-maturity", "office").output.hasPrefix("37 of 37: "))
        files["office/templates/diff.txt.mustache"] = "\n{{titel}}"
        let broken = files.run("diff", "ml-maturity", "office")
        #expect(broken.exitCode == 65 && broken.output.isEmpty)
        #expect(broken.notes.hasPrefix("office/templates/diff.txt.mustache:2:1: error: the name 'titel'"))
    }

    @Test(arguments: [
        (
            ["ml-matuirty", "ml-maturity"], 66,
            "there is no questionnaire \"ml-matuirty\"; did you mean \"ml-maturity\"?"
        ),
        (["ml-maturity", "ml-matuirty"], 66, "did you mean \"ml-maturity\"?"),
        (
            ["ml-maturity", "none/questionnaire.json"], 66,
            "none/questionnaire.json: there is no such file; check the path"
        ),
        (["office/waves", "ml-maturity"], 66, "office/waves: the folder holds neither waymark.json nor"),
        (["ml-maturity", ""], 66, "there is no questionnaire \"\""),
        (["ml-maturity"], 64, "NEW"), ([], 64, "OLD"), (["a", "b", "c"], 64, "c"),
        (["ml-maturity", "ml-maturity", "--exitcode"], 64, "--exit-code"),
        (["ml-maturity", "ml-maturity", "-f", "jsn"], 64, "text, md, json"),
    ])
    func whatCannotBeCompared(arguments: [String], code: Int32, message: String) {
        let outcome = Sample.files().run(["diff"] + arguments)
        #expect(outcome.exitCode == code && outcome.output.isEmpty)
        #expect(outcome.notes.contains(message), "\(outcome.notes)")
    }

    @Test func brokenFilesAreNamed() {
        let files = files()
        files["\(Self.folder)/items/culture.json"] = "{\"items\" []}"
        let broken = files.run("diff", "\(Self.folder)/questionnaire.json", "ml-maturity")
        #expect(broken.exitCode == 65 && broken.output.isEmpty)
        #expect(broken.notes.hasPrefix("\(Self.folder)/items/culture.json:1:10: error: "), "\(broken.notes)")
        #expect(
            broken.notes.hasSuffix("\nwaymark: the questionnaire \(Self.folder)/questionnaire.json cannot be used\n"))
        files["\(Self.folder)/items/culture.json"] = nil
        let missing = files.run("diff", "ml-maturity", Self.folder)
        #expect(missing.exitCode == 65)
        #expect(missing.notes.contains("there is no file for the part \"items/culture.json\""))
    }

    @Test func aDefinitionWithMistakes() {
        let files = files(("\(Self.folder)/questionnaire.json", "\"matchedShare\": 0.8", "\"matchdShare\": 0.8"))
        let outcome = files.run("diff", "ml-maturity", "office")
        #expect(outcome.exitCode == 65 && outcome.output.isEmpty)
        #expect(outcome.notes.contains("did you mean \"matchedShare\"?"), "\(outcome.notes)")
    }

    /// From outside: streams and exit codes.
    @Test func theBinary() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            Dictionary(uniqueKeysWithValues: changed.files.map { ($0, String(decoding: $1, as: UTF8.self)) }))
        let outcome = try Program.run("diff", "ml-maturity", "office", "--exit-code", in: folder.url)
        #expect(outcome.exitCode == 1 && outcome.notes.isEmpty)
        #expect(outcome.output.contains("~ TB2 Slow software: reworded\n"))
        let missing = try Program.run("diff", "ml-maturity", "x.json", in: folder.url)
        #expect(missing.exitCode == 66 && missing.output.isEmpty)
    }
}

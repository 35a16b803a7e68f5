import Foundation
import Testing

@testable import Commands

@Suite struct ImportCommandTests {
    private static let folder = "\(Sample.wave)/responses"

    /// A table of answers by hand: two items of one or more respondents.
    private func table(_ respondents: String..., option: String = "2", header: String = "") -> String {
        "respondent,role,item,answer\(header)\n"
            + respondents.map { "\($0),it,OF1,\(option)\n\($0),it,OF2,\(option)\n" }.joined()
    }

    private func files(_ more: [String: String]) -> MemoryFileSystem {
        MemoryFileSystem(Sample.texts.merging(more) { $1 })
    }

    @Test func aTableBecomesFiles() throws {
        let files = files(["a.csv": table("r-10", "r-11")])
        let outcome = files.run("import", "csv", "a.csv", "--workspace", "office")
        #expect(outcome.exitCode == 0 && outcome.notes.isEmpty)
        #expect(outcome.output.contains("Rows: 4 read, 4 taken, 0 left out, 0 refused"))
        #expect(outcome.output.contains("New (2): r-10, r-11\n"))
        #expect(outcome.output.contains("r-10: 35 items without an answer"))
        #expect(outcome.output.hasSuffix("Wrote 2 responses to \(Self.folder).\n"))
        let text = try #require(files["\(Self.folder)/r-10.json"])
        #expect(text.contains("\"OF1\": \"2\"") && text.contains("\"wave\": \"2026\"") && text.hasSuffix("}\n"))
        #expect(files.run("check", "office").exitCode == 0)
    }

    @Test func theSameFileTwiceChangesNothing() {
        let files = files(["a.csv": table("r-10")])
        _ = files.run("import", "csv", "a.csv", "--workspace", "office")
        let (before, writes) = (files.files, files.writes.count)
        let again = files.run("import", "csv", "a.csv", "--workspace", "office")
        #expect(again.exitCode == 0 && again.output.contains("On file with the same answers: r-10"))
        #expect(again.output.hasSuffix("Nothing had to be written.\n"))
        #expect(files.files == before && files.writes.count == writes)
    }

    @Test func oneRefusedRowStopsEverything() {
        let files = files(["a.csv": table("r-10"), "b.csv": table("r-11", option: "9")])
        let before = files.files
        let outcome = files.run("import", "csv", "a.csv", "b.csv", "--workspace", "office")
        #expect(outcome.exitCode == 65 && files.files == before)
        #expect(outcome.output.contains("Refused\n  b.csv:2:13: error: there is no option of OF1 \"9\""))
        #expect(outcome.output.hasSuffix("Nothing was written.\n"))
        #expect(
            outcome.notes.contains("nothing was written, because 2 problems must be put right first; --skip-invalid"))
        let rest = files.run("import", "csv", "a.csv", "b.csv", "--workspace", "office", "--skip-invalid")
        #expect(rest.exitCode == 0 && rest.output.contains("b.csv:2:13") && rest.output.contains("New: r-10"))
        #expect(files["\(Self.folder)/r-10.json"] != nil && files["\(Self.folder)/r-11.json"] == nil)
    }

    @Test func aRehearsalWritesNothing() {
        let files = files(["a.csv": table("r-10")])
        let before = files.files
        let outcome = files.run("import", "csv", "a.csv", "--workspace", "office", "--dry-run")
        #expect(outcome.exitCode == 0 && files.files == before)
        #expect(outcome.output.hasSuffix("Without --dry-run 1 response would go to\n\(Self.folder).\n"))
    }

    @Test func otherAnswersReplaceOnlyWhenAsked() {
        let files = files(["a.csv": table("r-01")])
        let before = files["\(Self.folder)/r-01.json"]
        let refused = files.run("import", "csv", "a.csv", "--workspace", "office")
        #expect(
            refused.exitCode == 65 && refused.output.contains("r-01 has answered otherwise in r-01.json; use --replace")
        )
        #expect(files["\(Self.folder)/r-01.json"] == before)
        let replaced = files.run("import", "csv", "a.csv", "--workspace", "office", "--replace")
        #expect(replaced.exitCode == 0 && replaced.output.contains("Takes the place of earlier answers: r-01"))
        #expect(files["\(Self.folder)/r-01.json"] != before)
    }

    @Test func formFiles() {
        let other = Sample.response("r-12").replacingOccurrences(of: "\"wave\": \"2026\"", with: "\"wave\": \"2025\"")
        let files = files(["in/r-10.json": Sample.response("r-10"), "in/r-12.json": other, "in/x.json": "{"])
        let good = files.run("import", "json", "in/r-10.json", "--workspace", "office")
        #expect(good.exitCode == 0 && good.output.contains("New: r-10"))
        let bad = files.run("import", "json", "in/r-12.json", "in/x.json", "--workspace", "office")
        #expect(bad.exitCode == 65 && bad.output.contains("the file is of the wave \"2025\", not \"2026\""))
        #expect(
            bad.output.contains("in/x.json:1:2: error:")
                && bad.output.contains("2 read, 0 taken, 0 left out, 2 refused"))
    }

    @Test func answersAboutAProject() throws {
        let files = ProjectSample.files()
        let id = "coding"
        files["a.csv"] = "respondent,item,answer,role\nr-1,J1.01,met,lead\n"
        let outcome = files.run("import", "csv", "a.csv", "--workspace", "office", "--project", id)
        #expect(outcome.exitCode == 0, "\(outcome.notes)\(outcome.output)")
        let text = try #require(files["office/projects/\(id)/responses/r-1.json"])
        #expect(text.contains("\"project\": \"\(id)\""))
    }

    @Test func answersToAFurtherQuestionnaireStandInAFolderOfItsName() throws {
        let files = files(["a.csv": "respondent,item,answer,role\nr-1,MD1,0,dataScience\n"])
        let first = files.run("import", "csv", "a.csv", "--workspace", "office", "-q", "mlops-practice", "-f", "json")
        #expect(first.exitCode == 0)
        #expect(first.output.contains("\"folder\": \"\(Sample.wave)/mlops-practice/responses\""))
        let text = try #require(files["\(Sample.wave)/mlops-practice/responses/r-1.json"])
        #expect(text.contains("\"$schema\": \"../../../../questionnaires/schemas/response.schema.json\""))
        #expect(files.run("check", "office").exitCode == 0)
    }

    @Test func theReportForPrograms() throws {
        let files = files(["a.csv": table("r-10"), "b.csv": table("r-11", option: "9")])
        let outcome = files.run("import", "csv", "a.csv", "b.csv", "--workspace", "office", "--format", "json")
        let report = try #require(
            try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        #expect(report["ending"] as? String == "stopped")
        let rows = try #require(report["rows"] as? [String: Int])
        #expect(rows == ["read": 4, "mapped": 2, "leftOut": 0, "refused": 2])
        let refused = try #require(report["refused"] as? [[String: Any]])
        #expect(refused.count == 2 && refused[0]["file"] as? String == "b.csv" && refused[0]["line"] as? Int == 2)
    }

    @Test(arguments: [
        (["import", "csv", "none.csv", "--workspace", "office"], 66, "none.csv"),
        (["import", "csv", "a.csv", "--workspace", "nowhere"], 66, "nowhere"),
        (["import", "csv", "a.csv", "--workspace", "office", "--wave", "2062"], 66, "did you mean \"2026\"?"),
        (
            ["import", "csv", "a.csv", "--workspace", "office", "--wave", "2026", "--project", "x"], 64,
            "exclude each other"
        ),
        (["import", "csv", "a.csv", "--workspace", "office", "-q", "ml-project"], 64, "name one with --project"),
        (["import", "csv", "--workspace", "office"], 64, "FILE"), (["import", "xml", "a.csv"], 64, "xml"),
    ])
    func mistakes(arguments: [String], code: Int, message: String) {
        let files = files(["a.csv": table("r-10")])
        let before = files.files
        let outcome = files.run(arguments)
        #expect(outcome.exitCode == Int32(code) && outcome.notes.contains(message), "\(outcome.notes)")
        #expect(files.files == before)
    }

    /// A full disk in the middle: what is written is whole, and the next run does the rest.
    @Test func afterAFullDiskTheNextRunDoesTheRest() {
        let files = files(["a.csv": table("r-10", "r-11", "r-12")])
        files.writeFailure = { number, _ in number == 2 ? .diskFull : nil }
        let outcome = files.run("import", "csv", "a.csv", "--workspace", "office")
        #expect(outcome.exitCode == 74)
        files.writeFailure = { _, _ in nil }
        let again = files.run("import", "csv", "a.csv", "--workspace", "office")
        #expect(again.exitCode == 0 && again.output.contains("On file with the same answers: r-10"))
        #expect(again.output.contains("New (2): r-11, r-12"))
    }
}

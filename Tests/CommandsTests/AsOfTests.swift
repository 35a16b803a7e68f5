import Foundation
import Testing

@testable import Commands

/// Dated conditions read the day that is given, else the latest that the answers name.
@Suite struct AsOfTests {
    private func office() -> MemoryFileSystem {
        let files = MemoryFileSystem()
        files["office/waymark.json"] =
            #"{"formatVersion": 1, "organisation": "Office", "questionnaire": "dated", "language": "en"}"#
        files["office/questionnaires/dated/questionnaire.json"] = """
            {"formatVersion": 1, "id": "dated", "version": "1", "language": "en", "title": "Dated",
            "dimensions": [{"id": "all", "title": "All", "children": [{"id": "d", "title": "D"}]}],
            "items": [{"id": "a", "dimension": "d", "direction": "facilitator", "label": "A", "answer": {"type": "yesNo"}}],
            "metrics": [
            {"each": {"dimension": "all"}, "define": [
            {"id": "score", "title": "S", "aggregate": "mean", "of": {"items": {}}}]},
            {"define": [{"id": "late", "title": "L", "verdict": {
            "outcomes": [{"id": "no", "title": "In time"}, {"id": "yes", "title": "Too late"}],
            "rules": [{"when": {"asOf": {"above": "2026-06-30"}}, "is": "yes", "because": "the term is over"}],
            "otherwise": {"is": "no"}}}]}],
            "presentation": {"members": {"dimension": "all"}, "score": "score", "beside": ["late"]}}
            """
        files["office/waves/w/wave.json"] = #"{"formatVersion": 1, "id": "w", "collection": "self"}"#
        return files
    }

    private func respond(_ files: MemoryFileSystem, completed: String?) {
        files["office/waves/w/responses/r.json"] = """
            {"formatVersion": 1, "questionnaire": "dated", "questionnaireVersion": "1", "wave": "w", "respondent": "r",
            \(completed.map { "\"completed\": \"\($0)\"," } ?? "") "answers": {"a": "yes"}}
            """
    }

    @Test(
        arguments: [
            ("2026-06-29", "no"), ("2026-06-30", "no"), ("2026-07-01", "yes"),
        ])
    func dayBeforeAtAndAfter(day: String, outcome: String) throws {
        let files = office()
        respond(files, completed: "2025-01-01")
        let run = files.run("assess", "office", "--as-of", day)
        #expect(run.exitCode == 0)
        let json = try #require(files["office/reports/w/dated.json"])
        #expect(json.contains("\"asOf\": \"\(day)\""))
        #expect(json.contains("\"outcome\": \"\(outcome)\""))
        let report = try #require(files["office/reports/w/dated.md"])
        #expect(report.contains("as of \(day)"))
    }

    @Test func withoutADayTheLatestOfTheAnswersCounts() throws {
        let files = office()
        respond(files, completed: "2026-07-02")
        #expect(files.run("assess", "office").exitCode == 0)
        #expect(try #require(files["office/reports/w/dated.json"]).contains("\"outcome\": \"yes\""))
        respond(files, completed: nil)
        #expect(files.run("assess", "office").exitCode == 0)
        let json = try #require(files["office/reports/w/dated.json"])
        #expect(json.contains("\"asOf\": null") && json.contains("\"outcome\": null"))
        #expect(try #require(files["office/reports/w/dated.md"]).contains("no date was given"))
    }

    @Test(arguments: ["2026-02-30", "tomorrow", ""])
    func whatIsNoDayIsRefused(day: String) {
        let files = office()
        respond(files, completed: nil)
        let run = files.run("assess", "office", "--as-of", day)
        #expect(run.exitCode == 64)
        #expect(run.notes.contains("is not a date; write year-month-day"))
        #expect(files["office/reports/w/dated.json"] == nil)
    }
}

import Foundation
import JSON
import Questionnaires
import Responses
import Testing

@testable import Reports

/// What is said of metrics that are not aggregates, and of points beside the values.
@Suite struct ReportModelDerivationsTests {
    /// Two items: one with points on a channel, and one that is not answered.
    private func report() throws -> AssessmentReport {
        let text = """
            {"formatVersion": 1, "id": "q", "version": "1", "language": "en", "title": "Q",
            "dimensions": [{"id": "all", "title": "All"}], "channels": [{"id": "risk", "title": "Risk"}],
            "tags": [{"id": "stage", "title": "Stage", "values": [{"id": "one", "title": "1"}, {"id": "two", "title": "2"}]}],
            "items": [
              {"id": "A", "dimension": "all", "direction": "none", "label": "A", "tags": {"stage": "one"},
               "scale": {"options": [{"id": "low", "value": 0.5, "scores": {"risk": 4}}, {"id": "high", "value": 1}]}},
              {"id": "B", "dimension": "all", "direction": "none", "label": "B", "tags": {"stage": "two"},
               "answer": {"type": "yesNo"}}],
            "metrics": [{"define": [
              {"id": "risk", "title": "Risk", "shownAs": "number", "aggregate": "sum", "of": {"items": {}}, "channel": "risk"},
              {"id": "mean", "title": "Mean", "aggregate": "mean", "of": {"items": {"ids": ["B"]}}, "empty": 0},
              {"id": "phase", "title": "Phase", "level": {"levels": [
                {"id": "one", "title": "First", "of": {"items": {"tags": {"stage": "one"}}}},
                {"id": "two", "title": "Second", "of": {"items": {"tags": {"stage": "two"}}}}],
                "at": {"value": {"atLeast": 0.5}}, "below": {"value": {"atLeast": \(below)}}}},
              {"id": "judgement", "title": "Judgement", "verdict": {
                "outcomes": [{"id": "no", "title": "No"}, {"id": "yes", "title": "Yes"}],
                "rules": [{"when": {"item": "B", "option": "yes"}, "unknown": "skip", "is": "yes"}],
                "otherwise": {"is": "no", "because": "Nobody said so"}}}]}]}
            """
        let file = DefinitionFile(name: "q.json", document: try JSONDocument(parsing: Array(text.utf8)))
        let decoded = Questionnaire.decode(main: file, parts: [])
        var office = Office(questionnaire: try #require(decoded.questionnaire, "\(decoded.findings)"))
        office.wave = Wave(id: "2026", collection: .self)
        office.respond(1) { _, item in item.id == "A" ? Answer(.option(position: 0)) : nil }
        return try office.report()
    }

    /// What the levels below the one reached must satisfy.
    private var below = 0.5

    private func lines(_ metric: String) throws -> [String] {
        try #require(try report().wideExplanation(of: metric)).components(separatedBy: "\n")
    }

    @Test func pointsOnAChannelStandBesideTheValue() throws {
        #expect(try lines("risk").contains("  A A: 50.0, enters as 4.00"))
        let table = try report().pages(theme: nil).markdown()
        #expect(table.contains("| A | A | 4.00 |  | 4.00 | 1.00 |"), "\(table)")
    }

    @Test func rangesOfLevelsAndVerdictsHaveTheirNames() throws {
        #expect(
            try lines("phase")[2...3] == [
                "Phase = First (the highest level whose conditions hold)",
                "  possible First – Second, coverage 50 %, firm",
            ])
        #expect(
            try lines("judgement")[2...4] == [
                "Judgement = No (the first condition that holds decides)", "  possible No – Yes, coverage 0 %, firm",
                "  Nobody said so",
            ])
    }

    /// That an item satisfies a condition is not a number.
    @Test func itemsOfALevelHaveTheirValues() throws {
        #expect(try lines("phase").contains("  A A: 50.0"))
        #expect(try report().pages(theme: nil).markdown().contains("| A | A | 50.0 |  | 100.0 | 1.00 |"))
    }

    @Test func aLevelThatHoldsAloneSaysSo() throws {
        let plain = try lines("phase")
        #expect(plain.contains("  First: everything at this level satisfies its condition."))
        var strict = ReportModelDerivationsTests()
        strict.below = 1
        let lines = try strict.lines("phase")
        #expect(
            lines.contains(
                "  First: everything at this level satisfies its condition, but not what higher levels ask of it."))
        #expect(lines[3] == "  possible First, coverage 50 %, firm")
    }
}

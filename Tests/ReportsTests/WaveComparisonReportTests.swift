import Assessments
import Foundation
import Questionnaires
import Reports
import Responses
import SeededRandomness
import Testing

@Suite struct WaveComparisonReportTests {
    private static let provenance = Provenance(
        version: "9.9.9", questionnaireDigest: String(repeating: "a", count: 64),
        answersDigest: String(repeating: "b", count: 64), overrides: [], leftOut: [])

    /// The option of each item, agreed by the office.
    private static func agreed(
        _ id: String, _ questionnaire: Questionnaire, _ answers: [String: Int],
        intervals: [String: ClosedRange<Double>] = [:]
    ) throws -> AnsweredWave {
        let response = Response(
            respondent: "r", role: "a", wave: id, answers: answers.mapValues { Answer(.option(position: $0)) })
        let assessment = try Assessment(
            questionnaire: questionnaire,
            workspace: Workspace(organisation: "Office", questionnaire: "small", language: "en"),
            wave: Wave(id: id, collection: .consensus), responses: [response])
        return AnsweredWave(assessment, responses: [response], intervals: intervals)
    }

    private static func report(_ waves: [AnsweredWave]) throws -> WaveComparisonReport {
        WaveComparisonReport(
            WaveComparison(waves), provenances: waves.map { _ in provenance }, strings: try PackageFolder.strings(),
            library: try PackageFolder.templates())
    }

    private static let items = [
        "F1 left facilitator 1", "F2 left facilitator 1", "B1 left blocker 1", "F3 right facilitator 1",
    ]

    /// F2 is dropped and F4, which weighs three times as much as F1, is added: a quarter is matched.
    private static func changedQuestionnaire() throws -> WaveComparisonReport {
        let old = try TwoSurveys.questionnaire(items: items, tests: true)
        let new = try TwoSurveys.questionnaire(
            items: ["F1 left facilitator 1", "F4 left facilitator 3", "B1 left blocker 1", "F3 right facilitator 1"],
            tests: true)
        return try report([
            agreed("1", old, ["F1": 1, "F2": 1, "B1": 0, "F3": 1]),
            agreed("2", new, ["F1": 2, "F4": 1, "B1": 0, "F3": 2]),
        ])
    }

    /// What cannot be said, and why, stands in every format.
    @Test func whatCannotBeSaidIsSaidInAllFormats() throws {
        let report = try Self.changedQuestionnaire()
        let reason = "25 % of its weight was asked alike and answered in both waves, and 80 % are needed"
        let markdown = try report.markdown()
        #expect(markdown.contains("Left (“Help”): \(reason); it lacks Label F4 (F4)."))
        #expect(markdown.contains("Break in the series (SDMX observation status B): Left (“Help”)."))
        #expect(markdown.contains("| Left | Help | Not told: \(reason)"))
        #expect(markdown.contains("No longer asked: Label F2 (F2)."))
        let html = try report.html(theme: PackageFolder.theme())
        #expect(html.contains(reason) && html.contains("Break in the series (SDMX observation status B)"))
        #expect(try report.summary().contains("25 % of its weight was asked alike"))
        let figures = try JSONTree(report.json())["steps"].list[0]["members"].list[0]["figures"].list
        #expect(figures[0]["status"].text == "B" && figures[0]["obstacle"].text == "tooFewMatched")
        #expect(figures[0]["missing"].list.map(\.text) == ["F4"] && figures[0]["parts"].names.isEmpty)
        #expect(figures[1]["status"].text == "A" && figures[1]["parts"]["whole"].number == 0)
        let rows = try CSVReader.records(report.csv())
        let columns = try #require(rows.first)
        let row = try #require(rows.first { $0.contains("left.facilitators") })
        #expect(row[try #require(columns.firstIndex(of: "status"))] == "B")
        #expect(row[try #require(columns.firstIndex(of: "ratings"))] == "")
        #expect(rows.allSatisfy { $0.count == columns.count })
    }

    /// A score is drawn as a line over three waves, with an interval where one is known.
    @Test func threeWaves() throws {
        let questionnaire = try TwoSurveys.questionnaire(items: Self.items, tests: true)
        let report = try Self.report([
            Self.agreed("1", questionnaire, ["F1": 1, "F2": 1, "B1": 0, "F3": 0]),
            Self.agreed(
                "2", questionnaire, ["F1": 2, "F2": 1, "B1": 0, "F3": 1], intervals: ["left.score": 0.625...0.875]),
            Self.agreed("3", questionnaire, ["F1": 2, "F2": 2, "B1": 0, "F3": 1]),
        ])
        let html = try report.html(theme: PackageFolder.theme())
        #expect(html.components(separatedBy: "<line class=\"u\"").count == 2)
        #expect(html.components(separatedBy: "<line class=\"j\"").count == 5)
        #expect(html.contains("Left: 50.0, 75.0, 100.0"))
        let markdown = try report.markdown()
        #expect(markdown.contains("| Left | 50.0 (100 %) | 75.0 (62.5 – 87.5; 100 %) | 100.0 (100 %) |"))
        // The first screen is of the last step.
        #expect(markdown.contains("What became of the recommendations of 2"))
        let waves = try JSONTree(report.json())["waves"].list
        #expect(waves[1]["intervals"]["left.score"].list.map(\.number) == [0.625, 0.875])
        #expect(waves[0]["intervals"].names.isEmpty)
    }

    /// Probabilities are rounded, and never nothing.
    @Test func probabilitiesAreRounded() throws {
        var generator = SeededGenerator(seed: 3)
        let questionnaire = try TwoSurveys.questionnaire(items: Self.items, tests: true)
        let surveys = TwoSurveys.random(questionnaire, people: 9...9, gaps: 0, &generator)
        let members = try JSONTree(surveys.reports().comparison.json())["steps"].list[0]["members"].list
        let tests = members.flatMap { $0["figures"].list }.map { $0["test"] }.filter { !$0.names.isEmpty }
        #expect(!tests.isEmpty)
        for test in tests {
            for name in ["probability", "adjusted"] {
                let number = try #require(test[name].number)
                #expect(number >= 0.001 && abs(number * 1000 - (number * 1000).rounded()) < 1e-9)
            }
            if let smallest = test["smallest"].number {
                #expect(abs(smallest * 100 - (smallest * 100).rounded()) < 1e-9)
            }
        }
    }
}

import Assessments
import Foundation
import Questionnaires
import Responses
import Scoring
import Testing

@testable import Reports

@Suite struct CSVReportTests {
    private static let columns = [
        "organisation", "wave", "questionnaire", "version", "kind", "id", "title", "dimension", "direction", "value",
        "lower", "upper", "coverage", "status", "band", "setBy", "gateRating", "median", "quartile1", "quartile3",
        "answered", "dontKnow", "unanswered", "notApplicable", "stabilityLower", "stabilityUpper",
    ]

    private func rows(_ report: AssessmentReport) throws -> [[String: String]] {
        let records = try CSVReader.records(report.csv())
        #expect(records.first == Self.columns)
        return records.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(Self.columns, $0)) }
    }

    @Test func thereIsARowForEachMetricAndItem() throws {
        let report = try Office.maturity().report()
        let rows = try rows(report)
        let scores = report.assessment.scores
        #expect(rows.filter { $0["kind"] == "metric" }.map { $0["id"] } == scores.metrics.map(\.id))
        #expect(rows.filter { $0["kind"] == "item" }.map { $0["id"] } == scores.items.map(\.item.id))
        #expect(Set(rows.map { $0["organisation"] }) == ["Statistics Merrow"])
    }

    @Test func theNumbersAreThoseOfTheJSON() throws {
        let report = try Office.maturity().report()
        let json = try JSONFigures(report.json())
        let figures = json.metrics + json.items
        let rows = try rows(report)
        try #require(rows.count == figures.count)
        for (row, figure) in zip(rows, figures) {
            #expect(row["id"] == figure.id)
            #expect(Double(row["value"] ?? "") == figure.value)
            #expect(Double(row["lower"] ?? "") == figure.bounds?.first)
            #expect(Double(row["upper"] ?? "") == figure.bounds?.last)
            #expect(Double(row["coverage"] ?? "") == figure.coverage)
            #expect(Double(row["median"] ?? "") == figure.median)
            #expect(Double(row["answered"] ?? "") == figure.answered)
            #expect(row["gateRating"] == figure.gateRating ?? "")
        }
    }

    @Test func whatIsHeldBackIsEmpty() throws {
        let row = try #require(try rows(Office.small().report()).first { $0["id"] == "north-B2" })
        #expect(row["status"] == "heldBack")
        for column in ["value", "median", "quartile1", "quartile3", "gateRating"] { #expect(row[column] == "") }
        #expect(row["answered"] == "0")
    }

    @Test func aCapNamesWhatSetIt() throws {
        let rows = try rows(Office.small().report())
        #expect(rows.first { $0["id"] == "south.cap" }?["setBy"] == "south-B1")
        #expect(rows.first { $0["id"] == "south.band" }?["band"] == "band1")
    }
}

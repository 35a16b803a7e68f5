import Assessments
import Foundation
import JSON
import Questionnaires
import Responses
import Scoring
import Testing

@testable import Reports

@Suite struct JSONReportTests {
    @Test func theTextIsCanonical() throws {
        let text = try Office.maturity().report().json()
        let document = try JSONDocument(parsing: Array(text.utf8))
        #expect(text.hasSuffix("}\n"))
        guard case .object(let members) = document.root.content else {
            throw CSVReader.Mistake(description: "no object")
        }
        #expect(members.map(\.name) == members.map(\.name).sorted())
    }

    @Test func allParts() throws {
        let tree = try JSONTree(Office.small().report().json())
        #expect(
            tree.names == [
                "agreement", "asOf", "blockers", "companions", "contradictions", "digests", "formatVersion", "groups",
                "items",
                "leftOut", "members", "metrics", "organisation", "participation", "questionnaire", "recommendations",
                "robustness", "settled", "stability", "wave",
                "waymark",
            ])
        #expect(tree["formatVersion"].number == 1)
        #expect(tree["waymark"].text == "9.9.9")
        #expect(tree["organisation"].text == "Office")
        #expect(tree["wave"]["id"].text == "2026" && tree["wave"]["collection"].text == "survey")
        #expect(tree["digests"]["overrides"].list.map { $0["sha256"].text } == ["cd"])
        #expect(tree["leftOut"].list.map { $0["file"].text } == ["responses/x.json"])
        #expect(tree["participation"].list.map { $0["answered"].number } == [4, 4])
        #expect(tree["participation"].list.map { $0["invited"].number } == [9, 10])
        #expect(tree["groups"].list.map { $0["respondents"].number } == [4, 4])
        #expect(!tree["blockers"].list.isEmpty && !tree["contradictions"].list.isEmpty)
    }

    /// Every figure of every metric is the one that was computed, to the last bit.
    @Test func figuresKeepTheirPrecision() throws {
        let report = try Office.maturity().report()
        let text = report.json()
        let figures = try JSONFigures(text).metrics
        let metrics = try JSONTree(text)["metrics"].list
        let results = report.assessment.scores.metrics
        try #require(figures.count == results.count && metrics.count == results.count)
        for (figure, result) in zip(figures, results) {
            #expect(figure.id == result.id)
            #expect(figure.value == result.value)
            #expect(figure.coverage == result.coverage)
            #expect(figure.bounds?.first == result.bounds?.lowerBound)
            #expect(figure.bounds?.last == result.bounds?.upperBound)
        }
        for (metric, result) in zip(metrics, results) {
            #expect(metric["status"].text == result.status.rawValue)
            #expect(metric["derivation"]["terms"].list.count == result.derivation.terms.count)
        }
    }

    @Test func aDerivationNamesItsRuleAndInputs() throws {
        let metrics = try JSONTree(Office.small().report().json())["metrics"].list
        func metric(_ id: String) throws -> JSONTree { try #require(metrics.first { $0["id"].text == id }) }
        let rules = try ["south.score", "south.facilitators", "overall", "middle", "overallBand"]
            .map { try metric($0)["derivation"]["rule"].text }
        #expect(rules == ["min", "mean", "geometricMean", "quantile", "band"])
        let cap = try metric("south.cap")["derivation"]
        #expect(cap["terms"].list.map { $0["item"].text } == ["south-B1", "south-B2"])
        #expect(cap["terms"].list.map { $0["gateRating"].text } == ["3", "2"])
        #expect(cap["terms"].list.map { $0["entered"].number } == [0.5, 1])
        #expect(try metric("south.score")["derivation"]["decidedBy"].list.map(\.text) == ["south.cap"])
        #expect(try metric("overallBand")["band"].text == "band0")
    }

    @Test func anItemThatIsHeldBackShowsNothingOfItsAnswers() throws {
        let items = try JSONTree(Office.small().report().json())["items"].list
        let item = try #require(items.first { $0["id"].text == "north-B2" })
        #expect(item["heldBack"].flag == true)
        #expect(item["counts"].value == nil)
        #expect(item["value"].number == nil && item["median"].number == nil && item["gateRating"].text == nil)
        #expect(item["byRole"].list.isEmpty && item["remarks"].list.isEmpty)
        #expect(item["answered"].number == 0)
    }

    @Test func inASurveyNoGroupIsSmallerThanThree() throws {
        for seed in 0..<20 {
            let report = try Office.scattered(seed: UInt64(seed)).report()
            for item in try JSONTree(report.json())["items"].list {
                let groups = item["byRole"].list.compactMap { $0["answered"].number }
                #expect(groups.allSatisfy { $0 >= 3 })
                // Nor can one be had by subtraction.
                #expect(groups.reduce(0, +) == item["answered"].number)
            }
        }
    }
}

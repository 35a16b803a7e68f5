import Assessments
import Foundation
import Responses
import Scoring
import Testing

@testable import Reports

@Suite struct ReportModelExplanationTests {
    private func explanation(of name: String) throws -> String {
        try #require(try Office.small().report().explanation(of: name))
    }

    @Test func aMetric() throws {
        #expect(
            try explanation(of: "south.cap") == """
                south: cap [south.cap]

                south: cap = 50.0 (the least of, through the table of caps)
                  possible 50.0, coverage 100 %, firm
                  Decided by Label of south-B1
                  south-B1 Label of south-B1: 75.0, enters as 50.0
                    rating: Option 3
                    answered 8, don't know 0, blank 0, not applicable 0
                    makers: 4 answers, mean 75.0, weight 1.00
                    users: 4 answers, mean 75.0, weight 1.00
                  south-B2 Label of south-B2: 50.0, enters as 100.0
                    rating: Option 2
                    answered 8, don't know 0, blank 0, not applicable 0
                    makers: 4 answers, mean 50.0, weight 1.00
                    users: 4 answers, mean 50.0, weight 1.00

                """)
    }

    @Test func aMemberIsExplainedByItsScore() throws {
        #expect(try explanation(of: "south") == explanation(of: "south.score"))
        #expect(try explanation(of: "south").contains("  south: cap = 50.0"))
    }

    /// What is not known has no unit.
    @Test func whatIsNotKnownIsSaid() throws {
        var office = try Office.small()
        office.respond(8) { _, _ in Answer(.notApplicable(reason: "Not here")) }
        let report = try office.report()
        let lines = try report.explainable.compactMap { try report.explanation(of: $0) }
            .flatMap { $0.split(separator: "\n") }
        #expect(lines.contains { $0.contains("what is possible is not known, coverage does not apply, ") })
        #expect(lines.allSatisfy { !$0.contains("– %") && !$0.contains("possible –") })
    }

    @Test func anItem() throws {
        let text = try explanation(of: "north-B1")
        #expect(
            text.hasPrefix("Label of north-B1 [north-B1]\n\nnorth-B1 Label of north-B1: 75.0\n  rating: Option 4\n"))
        #expect(text.contains("  Rating set by users on 2026-02-01, with this evidence: Seen evidence\n"))
    }

    @Test func anItemThatIsHeldBack() throws {
        let text = try explanation(of: "north-B2")
        #expect(text.contains("north-B2 Label of north-B2: no answer\n  held back: fewer than three answers"))
        #expect(!text.contains("mean"))
    }

    @Test func allThatCanBeExplainedIsListed() throws {
        let report = try Office.maturity().report()
        #expect(report.explainable.count == 5 + report.assessment.scores.metrics.count + 37)
        #expect(Set(["technology", "technology.cap", "overall", "TB2"]).isSubset(of: report.explainable))
        for name in report.explainable { #expect(try report.explanation(of: name) != nil) }
    }

    @Test(arguments: ["", "nothing", "technology.", "Technology", "../x", "tb2"])
    func whatIsNotThere(name: String) throws {
        #expect(try Office.maturity().report().explanation(of: name) == nil)
    }

    @Test func inASurveyNoLineShowsFewerThanThree() throws {
        var groups = 0
        for seed in 0..<20 {
            let report = try Office.scattered(seed: UInt64(seed)).report()
            for name in ["overall", "OF1", "TB2"] {
                let lines = try #require(try report.wideExplanation(of: name)).split(separator: "\n")
                for line in lines {
                    guard let end = line.range(of: " answers, mean ") ?? line.range(of: " answer, mean ") else {
                        continue
                    }
                    let count = line[..<end.lowerBound].split(separator: " ").last.flatMap { Int($0) }
                    #expect(try #require(count) >= 3)
                    groups += 1
                }
            }
        }
        #expect(groups > 400)
    }

    /// A metric on which many rest stands there once, however many ways lead to it.
    @Test func aMetricIsExplainedOnce() throws {
        let report = try Office.layered(layers: 40, width: 2).report()
        let lines = try #require(try report.explanation(of: "m39-0")).lines
        #expect(lines.filter { $0.contains("m35-0: ") || $0.contains("m35-0 = ") }.count > 1)
        #expect(lines.filter { $0.hasSuffix("m35-0 = 50.0 (weighted mean)") }.count == 1)
        #expect(lines.filter { $0.hasSuffix("m35-0 = 50.0 (see m35-0)") }.count == 1)
        #expect(lines.count < 200)
    }

    @Test func aLongChainOfMetrics() throws {
        let report = try Office.layered(layers: 300, width: 1).report()
        let lines = try #require(try report.explanation(of: "m299-0")).lines
        #expect(lines.count < 40)
        #expect(lines.last == "                        m287-0 = 50.0 (see m287-0)")
    }

    @Test func aSelfAssessmentShowsItsOnlyRespondent() throws {
        var office = try Office.maturity()
        office.wave = Wave(id: "2026", collection: .self)
        office.respond(1) { _, _ in Answer(.option(position: 3)) }
        #expect(try office.report().explanation(of: "OF1")?.contains(": 1 answer, mean 75.0") == true)
    }
}

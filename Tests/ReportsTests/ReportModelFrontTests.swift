import Foundation
import Questionnaires
import Responses
import Testing

@testable import Reports

@Suite struct ReportModelFrontTests {
    /// The sentence on what to do first, which both formats show.
    private func firstStep(_ office: Office) throws -> String {
        let report = try office.report()
        let markdown = try report.markdown()
        let line = try #require(markdown.lines.first { $0.hasPrefix("First: ") })
        #expect(try report.html(theme: PackageFolder.theme()).contains("<p class=\"lead\">\(line)</p>"))
        return String(line)
    }

    /// The lowest domain is the first of the definition; recommendations stand in the order of their ids.
    private func office(_ domains: [String], lowersBlockers: Bool = true) throws -> Office {
        var definition = SmallDefinition()
        definition.domains = domains
        definition.lowersBlockers = lowersBlockers
        return try Office.small(definition)
    }

    @Test func aFirstStepThatIsTheSmallestThatLiftsTheCapNeedsNoMoreWords() throws {
        let sentence = try firstStep(office(["north", "south"]))
        #expect(sentence.hasSuffix("which would take the overall score from 27.6 to 55.9."))
    }

    @Test func aFirstStepThatLeavesTheCapNamesTheStepThatLiftsIt() throws {
        #expect(
            try firstStep(office(["south", "north"])).hasSuffix(
                " By itself it leaves the cap on south in place; the smallest step that lifts it is Do south (3 working days)."
            ))
    }

    @Test func aCapThatNoStepLiftsIsSaid() throws {
        var office = try office(["south", "north"], lowersBlockers: false)
        office.respond(8) { _, item in Answer(.option(position: item.id.contains("-B") ? 4 : 2)) }
        #expect(
            try firstStep(office).hasSuffix(
                "It leaves the cap on south in place, which no step here lifts."))
    }

    @Test func aFirstStepThatLiftsTheCapAtGreaterCostNamesTheSmallest() throws {
        var office = try Office.maturity()
        office.respond(6) { _, item in
            let position = item.direction == .blocker ? (item.id == "TB2" ? 3 : 0) : item.id == "TF2" ? 0 : 4
            return Answer(.option(position: position))
        }
        let sentence = try firstStep(office)
        #expect(sentence.hasPrefix("First: Do not bet on one tool ("), "\(sentence)")
        #expect(sentence.contains(" It lifts the cap on Technology too, for which the smallest step is Review open-"))
    }

    @Test func everyBlockerOfTheFirstPageHasItsCoverage() throws {
        let report = try Office.small().report()
        let rows = MarkdownStructure.table(in: try report.markdown(), headerBegins: ["Blocker", "Domain"])
        try #require(!rows.isEmpty)
        #expect(rows.allSatisfy { $0[4].hasSuffix(" %") && $0[4] != "– %" })
        let html = try report.html(theme: PackageFolder.theme())
        for row in rows { #expect(html.contains("\(row[2]), \(row[3]), coverage \(row[4].dropLast(2))\u{A0}%; ")) }
    }

    /// Where nobody answered, blockers and caps are not known; that none was reported would be a finding.
    @Test func withoutAnswersNothingIsSaidOfBlockersAndCaps() throws {
        var office = try Office.small()
        office.wave = Wave(id: "2026", collection: .survey)
        office.respond(4) { _, _ in nil }
        let report = try office.report()
        for text in [try report.markdown(), try report.html(theme: PackageFolder.theme())] {
            #expect(text.contains("There are too few answers on blockers to tell."))
            #expect(text.contains("No cap is known to bind; there are too few answers on blockers to tell for north"))
            #expect(!text.contains("No blocker was reported") && !text.contains("No blocker holds"))
        }
        let rows = MarkdownStructure.table(in: try report.markdown(), headerBegins: ["Domain", "Facilitators"])
        #expect(rows.map { $0[5] } == ["–", "–"])
    }

    @Test func theRangeOfCoverageOverTheDomainsIsSaid() throws {
        let markdown = try Office.small().report().markdown()
        #expect(markdown.contains("- Coverage of the domains goes from 76 % (north) to 100 % (south).\n"))
        var alike = try Office.maturity()
        alike.respond(6) { _, _ in Answer(.option(position: 1)) }
        #expect(try alike.report().markdown().contains("- Each domain has a coverage of 100 %.\n"))
        var definition = SmallDefinition()
        definition.domains = ["north"]
        #expect(try !Office.small(definition).report().markdown().contains("Coverage of the domains"))
    }
}

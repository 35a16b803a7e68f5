import Foundation
import Questionnaires
import Responses
import Testing

@testable import Reports

@Suite struct ReportModelSummaryTests {
    @Test func theSummaryOfAnOffice() throws {
        #expect(
            try Office.small().report().summary() == """
                Office, 2026: Small

                Office stands at 28 of 100 (Low); north is held down to 15 by the blocker
                “Label of north-B1”. One more domain is capped.

                north  ███░░░░░░░░░░░░░░░░░  15.0  provisional  ◀ Label of north-B1
                south  ██████████░░░░░░░░░░  50.0  ◀ Label of south-B1

                What to do first:
                  - Do north (3 working days, overall +28.3)
                  - Do south (3 working days, overall +3.3)

                8 people answered. 19 were asked: a response rate of 42 %. 85 % of what could
                be answered was answered; the overall score is firm.

                """)
    }

    @Test func itFitsTheTerminal() throws {
        for office in [try Office.maturity(), try Office.small(), try Office.oneDay()] {
            let lines = try office.report().summary().lines
            #expect(lines.count <= 25)
            #expect(lines.map(\.count).max() ?? 0 <= 80)
        }
    }

    @Test func itFitsTheTerminalWithManyDomains() throws {
        var definition = SmallDefinition()
        definition.domains = (1...15).map { "Domain number \($0)".replacingOccurrences(of: " ", with: "-") }
        let report = try Office.small(definition) {
            $0 == "Office" ? "The Statistical Office of a Republic" : $0
        }.report()
        let lines = try report.summary().lines
        #expect(lines.count <= 25)
        #expect(lines.map(\.count).max() ?? 0 <= 80)
    }

    /// A gain in a figure that is withheld is not known, and not nought.
    @Test func whatIsWithheldHasNoGain() throws {
        var office = try Office.small()
        office.respond(4) { _, item in item.id.hasSuffix("1") ? Answer(.option(position: 2)) : nil }
        let summary = try office.report().summary()
        #expect(summary.contains("Too few answers for an overall figure for Office"))
        #expect(summary.contains("  - Do north (3 working days, overall –)\n"))
    }

    @Test(arguments: [
        ("", []), ("one", ["one"]), ("one two", ["one two"]), ("one two three", ["one two", "three"]),
        ("overlongword x", ["overlongword", "x"]), ("a  b", ["a b"]), ("long a long", ["long a", "long"]),
        ("lines lines lines lines", ["lines", "lines …"]),
    ])
    func wrapping(text: String, lines: [String]) {
        #expect(ReportModel.wrapped(text, width: 8, lines: 2) == lines)
    }
}

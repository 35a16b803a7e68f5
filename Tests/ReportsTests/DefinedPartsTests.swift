import Assessments
import Foundation
import Questionnaires
import Responses
import Testing

@testable import Reports

/// A report speaks of what the questionnaire has, and of nothing else.
@Suite struct DefinedPartsTests {
    private static let words = [
        "blocker", "burden", "cap ", "caps ", "capped", "ISO/IEC", "geometric", "contradict", "severity",
    ]

    /// The text of both formats, without what only names a source.
    private func texts(_ office: Office) throws -> [String] {
        let report = try office.report()
        let html = try report.html(theme: PackageFolder.theme())
        let body = html[(try #require(html.range(of: "<body"))).lowerBound...]
        var text = ""
        var isTag = false
        for character in body {
            if character == "<" { isTag = true }
            if !isTag { text.append(character) }
            if character == ">" {
                isTag = false
                text.append(" ")
            }
        }
        return [try report.markdown(), text, try report.summary()].map {
            $0.replacingOccurrences(of: "Facilitators and blockers for ML adoption", with: "A paper")
        }
    }

    @Test func aQuestionnaireWithoutBlockersIsNotToldOfThem() throws {
        for text in try texts(Office.practice(1, .consensus)) + texts(Office.practice(6, .survey)) {
            for word in Self.words {
                #expect(text.range(of: word, options: .caseInsensitive) == nil, "\(word)")
            }
        }
    }

    @Test func aQuestionnaireWithBlockersIs() throws {
        let texts = try texts(Office.maturity())
        for word in Self.words { #expect(texts[0].range(of: word, options: .caseInsensitive) != nil, "\(word)") }
    }

    @Test func theBuiltInQuestionnaires() throws {
        let maturity = DefinedParts(try PackageFolder.maturity())
        #expect(maturity.blockers && maturity.burden && maturity.caps && maturity.facilitators && maturity.pairs)
        let practice = DefinedParts(try PackageFolder.practice())
        #expect(!practice.blockers && !practice.burden && !practice.caps && !practice.facilitators && !practice.pairs)
    }

    /// What is a number from 0 to 7 is never printed as if it went from 0 to 1.
    @Test func pointsAreCountedNotScaled() throws {
        let report = try Office.practice(1, .consensus).report()
        let markdown = try report.markdown()
        let front = MarkdownStructure.table(in: markdown, headerBegins: ["Overall", "Band"])
        #expect(front.first?.suffix(2) == ["1.75", "27.7"])
        #expect(markdown.contains("- Begun: above 1 up to 2\n") && markdown.contains("- Exemplary: above 5\n"))
        let metrics = MarkdownStructure.table(in: markdown, headerBegins: ["Metric", "Id"])
        #expect(metrics.first { $0[1] == "model.points" }?[2...3] == ["1.75", "1.50 – 2.50"])
        #expect(metrics.first { $0[1] == "model.band" }?[2...3] == ["Begun", "Begun – Workable"])
        let html = try report.html(theme: PackageFolder.theme())
        for text in [markdown, html, try report.explanation(of: "overallBand") ?? ""] {
            #expect(!text.contains("175.0") && !text.contains("150.0") && !text.contains("250.0"))
            #expect(text.contains("1.75"))
        }
    }

    /// Where the overall metric is itself such a number, no sentence says "of 100".
    @Test func anOverallNumberIsNotOfAHundred() throws {
        var definition = SmallDefinition()
        definition.overallIsNumber = true
        let report = try Office.small(definition).report()
        #expect(try report.markdown().lines[2].hasPrefix("**Office stands at 0."))
        #expect(try !report.markdown().contains("of 100 (") && !report.markdown().contains("of 100;"))
        #expect(try Office.small().report().markdown().lines[2].hasPrefix("**Office stands at 28 of 100 (Low);"))
    }

    /// Whatever is ours points to documents as further reading, not as its source.
    @Test func whatIsOursHasNoSource() throws {
        let markdown = try Office.small().report().markdown()
        #expect(markdown.contains("- Added by the authors of Waymark; not taken from a source document.\n- See also: "))
        #expect(!markdown.contains("- Source: "))
        #expect(try Office.maturity().report().markdown().contains("\n- Source: Facilitators"))
    }
}

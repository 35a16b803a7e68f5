import Foundation
import Questionnaires
import Responses
import Testing

@testable import Reports

@Suite struct ReportModelPageTests {
    private func page(_ office: Office, strings: Strings? = nil) throws -> String {
        try office.report(strings: strings).html(theme: PackageFolder.theme())
    }

    /// The order of recommendations follows the definition; the finding says which gains most.
    @Test func theFindingNamesTheGreatestGain() throws {
        var definition = SmallDefinition()
        // Do north stands first by its id; the cap on south takes more from the overall figure.
        definition.domains = ["south", "north"]
        let html = try page(Office.small(definition))
        #expect(html.contains("“Do south” would lift the overall score most"))
        #expect(!html.contains("“Do north” would lift the overall score most"))
    }

    @Test func theChartSaysTheTargetAndWhatIsNotFirm() throws {
        var office = try Office.small()
        office.targets = ["north": 0.6]
        let html = try page(office)
        #expect(html.contains(">provisional, target 60.0</text>"))
        #expect(html.contains("class=\"t\""))
        #expect(html.contains("</svg>Target</li>"))
    }

    @Test func theKeyHoldsNothingThatIsNotDrawn() throws {
        var definition = SmallDefinition()
        definition.hasBlockers = false
        var office = try Office.small(definition)
        office.targets = [:]
        let html = try page(office)
        for words in ["Target", "Cap", "Burden of blockers", "Earned, not counted"] {
            #expect(!html.contains("</svg>\(words)</li>"))
        }
        #expect(html.contains("</svg>Facilitators</li>"))
    }

    @Test func fromRightToLeftChartsAreMirroredAndArrowsAreThoseOfTheStrings() throws {
        let strings = try PackageFolder.strings(replacing: [
            "\"direction\": \"ltr\"": "\"direction\": \"rtl\"", "→": "←",
        ])
        let html = try page(Office.small(), strings: strings)
        #expect(html.contains("<html lang=\"en\" dir=\"rtl\">"))
        #expect(!html.contains("→"))
        #expect(html.contains("class=\"chart chart-rtl"))
    }

    @Test func theHeadlineStandsBeforeTheListOfContents() throws {
        let html = try page(Office.small())
        let list = try #require(html.range(of: "<details><summary>Contents</summary>"))
        let headline = try #require(html.range(of: "<h1"))
        // Folded, it takes one line above the headline.
        #expect(list.lowerBound < headline.lowerBound)
        #expect(html.components(separatedBy: "<nav").count == 2)
    }

    @Test func onPaperTheDerivationsAreLeftOutAndThatIsSaid() throws {
        let html = try page(Office.small())
        #expect(html.contains("<p class=\"paper\">The derivations are left out on paper."))
    }
}

/// Names that move what stands around them, and names without end.
@Suite struct ReportModelTitleTests {
    private func page(_ name: String, strings: Strings? = nil) throws -> String {
        var office = try Office.small()
        office.name = name
        return try office.report(strings: strings).html(theme: PackageFolder.theme())
    }

    @Test func namesInTheTitleAreIsolated() throws {
        let html = try page("הלשכה <b>")
        #expect(html.contains("<p><bdi>הלשכה &lt;b&gt;</bdi>, <bdi>2026</bdi>: <bdi>Small</bdi>"))
        let head = "\\2068 \\5d4 \\5dc \\5e9 \\5db \\5d4  \\3c b\\3e \\2069 , \\2068 2026"
        #expect(html.contains("@top-left { content: \"\(head)"))
    }

    /// What a name brings along is shown, and neither opens nor closes an element.
    @Test(arguments: ["a\u{2068}b", "a\u{2069}b", "\u{2069}</bdi>", "\u{2068}"])
    func isolatesWithinANameAreShown(name: String) throws {
        let html = try page(name)
        #expect(html.contains("⟨U+20"))
        #expect(!html.unicodeScalars.contains { (0x2066...0x2069).contains($0.value) })
        #expect(html.components(separatedBy: "<bdi>").count == html.components(separatedBy: "</bdi>").count)
    }

    @Test func aLongTitleIsCutInTheRunningHeadOnly() throws {
        let name = String(repeating: "name", count: 60)
        let html = try page(name)
        #expect(html.contains("@top-left { content: \"\(name.prefix(89))\\2026 \""))
        #expect(html.contains("<bdi>\(name)</bdi>"))
    }

    /// On paper no table can be scrolled; breaking all words anywhere would squeeze the columns of every other report.
    @Test func onlyWhereWordsAreLongDoTablesBreakThem() throws {
        #expect(try page("Office").contains("<body class=\"plain\">"))
        var definition = SmallDefinition()
        definition.text = { $0 == "Option 2" ? String(repeating: "option", count: 6) : $0 }
        let html = try Office.small(definition).report().html(theme: PackageFolder.theme())
        #expect(html.contains("<body class=\"unbroken\">"))
    }

    @Test func theRunningHeadStandsWhereLinesBegin() throws {
        let strings = try PackageFolder.strings(replacing: ["\"direction\": \"ltr\"": "\"direction\": \"rtl\""])
        let html = try page("Office", strings: strings)
        #expect(html.contains("@top-right {") && html.contains("@bottom-left {"))
    }
}

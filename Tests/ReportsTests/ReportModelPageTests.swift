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

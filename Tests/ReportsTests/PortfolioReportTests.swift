import Foundation
import Projects
import Questionnaires
import Testing

@testable import Reports

@Suite struct PortfolioReportTests {
    private let office: PortfolioOffice

    init() throws {
        office = try PortfolioOffice("Name")
    }

    @Test func withoutProjectsItSaysSo() throws {
        let report = try office.portfolio([])
        let markdown = try report.markdown()
        #expect(markdown.contains("**There are no projects.**"))
        #expect(!markdown.contains("## What holds back most projects"))
        #expect(try report.summary().contains("There are no projects."))
        let page = try report.html(theme: PackageFolder.theme())
        #expect(page.contains("<h1 id=\"front-title\">There are no projects.</h1>"))
    }

    @Test func aProjectWithoutAnswersIsSaidToHaveNone() throws {
        let markdown = try office.portfolio([try office.project(answers: false)]).markdown()
        #expect(markdown.contains("Nobody has answered for Name yet."))
        #expect(markdown.contains("Nobody has answered for it yet."))
        #expect(markdown.contains("Too little of that stage has been answered to say how much is met."))
        #expect(markdown.contains("| not known |"))
    }

    @Test func withoutAnAssessmentOfTheOrganisationNothingIsHandedDown() throws {
        let office = try PortfolioOffice("Name", hasOrganisation: false)
        let markdown = try office.portfolio().markdown()
        #expect(
            markdown.contains("What the organisation hands down is not known, because there is no assessment of it."))
        #expect(markdown.contains("What it inherits from the organisation is not known."))
    }

    @Test func theHeadlineCountsWhatBecameOfThem() throws {
        let live = ProjectRecord.Outcome(state: .live, date: "2026-06-03")
        let merged = ProjectRecord.Outcome(state: .merged, date: "2026-06-04")
        let report = try office.portfolio([
            try office.project("a", outcome: live), try office.project("b", outcome: merged),
            try office.project("c"), try office.project("d"),
        ])
        #expect(try report.markdown().contains("**4 projects: 1 live, 2 under way and 1 merged.**"))
        #expect(try report.summary().contains("4 projects: 1 live, 2 under way and 1 merged."))
    }

    @Test func theTableHasARowForEachProjectAndWordsInEachCell() throws {
        let report = try office.portfolio()
        let stages = try ProjectOffice.plan().stages
        let rows = MarkdownStructure.table(in: try report.markdown(), headerBegins: ["Project"])
        try #require(rows.count == 2)
        let outcomes = try ProjectOffice.plan().status.outcomes
        for (row, assessment) in zip(rows, report.portfolio.projects) {
            #expect(row.count == stages.count + 4)
            for (cell, stage) in zip(row.dropFirst(), assessment.stages) {
                #expect(outcomes.contains { cell.contains("\($0.symbol) \($0.title)") }, "\(cell)")
                #expect(cell.contains("**Next**") == (stage.stage.id == assessment.next?.stage.id))
                #expect(cell.hasPrefix("Skipped: ") == (stage.skipped != nil))
            }
        }
        #expect(rows[1].contains("shelved since 2026-06-03"))
    }

    @Test func pairsAreAReasonToTalkAndSayHowOftenTheyAreRight() throws {
        let markdown = try office.portfolio([try office.project("first"), try office.project("other")]).markdown()
        #expect(markdown.contains("**A likeness is a reason to talk, not a finding.**"))
        let measured = try #require(try ProjectOffice.plan().similarity?.measured)
        #expect(markdown.components(separatedBy: measured).count == 3)
        let rows = MarkdownStructure.table(in: markdown, headerBegins: ["One project", "Another"])
        #expect(rows.first == ["Name (first)", "Name (other)", "45 %", "Name; Name", "Name"])
    }

    @Test func whatStopsMostIsNamedWithItsProjects() throws {
        let report = try office.portfolio()
        let worst = try #require(report.portfolio.blockers.first)
        #expect(worst.stopped == ["first"])
        let rows = MarkdownStructure.table(in: try report.markdown(), headerBegins: ["Blocker", "Rating", "Stops"])
        try #require(rows.count == report.portfolio.blockers.count && !rows.isEmpty)
        #expect(rows[0][0].hasSuffix("(\(worst.blocker))") && rows[0][2] == "1")
        #expect(rows[0][5].hasPrefix("Stops: Name."))
    }

    /// A portfolio that does not fit on a page begins with numbers; its table comes after.
    @Test func manyProjectsBeginWithASummary() throws {
        let projects = try (0..<500).map { try office.project("p\($0)", answers: false) }
        let clock = ContinuousClock()
        let report = try office.portfolio(projects)
        var page = ""
        let time = try clock.measure { page = try report.html(theme: PackageFolder.theme()) }
        #expect(time < .seconds(20))
        let front = try #require(page.range(of: "id=\"front\"")).lowerBound
        let all = try #require(page.range(of: "id=\"all\"")).lowerBound
        #expect(page[front..<all].contains("How many projects stand how in each stage"))
        #expect(!page[front..<all].contains("<table class=\"standing\">"))
        #expect(page[all...].contains("<table class=\"standing\">"))
        #expect(!page.contains("Only the 100 pairs"))
    }

    @Test func ofVeryManyPairsTheMostAlikeAreListed() throws {
        // Each has "other" beside it, whose id comes after theirs.
        let projects = try (0..<101).map { try office.project("a\($0)", answers: false) }
        let markdown = try office.portfolio(projects).markdown()
        #expect(MarkdownStructure.table(in: markdown, headerBegins: ["One project", "Another"]).count == 100)
        #expect(markdown.contains("Only the 100 pairs that are most alike are listed; the JSON report holds all."))
        #expect(markdown.contains("101 pairs look like two teams on one problem."))
    }

    @Test func theTerminalGetsAtMost25LinesOf80Columns() throws {
        let office = try PortfolioOffice(String(repeating: "long name ", count: 30))
        let projects = try (0..<40).map { try office.project("p\($0)") }
        let lines = try office.portfolio(projects).summary().lines
        #expect(lines.count <= 25)
        #expect(lines.dropFirst().allSatisfy { $0.count <= 80 })
    }

    private static let harmless = Result { try PortfolioOffice("harmless").portfolio() }
    private static let harmlessMarkdown = Result { MarkdownStructure(try harmless.get().markdown()) }
    private static let harmlessPage = Result { try HTMLStructure(harmless.get().html(theme: PackageFolder.theme())) }

    @Test(arguments: Injection.chosen)
    func whatPeopleWriteStaysText(text: String) throws {
        let report = try PortfolioOffice(text).portfolio()
        let structure = MarkdownStructure(try report.markdown())
        let expected = try Self.harmlessMarkdown.get()
        #expect(structure.bareMarks == expected.bareMarks)
        #expect(structure.blocks == expected.blocks)
        let page = try HTMLStructure(report.html(theme: PackageFolder.theme()))
        let harmless = try Self.harmlessPage.get()
        #expect(page.elements == harmless.elements)
        #expect(page.attributes == harmless.attributes)
        #expect(page.addresses == harmless.addresses)
        #expect(page.styleMarks == harmless.styleMarks)
        let summary = try report.summary()
        #expect(
            summary.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    }
}

import Foundation
import Projects
import Questionnaires
import Testing

@testable import Reports

@Suite struct BusinessCaseReportTests {
    private let office: PortfolioOffice

    init() throws {
        office = try PortfolioOffice("Name")
    }

    private var sections: [BusinessCasePlan.Section] {
        get throws { try #require(try ProjectOffice.plan().businessCase).sections }
    }

    @Test func everyPromptIsMarkedAndCounted() throws {
        let prompts = try sections.flatMap(\.prompts)
        let markdown = try office.draft().markdown()
        let marks = markdown.lines.filter { $0.hasPrefix("> **To write:** ") }
        #expect(marks.map { MarkdownStructure.visibleText(String($0.dropFirst("> **To write:** ".count))) } == prompts)
        #expect(markdown.contains("**\(prompts.count) passages in \(try sections.count) sections have still to be"))
        let page = try office.draft().html(theme: PackageFolder.theme())
        #expect(page.components(separatedBy: "<strong>TO WRITE:</strong>").count == prompts.count + 1)
    }

    @Test func itSaysFromWhatAndAsOfWhenItIsADraft() throws {
        let markdown = try office.draft().markdown()
        #expect(markdown.contains("# Business case of Name: draft"))
        #expect(markdown.contains("This is a draft, not a decision, as of 2026-06-30."))
        #expect(markdown.contains("the last of them of 2026-06-02."))
        #expect(markdown.contains("What it inherits comes from the assessment of Name, Name."))
    }

    @Test func withoutAnswersItSaysSo() throws {
        let markdown = try office.draft(answers: false).markdown()
        #expect(markdown.contains("Nobody has answered “"))
        #expect(markdown.contains("\(try sections.count) sections have no evidence at all:"))
        #expect(markdown.contains("None of the points asked here has been answered."))
        #expect(markdown.contains("**Hardware, as measured:** Nothing has been measured."))
        #expect(!markdown.contains("points asked here:"))
    }

    @Test func withoutAnAssessmentOfTheOrganisationItSaysSo() throws {
        let office = try PortfolioOffice("Name", hasOrganisation: false)
        let markdown = try office.draft().markdown()
        #expect(markdown.contains("What it inherits is not known, because there is no assessment of its organisation."))
        #expect(
            markdown.contains(
                "**Handed down by the organisation:** Not known: there is no assessment of the organisation."))
    }

    /// What is missing is said as such, point by point.
    @Test func everyPointIsThereWithItsAnswer() throws {
        let draft = try office.draft()
        let markdown = try draft.markdown()
        let project = draft.report.assessment
        let standings = project.stages.flatMap(\.points) + project.around
        for id in Set(try sections.flatMap(\.points)) {
            let point = try #require(standings.first { $0.item.id == id })
            let word: String
            switch point.state {
            case _ where point.reopenedBy != nil: word = "To be answered anew"
            case .rated(let position): word = point.item.scale.options[position].label
            case .dontKnow: word = "Not known"
            case .blank: word = "Not answered"
            case .notApplicable: word = "Does not apply: Name"
            }
            let must = point.isMust ? ", must" : ""
            #expect(markdown.contains(" (\(id)\(must)): **\(word)"), "\(id)")
        }
        for kind in ["asserted", "documented", "measured"] {
            #expect(markdown.contains("  - Evidence: \(kind), “Name”, 2026-"))
        }
        #expect(markdown.contains("  - Comment: Name"))
    }

    @Test func whatIsOnFileIsThere() throws {
        let markdown = try office.draft().markdown()
        for text in [
            "On Name, workload Name, 2026-06-02: takes 10 seconds, at the upper end 12, where 11 are allowed",
            "because of the time it takes", "but the project holds evidence against it (2026-02-02, ",
            "Owner: nobody named; due: 2026-05-01; its date has passed.", "due: 2026-12-01; open.",
            "Name (other), 45 % alike.", "skipped (",
        ] {
            #expect(markdown.contains(text), "\(text)")
        }
    }

    private static let harmless = Result { try PortfolioOffice("harmless").draft() }
    private static let harmlessMarkdown = Result { MarkdownStructure(try harmless.get().markdown()) }
    private static let harmlessPage = Result { try HTMLStructure(harmless.get().html(theme: PackageFolder.theme())) }

    @Test(arguments: Injection.chosen)
    func whatPeopleWriteStaysText(text: String) throws {
        let draft = try PortfolioOffice(text).draft()
        let structure = MarkdownStructure(try draft.markdown())
        let expected = try Self.harmlessMarkdown.get()
        #expect(structure.bareMarks == expected.bareMarks)
        #expect(structure.blocks.count == expected.blocks.count)
        let page = try HTMLStructure(draft.html(theme: PackageFolder.theme()))
        let harmless = try Self.harmlessPage.get()
        #expect(page.elements == harmless.elements)
        #expect(page.attributes == harmless.attributes)
        #expect(page.addresses == harmless.addresses)
        #expect(page.styleMarks == harmless.styleMarks)
    }
}

import Foundation
import Projects
import Questionnaires
import Responses
import Testing

@testable import Reports

@Suite struct ProjectReportTests {
    /// What both formats have to say.
    private func expectBoth(_ office: ProjectOffice, _ sentences: String...) throws {
        let markdown = MarkdownStructure.visibleText(try office.markdown())
        let page = try office.page()
        for sentence in sentences {
            #expect(markdown.contains(sentence), "\(sentence)")
            #expect(page.contains(HTMLEscaping.escape(sentence)), "\(sentence)")
        }
    }

    private func words(_ key: String, _ parameters: [String: String] = [:]) throws -> String {
        let words = Words(try PackageFolder.strings())
        let text = words(key, parameters)
        #expect(words.problems.isEmpty)
        return text
    }

    /// What the status cells of the strip say, in the order of the stages.
    private func strip(_ office: ProjectOffice) throws -> [String] {
        MarkdownStructure.table(in: try office.markdown(), headerBegins: ["Stage", "Status", "Points met"]).map {
            $0[1]
        }
    }

    // MARK: What is said plainly

    @Test func nobodyAnswered() throws {
        let office = ProjectOffice()
        try expectBoth(
            office, try words("project.notice.nobody"), try words("project.headline.nothing"),
            "No measurement is on file")
        #expect(try strip(office) == ["○ Not yet started (next)"] + Array(repeating: "○ Not yet started", count: 5))
        #expect(try !office.markdown().contains(words("project.notice.noOrganisation")))
    }

    @Test func everythingIsBlank() throws {
        var office = ProjectOffice()
        try office.respond { _ in nil }
        try expectBoth(office, try words("project.notice.allBlank"))
        #expect(try !office.markdown().contains(words("project.notice.nobody")))
    }

    @Test func everythingIsNotKnown() throws {
        var office = ProjectOffice()
        try office.respond { _ in Answer(.dontKnow) }
        try expectBoth(office, "All 96 points that were answered were answered with “not known”.")
        #expect(try strip(office).allSatisfy { $0.hasPrefix("✕ Not ready") })
        // One answer more, and it is no longer said.
        try office.respond { $0.id == "J1.01" ? ProjectOffice.met($0) : nil }
        #expect(try !office.markdown().contains("points that were answered were answered with"))
    }

    @Test func theOrganisationHasNoAssessment() throws {
        var office = ProjectOffice()
        try office.respond(answer: ProjectOffice.met)
        #expect(try strip(office) == Array(repeating: "● Ready", count: 6))
        #expect(try !office.markdown().contains(words("project.notice.noOrganisation")))
        office.organisation = nil
        try expectBoth(office, try words("project.notice.noOrganisation"))
        #expect(try strip(office).allSatisfy { $0.hasPrefix("◐ Ready with conditions") })
    }

    @Test func noDay() throws {
        var office = ProjectOffice()
        office.asOf = nil
        try expectBoth(office, try words("project.notice.noDay"))
    }

    @Test func aMeasurementContradictsTheAnswer() throws {
        var office = ProjectOffice()
        try office.respond(answer: ProjectOffice.met)
        office.benchmarks = [ProjectOffice.benchmark()]
        let heading = try words("project.front.contradiction")
        #expect(try !office.markdown().contains(heading))
        office.benchmarks = [ProjectOffice.benchmark(upperSeconds: 3601)]
        try expectBoth(
            office, heading, "was answered with “Met”; the measurement of 2026-06-19 says “Not met”.",
            "What binds: the time it takes.")
        #expect(try office.page().contains("<div class=\"box alert\">"))
    }

    @Test func shelved() throws {
        var office = ProjectOffice()
        try office.respond { $0.ancestors.contains("stage1") ? ProjectOffice.met($0) : nil }
        office.outcome = ProjectRecord.Outcome(state: .shelved, date: "2026-06-12", reason: "Nobody took it over.")
        // What somebody wrote stands in an element of its own.
        #expect(try office.page().contains("Shelved on 2026-06-12. Reason given: <bdi>Nobody took it over.</bdi>"))
        #expect(try office.markdown().contains("Shelved on 2026-06-12. Reason given: Nobody took it over."))
        try expectBoth(office, try words("project.front.over"), try words("project.front.actionsOver"))
        #expect(try office.report().summary().contains("Shelved on 2026-06-12."))
    }

    @Test func theShelvingRiskIsNamedUncalibrated() throws {
        var office = ProjectOffice()
        try office.respond { item in item.id == "J1.04" ? Answer(.option(position: 0)) : ProjectOffice.met(item) }
        try expectBoth(office, try words("project.shelving.uncalibrated"), "No owner in the business")
        let remedy = try #require(ProjectOffice.plan().shelving?.signs.first { $0.id == "noBusinessOwner" }?.remedy)
        try expectBoth(office, remedy)
    }

    // MARK: What stops, and whose it is

    @Test func theOrganisationStopsTheNextStage() throws {
        var office = ProjectOffice()
        try office.respond { $0.ancestors.contains("stage6") ? nil : ProjectOffice.met($0) }
        office.organisation = { $0.id == "TB2" ? 3 : 0 }
        let label = try #require(PackageFolder.maturity().item("TB2")?.label)
        try expectBoth(
            office,
            "Ready for stages 1 to 4, 2 of them with conditions. Stage 5 is stopped by the organisation: "
                + "“\(label)” (TB2, rated 3). The project cannot change that: take it to the senior responsible owner (SRO)",
            try words("project.front.ownClear"))
        let actions = MarkdownStructure.table(in: try office.markdown(), headerBegins: ["What", "What was agreed"])
        #expect(actions[0][2] == "Organisation's SRO")
        #expect(actions[0][3] == "no date yet")
    }

    @Test func anOverrideIsShownWithItsEvidence() throws {
        var office = ProjectOffice()
        try office.respond { $0.ancestors.contains("stage6") ? nil : ProjectOffice.met($0) }
        office.organisation = { $0.id == "TB2" ? 3 : 0 }
        office.records = ProjectRecords(overrides: [
            Override(blocker: "TB2", stage: "stage5", evidence: "Own workspace", date: "2026-02-01", byRole: "it")
        ])
        let markdown = try office.markdown()
        #expect(markdown.contains("| stops, but overridden | Own workspace (2026-02-01, Information technology) |"))
        #expect(!markdown.contains("Stage 5 is stopped by the organisation"))
        #expect(try office.page().contains("<bdi>Own workspace</bdi> (2026-02-01, Information technology)"))
    }

    @Test func obstaclesOfTheProjectStandApart() throws {
        var office = ProjectOffice()
        try office.respond { item in item.id == "J1.01" ? Answer(.option(position: 0)) : ProjectOffice.met(item) }
        let label = try #require(ProjectOffice.questionnaire().item("J1.01")?.label)
        try expectBoth(
            office,
            "Stage 1 is not ready, for reasons that the project can change: J1.01 “\(label)”.",
            "J1.01 “\(label)”: Not met", try words("project.front.organisationClear"))
    }

    /// Shoulds that are too low are no single obstacle, and yet something has to be said to stop the stage.
    @Test func theReasonIsGivenWhereNothingSingleIsInTheWay() throws {
        var office = ProjectOffice()
        try office.respond { item in
            guard item.ancestors.contains("stage1") else { return nil }
            switch item.tags["kind"] {
            case ["should"]: return Answer(.option(position: 0))
            default: return item.id == "J1.01" ? Answer(.option(position: 1)) : ProjectOffice.met(item)
            }
        }
        #expect(try strip(office)[0].hasPrefix("✕ Not ready"))
        #expect(try !office.markdown().contains(words("project.front.ownClear")))
    }

    @Test(arguments: [("2026-06-29", true), ("2026-06-30", false)])
    func aLapsedDateIsSaidInWords(due: String, isLapsed: Bool) throws {
        var office = ProjectOffice()
        try office.respond { item in item.id == "J1.03" ? Answer(.option(position: 1)) : ProjectOffice.met(item) }
        office.records = ProjectRecords(conditions: [
            AgreedCondition(about: .check("J1.03"), action: "Rank them", ownerRole: "lead", due: due)
        ])
        let markdown = try office.markdown()
        #expect(markdown.contains("lapsed: the date has passed") == isLapsed)
        #expect(markdown.contains("| Project lead | \(due): lapsed |") == isLapsed)
        #expect(markdown.contains("| open, promised |") == !isLapsed)
        #expect(try strip(office)[0].hasPrefix(isLapsed ? "✕" : "◐"))
    }

    @Test func aConditionWithoutOwnerSaysWhoWouldActAndAClosedOneWhen() throws {
        var office = ProjectOffice()
        try office.respond { item in item.id == "J2.10" ? Answer(.option(position: 1)) : ProjectOffice.met(item) }
        office.records = ProjectRecords(conditions: [
            AgreedCondition(
                about: .check("J1.01"), action: "Ask them", ownerRole: "lead", due: "2026-02-01", closedOn: "2026-01-30"
            )
        ])
        try expectBoth(
            office, "nobody yet (would fall to: Information technology)", "no owner or date yet",
            "closed on 2026-01-30")
    }

    @Test func aSkippedStage() throws {
        var office = ProjectOffice()
        try office.respond { $0.ancestors.contains("stage3") ? nil : ProjectOffice.met($0) }
        office.records = ProjectRecords(skipped: [
            SkippedStage(stage: "stage3", reason: "Tried elsewhere", byRole: "lead", date: "2025-03-20")
        ])
        #expect(try strip(office)[2] == "○ Not yet started (skipped)")
        #expect(
            try office.markdown().contains("Skipped. Reason given: Tried elsewhere (2025-03-20, Project lead)"))
        #expect(try office.page().contains("Reason given: <bdi>Tried elsewhere</bdi> (2025-03-20, Project lead)"))
    }

    @Test func aChangeReopensPoints() throws {
        var office = ProjectOffice()
        try office.respond(answer: ProjectOffice.met)
        office.records = ProjectRecords(changes: [
            ChangeEvent(kind: "dataSource", date: "2026-06-08", note: "New layout")
        ])
        let markdown = try office.markdown()
        #expect(markdown.contains("A data source changed on 2026-06-08: J2.01, J2.06, J2.07, J2.08 and J2.09"))
        #expect(markdown.contains("Note: New layout"))
        #expect(markdown.contains("12 points are open again because something changed"))
        #expect(markdown.contains("Answer anew: J2.01"))
    }

    // MARK: Answers and figures

    @Test func severalPeopleAreCounted() throws {
        var office = ProjectOffice()
        for position in [2, 2, 0] { try office.respond { _ in Answer(.option(position: position)) } }
        let markdown = try office.markdown()
        #expect(markdown.contains("| Partly (1 × Not met, 2 × Met) |"))
        #expect(markdown.contains("3 responses were given: Project lead 3."))
    }

    @Test func evidenceIsCountedOverTheMustsThatHold() throws {
        var office = ProjectOffice()
        let musts = try ProjectOffice.plan().points.filter { $0.tags["kind"] == ["must"] }.map(\.id)
        try office.respond { item in
            switch item.id {
            case musts[0]: Answer(.option(position: 2), evidence: Evidence("a", kind: .measured))
            case musts[1]: Answer(.option(position: 2), evidence: Evidence("a", kind: .asserted))
            case musts[2]: Answer(.option(position: 2))
            case musts[3]: Answer(.option(position: 0), evidence: Evidence("a", kind: .measured))
            default: ProjectOffice.met(item)
            }
        }
        let rest = musts.count - 4
        try expectBoth(
            office,
            "The \(musts.count - 1) points marked “Must” that hold: 1 measured, \(rest) documented, "
                + "1 asserted, 1 without evidence.")
    }

    @Test func everyPointAndEveryRiskIsThere() throws {
        let office = try ProjectOffice.full()
        let markdown = try office.markdown()
        let page = try office.page()
        for item in try ProjectOffice.questionnaire().items {
            #expect(markdown.contains("\n| \(item.id) | "))
            #expect(page.contains("<td class=\"id\">\(item.id)</td>"))
        }
        let risks = MarkdownStructure.table(in: markdown, headerBegins: ["Id", "Risk", "Stages"])
        #expect(risks.map { $0[0] } == (try ProjectOffice.plan().risks.risks.map(\.id)))
        #expect(risks.count == 44)
        for risk in risks { #expect(markdown.contains("#### \(risk[0]) ")) }
    }

    @Test func whatLooksAlikeIsAReasonToTalk() throws {
        let office = try ProjectOffice.full()
        #expect(try office.markdown().contains("| Keying diaries | diary | 61 % | receipts | Photos |"))
        try expectBoth(office, try words("project.similar.note"))
    }

    // MARK: The page

    @Test func thePageAsksForNothingAndIsTheSameEachTime() throws {
        let office = try ProjectOffice.full()
        let page = try office.page()
        let structure = try HTMLStructure(page)
        #expect(structure.elements["script"] == nil && structure.elements["img"] == nil)
        #expect(structure.addresses.allSatisfy { $0.hasPrefix("#") })
        #expect(page.contains("default-src 'none'"))
        // Markup that a template wrote as text would show.
        #expect(!page.contains("&lt;bdi"))
        #expect(!page.contains("U+2068"))
        #expect(try office.page() == page)
        #expect(try office.markdown() == office.markdown())
        // Every address within the page leads somewhere.
        for address in structure.addresses { #expect(page.contains("id=\"\(address.dropFirst())\"")) }
        #expect(structure.elements["table"] == structure.elements["caption"])
    }

    @Test func rightToLeft() throws {
        let strings = try PackageFolder.strings(replacing: ["\"ltr\"": "\"rtl\""])
        let page = try ProjectOffice.full().report(strings: strings).html(theme: PackageFolder.theme())
        #expect(page.contains("<html lang=\"en\" dir=\"rtl\">"))
        let style = page.prefix(through: try #require(page.range(of: "</style>")).lowerBound)
        for physical in [
            "margin-left", "margin-right", "padding-left", "padding-right", "border-left", "text-align: left",
        ] {
            #expect(!style.contains(physical))
        }
    }

    @Test func theSummaryFitsTheTerminal() throws {
        var plain = ProjectOffice()
        plain.organisation = nil
        for office in [plain, try ProjectOffice.full(), try ProjectOffice.full { String(repeating: $0, count: 40) }] {
            let lines = try office.report().summary().lines
            #expect(lines.count <= 25)
            #expect(lines.allSatisfy { $0.count <= 80 })
        }
    }
}

import Assessments
import Foundation
import Questionnaires
import Responses
import Scoring
import Testing

@testable import Reports

/// Reports on offices and questionnaires at the edges of what is allowed.
@Suite struct AssessmentReportExtremesTests {
    /// What holds for every report, in all its formats.
    private func expectSound(_ report: AssessmentReport, _ name: Comment) throws {
        let markdown = try report.markdown()
        let structure = MarkdownStructure(markdown)
        let strange = structure.blocks.filter { if case .foreign = $0 { true } else { false } }
        #expect(strange == [], name)
        expectEvenTables(markdown, name)
        let words = Set(markdown.split { !$0.isLetter })
        #expect(words.isDisjoint(with: ["nan", "inf", "nil", "Optional"]), name)
        _ = try HTMLStructure(report.html(theme: PackageFolder.theme()))
        let tree = try JSONTree(report.json())
        #expect(tree["metrics"].list.count == report.assessment.scores.metrics.count, name)
        let records = try CSVReader.records(report.csv())
        #expect(Set(records.map(\.count)) == [26], name)
        #expect(try report.summary().lines.count <= 25, name)
        // Some of each kind: members stand first, then metrics, then items.
        for (place, id) in report.explainable.enumerated() where place % 5 == 0 {
            #expect(try report.explanation(of: id)?.isEmpty == false, name)
        }
        try expectCoverageBesideEveryScore(markdown, tree, name)
    }

    private func expectEvenTables(_ markdown: String, _ name: Comment) {
        var columns: Int?
        for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
            guard line.hasPrefix("|") else {
                columns = nil
                continue
            }
            let count = MarkdownStructure.cells(of: String(line)).count
            #expect(count == columns ?? count, name)
            columns = count
        }
    }

    /// No number without its coverage: in the tables of domains, metrics and items, and of every figure in JSON.
    private func expectCoverageBesideEveryScore(_ markdown: String, _ tree: JSONTree, _ name: Comment) throws {
        for header in [["Domain", "Facilitators"], ["Metric", "Id"]] {
            for row in MarkdownStructure.table(in: markdown, headerBegins: header) {
                #expect(row.contains { $0.contains(" %") }, name)
            }
        }
        for metric in tree["metrics"].list {
            if metric["value"].number != nil { #expect(metric.names.contains("coverage"), name) }
            if metric["status"].text == "withheld" { #expect(metric["value"].number == nil, name) }
        }
        for item in tree["items"].list where item["value"].number != nil {
            #expect(item["coverage"].number != nil, name)
        }
    }

    @Test(arguments: [0, 2, 4])
    func everybodyChoosesTheSame(position: Int) throws {
        var office = try Office.maturity()
        office.respond(6) { _, _ in Answer(.option(position: position)) }
        let report = try office.report()
        try expectSound(report, "all \(position)")
        let members = try JSONTree(report.json())["members"].list
        #expect(members.allSatisfy { $0["facilitators"].number == Double(position) / 4 })
        #expect(try report.markdown().contains("No blocker was reported.") == (position == 0))
    }

    @Test func nothingBlocksAndNothingIsLeftToDo() throws {
        var office = try Office.maturity()
        office.respond(6) { _, item in Answer(.option(position: item.direction == .blocker ? 0 : 4)) }
        let report = try office.report()
        try expectSound(report, "best")
        let markdown = try report.markdown()
        for sentence in ["No blocker was reported.", "No recommendation would change a score", "No blocker holds"] {
            #expect(markdown.contains(sentence))
        }
        #expect(try report.summary().contains("stands at 100 of 100"))
        #expect(try !report.summary().contains("What to do first"))
    }

    @Test(arguments: [Wave.Collection.consensus, .self])
    func oneResponse(collection: Wave.Collection) throws {
        var office = try Office.maturity()
        office.wave = Wave(id: "2026", collection: collection)
        office.respond(1) { _, item in item.id.hasSuffix("1") ? nil : Answer(.option(position: 2)) }
        let report = try office.report()
        try expectSound(report, "one")
        let markdown = try report.markdown()
        #expect(markdown.contains("it is a statement, not a survey") == (collection == .self))
        #expect(markdown.contains("not a survey"))
        #expect(!markdown.contains("Response rate"))
    }

    @Test func fiveThousandRespondents() throws {
        var office = try Office.maturity()
        office.measuresStability = false
        office.respond(5000) { respondent, item in
            item.id == "TB2" ? Answer(.dontKnow) : Answer(.option(position: (respondent + item.id.utf8.count) % 5))
        }
        let report = try office.report()
        #expect(try report.markdown().contains("- 5,000 people answered."))
        // Pictures write numbers as the tables beside them do.
        let page = try report.html(theme: PackageFolder.theme())
        #expect(page.contains(">1,000</text>") && !page.contains(">1000</text>"))
        #expect(page.contains(">5,000</text>") && !page.contains(">5000</text>"))
        #expect(try CSVReader.records(report.csv()).count == 1 + report.assessment.scores.metrics.count + 37)
    }

    @Test func nobodyAnswersAnything() throws {
        var office = try Office.maturity()
        office.respond(3) { _, _ in nil }
        let report = try office.report()
        try expectSound(report, "unanswered")
        #expect(try report.markdown().contains("Too few answers for an overall figure"))
        let members = try JSONTree(report.json())["members"].list
        #expect(members.allSatisfy { $0["score"].number == nil && $0["coverage"].number == 0 })
        #expect(try !report.summary().contains("overall 0.0"))
    }

    @Test func nothingIsKnown() throws {
        var office = try Office.maturity()
        office.respond(3) { _, _ in Answer(.dontKnow) }
        try expectSound(try office.report(), "don't know")
    }

    @Test func everythingIsNotApplicable() throws {
        var office = try Office.maturity()
        office.respond(3) { _, _ in Answer(.notApplicable(reason: "We do no statistics")) }
        let report = try office.report()
        try expectSound(report, "not applicable")
        let markdown = try report.markdown()
        #expect(markdown.contains("100 % of this domain was called not applicable"))
        #expect(markdown.contains("(not applicable)"))
        #expect(!markdown.contains("Too few answers for an overall figure"))
    }

    @Test func veryLongNames() throws {
        var definition = SmallDefinition()
        definition.text = { String(repeating: $0 + " ", count: 300).prefix(300).description }
        let office = try Office.small(definition) { String(repeating: $0, count: 300).prefix(300).description }
        try expectSound(try office.report(), "long")
    }

    @Test func veryLongNamesWithoutSpaces() throws {
        var definition = SmallDefinition()
        definition.text = { String(repeating: $0.filter { $0 != " " }, count: 300).prefix(300).description }
        let office = try Office.small(definition) { String(repeating: $0, count: 300).prefix(300).description }
        try expectSound(try office.report(), "long words")
    }

    @Test(arguments: ["مكتب الإحصاء الوطني", "הלשכה המרכזית לסטטיסטיקה", "国家統計局", "통계청", "Statistisches Amt Ä"])
    func otherScripts(name: String) throws {
        var definition = SmallDefinition()
        definition.text = { "\(name) \($0)" }
        let report = try Office.small(definition) { "\(name) \($0)" }.report()
        try expectSound(report, "script")
        #expect(try report.markdown().hasPrefix("# \(name) Office, 2026: \(name) Small\n"))
    }

    @Test func fifteenDomains() throws {
        var definition = SmallDefinition()
        definition.domains = (1...15).map { "domain\($0)" }
        let report = try Office.small(definition).report()
        try expectSound(report, "fifteen")
        #expect(MarkdownStructure.table(in: try report.markdown(), headerBegins: ["Domain"]).count == 15)
        #expect(try report.summary().contains("… and 5 more domains"))
    }

    /// A title that is too long for the terminal says that there is more of it.
    @Test func longTitlesAreCutWithAMark() throws {
        var definition = SmallDefinition()
        definition.text = { "Something that is rather long: \($0)" }
        let summary = try Office.small(definition).report().summary()
        #expect(summary.contains("\nSomething that is rathe…  "))
    }

    @Test func otherBands() throws {
        var definition = SmallDefinition()
        definition.bands = [("Bronze", 0.1), ("Silver", 0.2), ("Gold", 0.95), ("Platinum", nil)]
        let report = try Office.small(definition).report()
        try expectSound(report, "bands")
        let markdown = try report.markdown()
        #expect(markdown.contains("- Silver: above 10.0 up to 20.0\n"))
        #expect(markdown.contains("(Gold)"))
    }

    @Test(arguments: [
        "presentation", "overall", "roles", "recommendations", "blockers", "bands", "presentation roles blockers bands",
    ])
    func withoutAPart(part: String) throws {
        var definition = SmallDefinition()
        definition.hasPresentation = !part.contains("presentation")
        definition.hasOverall = !part.contains("overall")
        definition.hasRoles = !part.contains("roles")
        definition.hasRecommendations = !part.contains("recommendations")
        definition.hasBlockers = !part.contains("blockers")
        definition.hasBands = !part.contains("bands")
        let report = try Office.small(definition).report()
        try expectSound(report, "without \(part)")
        let sheet = QuestionnaireSheet(
            report.assessment.scores.questionnaire, strings: report.strings, library: try PackageFolder.templates())
        #expect(try sheet.markdown().contains("# Small\n"))
        // What there is no figure for is not reported as nought.
        if !definition.hasOverall { #expect(try !report.summary().contains("overall 0.0")) }
    }

    /// A scale may have any numbers: nothing is taken for granted about their size.
    @Test(arguments: [[0, 1e30, 1e100, 1e200, 1e300], [-1e300, -1, 0, 1, 1e300], [0, 1e-300, 1e-20, 1e-6, 1e-5]])
    func numbersOfAnySize(scale: [Double]) throws {
        var definition = SmallDefinition()
        definition.scale = scale
        definition.hasRecommendations = false
        let report = try Office.small(definition).report()
        _ = try report.markdown()
        _ = try report.summary()
        _ = try HTMLStructure(report.html(theme: PackageFolder.theme()))
        #expect(try CSVReader.records(report.csv()).count == 23)
        #expect(try JSONTree(report.json())["items"].list.count == 8)
    }
}

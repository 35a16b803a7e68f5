import Assessments
import Foundation
import Questionnaires
import Responses
import Scoring
import Testing

@testable import Reports

@Suite struct AssessmentReportTests {
    @Test func theSameAssessmentGivesTheSameBytes() throws {
        let office = try Office.maturity()
        var reversed = office
        reversed.responses.reverse()
        var shuffled = office
        shuffled.responses = [7, 2, 11, 0, 5, 9, 1, 10, 3, 8, 4, 6].map { office.responses[$0] }
        let report = try office.report()
        for other in [try office.report(), try reversed.report(), try shuffled.report()] {
            #expect(try other.markdown() == report.markdown())
            #expect(other.json() == report.json())
            #expect(other.csv() == report.csv())
            #expect(try other.summary() == report.summary())
            #expect(try other.explanation(of: "overall") == report.explanation(of: "overall"))
        }
    }

    @Test func theDomainTableSaysWhatTheJSONSays() throws {
        for office in [try Office.maturity(), try Office.small()] {
            let report = try office.report()
            let rows = MarkdownStructure.table(in: try report.markdown(), headerBegins: ["Domain", "Facilitators"])
            let members = try JSONTree(report.json())["members"].list
            try #require(rows.count == members.count && !rows.isEmpty)
            for (row, member) in zip(rows, members) {
                var cells = row.map { $0.replacingOccurrences(of: "*", with: "") }
                // The interval stands between the bar of the score and the target.
                if !member["stability"].list.isEmpty {
                    #expect(isShown(member["stability"].list.first?.number, as: cells.remove(at: 8)))
                }
                try #require(cells.count == 10)
                #expect(cells[0] == member["title"].text)
                #expect(isShown(member["facilitators"].number, as: cells[1]))
                #expect(isShown(member["burden"].number, as: cells[3]))
                let isCapped = !member["capSetBy"].list.isEmpty
                #expect(isCapped ? isShown(member["cap"].number, as: cells[5]) : cells[5] == "none")
                #expect(cells[5].contains("◀") == member["capBinds"].flag)
                #expect(isShown(member["score"].number, as: cells[6]))
                #expect(isShown(member["target"].number, as: cells[8]))
                let coverage = try #require(member["coverage"].number)
                #expect(cells[9].hasPrefix("\(NumberText(decimalSeparator: ".").percent(coverage)) % ("))
                #expect(cells[9].hasSuffix("(\(member["status"].text ?? ""))"))
                #expect(isBar(member["score"].number, cells[7]))
                #expect(isBar(member["burden"].number, cells[4]))
                #expect(isBar(member["facilitators"].number, cells[2]))
            }
        }
    }

    /// Whether a cell shows a number from 0 to 1 as points, to one decimal; a dash shows that there is none.
    private func isShown(_ number: Double?, as cell: String) -> Bool {
        guard let number else { return cell == "–" }
        guard let shown = Double(cell.prefix { $0 != " " }) else { return false }
        return abs(shown - number * 100) <= 0.05 + 1e-9
    }

    private func isBar(_ number: Double?, _ cell: String) -> Bool {
        guard let number else { return cell == "··········" }
        return cell.count == 10 && abs(Double(cell.filter { $0 == "█" }.count) - number * 10) <= 0.5 + 1e-9
    }

    @Test func theItemTablesSayWhatTheJSONSays() throws {
        let report = try Office.maturity().report()
        let rows = MarkdownStructure.table(in: try report.markdown(), headerBegins: ["Item", "Id", "Domain"])
        let items = try JSONTree(report.json())["items"].list
        try #require(rows.count == items.count && rows.count == 37)
        for (row, item) in zip(rows, items) {
            #expect(row[1] == item["id"].text)
            #expect(isShown(item["value"].number, as: row[3]))
            #expect(isShown(item["median"].number, as: row[4]))
            for (cell, key) in zip(row[7...], ["answered", "dontKnow", "unanswered", "notApplicable"]) {
                #expect(Double(cell) == item[key].number)
            }
        }
    }

    @Test(arguments: [
        ("weakest\": \"{{standing}}", "weakst\": \"{{standing}}", "headline.weakest"),
        ("\"one\": \"{{count}} working day\",", "", "effort.days.one"),
        ("\"where\": \"Where we stand\",", "", "'where'"),
        ("\"settled\": \"Nothing to gain now\",", "", "'settled'"),
    ])
    func aMissingTextIsAnErrorThatNamesIt(old: String, new: String, key: String) throws {
        var office = try Office.maturity()
        // Nothing is left to do, nothing caps, and one recommendation would take one day at most.
        office.respond(3) { _, item in Answer(.option(position: item.direction == .blocker ? 0 : 2)) }
        if key == "effort.days.one" { office = try Office.oneDay() }
        let report = try office.report(strings: PackageFolder.strings(replacing: [old: new]))
        let failure = #expect(throws: ReportFailure.self) { try report.markdown() }
        let message = try #require(failure?.description)
        #expect(message.contains(key), "\(message)")
        #expect(message.contains("templates/"))
    }

    @Test func aTextThatAsksForAnUnknownParameterIsAnError() throws {
        let strings = try PackageFolder.strings(replacing: ["{{role}} on {{date}}": "{{rolle}} on {{date}}"])
        let report = try Office.small().report(strings: strings)
        let failure = #expect(throws: ReportFailure.self) { try report.markdown() }
        let message = try #require(failure?.description)
        #expect(message.contains("templates/strings/en.json"))
        #expect(message.contains("item.ratingSet") && message.contains("'rolle'") && message.contains("'role'"))
    }

    @Test func anUnknownNameInATemplateIsAnErrorWithItsPlace() throws {
        let source = try PackageFolder.text("templates/report.md.mustache")
        let library = try PackageFolder.templates(replacing: [
            "report.md": source.replacingOccurrences(of: "**{{headline}}**", with: "**{{headlin}}**"),
            "summary.txt": "{{title}}\n  {{#domians}}x{{/domians}}", "explain.txt": "{{> explan}}",
        ])
        let report = try Office.small().report(library: library)
        let expected: [(() throws -> String?, String, String)] = [
            (report.markdown, "templates/report.md.mustache:3:3: ", "'headline'"),
            (report.summary, "templates/summary.txt.mustache:2:3: ", "'domains'"),
            ({ try report.explanation(of: "overall") }, "templates/explain.txt.mustache:1:1: ", "'explan'"),
        ]
        for (render, place, hint) in expected {
            let failure = #expect(throws: ReportFailure.self) { _ = try render() }
            let message = try #require(failure?.description)
            #expect(message.hasPrefix(place), "\(message)")
            #expect(message.contains(hint), "\(message)")
        }
    }

    @Test func aFaultInAPartialIsNamedByTheFileOfThePartial() throws {
        let library = try PackageFolder.templates(replacing: ["md/items": "| {{labl}} |"])
        let report = try Office.small().report(library: library)
        let failure = #expect(throws: ReportFailure.self) { try report.markdown() }
        #expect(try #require(failure?.description).hasPrefix("templates/md/items.mustache:1:3: "))
    }

    @Test func anotherTemplateAndOtherWordsChangeTheReport() throws {
        let office = try Office.small()
        let library = try PackageFolder.templates(replacing: ["report.md": "{{subject}} / {{overall.value}}"])
        let report = try office.report(library: library)
        let overall = try #require(report.assessment.overall?.value)
        #expect(try report.markdown() == "Office / \(NumberText(decimalSeparator: ".").points(overall))")
        let strings = try PackageFolder.strings(replacing: ["Where we stand": "Where are we"])
        #expect(try office.report(strings: strings).markdown().contains("## Where are we\n"))
    }

    @Test func theInputsAreNamedWithTheirHashes() throws {
        var office = try Office.small()
        office.leftOut = []
        var markdown = try office.report().markdown()
        #expect(markdown.contains("- templates/report.md.mustache: `cd`\n"))
        #expect(markdown.contains("No response was left out."))
        #expect(markdown.contains("SHA-256 of the answers: `bbbb"))
        office.overrides = []
        markdown = try office.report().markdown()
        #expect(markdown.contains("No built-in file was replaced."))
    }

    @Test func aRecordOfFewerAskedThanAnsweredIsSaid() throws {
        var office = try Office.small()
        office.wave = Wave(id: "2026", collection: .survey, invited: ["makers": 1, "users": 1])
        #expect(try office.report().markdown().contains("- Only 2 were asked by the record of the wave"))
        office.wave = Wave(id: "2026", collection: .survey, invited: ["makers": 9])
        #expect(try office.report().markdown().contains("- How many were asked is not recorded for every role"))
    }

    @Test func remarksAreShownOnlyWhereTheOfficeAllowsIt() throws {
        var office = try Office.small()
        let markdown = try office.report().markdown()
        for line in ["Comment: My comment", "Evidence: My evidence", "Not applicable because: Not needed"] {
            #expect(markdown.contains("  - \(line)\n"))
        }
        office.showsComments = false
        let report = try office.report()
        for text in [try report.markdown(), report.json(), report.csv()] {
            let shown = ["My comment", "My evidence", "Not needed"].filter(text.contains)
            #expect(shown == [])
        }
    }
}

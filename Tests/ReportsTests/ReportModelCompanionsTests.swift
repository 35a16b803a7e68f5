import Assessments
import Foundation
import JSON
import Mustache
import Responses
import Testing

@testable import Questionnaires
@testable import Reports

/// What another questionnaire says, beside a domain, in all formats.
@Suite struct ReportModelCompanionsTests {
    private static let heading = "#### How models are engineered"

    private func section(_ domain: String, of markdown: String) throws -> Substring {
        let start = try #require(markdown.range(of: "\n### \(domain)\n"))
        let rest = markdown[start.upperBound...]
        return rest[
            ..<(rest.range(of: "\n### ") ?? rest.range(of: "\n## ") ?? rest.endIndex..<rest.endIndex).lowerBound]
    }

    @Test func theBlockStandsBesideItsDomainOnly() throws {
        let markdown = try Office.accompanied(1, .consensus).report().markdown()
        #expect(try section("Technology", of: markdown).contains(Self.heading))
        #expect(markdown.components(separatedBy: Self.heading).count == 2)
        #expect(try !Office.maturity().report().markdown().contains(Self.heading))
    }

    /// Every number with its bounds, coverage and status, and points as the questionnaire counts them.
    @Test func itShowsTheMetricsNamedAndTheSections() throws {
        let report = try Office.accompanied(1, .consensus).report()
        let rows = MarkdownStructure.table(in: try report.markdown(), headerBegins: ["Metric", "Value", "Band"])
        #expect(
            rows == [
                ["Overall", "25.0", "", "21.4 – 35.7", "89 % (firm)"],
                ["Fewest points", "1.75", "", "1.50 – 2.50", "89 % (firm)"],
                ["Overall band", "Begun", "", "Begun – Workable", "89 % (firm)"],
                ["Data and features: Score", "35.7", "Workable", "35.7", "100 % (firm)"],
                ["Model development: Score", "25.0", "Begun", "21.4 – 35.7", "86 % (firm)"],
                ["Infrastructure: Score", "25.0", "Begun", "21.4 – 35.7", "86 % (firm)"],
                ["Operation: Score", "25.0", "Begun", "21.4 – 35.7", "86 % (firm)"],
            ])
        let html = try report.html(theme: PackageFolder.theme())
        _ = try HTMLStructure(html)
        for row in rows {
            let cells = row.dropFirst().map { "<td class=\"number\">\($0)</td>" }
            #expect(
                html.contains(
                    "<tr><th scope=\"row\">\(row[0])</th>\(cells[0])<td>\(row[2])</td>\(cells[2])\(cells[3])</tr>"))
        }
    }

    @Test func itSaysWhoAnsweredWhatAndHowItRelates() throws {
        let one = try Office.accompanied(1, .consensus).report().markdown()
        #expect(one.contains("questionnaire, “Engineering practice for machine learning”. One response was agreed"))
        #expect(one.contains("stands beside Technology and enters none of its figures"))
        #expect(one.contains("- Set beside: Engineering practice for machine learning (mlops-practice 1.0.0)"))
        #expect(
            one.contains(
                "\(String(repeating: "c", count: 64)), of the answers to it \(String(repeating: "d", count: 64))"))
        let many = try Office.accompanied(12, .survey).report().markdown()
        #expect(many.contains("“Engineering practice for machine learning”. 12 people answered.\n"))
    }

    @Test func onePeriodOfOneDayIsADate() throws {
        var office = try Office.maturity()
        let practice = try Office.practice(1, .consensus)
        let companion = try #require(office.questionnaire.presentation?.companions.first)
        for (to, text) in [
            ("2026-03-26", "learning”, 2026-03-26. One"), ("2026-03-27", "2026-03-26 to 2026-03-27. One"),
        ] {
            office.companions = [
                try CompanionAssessment(
                    companion, questionnaire: practice.questionnaire,
                    workspace: Workspace(organisation: "O", questionnaire: "mlops-practice", language: "en"),
                    wave: Wave(
                        id: "2026", period: period("2026-03-26", to), collection: .consensus),
                    responses: practice.responses)
            ]
            let markdown = try office.report().markdown()
            #expect(markdown.contains(text), "\(markdown.lines.filter { $0.contains("One response") })")
        }
    }

    private func period(_ from: String, _ to: String) throws -> Wave.Period {
        let reader = JSONReader(
            try JSONDocument(
                parsing: Array(
                    #"{"collection": "self", "period": {"from": "\#(from)", "to": "\#(to)"}}"#.utf8)), file: "w")
        return try #require(Wave.decodeCollection(reader, id: "w")?.period)
    }

    /// The figures of the report itself are the same to the last bit.
    @Test func nothingElseChanges() throws {
        let alone = try JSONFigures(Office.maturity().report().json())
        let accompanied = try JSONFigures(Office.accompanied(1, .consensus).report().json())
        #expect(alone.metrics.map(\.value) == accompanied.metrics.map(\.value))
        #expect(alone.items.map(\.value) == accompanied.items.map(\.value))
    }

    @Test func programsGetTheSame() throws {
        let report = try Office.accompanied(1, .consensus).report()
        let companions = try JSONTree(report.json())["companions"].list
        let companion = try #require(companions.first)
        #expect(companions.count == 1)
        #expect(companion["questionnaire"]["id"].text == "mlops-practice" && companion["member"].text == "technology")
        #expect(companion["collection"].text == "consensus" && companion["answered"].number == 1)
        #expect(companion["isShown"].flag == true && companion["digests"]["answers"].text?.hasPrefix("ddd") == true)
        let metrics = companion["metrics"].list
        #expect(metrics.map { $0["id"].text } == ["overall", "fewestPoints", "overallBand"])
        #expect(metrics.map { $0["value"].number } == [0.25, 1.75, 1.75])
        #expect(metrics.map { $0["band"].text } == [nil, nil, "begun"])
        #expect(metrics[1]["bounds"].list.map(\.number) == [1.5, 2.5] && metrics[1]["status"].text == "firm")
        let members = companion["members"].list
        #expect(members.map { $0["id"].text } == ["data", "model", "infrastructure", "operation"])
        let coverages: [Double?] = [1, 6.0 / 7, 6.0 / 7, 6.0 / 7]
        #expect(members.map { $0["coverage"].number } == coverages)

    }

    @Test func theCSVHasARowForEach() throws {
        let records = try CSVReader.records(Office.accompanied(1, .consensus).report().csv())
        let rows = records.filter { $0[4] == "companion" }
        let scores = ["data.score", "model.score", "infrastructure.score", "operation.score"]
        #expect(rows.map { $0[5] } == ["overall", "fewestPoints", "overallBand"] + scores)
        #expect(rows.allSatisfy { $0[2] == "mlops-practice" && $0[3] == "1.0.0" && $0.count == records[0].count })
        #expect(rows.prefix(3).map { $0[9] } == ["0.25", "1.75", "1.75"])
        #expect(records.filter { $0[4] != "companion" }.dropFirst().allSatisfy { $0[2] == "ml-maturity" })
    }

    /// Fewer than three people in a survey: that is said, and no figure of theirs stands in any format.
    @Test(arguments: [1, 2])
    func ofTooFewPeopleNothingIsShown(count: Int) throws {
        let report = try Office.accompanied(count, .survey).report()
        let markdown = try report.markdown()
        let block = try section("Technology", of: markdown)
        #expect(block.contains("Fewer than 3 people answered it, so nothing of it is shown."))
        #expect(MarkdownStructure.table(in: markdown, headerBegins: ["Metric", "Value", "Band"]).isEmpty)
        let html = try report.html(theme: PackageFolder.theme())
        #expect(html.contains("Fewer than 3 people answered it"))
        for format in [markdown, html] { #expect(!format.contains("Fewest points") && !format.contains("Begun")) }
        let companion = try #require(try JSONTree(report.json())["companions"].list.first)
        #expect(companion["isShown"].flag == false && companion["answered"].value == nil)
        #expect(companion["metrics"].list.isEmpty && companion["members"].list.isEmpty)
        #expect(!report.csv().contains("companion"))
    }

    @Test(arguments: Injection.html.prefix(6) + Injection.markdown.prefix(6))
    func whatADefinitionSaysIsNoMarkup(text: String) throws {
        var definition = SmallDefinition()
        definition.domains = ["technology"]
        var office = try Office.small(definition)
        let practice = try Office.practice(1, .consensus)
        func report(title: String) throws -> AssessmentReport {
            office.companions = [
                try CompanionAssessment(
                    Presentation.Companion(
                        questionnaire: "mlops-practice", member: "technology", title: title, metrics: ["overall"]),
                    questionnaire: practice.questionnaire,
                    workspace: Workspace(organisation: "O", questionnaire: "mlops-practice", language: "en"),
                    wave: practice.wave, responses: practice.responses)
            ]
            return try office.report()
        }
        let (plain, odd) = (try report(title: "Title"), try report(title: text))
        #expect(try MarkdownStructure(plain.markdown()).blocks == MarkdownStructure(odd.markdown()).blocks)
        let theme = try PackageFolder.theme()
        #expect(try HTMLStructure(plain.html(theme: theme)).elements == HTMLStructure(odd.html(theme: theme)).elements)
    }
}

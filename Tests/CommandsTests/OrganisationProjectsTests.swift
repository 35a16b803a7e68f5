import Foundation
import Questionnaires
import Testing

@testable import Commands

/// What the report on an office says of its projects.
@Suite struct OrganisationProjectsTests {
    private static let report = "office/reports/2026/ml-maturity"
    private static let heading = "## Projects held back"

    private static func office(_ projects: [String: String]) -> MemoryFileSystem {
        let files = Sample.files()
        for (path, text) in projects { files["office/projects/\(path)"] = text }
        return files
    }

    private static func record(_ title: String, further: String = "") -> String {
        #"{"formatVersion": 1, "title": "\#(title)", "purpose": "Sort answers."\#(further)}"#
    }

    private static var bytesWithout: [String?] {
        let files = Sample.files()
        _ = files.run("assess", "office")
        return ["html", "md", "json", "csv"].map { files["\(report).\($0)"] }
    }

    @Test func withoutProjectsNothingIsSaid() throws {
        let files = Sample.files()
        #expect(files.run("assess", "office").exitCode == 0)
        #expect(files["\(Self.report).md"]?.contains("Projects held back") == false)
        #expect(files["\(Self.report).html"]?.contains("heldBack") == false)
        #expect(files["\(Self.report).json"]?.contains("\"projects\"") == false)
        try files.makeFolder("office/projects")
        #expect(files.run("assess", "office").exitCode == 0)
        #expect(["html", "md", "json", "csv"].map { files["\(Self.report).\($0)"] } == Self.bytesWithout)
    }

    @Test func itCountsWhatBlockersStop() throws {
        let files = Self.office([
            "first/project.json": Self.record("Sorting <b>jobs</b>"),
            "second/project.json": Self.record(
                "Sorting shops", further: #", "outcome": {"state": "shelved", "date": "2026-01-05"}"#),
        ])
        let outcome = files.run("assess", "office")
        #expect(outcome.exitCode == 0, "\(outcome.notes)")
        let markdown = try #require(files["\(Self.report).md"])
        #expect(markdown.contains(Self.heading))
        #expect(markdown.contains("**2 projects: 1 under way and 1 shelved. “"))
        #expect(markdown.contains("(TB2) stops one of them.**"))
        #expect(markdown.contains("| Software restricted or slow (TB2) | Stops work | 1 | 0 | 0 | Stops: Sorting"))
        #expect(!markdown.contains("<b>") && !markdown.contains("bdi"))
        let page = try #require(files["\(Self.report).html"])
        #expect(page.contains("<a href=\"#heldBack\">Projects held back</a>"))
        #expect(page.contains("<bdi>Sorting &lt;b&gt;jobs&lt;/b&gt;</bdi>"))
        let json = try #require(files["\(Self.report).json"])
        let tree = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        let projects = try #require(tree["projects"] as? [String: Any])
        #expect(projects["projects"] as? [String] == ["first", "second"])
        #expect(projects["over"] as? [String] == ["second"])
        let blockers = try #require(projects["blockers"] as? [[String: Any]])
        #expect(blockers.first?["blocker"] as? String == "TB2")
        #expect(blockers.first?["stopped"] as? [String] == ["first"])
    }

    @Test func aProjectWithProblemsIsLeftOutAndNoted() throws {
        let files = Self.office([
            "first/project.json": Self.record("Sorting jobs"), "broken/project.json": #"{"formatVersion": 1}"#,
        ])
        let outcome = files.run("assess", "office")
        #expect(outcome.exitCode == 0)
        #expect(outcome.notes.contains("The project broken has problems and is left out of the report"))
        let markdown = try #require(files["\(Self.report).md"])
        #expect(markdown.contains("Not counted, because its files have problems: broken."))
        #expect(markdown.contains("**1 project: 1 under way."))
    }

    /// A report on an earlier day does not speak of what came later.
    @Test func whatCameLaterIsNotCounted() throws {
        let files = Self.office([
            "first/project.json": Self.record(
                "Sorting jobs",
                further: #", "started": "2026-01-01", "outcome": {"state": "shelved", "date": "2026-05-02"}"#),
            "later/project.json": Self.record("Sorting shops", further: #", "started": "2026-05-02""#),
        ])
        #expect(files.run("assess", "office", "--as-of", "2026-05-01").exitCode == 0)
        let before = try #require(files["\(Self.report).md"])
        #expect(before.contains("**1 project: 1 under way."))
        #expect(before.contains("Not counted, because it began later: later."))
        #expect(before.contains("Dated rules are judged as of 2026-05-01."))
        #expect(files.run("assess", "office", "--as-of", "2026-05-02").exitCode == 0)
        #expect(files["\(Self.report).md"]?.contains("**2 projects: 1 under way and 1 shelved.") == true)
    }

    /// Answers to another questionnaire of the office say nothing of its projects.
    @Test func theReportOnAnotherQuestionnaireLeavesThemOut() throws {
        let files = Self.office(["first/project.json": Self.record("Sorting jobs")])
        let practice = try BuiltInFiles(
            context: CommandContext(files: files, console: MemoryConsole()), workspace: nil
        ).questionnaire("mlops-practice").questionnaire
        let answers = practice.items.map { "\"\($0.id)\": \"1\"" }.joined(separator: ", ")
        files["\(Sample.wave)/mlops-practice/wave.json"] =
            #"{"formatVersion": 1, "id": "2026", "collection": "consensus"}"#
        files["\(Sample.wave)/mlops-practice/responses/p.json"] = """
            {"formatVersion": 1, "questionnaire": "mlops-practice", "questionnaireVersion": "\(practice.version)",
            "wave": "2026", "respondent": "p", "role": "it", "answers": {\(answers)}}
            """
        let outcome = files.run("assess", "office", "--questionnaire", "mlops-practice")
        #expect(outcome.exitCode == 0, "\(outcome.notes)")
        #expect(files["office/reports/2026/mlops-practice.md"]?.contains(Self.heading) == false)
    }
}

import Foundation
import JSON
import Questionnaires
import Testing

@testable import Commands

/// Answers to a further questionnaire in a workspace: where they stand, how they are checked, assessed and shown.
@Suite struct CompanionsTests {
    private static let id = "mlops-practice"
    private static let folder = "\(Sample.wave)/\(id)"
    private static let report = "office/reports/2026/ml-maturity"
    private static let block = "\n#### How models are engineered\n"

    /// A response in which every practice is done by hand, with some answers put in place of these.
    private static func response(
        _ respondent: String, role: String = "it", answers: [String: String] = [:]
    ) throws -> String {
        let loaded = try BuiltInFiles(
            context: CommandContext(files: MemoryFileSystem(), console: MemoryConsole()), workspace: nil
        ).questionnaire(id)
        let all = loaded.questionnaire.items.map { "\"\($0.id)\": \(answers[$0.id] ?? "\"1\"")" }
        return """
            {"formatVersion": 1, "questionnaire": "\(id)", "questionnaireVersion": "\(loaded.questionnaire.version)",
            "wave": "2026", "respondent": "\(respondent)", "role": "\(role)", "answers": {
            \(all.joined(separator: ",\n"))
            }}
            """
    }

    /// The sample office, in whose wave so many people answered the further questionnaire.
    private static func office(_ count: Int, collection: String? = nil) throws -> MemoryFileSystem {
        let files = Sample.files()
        for number in 0..<count { files["\(folder)/responses/p-\(number).json"] = try response("p-\(number)") }
        files["\(folder)/wave.json"] = collection.map {
            #"{"formatVersion": 1, "id": "2026", "collection": "\#($0)", "invited": {"methodology": 2}}"#
        }
        return files
    }

    @Test func itStandsInTheReport() throws {
        let files = try Self.office(1, collection: "consensus")
        let outcome = files.run("assess", "office")
        #expect(outcome.exitCode == 0, "\(outcome.notes)")
        #expect(files["\(Self.report).md"]?.contains(Self.block) == true)
        #expect(files["\(Self.report).html"]?.contains(">How models are engineered</h4>") == true)
        #expect(files["\(Self.report).csv"]?.contains(",\(Self.id),1.0.0,companion,overall,") == true)
        #expect(files.writes.allSatisfy { !$0.contains("mlops") })
    }

    @Test func withoutAnswersNothingIsSaidAndNothingIsRead() throws {
        let files = Sample.files()
        var read: [String] = []
        files.readFailure = { path in
            read.append(path)
            return nil
        }
        #expect(files.run("assess", "office").exitCode == 0)
        #expect(files["\(Self.report).md"]?.contains(Self.block) == false)
        #expect(read.allSatisfy { !$0.contains(Self.id) })
        // An empty folder is not an answer.
        try files.makeFolder("\(Self.folder)/responses")
        #expect(files.run("assess", "office").exitCode == 0)
        #expect(files["\(Self.report).md"]?.contains(Self.block) == false)
    }

    /// Without a record of its own, the way of collection and the period are those of the wave, and no more: roles that
    /// were asked and ratings that were set are of the other questionnaire.
    @Test func theRecordOfTheWaveHolds() throws {
        let files = try Self.office(4)
        files["\(Sample.wave)/wave.json"] = """
            {"formatVersion": 1, "id": "2026", "collection": "survey", "invited": {"leadership": 5},
            "period": {"from": "2026-03-01", "to": "2026-03-31"}}
            """
        #expect(files.run("check", "office").output == "10 files checked: 0 errors, 0 warnings\n")
        #expect(files.run("assess", "office").exitCode == 0)
        let markdown = try #require(files["\(Self.report).md"])
        #expect(markdown.contains("2026-03-01 to 2026-03-31. 4 people answered.\n"))
        #expect(files.run("assess", "office", "-q", Self.id).exitCode == 0)
        let own = try #require(files["office/reports/2026/\(Self.id).md"])
        #expect(own.contains("4 people answered.") && own.contains("How many were asked is not recorded"))
    }

    @Test func aSurveyOfTwoIsNotShownAndStopsNothing() throws {
        let files = try Self.office(2)
        #expect(files.run("assess", "office").exitCode == 0)
        let markdown = try #require(files["\(Self.report).md"])
        #expect(markdown.contains("Fewer than 3 people answered it, so nothing of it is shown."))
        let outcome = files.run("assess", "office", "-q", Self.id)
        #expect(outcome.exitCode == 65 && outcome.notes.contains("\(Self.folder) is a survey with 2 responses"))
    }

    @Test func aConsensusOfTwoStopsTheReport() throws {
        let files = try Self.office(2, collection: "consensus")
        let outcome = files.run("assess", "office")
        #expect(outcome.exitCode == 65 && files.writes.isEmpty)
        #expect(outcome.notes.contains("\(Self.folder) is a consensus with 2 responses"))
        #expect(outcome.notes.contains("in \(Self.folder)/wave.json"))
    }

    /// A report of its own from its own folder; targets are of the workspace's own questionnaire.
    @Test func itHasAReportOfItsOwn() throws {
        let files = try Self.office(1, collection: "consensus")
        files["office/waymark.json"] = Sample.record.replacingOccurrences(
            of: "\"technology\": 0.5", with: "\"technology\": 0.5, \"information\": 0.4")
        let outcome = files.run("assess", "office", "--questionnaire", Self.id, "--format", "md,json")
        #expect(outcome.exitCode == 0, "\(outcome.notes)")
        #expect(files.writes == ["md", "json"].map { "office/reports/2026/\(Self.id).\($0)" })
        #expect(files.run("explain", "data", "office", "-q", Self.id).output.contains("= 50.0"))
        let markdown = try #require(files["office/reports/2026/\(Self.id).md"])
        #expect(!markdown.contains(Self.block) && !markdown.contains("Target: "))
    }

    @Test func aWaveThatDidNotAnswerItSaysWhereAnswersBelong() {
        let files = Sample.files()
        let outcome = files.run("assess", "office", "-q", Self.id)
        #expect(outcome.exitCode == 66)
        #expect(
            outcome.notes == "waymark: \(Self.folder): the wave has no answers to \(Self.id); put a file for each "
                + "respondent into \(Self.folder)/responses\n")
    }

    // MARK: Mistakes

    @Test func anInvalidResponseStopsBothOrIsLeftOut() throws {
        let files = try Self.office(4)
        files["\(Self.folder)/responses/p-4.json"] = try Self.response("p-4", answers: ["MD1": "\"7\""])
        for arguments in [["assess", "office"], ["assess", "office", "-q", Self.id]] {
            let outcome = files.run(arguments)
            #expect(outcome.exitCode == 65 && outcome.notes.hasPrefix("\(Self.folder)/responses/p-4.json:3:8: error: "))
            #expect(
                outcome.notes.contains("there is no option of MD1 \"7\"") && outcome.notes.contains("--skip-invalid"))
        }
        #expect(files.run("check", "office").exitCode == 1)
        #expect(files.run("assess", "office", "--skip-invalid").exitCode == 0)
        let markdown = try #require(files["\(Self.report).md"])
        #expect(
            markdown.contains("| mlops-practice/responses/p-4.json |") && markdown.contains("4 people answered."))
    }

    @Test func checksCountEveryFile() throws {
        #expect(try Self.office(4).run("check", "office").output == "10 files checked: 0 errors, 0 warnings\n")
        let files = try Self.office(1, collection: "consensus")
        #expect(files.run("check", "office").output == "8 files checked: 0 errors, 0 warnings\n")
        for path in ["\(Self.folder)/wave.json", "\(Self.folder)/responses/p-0.json"] {
            #expect(files.run("check", path).output == "1 file checked: 0 errors, 0 warnings\n", "\(path)")
        }
        files["\(Self.folder)/responses/p-0.json"] = Sample.response("p-0")
        for path in ["office", "\(Self.folder)/responses/p-0.json"] {
            let outcome = files.run("check", path)
            #expect(outcome.exitCode == 1)
            #expect(
                outcome.output.contains("the response answers the questionnaire \"ml-maturity\", not \"\(Self.id)\""))
        }
        files["\(Self.folder)/wave.json"] = #"{"formatVersion": 1, "id": "2025", "collection": "self"}"#
        for path in ["office", "\(Self.folder)/wave.json"] {
            #expect(
                files.run("check", path).output.contains(
                    "the record is of the wave \"2025\", but its folder is \"2026\""))
        }
    }

    /// - Parameter severity: answers that nobody reads are an error, a stray folder is not.
    @Test(arguments: [
        ("mlops-practise", "responses/r.json", "error", "did you mean \"mlops-practice\"?"),
        ("mlops-practise", "notes.txt", "warning", "did you mean \"mlops-practice\"?"),
        ("respones", "r-09.json", "warning", "did you mean \"responses\"?"),
        ("zzz", "wave.json", "error", "known: ml-maturity-six-areas, ml-project, mlops-practice"),
    ])
    func anUnknownFolderIsFound(name: String, file: String, severity: String, remedy: String) {
        let files = Sample.files()
        files["\(Sample.wave)/\(name)/\(file)"] = "{}"
        let line = "\(Sample.wave)/\(name): \(severity): there is no questionnaire \"\(name)\"; \(remedy)\n"
        let (checked, assessed) = (files.run("check", "office"), files.run("assess", "office"))
        #expect(checked.output.contains(line), "\(checked.output)")
        #expect(assessed.notes.contains(line), "\(assessed.notes)")
        #expect(checked.exitCode == (severity == "error" ? 1 : 0))
        #expect(assessed.exitCode == (severity == "error" ? 65 : 0))
    }

    @Test func aFolderForTheOwnQuestionnaireIsFound() {
        let files = Sample.files()
        files["\(Sample.wave)/ml-maturity/responses/r-01.json"] = Sample.response("r-01")
        let outcome = files.run("check", "office")
        #expect(outcome.exitCode == 1)
        #expect(
            outcome.output.contains("\(Sample.wave)/ml-maturity: error: answers to the workspace's own questionnaire"))
        #expect(outcome.output.contains("move them to \(Sample.wave)/responses"))
    }

    /// What a definition says of another questionnaire is checked where that one is at hand.
    @Test(arguments: [
        (
            "\"overallBand\"]", "\"overalBand\"]",
            "there is no metric of mlops-practice \"overalBand\"; did you mean \"overallBand\"?"
        ),
        (
            "\"questionnaire\": \"mlops-practice\"", "\"questionnaire\": \"mlops-practise\"",
            "there is no questionnaire \"mlops-practise\"; did you mean \"mlops-practice\"?"
        ),
    ])
    func aDefinitionThatNamesWhatIsNotThere(old: String, new: String, message: String) throws {
        let files = try Self.office(1, collection: "consensus")
        _ = files.run("questionnaire", "copy", "ml-maturity", "office")
        let path = "office/questionnaires/ml-maturity/questionnaire.json"
        let text = try #require(files[path])
        try #require(text.contains(old))
        files[path] = text.replacingOccurrences(of: old, with: new)
        for checked in ["office", path] {
            let outcome = files.run("check", checked)
            #expect(outcome.exitCode == 1)
            #expect(outcome.output.hasPrefix("\(path):") && outcome.output.contains("$.presentation.companions[0]."))
            #expect(outcome.output.contains(message), "\(outcome.output)")
        }
        let assessed = files.run("assess", "office")
        #expect((assessed.exitCode == 65) == old.contains("Band"))
        #expect(assessed.notes.contains(message) == old.contains("Band"))
    }

    // MARK: Provenance

    @Test func theReportNamesWhatItRestsOn() throws {
        let files = try Self.office(4)
        _ = files.run("questionnaire", "copy", Self.id, "office")
        #expect(files.run("assess", "office").exitCode == 0)
        let names = ["../wave.json"] + (0..<4).map { "responses/p-\($0).json" }
        let digest = Listing.digest(
            of: try names.map { name in
                let path = name.hasPrefix("../") ? "\(Sample.wave)/wave.json" : "\(Self.folder)/\(name)"
                return (name, Array(try #require(files[path]).utf8))
            })
        let markdown = try #require(files["\(Self.report).md"])
        #expect(markdown.contains("of the answers to it \(digest)\n"))
        #expect(markdown.contains("\n- questionnaires/mlops-practice/questionnaire.json: `"))
        // What stands beside does not change what the answers to the questionnaire itself are.
        let alone = Sample.files()
        #expect(alone.run("assess", "office").exitCode == 0)
        func answers(_ files: MemoryFileSystem) throws -> Substring {
            let markdown = try #require(files["\(Self.report).md"])
            return try #require(markdown.split(separator: "\n").first { $0.contains("SHA-256 of the answers:") })
        }
        #expect(try answers(files) == answers(alone))
    }

    @Test func theDemoShowsIt() throws {
        let files = MemoryFileSystem()
        #expect(files.run("demo", "-o", "demo").exitCode == 0)
        #expect(files["demo/reports/2026/ml-maturity.md"]?.contains(Self.block) == true)
        #expect(files["demo/reports/2025/ml-maturity.md"]?.contains(Self.block) == false)
        #expect(files.run("check", "demo").output.hasSuffix("checked: 0 errors, 0 warnings\n"))
        #expect(files.run("assess", "demo", "-q", Self.id).exitCode == 0)
    }
}

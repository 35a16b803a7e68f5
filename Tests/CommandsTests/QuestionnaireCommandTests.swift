import Foundation
import Testing

@testable import Commands

@Suite struct QuestionnaireCommandTests {
    @Test func list() {
        let files = Sample.files()
        let practice = "mlops-practice  1.0.0  Engineering practice for machine learning (28 items)\n"
        let others =
            "ml-maturity-six-areas  1.0.0  Readiness for machine learning, in six areas (44 items)\n"
            + "ml-project  1.1.0  Readiness of a machine learning project (119 items)\n" + practice
        #expect(
            files.run("questionnaire", "list").output
                == "ml-maturity  1.0.0  Readiness for machine learning (37 items)\n" + others)
        _ = files.run("questionnaire", "copy", "ml-maturity", "office")
        let changed = files.run("questionnaire", "list", "office").output
        #expect(changed.contains("(37 items, changed in this workspace)"))
        files["office/questionnaires/ml-maturity/questionnaire.json"] = "{"
        files["office/questionnaires/not an id/questionnaire.json"] = "{"
        let broken = files.run("questionnaire", "list", "office")
        #expect(broken.output.hasPrefix("ml-maturity  (cannot be used; see 'waymark check')\nml-maturity-six-areas  1"))
        #expect(broken.output.hasSuffix(practice))
        #expect(broken.output.split(separator: "\n").count == 4 && broken.exitCode == 0)
    }

    @Test func show() {
        let outcome = MemoryFileSystem().run("questionnaire", "show", "ml-maturity")
        #expect(outcome.exitCode == 0)
        #expect(outcome.output.hasPrefix("# Readiness for machine learning\n"))
        #expect(outcome.output.contains("### TB2 Software restricted or slow\n"))
    }

    @Test func aCopyIsAnAllOrNothing() {
        let files = MemoryFileSystem(["office/questionnaires/ml-maturity/recommendations.json": "mine"])
        let outcome = files.run("questionnaire", "copy", "ml-maturity", "office")
        #expect(outcome.exitCode == 73)
        #expect(outcome.notes.contains("office/questionnaires/ml-maturity/recommendations.json cannot be made"))
        #expect(files.writes.isEmpty)
    }

    @Test func aCopyListsItsFilesWithoutTheExamples() {
        let outcome = MemoryFileSystem().run("questionnaire", "copy", "ml-maturity", "office")
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.count == 7)
        #expect(lines.allSatisfy { $0.hasPrefix("office/questionnaires/ml-maturity/") && !$0.contains("examples") })
    }

    @Test(arguments: [
        ("ml-matuirty", 66, "did you mean \"ml-maturity\"?"), ("../x", 66, "../x"),
        ("", 66, "there is no questionnaire"),
        ("d/questionnaires/ml-maturity/questionnaire.json", 64, "name a questionnaire by its id: ml-maturity"),
    ])
    func whatCannotBeCopied(id: String, code: Int32, message: String) {
        let files = MemoryFileSystem()
        _ = files.run("questionnaire", "copy", "ml-maturity", "d")
        let before = files.files
        let outcome = files.run("questionnaire", "copy", id, "office")
        #expect(outcome.exitCode == code && outcome.output.isEmpty)
        #expect(outcome.notes.contains(message), "\(outcome.notes)")
        #expect(files.files == before)
    }

    /// The language of a questionnaire is a text that becomes a path.
    @Test func theLanguageOfAQuestionnaireIsNoPath() {
        let files = Sample.files()
        files["secret.json"] = #"{"formatVersion": 1}"#
        _ = files.run("questionnaire", "copy", "ml-maturity", "office")
        let main = "office/questionnaires/ml-maturity/questionnaire.json"
        files[main] = files[main]?.replacingOccurrences(
            of: "\"language\": \"en\"", with: "\"language\": \"../../../secret\"")
        var read: [String] = []
        files.readFailure = { path in
            read.append(path)
            return nil
        }
        // The workspace says in which language it is shown.
        #expect(files.run("questionnaire", "show", "ml-maturity", "office").exitCode == 0)
        #expect(read.filter { $0.contains("secret") } == [])
    }
}

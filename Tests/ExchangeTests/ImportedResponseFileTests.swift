import JSON
import Questionnaires
import Responses
import SeededRandomness
import Testing

@testable import Exchange

/// Form files, one response each.
@Suite struct ImportedResponseFileTests {
    private let questionnaire: Questionnaire

    init() throws { questionnaire = try MixedQuestionnaire.make() }

    private func read(_ text: String, otherVersions: Bool = false) throws -> ImportedFile {
        let target = ImportTarget(
            questionnaire: questionnaire, place: .wave("2026"), takesOtherVersions: otherVersions)
        return target.readResponse(try JSONDocument(parsing: Array(text.utf8)), file: "r.json")
    }

    private static func file(
        questionnaire: String = "mixed", version: String = "1.2.0", wave: String = "2026", answers: String = "{}"
    ) -> String {
        """
        {"formatVersion": 1, "questionnaire": "\(questionnaire)", "questionnaireVersion": "\(version)",
        "wave": "\(wave)", "respondent": "r-1", "role": "it", "language": "en", "completed": "2026-03-01",
        "answers": \(answers)}
        """
    }

    @Test(arguments: 0..<20)
    func filesComeBack(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for response in RandomResponses().responses(4, to: questionnaire, using: &generator) {
            let value = response.json(answering: questionnaire)
            let file = try read(value.canonicalText())
            #expect(file.refused == [])
            #expect(file.responses.first?.response.json(answering: questionnaire) == value)
        }
    }

    @Test(arguments: [
        (
            file(wave: "2025"),
            "r.json:2:9: error: $.wave: the file is of the wave \"2025\", not \"2026\"; name it with --wave"
        ),
        (file(questionnaire: "other"), "$.questionnaire: the file answers the questionnaire \"other\", not \"mixed\""),
        (
            file(version: "1.0.0"),
            "the file answers version \"1.0.0\" of the questionnaire, not \"1.2.0\"; use --any-version"
        ),
        (file(version: "1.0.0", answers: #"{"OLD": "1"}"#), "which does not ask OLD; use --any-version"),
        (file(answers: #"{"J2.5": "most"}"#), "$.answers['J2.5']: there is no item \"J2.5\"; did you mean \"J2.05\"?"),
        (file(answers: #"{"J2.05": "mosst"}"#), "there is no option of J2.05 \"mosst\"; did you mean \"most\"?"),
        (file(answers: "[]"), "this is a list"), ("[]", "this is a list, not an object in braces"),
        (#"{"formatVersion": 9}"#, "format version 9"),
    ])
    func whatIsWrongIsTold(text: String, message: String) throws {
        let file = try read(text)
        #expect(file.refused.map { "\($0)" }.contains { $0.contains(message) }, "\(file.refused)")
        #expect(file.rowsRead == 1 && file.rowsRefused == 1 && file.responses.isEmpty)
    }

    @Test func anOlderVersion() throws {
        let text = Self.file(
            version: "1.0.0", answers: #"{"OLD": {"option": "1", "comment": "mine"}, "J2.05": "most", "GONE": null}"#)
        let file = try read(text, otherVersions: true)
        #expect(file.responses.map { $0.response.answers.keys.sorted() } == [["J2.05"]])
        #expect(
            file.notes.map { "\($0)" } == [
                "r.json:3:20: warning: $.answers.OLD: OLD is not asked in version 1.2.0; its answer was not taken: "
                    + "{ \"comment\": \"mine\", \"option\": \"1\" }; keep the file, or this report"
            ])
        let wrong = try read(Self.file(version: "1.0.0", answers: #"{"J2.05": "mosst"}"#), otherVersions: true)
        #expect(wrong.refused.map(\.problem) == ["$.answers['J2.05']: there is no option of J2.05 \"mosst\""])
    }
}

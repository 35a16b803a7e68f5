import JSON
import Questionnaires
import Responses
import SeededRandomness
import Testing

@testable import Exchange

@Suite struct FormTableTests {
    private let questionnaire: Questionnaire

    init() throws { questionnaire = try MixedQuestionnaire.make() }

    private func target(unfinished: Bool = false) -> ImportTarget {
        ImportTarget(questionnaire: questionnaire, place: .wave("2026"), takesUnfinished: unfinished)
    }

    /// A response as a platform can say it: the language only in LimeSurvey, nothing of whole dimensions.
    private func said(_ response: Response, _ platform: SurveyPlatform) -> JSONValue {
        Response(
            respondent: response.respondent, role: response.role, wave: response.wave, completed: response.completed,
            language: platform == .limeSurvey ? response.language : nil, answers: response.answers
        ).json(answering: questionnaire)
    }

    @Test(arguments: SurveyPlatform.allCases, 0..<16)
    func everythingComesBack(platform: SurveyPlatform, seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var random = RandomResponses()
        random.sections = false
        random.isThorough = false
        let responses = random.responses(5, to: questionnaire, using: &generator)
        var form = PlatformTable(platform: platform, questionnaire: questionnaire)
        form.splits = seed % 2 == 1
        if platform == .kobo { form.separator = ";" }
        let file = target().read(try CSVTableTests.table(form.text(responses)), from: platform)
        #expect(file.refused == [] && file.notes == [] && file.leftOut == [])
        #expect(
            file.responses.map { $0.response.json(answering: questionnaire) } == responses.map { said($0, platform) })
        #expect(file.rowsRead == 5 && file.rowsMapped == 5)
    }

    private func read(_ text: String, _ platform: SurveyPlatform, unfinished: Bool = false) throws -> ImportedFile {
        target(unfinished: unfinished).read(try CSVTableTests.table(text), from: platform)
    }

    @Test(arguments: [
        ("J2_05", "mosst", "there is no code of J2.05 \"mosst\"; did you mean \"most\"?"),
        ("J2_05", "na", "\"not applicable\" needs a reason"), ("N1", "12 days", "\"12 days\" is not a number"),
        ("N1_state", "na", "N1 applies to everyone"), ("N1_state", "x", "there is no state of N1 \"x\""),
        ("M1", "gpu dk", "\"dk\" can be chosen only alone"), ("M1", "gpu none", "\"none\" can be chosen only alone"),
        ("M1", "gpu nothing.at-all", "\"nothing.at-all\" can be chosen only alone"),
        ("waymark_wave", "2025", "the answers are of the wave \"2025\", not \"2026\""),
        ("waymark_version", "1.0.0", "the answers are of the version \"1.0.0\""),
        ("waymark_questionnaire", "other", "the answers are of the questionnaire \"other\""),
        ("end", "yesterday", "\"yesterday\" is not a date"),
    ])
    func badCells(field: String, value: String, message: String) throws {
        let text = "respondent,role,g-J20_5,\(field)\nr-1,it,1,\"\(value)\"\nr-2,it,2,\n"
        let file = try read(text, .odk)
        #expect(
            file.refused.map { "\($0)" }.contains { $0.contains("t.csv:2:") && $0.contains(message) }, "\(file.refused)"
        )
        #expect(file.responses.map(\.response.respondent) == ["r-2"])
        #expect(file.rowsRead == 2 && file.rowsMapped == 1 && file.rowsRefused == 1)
    }

    @Test func whoDoesNotSayWhoTheyAre() throws {
        let file = try read("KEY,role,J20_5\nuuid:ab-1,it,1\n,it,2\nuuid:ab-2,,2\n", .odk)
        #expect(file.responses.map(\.response.respondent) == ["uuid-ab-1"])
        #expect(file.refused.map(\.problem) == ["the response does not say whose it is", "the role is missing"])
        #expect(file.notes.contains { $0.problem.hasPrefix("1 response gives no pseudonym") })
        let lime = try read("id,submitdate,role,J205x2\n17,2026-01-02 10:00,A3,1\n", .limeSurvey)
        #expect(lime.responses.map(\.response.respondent) == ["response-17"])
    }

    @Test func whatPlatformsCountAsNotValid() throws {
        let odk = try read("respondent,role,J20_5,ReviewState\nr-1,it,1,rejected\nr-2,it,1,approved\n", .odk)
        #expect(odk.leftOut.map(\.problem) == ["the submission was rejected in ODK Central"])
        #expect(odk.responses.map(\.response.respondent) == ["r-2"])
        let kobo = try read(
            "respondent;role;J20_5;_validation_status\nr-1;it;1;Not Approved\nr-2;it;1;Approved\n", .kobo)
        #expect(kobo.leftOut.count == 1 && kobo.responses.count == 1)
        let text = "id,submitdate,respondent,role,J205x2\n1,,r-1,A3,1\n2,2026-01-02 10:00:00,r-2,A3,1\n"
        let lime = try read(text, .limeSurvey)
        #expect(
            lime.leftOut.map { "\($0)" } == [
                "t.csv:2:1: warning: the response 1 was never submitted, and is unfinished; use --incomplete to take it as it is"
            ])
        #expect(lime.rowsRead == 2 && lime.rowsMapped == 1)
        #expect(try read(text, .limeSurvey, unfinished: true).responses.count == 2)
    }

    @Test func filesOfSomethingElse() throws {
        let file = try read("start,end,How many people?\na,b,most\n", .kobo)
        #expect(file.refused.map(\.problem) == ["no column is an item of the questionnaire \"mixed\""])
        #expect(file.rowsRefused == 1 && "\(file.refused)".contains("XML values and headers"))
    }

    @Test func columnsAreTold() throws {
        let file = try read("respondent,role,J20_5,g-extra,J20_5_comment,_x\nr-1,it,,hello,\"lost?\",\n", .odk)
        let notes = file.notes.map { "\($0)" }
        #expect(notes.contains { $0.contains("10 of 11 items have no column, and count as unanswered: J2.05, J205r") })
        #expect(notes.contains { $0.contains("the column \"g-extra\" is not of this form") })
        #expect(
            notes.contains { $0.contains("J20.5 is not answered, and what was written to it is not taken: \"lost?\"") })
        #expect(file.responses[0].response.answers.isEmpty)
    }
}

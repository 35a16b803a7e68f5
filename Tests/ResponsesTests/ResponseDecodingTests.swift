import JSON
import Questionnaires
import Testing

@testable import Responses

struct ResponseDecodingTests {
    private let questionnaire: Questionnaire

    init() throws {
        questionnaire = try sampleQuestionnaire()
    }

    /// A response with some members changed; an empty text removes a member.
    private func text(_ changes: [String: String] = [:]) -> String {
        let members = [
            "formatVersion": "1", "questionnaire": "\"sample\"", "questionnaireVersion": "\"1.0.0\"",
            "wave": "\"2026\"", "respondent": "\"r-01\"", "role": "\"analyst\"", "completed": "\"2026-03-12\"",
            "answers": "{\"SF1\": {\"option\": \"some\"}}",
        ].merging(changes) { _, new in new }
        let lines = members.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \($0.value)" }
        return "{\(lines.joined(separator: ",\n"))}"
    }

    private func answer(_ item: String, _ text: String) -> String { self.text(["answers": "{\"\(item)\": \(text)}"]) }

    /// Decodes a response and expects the findings, and a response if and only if none is an error.
    private func check(
        _ text: String, wave: String? = "2026", _ findings: [String], sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let root = try reader(of: text)
        let response = Response.decode(root, questionnaire: questionnaire, place: wave.map { .wave($0) } ?? .anywhere)
        #expect(root.found == findings, sourceLocation: sourceLocation)
        #expect((response != nil) == !findings.contains { $0.hasPrefix("error") }, sourceLocation: sourceLocation)
        #expect(root.findings.list.allSatisfy { $0.file == "test.json" }, sourceLocation: sourceLocation)
    }

    @Test func responseIsDecoded() throws {
        let answers = """
            {"SF1": {"option": "some", "evidence": "Charter", "comment": "<b>so</b>"}, "SB1": {"option": "all"},
             "TF1": {"state": "dontKnow", "comment": "new here"},
             "TB1": {"state": "notApplicable", "reason": "no tools at all", "evidence": "List"}}
            """
        let root = try reader(of: text(["answers": answers]))
        let response = try #require(Response.decode(root, questionnaire: questionnaire, place: .wave("2026")))
        #expect(root.found == [])
        #expect(response.respondent == "r-01")
        #expect(response.role == "analyst")
        #expect(response.wave == "2026")
        #expect(response.completed == "2026-03-12")
        #expect(response.file == "test.json")
        #expect(
            response.answers == [
                "SF1": Answer(.option(position: 1), evidence: Evidence("Charter"), comment: "<b>so</b>"),
                "SB1": Answer(.option(position: 2)),
                "TF1": Answer(.dontKnow, comment: "new here"),
                "TB1": Answer(.notApplicable(reason: "no tools at all"), evidence: Evidence("List")),
            ])
    }

    @Test func whatIsOptionalMayBeLeftOut() throws {
        let root = try reader(of: text(["completed": "", "answers": "{}", "$schema": "\"s\"", "language": "\"en\""]))
        let response = try #require(Response.decode(root, questionnaire: questionnaire, place: .anywhere))
        #expect(root.found == [])
        #expect(response.completed == nil)
        #expect(response.answers == [:])
    }

    @Test(arguments: [
        "formatVersion", "questionnaire", "questionnaireVersion", "wave", "respondent", "role", "answers",
    ])
    func requiredKeyIsMissed(key: String) throws {
        try check(text([key: ""]), ["error: $: the key \"\(key)\" is missing; add it"])
    }

    @Test(
        arguments: [
            (
                "formatVersion", "2",
                "the file has format version 2; this Waymark reads versions up to 1; use a newer Waymark"
            ),
            ("wave", "2026", "this is a number, not a text; write a text"),
            (
                "respondent", "\"../../x\"",
                "\"../../x\" cannot be an id; use letters a to z, digits, hyphen, underscore and full stop, "
                    + "beginning with a letter or digit"
            ),
            (
                "respondent", "\"\"",
                "\"\" cannot be an id; use letters a to z, digits, hyphen, underscore and full stop, "
                    + "beginning with a letter or digit"
            ),
            (
                "wave", "\"../2026\"",
                "\"../2026\" cannot be an id; use letters a to z, digits, hyphen, underscore and full stop, "
                    + "beginning with a letter or digit"
            ),
            (
                "wave", "\"2025\"",
                "the response belongs to the wave \"2025\", but stands in the wave \"2026\"; "
                    + "move the file to that wave, or correct it"
            ),
            ("role", "\"analysts\"", "there is no role \"analysts\"; did you mean \"analyst\"?"),
            ("role", "\"minister\"", "there is no role \"minister\"; known: chief, engineer, analyst"),
            ("completed", "\"2025-02-29\"", "\"2025-02-29\" is not a date; write year-month-day, as in 2026-03-31"),
            ("completed", "null", "this is null, not a text; write a text"),
            ("language", "7", "this is a number, not a text; write a text"),
            ("answers", "[]", "this is a list, not an object in braces; write an object in braces"),
            (
                "questionnaire", "\"other\"",
                "the response answers the questionnaire \"other\", not \"sample\"; "
                    + "move the file, or name the questionnaire with --questionnaire"
            ),
            (
                "questionnaireVersion", "\"0.9.0\"",
                "the response answers version \"0.9.0\" of the questionnaire, not \"1.0.0\"; "
                    + "assess it with that version, by --questionnaire FILE"
            ),
            ("questionnaireVersion", "1", "this is a number, not a text; write a text"),
            ("answer", "{}", "the key \"answer\" is not known here; did you mean \"answers\"?"),
        ])
    func mistakeAtTheTop(key: String, value: String, finding: String) throws {
        try check(text([key: value]), ["error: $.\(key): \(finding)"])
    }

    /// Nothing is passed over: whatever is null is reported where it stands.
    @Test(
        arguments: [
            "formatVersion", "questionnaire", "questionnaireVersion", "wave", "respondent", "role", "completed",
            "language", "answers",
        ])
    func everyValueIsRead(key: String) throws {
        let root = try reader(of: text([key: "null"]))
        #expect(Response.decode(root, questionnaire: questionnaire, place: .wave("2026")) == nil)
        #expect(root.findings.list.map(\.path) == ["$.\(key)"])
    }

    @Test func roleIsFreeWhereNoneIsDefined() throws {
        let questionnaire = try decodedQuestionnaire(
            of: """
                {"formatVersion": 1, "id": "sample", "version": "1.0.0", "language": "en", "title": "A",
                 "dimensions": [{"id": "d", "title": "D"}],
                 "scales": [{"id": "s", "options": [{"id": "some", "value": 0}, {"id": "all", "value": 1}]}],
                 "items": [{"id": "SF1", "dimension": "d", "direction": "none", "scale": "s", "label": "I"}]}
                """)
        func role(_ text: String) throws -> (role: String?, found: [String]) {
            let root = try reader(of: self.text(["role": text]))
            let response = Response.decode(root, questionnaire: questionnaire, place: .anywhere)
            return (response?.role, root.found)
        }
        #expect(try role("") == ("respondent", []))
        #expect(try role("\"team-7\"") == ("team-7", []))
        #expect(try role("7") == (nil, ["error: $.role: this is a number, not a text; write a text"]))
    }

    @Test func anyWaveWillDoWhereNoneIsAskedFor() throws {
        let root = try reader(of: text(["wave": "\"2025\""]))
        #expect(Response.decode(root, questionnaire: questionnaire, place: .anywhere)?.wave == "2025")
        #expect(root.found == [])
    }

    /// What it answers would look like one mistake after the other.
    @Test(arguments: ["questionnaire", "questionnaireVersion"])
    func answersToAnotherQuestionnaireAreNotChecked(key: String) throws {
        let root = try reader(
            of: text([key: "\"x\"", "role": "\"pilot\"", "answers": "{\"Q1\": {\"option\": \"7\"}}"]))
        #expect(Response.decode(root, questionnaire: questionnaire, place: .wave("2026")) == nil)
        #expect(root.findings.list.map(\.path) == ["$.\(key)"])
    }

    @Test(
        arguments: [
            ("SF2", "there is no item \"SF2\"; did you mean \"SF1\"?"),
            ("sf1", "there is no item \"sf1\"; did you mean \"SF1\"?"),
            ("quality", "there is no item \"quality\"; known: SF1, SB1, TF1, TB1"),
        ])
    func unknownItemIsReported(item: String, finding: String) throws {
        try check(answer(item, "{\"option\": \"some\"}"), ["error: $.answers.\(item): \(finding)"])
    }

    @Test(
        arguments: [
            ("{\"option\": \"smoe\"}", ".option: there is no option of SF1 \"smoe\"; did you mean \"some\"?"),
            ("{\"option\": \"yes\"}", ".option: there is no option of SF1 \"yes\"; known: none, some, all"),
            ("{\"option\": 1}", ".option: this is a number, not a text; write a text"),
            (
                "{\"option\": \"some\", \"state\": \"dontKnow\"}",
                ".state: the answer has an option and a state; keep the one that is meant"
            ),
            (
                "{}",
                ": the answer has neither an option nor a state; "
                    + "add \"option\" or \"state\", or remove the item if it is unanswered"
            ),
            (
                "{\"comment\": \"later\"}",
                ": the answer has neither an option nor a state; "
                    + "add \"option\" or \"state\", or remove the item if it is unanswered"
            ),
            ("{\"state\": \"dontknow\"}", ".state: \"dontknow\" is not known here; did you mean \"dontKnow\"?"),
            (
                "{\"state\": \"answered\"}",
                ".state: \"answered\" is not known here; write one of dontKnow, notApplicable"
            ),
            (
                "{\"state\": \"unanswered\"}",
                ".state: \"unanswered\" is not known here; write one of dontKnow, notApplicable"
            ),
            (
                "{\"state\": \"notApplicable\"}",
                ".state: \"not applicable\" needs a reason; add \"reason\" with a sentence that says why"
            ),
            (
                "{\"state\": \"notApplicable\", \"reason\": \" \"}",
                ".reason: the text is empty; write the text, or leave the key out"
            ),
            (
                "{\"state\": \"notApplicable\", \"reason\": 7}", ".reason: this is a number, not a text; write a text"
            ),
            ("{\"option\": \"some\", \"evidence\": []}", ".evidence: this is a list, not a text; write a text"),
            ("{\"option\": \"some\", \"comment\": null}", ".comment: this is null, not a text; write a text"),
            (
                "{\"option\": \"some\", \"coment\": \"x\"}",
                ".coment: the key \"coment\" is not known here; did you mean \"comment\"?"
            ),
            ("{\"option\": \"some\", \"reason\": 7}", ".reason: this is a number, not a text; write a text"),
            ("{\"state\": \"dontKnow\", \"reason\": 7}", ".reason: this is a number, not a text; write a text"),
            ("\"smoe\"", ": there is no option of SF1 \"smoe\"; did you mean \"some\"?"),
            ("\"dontKnow\"", ": there is no option of SF1 \"dontKnow\"; known: none, some, all"),
            ("1", ": this is a number, not a text; write a text"),
            ("[\"some\"]", ": this is a list, not a text; write a text"),
        ])
    func mistakeInAnAnswer(answer: String, finding: String) throws {
        try check(self.answer("SF1", answer), ["error: $.answers.SF1\(finding)"])
    }

    @Test func reasonOfAnAnsweredItemIsAWarning() throws {
        let text = answer("SF1", "{\"option\": \"some\", \"reason\": \"because\"}")
        try check(
            text,
            ["warning: $.answers.SF1.reason: a reason is given, but the item is answered; write it as a comment"])
        let response = Response.decode(try reader(of: text), questionnaire: questionnaire, place: .wave("2026"))
        #expect(response?.answers == ["SF1": Answer(.option(position: 1))])
    }

    @Test func optionAloneIsAnAnswerAndNullIsNone() throws {
        let root = try reader(of: text(["answers": "{\"SF1\": \"all\", \"SB1\": null, \"TB1\": \"no\"}"]))
        let response = Response.decode(root, questionnaire: questionnaire, place: .wave("2026"))
        #expect(root.found == [])
        #expect(response?.answers == ["SF1": Answer(.option(position: 2)), "TB1": Answer(.option(position: 0))])
    }

    @Test func optionsAreThoseOfTheItem() throws {
        try check(answer("TF1", "{\"option\": \"yes\"}"), [])
        try check(
            answer("TF1", "{\"option\": \"some\"}"),
            ["error: $.answers.TF1.option: there is no option of TF1 \"some\"; known: no, yes"])
    }

    @Test func allMistakesAreFoundInOneGo() throws {
        try check(
            text([
                "role": "\"boss\"", "completed": "\"today\"",
                "answers": """
                {"SF9": {"option": "some"}, "SF1": {"option": "much"},
                             "TB1": {"state": "notApplicable"}}
                """,
            ]),
            [
                "error: $.answers.SF9: there is no item \"SF9\"; did you mean \"SF1\"?",
                "error: $.answers.SF1.option: there is no option of SF1 \"much\"; known: none, some, all",
                "error: $.answers.TB1.state: \"not applicable\" needs a reason; "
                    + "add \"reason\" with a sentence that says why",
                "error: $.completed: \"today\" is not a date; write year-month-day, as in 2026-03-31",
                "error: $.role: there is no role \"boss\"; known: chief, engineer, analyst",
            ])
    }

    @Test(arguments: ["null", "7", "\"text\"", "[]", "{}"])
    func otherJSONIsNoResponse(text: String) throws {
        let root = try reader(of: text)
        #expect(Response.decode(root, questionnaire: questionnaire, place: .anywhere) == nil)
        #expect(root.findings.list.count == 1)
    }

    private func response(_ respondent: String, _ file: String) -> Response {
        Response(respondent: respondent, role: "analyst", wave: "2026", answers: [:], file: file)
    }

    @Test func respondentsOccurOnce() {
        let responses = [
            response("r-02", "c.json"), response("r-01", "b.json"), response("r-01", "d.json"),
            response("r-03", "e.json"),
            response("r-01", "a.json"),
        ]
        let findings = Response.duplicates(among: responses)
        #expect(
            findings.map(\.description) == [
                "b.json: error: $.respondent: the respondent \"r-01\" has answered in a.json too; "
                    + "keep one of the two files, or give each person an id of their own",
                "d.json: error: $.respondent: the respondent \"r-01\" has answered in a.json too; "
                    + "keep one of the two files, or give each person an id of their own",
            ])
        #expect(Response.duplicates(among: responses.reversed()) == findings)
        #expect(Response.duplicates(among: Array(responses.prefix(2))).isEmpty)
        #expect(Response.duplicates(among: []).isEmpty)
    }
}

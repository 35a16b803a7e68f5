import Projects
import Questionnaires
import Responses
import Testing

/// Responses about a project: where they belong, and what their answers rest on.
@Suite struct ProjectResponseTests {
    private static let full = [
        ("formatVersion", "1"), ("questionnaire", "\"ml-project\""), ("questionnaireVersion", "\"1.1.0\""),
        ("project", "\"coding\""), ("respondent", "\"agreed\""), ("role", "\"lead\""),
        (
            "answers",
            #"{"J1.01": {"option": "met", "evidence": {"kind": "documented", "text": "Note", "date": "2026-03-02", "#
                + #""owner": "it"}}, "J1.02": {"option": "partly", "evidence": "They say so"}, "J1.03": "notMet", "#
                + #""J1.04": {"state": "dontKnow"}, "M12": "met"}"#
        ),
    ]

    private func decode(
        _ changes: [String: String?], _ place: Response.Place = .project("coding")
    ) throws -> (value: Response?, findings: [String]) {
        let questionnaire = try ShippedPlan.get().questionnaire
        return try ProjectFileText.decode(ProjectFileText.object(Self.full, changes)) {
            Response.decode($0, questionnaire: questionnaire, place: place)
        }
    }

    @Test func everythingIsRead() throws {
        let (response, findings) = try decode([:])
        #expect(findings == [] && response?.project == "coding" && response?.wave == nil)
        #expect(
            response?.answers == [
                "J1.01": Answer(
                    .option(position: 2), evidence: Evidence("Note", kind: .documented, date: "2026-03-02", owner: "it")
                ),
                "J1.02": Answer(.option(position: 1), evidence: Evidence("They say so", kind: .asserted)),
                "J1.03": Answer(.option(position: 0)), "J1.04": Answer(.dontKnow), "M12": Answer(.option(position: 2)),
            ])
    }

    @Test(arguments: [Response.Place.project("coding"), .anywhere])
    func whereItMayStand(_ place: Response.Place) throws {
        #expect(try decode([:], place).findings == [])
    }

    @Test func aWaveHasItsOwnResponses() throws {
        #expect(try decode(["project": nil, "wave": "\"2026\""], .wave("2026")).value?.wave == "2026")
        #expect(try decode(["project": nil, "wave": "\"2026\""], .anywhere).value?.wave == "2026")
    }

    @Test(
        arguments: [
            (
                ["project": "\"other\""], .project("coding"),
                """
                $.project: the response belongs to the project \"other\", but \
                stands in the project \"coding\"; move the file to that project, or correct it
                """
            ),
            (
                ["project": nil, "wave": "\"2026\""], .project("coding"),
                """
                $.wave: the response belongs to the wave \"2026\", \
                but stands in the project \"coding\"; move the file there, or write \"project\" instead
                """
            ),
            (
                [:], .wave("2026"),
                """
                $.project: the response belongs to the project \"coding\", but stands in the wave \
                \"2026\"; move the file there, or write \"wave\" instead
                """
            ),
            (
                ["wave": "\"2026\""], .project("coding"),
                """
                $.project: the response names a wave and a project; keep the one it \
                belongs to
                """
            ),
            (["project": nil], .project("coding"), "$: the key \"project\" is missing; add it"),
            (["project": nil], .wave("2026"), "$: the key \"wave\" is missing; add it"),
            (
                ["project": "\"a b\""], .project("coding"),
                """
                $.project: \"a b\" cannot be an id; use letters a to z, digits, \
                hyphen, underscore and full stop, beginning with a letter or digit
                """
            ),
        ] as [([String: String?], Response.Place, String)])
    func whereItMayNotStand(_ changes: [String: String?], _ place: Response.Place, _ finding: String) throws {
        let (response, findings) = try decode(changes, place)
        #expect(response == nil && findings == [finding])
    }

    @Test(arguments: [
        (#"{"text": "x"}"#, "$.answers['J1.01'].evidence: the key \"kind\" is missing; add it"),
        (
            #"{"kind": "document"}"#,
            """
            $.answers['J1.01'].evidence.kind: \"document\" is not known here; did you mean \
            \"documented\"?
            """
        ),
        (
            #"{"kind": "measured", "date": "May"}"#,
            """
            $.answers['J1.01'].evidence.date: \"May\" is not a date; write \
            year-month-day, as in 2026-03-31
            """
        ),
        (
            #"{"kind": "measured", "owner": "boss"}"#,
            """
            $.answers['J1.01'].evidence.owner: there is no role \"boss\"; \
            known: lead, subjectMatter, methodology, it
            """
        ),
        (
            #"{"kind": "measured", "text": ""}"#,
            """
            $.answers['J1.01'].evidence.text: the text is empty; write the text, or \
            leave the key out
            """
        ),
        (
            #"{"kind": "measured", "by": "it"}"#,
            """
            $.answers['J1.01'].evidence.by: the key \"by\" is not known here; remove \
            it; known keys are kind, text, date, owner
            """
        ),
    ])
    func evidence(_ evidence: String, _ finding: String) throws {
        let (response, findings) = try decode(
            ["answers": #"{"J1.01": {"option": "met", "evidence": \#(evidence)}}"#])
        #expect(response == nil && findings == [finding])
    }

    @Test func kindsOfEvidenceHaveAnOrder() {
        #expect(Evidence.Kind.asserted < .documented && .documented < Evidence.Kind.measured)
        #expect(Evidence("x").kind == .asserted)
    }
}

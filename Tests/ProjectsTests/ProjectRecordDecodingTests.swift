import Projects
import Questionnaires
import Testing

/// `project.json`: what it may say, and what is wrong with it.
@Suite struct ProjectRecordDecodingTests {
    private static let full = [
        ("$schema", "\"project.schema.json\""), ("formatVersion", "1"), ("title", "\"Coding of jobs\""),
        ("purpose", "\"Codes are to be given faster.\""), ("statisticsDomain", "\"labour market\""),
        ("gsbpm", "\"5.2\""),
        ("dataSources", #"["Labour force survey", "Register"]"#), ("method", "\"text classification\""),
        ("classification", "\"ISCO-08\""), ("ownerRole", "\"subjectMatter\""), ("started", "\"2025-03-01\""),
        ("outcome", #"{"state": "shelved", "date": "2026-02-01", "reason": "No owner"}"#),
    ]

    private func decode(_ changes: [String: String?]) throws -> (value: ProjectRecord?, findings: [String]) {
        let roles = try ShippedPlan.get().questionnaire.roles
        return try ProjectFileText.decode(ProjectFileText.object(Self.full, changes)) {
            ProjectRecord.decode($0, id: "coding", roles: roles)
        }
    }

    @Test func everythingIsRead() throws {
        let (record, findings) = try decode([:])
        #expect(findings == [])
        #expect(
            record
                == ProjectRecord(
                    id: "coding", title: "Coding of jobs", purpose: "Codes are to be given faster.",
                    statisticsDomain: "labour market", gsbpm: "5.2", dataSources: ["Labour force survey", "Register"],
                    method: "text classification", classification: "ISCO-08", ownerRole: "subjectMatter",
                    started: "2025-03-01",
                    outcome: ProjectRecord.Outcome(state: .shelved, date: "2026-02-01", reason: "No owner")))
    }

    @Test func titleAndPurposeAreEnough() throws {
        let others = Self.full.map(\.0).filter { !["formatVersion", "title", "purpose"].contains($0) }
        let (record, findings) = try decode(Dictionary(uniqueKeysWithValues: others.map { ($0, nil) }))
        #expect(findings == [] && record?.dataSources == [] && record?.outcome == nil && record?.isOver == false)
    }

    @Test(arguments: ["1", "8", "1.1", "5.2", "8.10", "5.20"])
    func processes(_ process: String) throws {
        #expect(try decode(["gsbpm": "\"\(process)\""]).value?.gsbpm == process)
    }

    @Test(arguments: ["0", "9", "5.", ".2", "5.0", "5.21", "5.2.1", "+5", "05", "5.02", "5,2", "", "code"])
    func noProcesses(_ process: String) throws {
        let (record, findings) = try decode(["gsbpm": "\"\(process)\""])
        #expect(record == nil)
        #expect(
            findings == [
                """
                $.gsbpm: \"\(process)\" is no process of the Generic Statistical Business Process Model; \
                write the phase from 1 to 8, or a sub-process as in \"5.2\"
                """
            ])
    }

    @Test(
        arguments: [
            ("formatVersion", nil, "$: the key \"formatVersion\" is missing; add it"),
            (
                "formatVersion", "2",
                """
                $.formatVersion: the file has format version 2; this Waymark reads versions up to 1; \
                use a newer Waymark
                """
            ),
            ("title", nil, "$: the key \"title\" is missing; add it"),
            ("title", "\" \"", "$.title: the text is empty; write the text, or leave the key out"),
            ("title", "3", "$.title: this is a number, not a text; write a text"),
            ("purpose", nil, "$: the key \"purpose\" is missing; add it"),
            ("metod", "\"x\"", "$.metod: the key \"metod\" is not known here; did you mean \"method\"?"),
            (
                "dataSources", "\"x\"",
                """
                $.dataSources: this is a text, not a list in square brackets; write a list in square \
                brackets
                """
            ),
            ("dataSources", "[\"\"]", "$.dataSources[0]: the text is empty; write the text, or leave the key out"),
            (
                "ownerRole", "\"subjectmatter\"",
                """
                $.ownerRole: there is no role \"subjectmatter\"; did you mean \
                \"subjectMatter\"?
                """
            ),
            (
                "started", "\"2025-02-30\"",
                "$.started: \"2025-02-30\" is not a date; write year-month-day, as in 2026-03-31"
            ),
            (
                "outcome", "{\"state\": \"alive\", \"date\": \"2026-01-01\"}",
                """
                $.outcome.state: \"alive\" is not known here; \
                did you mean \"live\"?
                """
            ),
            ("outcome", "{\"state\": \"live\"}", "$.outcome: the key \"date\" is missing; add it"),
            ("outcome", "{\"date\": \"2026-01-01\"}", "$.outcome: the key \"state\" is missing; add it"),
            ("outcome", "\"live\"", "$.outcome: this is a text, not an object in braces; write an object in braces"),
        ] as [(String, String?, String)])
    func mistakes(_ key: String, _ value: String?, _ finding: String) throws {
        let (record, findings) = try decode([key: value])
        #expect(record == nil && findings == [finding])
    }
}

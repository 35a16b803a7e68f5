import Projects
import Questionnaires
import Testing

/// `records.json`: what it may say, and what is wrong with it.
@Suite struct ProjectRecordsDecodingTests {
    private static let onCheck = [
        ("check", "\"J5.08\""), ("action", "\"Rewrite\""), ("ownerRole", "\"it\""), ("due", "\"2026-09-30\""),
        ("closedOn", "\"2026-09-12\""),
    ]
    private static let onBlocker = [
        ("blocker", "\"TB2\""), ("stage", "\"stage5\""), ("action", "\"Ask\""), ("ownerRole", "\"lead\""),
        ("due", "\"2026-09-30\""),
    ]
    private static let override = [
        ("blocker", "\"TB1\""), ("stage", "\"stage5\""), ("evidence", "\"Contract\""), ("date", "\"2026-02-01\""),
        ("byRole", "\"it\""),
    ]
    private static let change = [("kind", "\"dataSource\""), ("date", "\"2026-04-02\""), ("note", "\"Layout\"")]
    private static let skipped = [
        ("stage", "\"stage3\""), ("reason", "\"Done\""), ("byRole", "\"lead\""), ("date", "\"2026-01-02\""),
    ]
    private static let entries = [
        "conditions": onCheck, "overrides": override, "changes": change, "skipped": skipped,
    ]

    private func decode(_ members: String) throws -> (value: ProjectRecords?, findings: [String]) {
        let shipped = try ShippedPlan.get()
        return try ProjectFileText.decode("{\"formatVersion\": 1\(members)}") {
            ProjectRecords.decode($0, plan: shipped.plan, roles: shipped.questionnaire.roles)
        }
    }

    private func decode(_ list: String, _ entry: String) throws -> (value: ProjectRecords?, findings: [String]) {
        try decode(", \"\(list)\": [\(entry)]")
    }

    @Test func everythingIsRead() throws {
        let conditions = [Self.onCheck, Self.onBlocker].map { ProjectFileText.object($0) }.joined(separator: ", ")
        let (records, findings) = try decode(
            ", \"conditions\": [\(conditions)], \"overrides\": [\(ProjectFileText.object(Self.override))], "
                + "\"changes\": [\(ProjectFileText.object(Self.change))], "
                + "\"skipped\": [\(ProjectFileText.object(Self.skipped))]")
        #expect(findings == [])
        let expected = ProjectRecords(
            conditions: [
                AgreedCondition(
                    about: .check("J5.08"), action: "Rewrite", ownerRole: "it", due: "2026-09-30",
                    closedOn: "2026-09-12"),
                AgreedCondition(
                    about: .blocker("TB2", stage: "stage5"), action: "Ask", ownerRole: "lead", due: "2026-09-30"),
            ],
            overrides: [
                Override(blocker: "TB1", stage: "stage5", evidence: "Contract", date: "2026-02-01", byRole: "it")
            ],
            changes: [ChangeEvent(kind: "dataSource", date: "2026-04-02", note: "Layout")],
            skipped: [SkippedStage(stage: "stage3", reason: "Done", byRole: "lead", date: "2026-01-02")])
        #expect(records == expected)
    }

    @Test func nothingHasToBeThere() throws {
        let (records, findings) = try decode("")
        #expect(records == ProjectRecords() && findings == [])
    }

    /// What is promised by nobody, or for no day, is worth a warning.
    @Test func conditionsWithoutOwnerOrDate() throws {
        let entry = ProjectFileText.object(Self.onCheck, ["due": nil, "ownerRole": nil])
        let (records, findings) = try decode("conditions", entry)
        #expect(records?.conditions.count == 1)
        #expect(
            findings == [
                "warning $.conditions[0]: the condition has no date; add \"due\" with the last day",
                "warning $.conditions[0]: the condition has no owner; add \"ownerRole\" with the role that puts it right",
            ])
    }

    @Test(
        arguments: [
            (
                "conditions", ["check": nil],
                """
                $.conditions[0]: it does not say what the condition is about; add \"check\", or \
                \"blocker\" and \"stage\"
                """
            ),
            (
                "conditions", ["blocker": "\"TB2\""],
                """
                $.conditions[0].blocker: the condition is about a check and a blocker; \
                write one condition for each
                """
            ),
            (
                "conditions", ["stage": "\"stage5\""],
                """
                $.conditions[0].stage: a condition on a check belongs to the stage of \
                that check; remove \"stage\"
                """
            ),
            (
                "conditions", ["check": "\"J5.80\""],
                """
                $.conditions[0].check: there is no point of a stage \"J5.80\"; did you \
                mean \"J5.08\"?
                """
            ),
            (
                "conditions", ["check": nil, "blocker": "\"TB2\""],
                "$.conditions[0]: the key \"stage\" is missing; add it"
            ),
            (
                "conditions", ["check": nil, "blocker": "\"TF2\"", "stage": "\"stage5\""],
                """
                $.conditions[0].blocker: there is \
                no blocker that reaches a stage \"TF2\"; did you mean \"TB2\"?
                """
            ),
            (
                "conditions", ["ownerRole": "\"IT\""],
                "$.conditions[0].ownerRole: there is no role \"IT\"; did you mean \"it\"?"
            ),
            (
                "conditions", ["due": "\"soon\""],
                """
                $.conditions[0].due: \"soon\" is not a date; write year-month-day, as in \
                2026-03-31
                """
            ),
            (
                "conditions", ["closed": "\"2026-01-01\""],
                """
                $.conditions[0].closed: the key \"closed\" is not known here; did \
                you mean \"closedOn\"?
                """
            ),
            (
                "overrides", ["stage": "\"stage7\""],
                """
                $.overrides[0].stage: there is no stage \"stage7\"; did you mean \
                \"stage1\"?
                """
            ),
            ("overrides", ["evidence": nil], "$.overrides[0]: the key \"evidence\" is missing; add it"),
            (
                "overrides", ["evidence": "\"\""],
                """
                $.overrides[0].evidence: the text is empty; write the text, or leave the \
                key out
                """
            ),
            ("overrides", ["date": nil], "$.overrides[0]: the key \"date\" is missing; add it"),
            ("overrides", ["byRole": nil], "$.overrides[0]: the key \"byRole\" is missing; add it"),
            (
                "changes", ["kind": "\"datasource\""],
                """
                $.changes[0].kind: there is no kind of change \"datasource\"; did you \
                mean \"dataSource\"?
                """
            ),
            ("changes", ["date": nil], "$.changes[0]: the key \"date\" is missing; add it"),
            ("changes", ["note": "1"], "$.changes[0].note: this is a number, not a text; write a text"),
            ("skipped", ["reason": nil], "$.skipped[0]: the key \"reason\" is missing; add it"),
            ("skipped", ["stage": nil], "$.skipped[0]: the key \"stage\" is missing; add it"),
            (
                "skipped", ["byRole": "\"boss\""],
                """
                $.skipped[0].byRole: there is no role \"boss\"; known: lead, \
                subjectMatter, methodology, it
                """
            ),
        ] as [(String, [String: String?], String)])
    func mistakes(_ list: String, _ changes: [String: String?], _ finding: String) throws {
        let (records, findings) = try decode(list, ProjectFileText.object(Self.entries[list] ?? [], changes))
        #expect(records == nil && findings == [finding])
    }

    @Test func listsAreLists() throws {
        for list in Self.entries.keys {
            #expect(
                try decode(", \"\(list)\": {}").findings.first?.hasPrefix("$.\(list): this is an object, not a list")
                    == true)
            #expect(
                try decode(list, "1").findings.first?.hasPrefix("$.\(list)[0]: this is a number, not an object") == true
            )
        }
        #expect(
            try decode(", \"overides\": []").findings
                == ["$.overides: the key \"overides\" is not known here; did you mean \"overrides\"?"])
    }
}

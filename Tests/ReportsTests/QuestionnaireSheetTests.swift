import Foundation
import Questionnaires
import Testing

@testable import Reports

@Suite struct QuestionnaireSheetTests {
    private func sheet(_ definition: SmallDefinition) throws -> String {
        try QuestionnaireSheet(
            definition.questionnaire(), strings: PackageFolder.strings(), library: PackageFolder.templates()
        ).markdown()
    }

    @Test func theShippedQuestionnaireInFull() throws {
        let questionnaire = try PackageFolder.maturity()
        let text = try QuestionnaireSheet(
            questionnaire, strings: PackageFolder.strings(), library: PackageFolder.templates()
        ).markdown()
        let shown = MarkdownStructure.visibleText(text)
        for item in questionnaire.items {
            #expect(shown.contains("### \(item.id) \(item.label)\n\n**\(item.prompt)**\n\n\(item.help ?? "")\n"))
            for (option, anchor) in zip(item.scale.options, item.anchors) {
                #expect(shown.contains("- **\(option.id)** (\(option.label)) \(anchor)\n"))
            }
        }
        for role in questionnaire.roles { #expect(shown.contains("| \(role.title) | \(role.id) |")) }
        let structure = MarkdownStructure(text)
        #expect(structure.count { $0 == .heading(2) } == 5)
        #expect(structure.count { $0 == .heading(3) } == 37)
        #expect(structure.count { $0 == .bullet(indentation: 0) } == 37 * 5)
    }

    @Test func aSmallOne() throws {
        var definition = SmallDefinition()
        definition.domains = ["north"]
        let text = try sheet(definition)
        #expect(text.hasPrefix("# Small\n\nDescription\n\nChoose for each item"))
        #expect(
            text.contains(
                """
                ## north

                Of north

                ### north-F1 Label of north-F1

                **Prompt**

                Help

                - **0** (Option 0) Anchor 0
                - **1** (Option 1) Anchor 1
                """))
        #expect(text.contains("Why: Why\n\nEvidence: Evidence\n"))
    }

    /// How an item is answered is said where it is not by one option, and of whom it is asked.
    @Test func otherAnswersAndConditions() throws {
        let questionnaire = try PackageFolder.definition(
            """
            {"formatVersion": 1, "id": "q", "version": "1", "language": "en", "title": "Q",
            "dimensions": [{"id": "d", "title": "D"}],
            "items": [
            {"id": "a", "dimension": "d", "direction": "none", "label": "Pilot", "answer": {"type": "yesNo"}},
            {"id": "b", "dimension": "d", "direction": "none", "label": "B",
            "answer": {"type": "number", "unit": "days", "points": [{"at": 0, "value": 0}, {"at": 9, "value": 1}]},
            "visibleWhen": {"item": "a", "option": "yes"}},
            {"id": "c", "dimension": "d", "direction": "none", "label": "C", "answer": {"type": "text"}},
            {"id": "e", "dimension": "d", "direction": "none", "label": "E",
            "answer": {"type": "multipleChoice", "combine": "sum"},
            "scale": {"options": [{"id": "x", "value": 0}, {"id": "y", "value": 1}]}}]}
            """)
        let text = try QuestionnaireSheet(
            questionnaire, strings: PackageFolder.strings(), library: PackageFolder.templates()
        ).markdown()
        let shown = MarkdownStructure.visibleText(text)
        #expect(shown.contains("Answer with a number (days)."))
        #expect(shown.contains("Asked only after certain answers to a “Pilot”."))
        #expect(shown.contains("Answer in your own words; they are read, not scored."))
        #expect(shown.contains("Choose all that apply; choosing none is an answer too."))
        #expect(shown.contains("- **yes** (yes) yes"))
    }

    @Test(arguments: [
        ("", "*Answer with a number.*"), (#""from": 0.5,"#, "*Answer with a number. At least 0.5.*"),
        (#""unit": "days", "upTo": 2000,"#, "*Answer with a number (days). At most 2000.*"),
        (#""unit": "%", "from": 0, "upTo": 100,"#, "*Answer with a number (%). From 0 to 100.*"),
    ])
    func theLimitsOfANumber(limits: String, note: String) throws {
        let questionnaire = try PackageFolder.definition(
            """
            {"formatVersion": 1, "id": "q", "version": "1", "language": "en", "title": "Q",
            "dimensions": [{"id": "d", "title": "D"}], "items": [{"id": "a", "dimension": "d", "direction": "none",
            "label": "A", "answer": {"type": "number", \(limits)
            "points": [{"at": 1, "value": 0}, {"at": 9, "value": 1}]}}]}
            """)
        let text = try QuestionnaireSheet(
            questionnaire, strings: PackageFolder.strings(), library: PackageFolder.templates()
        ).markdown()
        #expect(text.contains("\n\(note)\n"), "\(text)")
    }

    @Test func aFaultInTheTemplateHasAPlace() throws {
        let sheet = QuestionnaireSheet(
            try SmallDefinition().questionnaire(), strings: try PackageFolder.strings(),
            library: try PackageFolder.templates(replacing: ["questionnaire.md": "\n {{titel}}"]))
        let failure = #expect(throws: ReportFailure.self) { try sheet.markdown() }
        #expect(
            failure?.description.hasPrefix(
                "templates/questionnaire.md.mustache:2:2: error: the name 'titel' is not known here; ") == true)
    }
}

import JSON
import Testing

@testable import Questionnaires

/// The definition as a whole: identity, versions, parts, and what all lists have in common.
struct QuestionnaireDecodingTests {
    @Test func minimalDefinitionGivesNoFinding() throws {
        let decoded = try decode(minimalDefinition)
        #expect(decoded.findings.map(\.description) == [])
        #expect(decoded.questionnaire != nil)
    }

    @Test func identityIsDecoded() throws {
        let questionnaire = try questionnaire()
        #expect(questionnaire.id == "sample")
        #expect(questionnaire.version == "1.0.0")
        #expect(questionnaire.language == "en")
        #expect(questionnaire.title == "Sample")
        #expect(questionnaire.description == "Two areas, two items each.")
        #expect(questionnaire.subject == .project)
        #expect(questionnaire.notApplicableFlag == 0.25)
    }

    @Test func initialValuesFillWhatIsLeftOut() throws {
        let questionnaire = try questionnaire(
            changing: (["description"], nil), (["subject"], nil), (["pool"], nil), (["coverage"], nil),
            (["notApplicableFlag"], nil), (["contradiction"], nil), (["presentation"], nil), (["recommendations"], nil),
            (["recommendationPolicy"], nil), (["$schema"], "schema.json"))
        #expect(questionnaire.description == "")
        #expect(questionnaire.subject == .organisation)
        #expect(questionnaire.pool == Pool())
        #expect(questionnaire.coverage == nil)
        #expect(questionnaire.notApplicableFlag == nil)
        #expect(questionnaire.contradiction == nil)
        #expect(questionnaire.presentation == nil)
        #expect(questionnaire.recommendationPolicy == nil)
        #expect(questionnaire.recommendations.isEmpty)
    }

    @Test func smallestDefinitionHasAScaleAndAnItem() throws {
        let definition = JSONValue(
            parsing: """
                {"formatVersion": 1, "id": "a", "version": "1", "language": "de", "title": "A",
                 "dimensions": [{"id": "d", "title": "D"}],
                 "scales": [{"id": "s", "options": [{"id": "n", "value": 0}, {"id": "y", "value": 1}]}],
                 "items": [{"id": "i", "dimension": "d", "direction": "none", "scale": "s", "label": "I"}]}
                """)
        let decoded = try decode(definition)
        #expect(decoded.findings.allSatisfy { $0.severity == .warning })
        #expect(decoded.questionnaire?.items.map(\.id) == ["i"])
        #expect(decoded.questionnaire?.metricGroups.isEmpty == true)
    }

    @Test func namedPartsAreFoundByID() throws {
        let questionnaire = try questionnaire()
        #expect(questionnaire.index(ofItem: "F2") == 2)
        #expect(questionnaire.item("F2")?.label == "Label of F2")
        #expect(questionnaire.role("analyst")?.title == "Analyst")
        #expect(questionnaire.tag("aspect")?.title == "Aspect")
        #expect(questionnaire.bandSet("halves")?.title == "Halves")
        #expect(questionnaire.dimension("tools")?.title == "Tools")
        #expect(questionnaire.index(ofItem: "x") == nil)
        #expect(questionnaire.item("x") == nil)
        #expect(questionnaire.role("x") == nil)
        #expect(questionnaire.tag("x") == nil)
        #expect(questionnaire.bandSet("x") == nil)
        #expect(questionnaire.dimension("x") == nil)
    }

    private static let missing = ["id", "version", "language", "title", "formatVersion"].map { key in
        Mistake("no \(key)", [.member(key)], nil, "$", "the key \"\(key)\" is missing", "add it")
    }

    @Test(
        arguments: missing + [
            Mistake(
                "newer format", ["formatVersion"], 2, "$.formatVersion",
                "the file has format version 2; this Waymark reads versions up to 1", "use a newer Waymark"),
            Mistake(
                "unknown key", ["itemz"], [], "$.itemz", "the key \"itemz\" is not known here",
                "did you mean \"items\"?"),
            Mistake(
                "bad id", ["id"], "../../x", "$.id", "\"../../x\" cannot be an id",
                "use letters a to z, digits, hyphen, underscore and full stop, beginning with a letter or digit"),
            Mistake(
                "empty title", ["title"], " ", "$.title", "the text is empty", "write the text, or leave the key out"),
            Mistake(
                "unknown subject", ["subject"], "organization", "$.subject", "\"organization\" is not known here",
                "did you mean \"organisation\"?"),
            Mistake(
                "flag out of range", ["notApplicableFlag"], 1.5, "$.notApplicableFlag", "1.5 is out of range",
                "write a number from 0 to 1"),
            Mistake(
                "list of the wrong type", ["sources", 0, "year"], "2024", "$.sources[0].year",
                "this is a text, not a whole number", "write a whole number"),
            Mistake(
                "element of the wrong type", ["roles", 2], "director", "$.roles[2]",
                "this is a text, not an object in braces", "write an object in braces"),
            Mistake(
                "parts of the wrong type", ["parts"], "items.json", "$.parts",
                "this is a text, not a list in square brackets", "write a list in square brackets"),
            Mistake(
                "part of the wrong type", ["parts"], [7], "$.parts[0]", "this is a number, not a text", "write a text"),
        ])
    func mistakeAtTheTop(mistake: Mistake) throws {
        try mistake.check()
    }

    @Test func newerFormatMayHaveOtherKeys() throws {
        let decoded = try decode(changing: (["formatVersion"], 2), (["novelty"], true), (["items"], "elsewhere"))
        #expect(decoded.findings.map(\.path) == ["$.formatVersion"])
        #expect(decoded.questionnaire == nil)
    }

    @Test func partNamesAreReadBeforeAnythingIsChecked() throws {
        func names(_ text: String) throws -> [String] {
            Questionnaire.partNames(of: try JSONDocument(parsing: Array(text.utf8)))
        }
        #expect(try names(#"{"formatVersion": 9, "parts": ["a.json", 7, "b/c.json"]}"#) == ["a.json", "b/c.json"])
        #expect(try names("{}") == [])
        #expect(try names("[]") == [])
        #expect(try names(#"{"parts": "a.json"}"#) == [])
    }

    @Test func partsAddItemsAndRecommendationsInOrder() throws {
        let items = try #require(minimalDefinition.part(["items"]))
        let recommendations = try #require(minimalDefinition.part(["recommendations"]))
        let main = minimalDefinition.setting(["items"], to: nil).setting(["recommendations"], to: nil)
        let decoded = try decode(
            main.setting(["parts"], to: ["b.json", "a.json"]),
            parts: [
                ["formatVersion": 1, "items": items, "$schema": "s"],
                ["formatVersion": 1, "recommendations": recommendations],
            ])
        #expect(decoded.findings.isEmpty)
        #expect(decoded.questionnaire?.items.map(\.id) == ["F1", "B1", "F2", "B2"])
        #expect(decoded.questionnaire?.recommendations.map(\.id) == ["R1", "R2"])
    }

    @Test func idsAreToldApartOverAllFiles() throws {
        let item = try #require(minimalDefinition.part(["items", 2]))
        let recommendation = try #require(minimalDefinition.part(["recommendations", 1]))
        let decoded = try decode(
            minimalDefinition,
            parts: [
                ["formatVersion": 1, "items": [item]], ["formatVersion": 1, "recommendations": [recommendation]],
            ])
        #expect(decoded.questionnaire == nil)
        #expect(
            decoded.findings.map { "\($0.file) \($0.path): \($0.problem); \($0.remedy)" } == [
                "part0.json $.items[0].id: another file defines the item \"F2\" too; give each item its own id",
                "part1.json $.recommendations[0].id: another file defines the recommendation \"R2\" too; "
                    + "give each recommendation its own id",
            ])
    }

    @Test func findingsOfAllFilesStandInOrder() throws {
        let decoded = try decode(
            minimalDefinition.setting(["subject"], to: "office").setting(["coverage", "firm"], to: 2),
            parts: [["formatVersion": 1, "item": []], ["formatVersion": 1, "items": [], "recommendations": 0]])
        #expect(
            decoded.findings.map { "\($0.file) \($0.path)" } == [
                "part0.json $.item", "part1.json $.recommendations", "q.json $.coverage.firm", "q.json $.subject",
            ])
    }

    /// What stands in a part that cannot be read is missing elsewhere, which is no mistake of those who refer to it.
    @Test(
        arguments: [
            (["formatVersion": 2, "novelty": 1], "$.formatVersion"), (["items": []], "$"), ([], "$"),
        ] as [(JSONValue, String)])
    func partThatCannotBeReadIsTheOnlyFinding(part: JSONValue, path: String) throws {
        let decoded = try decode(minimalDefinition.setting(["items"], to: nil), parts: [part])
        #expect(decoded.findings.map { "\($0.file) \($0.path)" } == ["part0.json \(path)"])
        #expect(decoded.questionnaire == nil)
    }

    @Test func definitionWithoutItemsIsRefused() throws {
        let findings = try decode(
            changing: (["items"], []), (["recommendations"], []), (["metrics", 1, "define", 3], nil)
        ).findings
        #expect(findings.map { "\($0.path): \($0.problem)" } == ["$: the questionnaire has no items"])
    }

    @Test(arguments: ["null", "7", "\"text\"", "[]", "{}"])
    func otherJSONIsNoDefinition(text: String) throws {
        let decoded = try decode(JSONValue(parsing: text))
        #expect(decoded.findings.count == 1)
        #expect(decoded.questionnaire == nil)
    }
}

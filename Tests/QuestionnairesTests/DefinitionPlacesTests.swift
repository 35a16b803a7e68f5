import JSON
import Testing

@testable import Questionnaires

/// Where the parts of a definition stand.
struct DefinitionPlacesTests {
    private static let parts: [(DefinitionPart, String)] = [
        (.source("paper"), "$.sources[0]"), (.dimension("area"), "$.dimensions[0]"),
        (.dimension("tools"), "$.dimensions[0].children[1]"), (.tag("aspect"), "$.tags[1]"),
        (.role("analyst"), "$.roles[1]"), (.scale("level"), "$.scales[0]"), (.item("B2"), "$.items[3]"),
        (.bandSet("halves"), "$.bands[0]"), (.metric(group: 0, "cap"), "$.metrics[0].define[2]"),
        (.metric(group: 1, "overall"), "$.metrics[1].define[0]"), (.recommendation("R2"), "$.recommendations[1]"),
    ]

    @Test(arguments: parts)
    func everyPartHasAPlace(part: DefinitionPart, path: String) throws {
        let places = try decode(minimalDefinition).places()
        let finding = try #require(places.warning(at: part, [], "p", "r", rule: "x"))
        #expect(finding.path == path && finding.position != nil && finding.rule == "x" && finding.file == "q.json")
        #expect(finding.severity == .warning)
    }

    @Test func stepsLeadFurther() throws {
        let places = try decode(minimalDefinition).places()
        func path(_ part: DefinitionPart, _ steps: [DefinitionStep]) -> String? {
            places.warning(at: part, steps, "p", "r", rule: "x")?.path
        }
        #expect(path(.recommendation("R2"), ["when", "all", 1, "any", 0]) == "$.recommendations[1].when.all[1].any[0]")
        #expect(path(.tag("aspect"), ["values", 1, "id"]) == "$.tags[1].values[1].id")
        // As far as it is written.
        #expect(path(.tag("aspect"), ["values", 7, "id"]) == "$.tags[1].values")
        #expect(path(.item("F1"), ["label", "id"]) == "$.items[0].label")
        #expect(places.has(.item("F1"), ["anchors", "0"]) && !places.has(.item("F1"), ["anchors", "9"]))
    }

    @Test func whatIsNotThereHasNoPlace() throws {
        let places = try decode(minimalDefinition).places()
        #expect(places.warning(at: .item("X"), [], "p", "r", rule: "x") == nil && !places.has(.item("X"), []))
        #expect(!places.has(.metric(group: 1, "cap"), []))
        let none = DecodedQuestionnaire(questionnaire: nil, findings: []).places()
        #expect(!none.has(.item("F1"), []))
    }

    @Test func partsStandInTheirFiles() throws {
        let items = minimalDefinition.part(["items"])
        let decoded = try decode(
            minimalDefinition.setting(["items"], to: nil), parts: [["formatVersion": 1, "items": items ?? .null]])
        let finding = decoded.places().warning(at: .item("B1"), ["tags"], "p", "r", rule: "x")
        #expect(finding?.file == "part0.json" && finding?.path == "$.items[1].tags")
    }
}

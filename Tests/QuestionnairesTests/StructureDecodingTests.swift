import JSON
import Testing

@testable import Questionnaires

/// Sources, dimensions, tags and roles.
struct StructureDecodingTests {
    @Test func structureIsDecoded() throws {
        let questionnaire = try questionnaire()
        #expect(questionnaire.sources == [Source(id: "paper", title: "A paper", author: "An author", year: 2024)])
        #expect(
            questionnaire.dimensions == [
                Dimension(
                    id: "area", title: "Area", description: nil,
                    children: [
                        Dimension(id: "staff", title: "Staff", description: "Who does it.", children: []),
                        Dimension(id: "tools", title: "Tools", description: nil, children: []),
                    ])
            ])
        #expect(
            questionnaire.tags.first
                == Tag(
                    id: "gateClass", title: "Class of blocker", description: "How hard it stops.",
                    values: [
                        Tag.Value(id: "critical", title: "Critical", description: "Hard."),
                        Tag.Value(id: "drag", title: "Drag", description: nil),
                    ]))
        #expect(
            questionnaire.roles == [
                Role(id: "chief", title: "Chief", description: nil, weights: ["staff": 2], authority: ["tools"]),
                Role(id: "analyst", title: "Analyst", description: "Does the work.", weights: [:], authority: []),
            ])
        #expect(questionnaire.roles[0].weight(in: "staff") == 2)
        #expect(questionnaire.roles[0].weight(in: "tools") == 1)
    }

    @Test(
        arguments: [
            Mistake(
                "source twice", ["sources", 1], ["id": "paper", "title": "B"], "$.sources[1].id",
                "the id \"paper\" occurs twice", "give each its own id"),
            Mistake(
                "source without title", ["sources", 0, "title"], nil, "$.sources[0]", "the key \"title\" is missing",
                "add it"),
            Mistake(
                "year out of range", ["sources", 0, "year"], 24, "$.sources[0].year",
                "24 is not a whole number in range", "write a whole number from 1900 to 9999"),
            Mistake(
                "dimension twice among its neighbours", ["dimensions", 0, "children", 2],
                ["id": "staff", "title": "B"], "$.dimensions[0].children[2].id", "the id \"staff\" occurs twice",
                "give each its own id"),
            Mistake(
                "dimension twice in the forest", ["dimensions", 1], ["id": "tools", "title": "B"],
                "$.dimensions[1].id", "the dimension \"tools\" is defined twice", "give each its own id"),
            Mistake(
                "dimension within itself", ["dimensions", 0, "children", 0, "children"],
                [["id": "area", "title": "B"]], "$.dimensions[0].children[0].children[0].id",
                "the dimension \"area\" is defined twice", "give each its own id"),
            Mistake(
                "dimension without title", ["dimensions", 0, "title"], nil, "$.dimensions[0]",
                "the key \"title\" is missing", "add it"),
            Mistake(
                "unknown key of a dimension", ["dimensions", 0, "children", 0, "titel"], "T",
                "$.dimensions[0].children[0].titel", "the key \"titel\" is not known here", "did you mean \"title\"?"),
            Mistake(
                "tag twice", ["tags", 2], ["id": "aspect", "title": "B", "values": [["id": "people", "title": "P"]]],
                "$.tags[2].id", "the id \"aspect\" occurs twice", "give each its own id"),
            Mistake(
                "tag without title", ["tags", 1, "title"], nil, "$.tags[1]", "the key \"title\" is missing", "add it"),
            Mistake(
                "value of a tag twice", ["tags", 0, "values", 2], ["id": "drag", "title": "D"],
                "$.tags[0].values[2].id", "the id \"drag\" occurs twice", "give each its own id"),
            Mistake(
                "value of a tag without title", ["tags", 0, "values", 0, "title"], nil, "$.tags[0].values[0]",
                "the key \"title\" is missing", "add it"),
            Mistake(
                "role twice", ["roles", 2], ["id": "chief", "title": "B"], "$.roles[2].id",
                "the id \"chief\" occurs twice", "give each its own id"),
            Mistake(
                "role without title", ["roles", 0, "title"], nil, "$.roles[0]", "the key \"title\" is missing",
                "add it"),
            Mistake(
                "weight of an unknown dimension", ["roles", 0, "weights"], ["stafff": 2], "$.roles[0].weights.stafff",
                "there is no dimension \"stafff\"", "did you mean \"staff\"?"),
            Mistake(
                "negative weight", ["roles", 0, "weights", "staff"], -1, "$.roles[0].weights.staff",
                "-1 is out of range", "write a number from 0 to 1000"),
            Mistake(
                "weight that is no number", ["roles", 0, "weights", "staff"], "high", "$.roles[0].weights.staff",
                "this is a text, not a number", "write a number"),
            Mistake(
                "authority over an unknown dimension", ["roles", 0, "authority"], ["tool"], "$.roles[0].authority[0]",
                "there is no dimension \"tool\"", "did you mean \"tools\"?"),
        ])
    func mistakeInTheStructure(mistake: Mistake) throws {
        try mistake.check()
    }
}

import JSON
import Testing

@testable import Questionnaires

struct AnswerScaleTests {
    private let scale = AnswerScale(
        id: "s", title: "S",
        options: [("x", 0.5), ("y", -1), ("z", 2)].map { AnswerScale.Option(id: $0, label: $0, value: $1) })

    @Test func positionCountsFromZero() {
        #expect(scale.position(of: "x") == 0)
        #expect(scale.position(of: "z") == 2)
        #expect(scale.position(of: "w") == nil)
    }

    @Test func rangeIsOfValuesNotOfPlaces() {
        #expect(scale.range == -1...2)
    }

    @Test func scaleIsDecoded() throws {
        let scales = try questionnaire().scales
        #expect(
            scales == [
                AnswerScale(
                    id: "level", title: "Level",
                    options: [
                        AnswerScale.Option(id: "0", label: "None", value: 0),
                        AnswerScale.Option(id: "1", label: "Some", value: 0.5),
                        AnswerScale.Option(id: "2", label: "All", value: 1),
                    ])
            ])
    }

    @Test func titleAndLabelsMayBeLeftOut() throws {
        let scale = try #require(
            questionnaire(changing: (["scales", 0, "title"], nil), (["scales", 0, "options", 1, "label"], nil)).scales
                .first)
        #expect(scale.title == "level")
        #expect(scale.options.map(\.label) == ["None", "1", "All"])
    }

    @Test(
        arguments: [
            Mistake(
                "equal values", ["scales", 0, "options"],
                [["id": "0", "value": 1], ["id": "1", "value": 1], ["id": "2", "value": 1]], "$.scales[0].options",
                "the scale has no worst and best answer: all its values are equal",
                "give at least two options different values"),
            Mistake(
                "duplicate option", ["scales", 0, "options", 3], ["id": "1", "value": 0.75],
                "$.scales[0].options[3].id", "the id \"1\" occurs twice", "give each its own id"),
            Mistake(
                "no value", ["scales", 0, "options", 1, "value"], nil, "$.scales[0].options[1]",
                "the key \"value\" is missing", "add it"),
            Mistake(
                "value of the wrong type", ["scales", 0, "options", 1, "value"], "half", "$.scales[0].options[1].value",
                "this is a text, not a number", "write a number"),
            Mistake(
                "duplicate scale", ["scales", 1], minimalDefinition.part(["scales", 0]), "$.scales[1].id",
                "the id \"level\" occurs twice", "give each its own id"),
        ])
    func mistakeInAScale(mistake: Mistake) throws {
        try mistake.check()
    }

    @Test func scaleNeedsOptions() throws {
        let problems = try decode(changing: (["scales", 0, "options"], [])).findings.map(\.problem)
        #expect(problems.contains("the scale has no worst and best answer: all its values are equal"))
    }
}

import JSON
import Testing

@testable import Questionnaires

struct ItemDecodingTests {
    @Test func itemIsDecoded() throws {
        let item = try #require(try questionnaire().item("B1"))
        #expect(item.dimension == "staff")
        #expect(item.ancestors == ["area", "staff"])
        #expect(item.direction == .blocker)
        #expect(item.scale.id == "level")
        #expect(item.tags == ["gateClass": ["critical"], "aspect": ["process", "people"]])
        #expect(item.weight == 1)
        #expect(item.mirror == "F1")
        #expect(item.label == "Label of B1")
        #expect(item.prompt == "Prompt of B1")
        #expect(item.help == "Help on B1")
        #expect(item.why == "Why B1")
        #expect(item.evidence == "Evidence of B1")
        #expect(item.anchors == ["B1 none", "B1 some", "B1 all"])
        #expect(item.source == Citation(document: "paper", section: "1"))
        #expect(item.concept == "B1")
        #expect(item.version == 1)
        #expect(item.comparableWith == [])
    }

    @Test func formerWordingsAndWeightAreDecoded() throws {
        let questionnaire = try questionnaire()
        #expect(questionnaire.item("F1")?.weight == 2)
        #expect(questionnaire.item("F1")?.tags == ["aspect": ["people"]])
        #expect(questionnaire.item("F2")?.concept == "software")
        #expect(questionnaire.item("F2")?.version == 3)
        #expect(questionnaire.item("F2")?.comparableWith == [1, 2])
        #expect(questionnaire.item("F2")?.mirror == nil)
    }

    /// What it should have been is said in full, whatever type is named.
    @Test(arguments: [("multipleChoice", "multipleChoice"), ("yes/no", "yesNo")])
    func anAnswerThatIsOnlyItsType(text: String, remedy: String) throws {
        try Mistake(
            text, ["items", 0, "answer"], .string(text), "$.items[0].answer", "this is a text, not an object in braces",
            "write {\"type\": \"\(remedy)\"}"
        ).check()
    }

    @Test(
        arguments: [
            Mistake(
                "unknown dimension", ["items", 0, "dimension"], "stuff", "$.items[0].dimension",
                "there is no dimension \"stuff\"", "did you mean \"staff\"?"),
            Mistake(
                "unknown scale", ["items", 0, "scale"], "levels", "$.items[0].scale", "there is no scale \"levels\"",
                "did you mean \"level\"?"),
            Mistake(
                "unknown scale of a blocker that a recommendation removes", ["items", 1, "scale"], "levels",
                "$.items[1].scale", "there is no scale \"levels\"", "did you mean \"level\"?"),
            Mistake(
                "unknown direction", ["items", 1, "direction"], "bloker", "$.items[1].direction",
                "\"bloker\" is not known here", "did you mean \"blocker\"?"),
            Mistake(
                "unknown tag", ["items", 3, "tags"], ["gateclass": "drag"], "$.items[3].tags.gateclass",
                "there is no tag \"gateclass\"", "did you mean \"gateClass\"?"),
            Mistake(
                "unknown value of a tag", ["items", 3, "tags", "gateClass"], "dragg", "$.items[3].tags.gateClass",
                "there is no value of gateClass \"dragg\"", "did you mean \"drag\"?"),
            Mistake(
                "unknown value in a list", ["items", 3, "tags", "gateClass"], ["drag", "hard"],
                "$.items[3].tags.gateClass[1]", "there is no value of gateClass \"hard\"", "known: critical, drag"),
            Mistake(
                "tag without value", ["items", 3, "tags", "gateClass"], [], "$.items[3].tags.gateClass",
                "no value is named", "name at least one, or leave the tag out"),
            Mistake(
                "unknown mirror", ["items", 0, "mirror"], "B11", "$.items[0].mirror", "there is no item \"B11\"",
                "did you mean \"B1\"?"),
            Mistake(
                "mirror of the same direction", ["items", 0, "mirror"], "F2", "$.items[0].mirror",
                "\"F2\" is a facilitator too",
                "a mirror is the item of the other direction that speaks of the same thing"),
            Mistake(
                "mirror of itself", ["items", 3, "mirror"], "B2", "$.items[3].mirror", "\"B2\" is a blocker too",
                "a mirror is the item of the other direction that speaks of the same thing"),
            Mistake(
                "negative weight", ["items", 0, "weight"], -0.5, "$.items[0].weight", "-0.5 is out of range",
                "write a number from 0 to 1000"),
            Mistake(
                "weight that is no number", ["items", 0, "weight"], "2", "$.items[0].weight",
                "this is a text, not a number", "write a number"),
            Mistake(
                "unknown source", ["items", 0, "source", "document"], "papr", "$.items[0].source.document",
                "there is no source \"papr\"", "did you mean \"paper\"?"),
            Mistake(
                "no label", ["items", 0, "label"], nil, "$.items[0]", "the key \"label\" is missing", "add it"),
            Mistake(
                "no label of a blocker that a recommendation removes", ["items", 1, "label"], nil, "$.items[1]",
                "the key \"label\" is missing", "add it"),
            Mistake(
                "empty help", ["items", 0, "help"], "", "$.items[0].help", "the text is empty",
                "write the text, or leave the key out"),
            Mistake(
                "missing anchor", ["items", 0, "anchors", "1"], nil, "$.items[0].anchors",
                "the anchor for option \"1\" is missing", "add a text for it"),
            Mistake(
                "empty anchor", ["items", 0, "anchors", "1"], " ", "$.items[0].anchors['1']", "the text is empty",
                "write the text, or leave the key out"),
            Mistake(
                "anchor of no option", ["items", 0, "anchors", "3"], "F1 more", "$.items[0].anchors['3']",
                "there is no option of the scale level \"3\"", "known: 0, 1, 2"),
            Mistake(
                "item twice", ["items", 4], minimalDefinition.part(["items", 2]), "$.items[4].id",
                "the id \"F2\" occurs twice", "give each its own id"),
            Mistake(
                "version of nought", ["items", 2, "version"], 0, "$.items[2].version",
                "0 is not a whole number in range", "write a whole number from 1 to 10000"),
            Mistake(
                "concept that is no id", ["items", 2, "concept"], "soft ware", "$.items[2].concept",
                "\"soft ware\" cannot be an id",
                "use letters a to z, digits, hyphen, underscore and full stop, beginning with a letter or digit"),
            Mistake(
                "unknown key", ["items", 0, "promt"], "P", "$.items[0].promt", "the key \"promt\" is not known here",
                "did you mean \"prompt\"?"),
        ])
    func mistakeInAnItem(mistake: Mistake) throws {
        try mistake.check()
    }

    @Test(arguments: ["prompt", "help", "why", "evidence"])
    func missingTextIsAWarning(key: String) throws {
        let mistake = Mistake(
            key, ["items", 2, .member(key)], nil, "$.items[2]", "the text \"\(key)\" is missing",
            "write it: respondents and readers will miss it")
        try mistake.check(.warning)
    }

    @Test func missingPromptIsTheLabel() throws {
        #expect(try decode(changing: (["items", 2, "prompt"], nil)).questionnaire?.item("F2")?.prompt == "Label of F2")
    }

    @Test func missingAnchorsAreAWarningAndTheLabelsOfTheScale() throws {
        let mistake = Mistake(
            "no anchors", ["items", 2, "anchors"], nil, "$.items[2]", "the item has no anchors of its own",
            "say for each option what one could observe, so that two colleagues give the same answer")
        try mistake.check(.warning)
        let decoded = try decode(changing: (["items", 2, "anchors"], nil))
        #expect(decoded.questionnaire?.item("F2")?.anchors == ["None", "Some", "All"])
    }

    @Test(arguments: ["id", "dimension", "direction", "scale"])
    func missingKeyIsAnError(key: String) throws {
        let findings = try decode(changing: (["items", 3, .member(key)], nil)).findings
        #expect(findings.contains { $0.path == "$.items[3]" && $0.problem == "the key \"\(key)\" is missing" })
        #expect(Set(findings).count == findings.count)
    }

    @Test(
        arguments: [
            (.facilitator, 0, 1, 0, 2), (.blocker, 1, 0, 2, 0), (.none, 0, 1, 0, 2),
        ] as [(Item.Direction, Double, Double, Int, Int)])
    func worstAndBestDependOnTheDirection(
        direction: Item.Direction, worst: Double, best: Double, worstPosition: Int, bestPosition: Int
    ) throws {
        let item = try #require(
            questionnaire(
                changing: (["items", 2, "direction"], .string(direction.rawValue)), (["recommendations"], [])
            ).item("F2"))
        #expect(item.worstValue() == worst)
        #expect(item.worstPosition == worstPosition)
        #expect(item.bestPosition == bestPosition)
        #expect(item.scale.options[try #require(item.bestPosition)].value == best)
    }

    /// The order of the options is that of the ratings, but their values may fall.
    @Test func worstIsFoundByValue() throws {
        let item = try #require(
            questionnaire(
                changing: (["scales", 0, "options", 0, "value"], 1), (["scales", 0, "options", 2, "value"], 0)
            ).item("F2"))
        #expect(item.worstPosition == 2)
        #expect(item.bestPosition == 0)
    }
}

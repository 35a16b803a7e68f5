import JSON
import Testing

@testable import Questionnaires

struct RecommendationDecodingTests {
    private static let second: [Step] = ["recommendations", 1]

    @Test func recommendationIsDecoded() throws {
        let recommendation = try #require(try questionnaire().recommendations.first)
        #expect(recommendation.id == "R1")
        #expect(recommendation.dimension == "staff")
        #expect(recommendation.title == "Title of R1")
        #expect(recommendation.summary == "What to do.")
        #expect(recommendation.why == "Why it helps.")
        #expect(recommendation.firstSteps == ["Begin.", "Go on."])
        #expect(recommendation.responsible == "chief")
        #expect(recommendation.effortDays == 5)
        #expect(recommendation.builds == [Recommendation.Floor(item: "F1", value: 1)])
        #expect(recommendation.removes == [Recommendation.Ceiling(item: "B1", value: 0, gatePosition: 0)])
        #expect(recommendation.requires == [])
        #expect(recommendation.tags == ["aspect": ["people"]])
        #expect(recommendation.origin == .source)
        #expect(recommendation.source == Citation(document: "paper", section: nil))
        #expect(recommendation.when == nil)
    }

    @Test func effectsThatAreNotGivenAreThoseOfThePolicy() throws {
        let recommendation = try questionnaire().recommendations[1]
        #expect(recommendation.builds == [Recommendation.Floor(item: "F2", value: 0.5)])
        #expect(recommendation.removes == [Recommendation.Ceiling(item: "B2", value: 0.25, gatePosition: 1)])
        #expect(recommendation.requires == ["R1"])
    }

    @Test func originIsOursWhereNoneIsGiven() throws {
        let questionnaire = try questionnaire(changing: (Self.second + ["origin"], nil))
        #expect(questionnaire.recommendations[1].origin == .ours)
    }

    @Test func policyIsDecoded() throws {
        let policy = try #require(try questionnaire().recommendationPolicy)
        #expect(policy.floor == 0.5)
        #expect(policy.ceiling == 0.25)
        #expect(policy.gateCeiling == "1")
        #expect(policy.rankBy.count == 4)
        #expect(policy.rankBy[0] == .gain([MetricInputs.Coefficient(metric: "overall", factor: 1)]))
        guard case .gain(let gains) = policy.rankBy[1] else {
            Issue.record("no gain")
            return
        }
        #expect(Dictionary(uniqueKeysWithValues: gains.map { ($0.metric, $0.factor) }) == ["help": 1, "harm": -1])
        #expect(policy.rankBy[2...] == [.effort, .id])
    }

    @Test(
        arguments: [
            Mistake(
                "unknown dimension", second + ["dimension"], "staf", "$.recommendations[1].dimension",
                "there is no dimension \"staf\"", "did you mean \"staff\"?"),
            Mistake(
                "unknown role", second + ["responsible"], "cheif", "$.recommendations[1].responsible",
                "there is no role \"cheif\"", "did you mean \"chief\"?"),
            Mistake(
                "unknown item to build", second + ["builds"], ["F22": [:]], "$.recommendations[1].builds.F22",
                "there is no item \"F22\"", "did you mean \"F2\"?"),
            Mistake(
                "unknown item to remove", second + ["removes"], ["B22": [:]], "$.recommendations[1].removes.B22",
                "there is no item \"B22\"", "did you mean \"B2\"?"),
            Mistake(
                "unknown prerequisite", second + ["requires", 0], "R11", "$.recommendations[1].requires[0]",
                "there is no recommendation \"R11\"", "did you mean \"R1\"?"),
            Mistake(
                "unknown tag", second + ["tags"], ["aspects": "people"], "$.recommendations[1].tags.aspects",
                "there is no tag \"aspects\"", "did you mean \"aspect\"?"),
            Mistake(
                "unknown origin", second + ["origin"], "sources", "$.recommendations[1].origin",
                "\"sources\" is not known here", "did you mean \"source\"?"),
            Mistake(
                "unknown source", second + ["source", "document"], "papers", "$.recommendations[1].source.document",
                "there is no source \"papers\"", "did you mean \"paper\"?"),
            Mistake(
                "no summary", second + ["summary"], nil, "$.recommendations[1]", "the key \"summary\" is missing",
                "add it"),
            Mistake(
                "negative effort", second + ["effortDays"], -1, "$.recommendations[1].effortDays",
                "-1 is not a whole number in range", "write a whole number from 0 to 100000"),
            Mistake(
                "no effort", second + ["effortDays"], nil, "$.recommendations[1]",
                "the key \"effortDays\" is missing", "add it"),
            Mistake(
                "no effect", ["recommendations", 2],
                minimalDefinition.part(["recommendations", 0])?.setting(["id"], to: "R3").setting(["builds"], to: nil)
                    .setting(["removes"], to: [:]), "$.recommendations[2]", "the recommendation changes no item",
                "name items that it \"builds\" or \"removes\""),
            Mistake(
                "floor off the scale", second + ["builds", "F2", "floor"], 75, "$.recommendations[1].builds.F2.floor",
                "75 is out of range", "write a number from 0 to 1"),
            Mistake(
                "ceiling off the scale", second + ["removes", "B2", "ceiling"], -1,
                "$.recommendations[1].removes.B2.ceiling", "-1 is out of range", "write a number from 0 to 1"),
            Mistake(
                "unknown option", second + ["removes", "B2", "gateCeiling"], "7",
                "$.recommendations[1].removes.B2.gateCeiling", "there is no option \"7\"", "known: 0, 1, 2"),
            Mistake(
                "option as a number", second + ["removes", "B2", "gateCeiling"], 1,
                "$.recommendations[1].removes.B2.gateCeiling", "this is a number, not a text", "write a text"),
            Mistake(
                "blocker that is built", second + ["builds"], ["B1": [:]], "$.recommendations[1].builds.B1",
                "\"B1\" is a blocker: to build it would make things worse", "name it under \"removes\""),
            Mistake(
                "facilitator that is removed", second + ["removes"], ["F1": [:]], "$.recommendations[1].removes.F1",
                "\"F1\" is no blocker: to remove it would make things worse", "name it under \"builds\""),
            Mistake(
                "recommendation twice", ["recommendations", 2], minimalDefinition.part(["recommendations", 1]),
                "$.recommendations[2].id", "the id \"R2\" occurs twice", "give each its own id"),
            Mistake(
                "bad id", second + ["id"], "R 2", "$.recommendations[1].id", "\"R 2\" cannot be an id",
                "use letters a to z, digits, hyphen, underscore and full stop, beginning with a letter or digit"),
            Mistake(
                "unknown key", second + ["removed"], [:], "$.recommendations[1].removed",
                "the key \"removed\" is not known here", "did you mean \"removes\"?"),
        ])
    func mistakeInARecommendation(mistake: Mistake) throws {
        try mistake.check()
    }

    @Test(
        arguments: [
            Mistake(
                "no why", second + ["why"], nil, "$.recommendations[1]", "the text \"why\" is missing",
                "write it: respondents and readers will miss it"),
            Mistake(
                "no steps", second + ["firstSteps"], nil, "$.recommendations[1]", "there are no first steps",
                "say what to do this week"),
        ])
    func missingTextIsAWarning(mistake: Mistake) throws {
        try mistake.check(.warning)
    }

    private static let waiting = "remove one of these prerequisites: as it is, none of them can begin"

    @Test(
        arguments: [
            Mistake(
                "of one", ["recommendations", 0, "requires"], ["R1"], "$.recommendations[0]",
                "this depends on itself: R1 → R1", waiting),
            Mistake(
                "of two", ["recommendations", 0, "requires"], ["R2"], "$.recommendations[0]",
                "this depends on itself: R1 → R2 → R1", waiting),
        ])
    func circleOfPrerequisitesIsShown(mistake: Mistake) throws {
        try mistake.check()
    }

    @Test(
        arguments: [
            Mistake(
                "unknown metric", ["recommendationPolicy", "rankBy", 0, "gain"], ["overal": 1],
                "$.recommendationPolicy.rankBy[0].gain.overal", "there is no metric \"overal\"",
                "did you mean \"overall\"?"),
            Mistake(
                "unknown criterion", ["recommendationPolicy", "rankBy", 2], "efort",
                "$.recommendationPolicy.rankBy[2]", "there is no criterion \"efort\"", "did you mean \"effort\"?"),
            Mistake(
                "criterion of the wrong type", ["recommendationPolicy", "rankBy", 2], 7,
                "$.recommendationPolicy.rankBy[2]", "this is a number, not an object in braces",
                "write an object in braces"),
            Mistake(
                "unknown option", ["recommendationPolicy", "gateCeiling"], "x", "$.recommendationPolicy.gateCeiling",
                "there is no option \"x\"", "known: 0, 1, 2"),
            Mistake(
                "unknown key", ["recommendationPolicy", "flor"], 1, "$.recommendationPolicy.flor",
                "the key \"flor\" is not known here", "did you mean \"floor\"?"),
        ])
    func mistakeInThePolicy(mistake: Mistake) throws {
        try mistake.check()
    }

    @Test(
        arguments: [
            ("floor", "$.recommendations[1].builds.F2", "no floor is given", "add \"floor\", here or in the policy"),
            (
                "ceiling", "$.recommendations[1].removes.B2", "no ceiling is given",
                "add \"ceiling\", here or in the policy"
            ),
            (
                "gateCeiling", "$.recommendations[1].removes.B2", "no ceiling of the gate rating is given",
                "add \"gateCeiling\", here or in the policy"
            ),
        ])
    func effectNeedsAValue(key: String, path: String, problem: String, remedy: String) throws {
        try Mistake(key, ["recommendationPolicy", .member(key)], nil, path, problem, remedy).check()
    }

    /// The policy speaks of options by id; an item may have another scale.
    @Test func optionOfThePolicyMustBeOnTheScaleOfTheItem() throws {
        let scale: JSONValue = [
            "id": "marks",
            "options": [["id": "good", "label": "Good", "value": 0], ["id": "bad", "label": "Bad", "value": 1]],
        ]
        let decoded = try decode(
            changing: (["scales", 1], scale), (["items", 3, "scale"], "marks"),
            (["items", 3, "anchors"], ["good": "Good", "bad": "Bad"]))
        #expect(
            decoded.findings.map { "\($0.path): \($0.problem); \($0.remedy)" } == [
                "$.recommendations[1].removes.B2: the scale of \"B2\" has no option \"1\", which the policy names; "
                    + "add \"gateCeiling\" with one of good, bad"
            ])
    }
}

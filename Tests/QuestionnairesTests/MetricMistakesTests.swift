import JSON
import Testing

@testable import Questionnaires

/// What is wrong with the metrics of a definition.
struct MetricMistakesTests {
    private static let area: [Step] = ["metrics", 0, "define"]
    private static let single: [Step] = ["metrics", 1, "define"]
    private static let dependence = "break the circle: a metric may use only metrics that do not use it"

    @Test(
        arguments: [
            Mistake(
                "unknown metric", area + [3, "of", "metrics", 0], "halp", "$.metrics[0].define[3].of.metrics[0]",
                "there is no metric \"halp\"", "did you mean \"help\"?"),
            Mistake(
                "unknown metric with a coefficient", single + [4, "of", "metrics"], ["overal": 1],
                "$.metrics[1].define[4].of.metrics.overal", "there is no metric \"overal\"",
                "did you mean \"overall\"?"),
            Mistake(
                "unknown member of a metric", single + [4, "of", "metrics"], ["stuff.score"],
                "$.metrics[1].define[4].of.metrics[0]", "there is no metric \"stuff.score\"",
                "did you mean \"staff.score\"?"),
            Mistake(
                "metric of a family without member", single + [4, "of", "metrics"], ["tools.score", "harm"],
                "$.metrics[1].define[4].of.metrics[1]", "there is no metric \"harm\"",
                "known: overall, overallBand, middle, share, balance, staff.band, staff.cap, staff.harm, staff.help, "
                    + "staff.score, tools.band, tools.cap and 3 more"),
            Mistake(
                "unknown metric of a family", single + [0, "of", "metric"], "scores",
                "$.metrics[1].define[0].of.metric", "there is no metric of that family \"scores\"",
                "did you mean \"score\"?"),
            Mistake(
                "weight of an unknown member", single + [0, "of", "weights"], ["staf": 1],
                "$.metrics[1].define[0].of.weights.staf", "there is no member of that family \"staf\"",
                "did you mean \"staff\"?"),
            Mistake(
                "negative weight", single + [0, "of", "weights", "staff"], -2,
                "$.metrics[1].define[0].of.weights.staff", "-2 is out of range", "write a number from 0 to 1000"),
            Mistake(
                "coefficient that is no number", single + [4, "of", "metrics", "overall"], "half",
                "$.metrics[1].define[4].of.metrics.overall", "this is a text, not a number", "write a number"),
            Mistake(
                "children where there are none", area + [0, "of"], ["each": "children", "metric": "score"],
                "$.metrics[0].define[0].of.metric", "there is no metric \"score\"", "none is defined"),
            Mistake(
                "unknown metric to name", area + [4, "band"], "scor", "$.metrics[0].define[4].band",
                "there is no metric \"scor\"", "did you mean \"score\"?"),
            Mistake(
                "unknown bands", area + [4, "in"], "halfs", "$.metrics[0].define[4].in",
                "there is no set of bands \"halfs\"", "did you mean \"halves\"?"),
            Mistake(
                "no bands", area + [4, "in"], nil, "$.metrics[0].define[4]", "the key \"in\" is missing", "add it"),
            Mistake(
                "unknown base", single + [1, "relativeTo"], "midle", "$.metrics[1].define[1].relativeTo",
                "there is no metric \"midle\"", "did you mean \"middle\"?"),
            Mistake(
                "unknown item", single + [3, "of", "items", "ids", 0], "F11",
                "$.metrics[1].define[3].of.items.ids[0]", "there is no item \"F11\"", "did you mean \"F1\"?"),
            Mistake(
                "unknown dimension of items", area + [0, "of", "items", "dimension"], "staf",
                "$.metrics[0].define[0].of.items.dimension", "there is no dimension \"staf\"",
                "did you mean \"staff\"?"),
            Mistake(
                "unknown direction of items", area + [0, "of", "items", "direction"], "facilitators",
                "$.metrics[0].define[0].of.items.direction", "\"facilitators\" is not known here",
                "did you mean \"facilitator\"?"),
            Mistake(
                "several values of a tag", area + [0, "of", "items", "tags"], ["aspect": ["people", "process"]],
                "$.metrics[0].define[0].of.items.tags.aspect", "items are picked by one value of a tag",
                "name one; items with either value can be added up from two metrics"),
            Mistake(
                "unknown function", area + [0, "aggregate"], "meen", "$.metrics[0].define[0].aggregate",
                "\"meen\" is not known here", "did you mean \"mean\"?"),
            Mistake(
                "no function", area + [0, "aggregate"], nil, "$.metrics[0].define[0]",
                "the metric does not say how it comes about",
                "add one of aggregate, possible, adjust, level, band, verdict, reference"),
            Mistake(
                "no inputs", area + [0, "of"], nil, "$.metrics[0].define[0]", "the key \"of\" is missing", "add it"),
            Mistake(
                "empty inputs", area + [0, "of"], [:], "$.metrics[0].define[0].of", "the key \"each\" is missing",
                "add it"),
            Mistake(
                "no quantile", single + [2, "quantile"], nil, "$.metrics[1].define[2]",
                "the key \"quantile\" is missing", "add it"),
            Mistake(
                "quantile out of range", single + [2, "quantile"], 50, "$.metrics[1].define[2].quantile",
                "50 is out of range", "write a number from 0 to 1"),
            Mistake(
                "no condition", single + [3, "where"], nil, "$.metrics[1].define[3]", "the key \"where\" is missing",
                "add it"),
            Mistake(
                "offset out of range", single + [0, "offset"], 1, "$.metrics[1].define[0].offset", "1 is out of range",
                "write a number from 0 to 0.999"),
            Mistake(
                "unknown treatment", area + [2, "missing", "dontKnow"], "wurst",
                "$.metrics[0].define[2].missing.dontKnow", "\"wurst\" is not known here", "did you mean \"worst\"?"),
            Mistake(
                "unknown state", area + [2, "missing", "dontknow"], "worst",
                "$.metrics[0].define[2].missing.dontknow", "the key \"dontknow\" is not known here",
                "did you mean \"dontKnow\"?"),
            Mistake(
                "table for metrics", area + [3, "through"], minimalDefinition.part(area + [2, "through"]),
                "$.metrics[0].define[3].through", "a table applies to items, not to metrics", "remove \"through\""),
            Mistake(
                "condition for metrics", single + [3, "of"], ["metrics": ["overall"]], "$.metrics[1].define[3].where",
                "a condition applies to items, not to metrics", "let \"of\" pick items"),
            Mistake(
                "table by an unknown tag", area + [2, "through", "by", 0], "gateClas",
                "$.metrics[0].define[2].through.by[0]", "there is no tag \"gateClas\"", "did you mean \"gateClass\"?"),
            Mistake(
                "table by nothing", area + [2, "through", "by"], [], "$.metrics[0].define[2].through.by",
                "nothing decides on the row", "name a tag, or \"gateRating\""),
            Mistake(
                "row of an unknown value", area + [2, "through", "table"], ["criticle": ["2": 0.5]],
                "$.metrics[0].define[2].through.table.criticle", "there is no value of gateClass \"criticle\"",
                "did you mean \"critical\"?"),
            Mistake(
                "column of an unknown option", area + [2, "through", "table", "critical"], ["33": 0.5],
                "$.metrics[0].define[2].through.table.critical['33']", "there is no option \"33\"", "known: 0, 1, 2"),
            Mistake(
                "table of too few levels", area + [2, "through", "table", "critical"], 0.5,
                "$.metrics[0].define[2].through.table.critical", "this is a number, not an object in braces",
                "write an object in braces"),
            Mistake(
                "table without a number for the rest", area + [2, "through", "otherwise"], nil,
                "$.metrics[0].define[2].through", "the key \"otherwise\" is missing", "add it"),
            Mistake(
                "aggregate and band", area + [4, "aggregate"], "mean", "$.metrics[0].define[4].band",
                "a metric is of one kind, but both \"aggregate\" and \"band\" are given", "remove one of the two keys"),
            Mistake(
                "unknown dimension of a family", ["metrics", 0, "each", "dimension"], "aria",
                "$.metrics[0].each.dimension", "there is no dimension \"aria\"", "did you mean \"area\"?"),
            Mistake(
                "metric twice in a group", area + [5], minimalDefinition.part(area + [1]),
                "$.metrics[0].define[5].id", "the id \"harm\" occurs twice", "give each its own id"),
            Mistake(
                "metric twice in two groups", ["metrics", 2],
                ["define": [minimalDefinition.part(single + [2]) ?? .null]], "$.metrics[2].define[0].id",
                "the metric \"middle\" is defined twice", "give each metric its own id"),
            Mistake(
                "family twice", ["metrics", 2],
                ["each": ["dimension": "area"], "define": [minimalDefinition.part(area + [0]) ?? .null]],
                "$.metrics[2].define[0].id", "the metric \"staff.help\" is defined twice",
                "give each metric its own id"),
            Mistake(
                "bad id", single + [4, "id"], "$x", "$.metrics[1].define[4].id", "\"$x\" cannot be an id",
                "use letters a to z, digits, hyphen, underscore and full stop, beginning with a letter or digit"),
            Mistake("no id", single + [4, "id"], nil, "$.metrics[1].define[4]", "the key \"id\" is missing", "add it"),
            Mistake(
                "unknown key", area + [0, "agregate"], "mean", "$.metrics[0].define[0].agregate",
                "the key \"agregate\" is not known here", "did you mean \"aggregate\"?"),
        ])
    func mistakeInAMetric(mistake: Mistake) throws {
        try mistake.check()
    }

    /// Each of these keys is part of the format, but would be ignored where it stands.
    @Test(
        arguments: [
            Mistake(
                "condition of a mean", area + [0, "where"], ["value": ["above": 0]], "$.metrics[0].define[0].where",
                "the key \"where\" means nothing for the aggregate \"mean\"", "remove it"),
            Mistake(
                "quantile of a mean", area + [0, "quantile"], 0.5, "$.metrics[0].define[0].quantile",
                "the key \"quantile\" means nothing for the aggregate \"mean\"", "remove it"),
            Mistake(
                "offset of a mean", area + [0, "offset"], 0.5, "$.metrics[0].define[0].offset",
                "the key \"offset\" means nothing for the aggregate \"mean\"", "remove it"),
            Mistake(
                "bands of an aggregate", area + [0, "in"], "halves", "$.metrics[0].define[0].in",
                "the key \"in\" means nothing for a metric of kind \"aggregate\"", "remove it"),
            Mistake(
                "inputs of a band", area + [4, "of"], ["items": [:]], "$.metrics[0].define[4].of",
                "the key \"of\" means nothing for a metric of kind \"band\"", "remove it"),
            Mistake(
                "items and metrics", area + [0, "of", "metrics"], ["harm"], "$.metrics[0].define[0].of.metrics",
                "the key \"metrics\" means nothing beside \"items\"", "remove it"),
            Mistake(
                "weights of items", area + [0, "of", "weights"], ["staff": 2], "$.metrics[0].define[0].of.weights",
                "the key \"weights\" means nothing beside \"items\"", "remove it"),
            Mistake(
                "dimension and tag", ["metrics", 0, "each", "tag"], "aspect", "$.metrics[0].each.dimension",
                "the key \"dimension\" means nothing beside \"tag\"", "remove it"),
        ])
    func keyThatMeansNothingIsReported(mistake: Mistake) throws {
        let findings = try decode(changing: (mistake.steps, mistake.value)).findings
        let expected = "\(mistake.path): \(mistake.problem); \(mistake.remedy)"
        #expect(findings.map { "\($0.path): \($0.problem); \($0.remedy)" }.contains(expected))
    }

    @Test(
        arguments: [
            Mistake(
                "of one", area + [3, "of", "metrics", 0], "score", "$.metrics[0].define[3]",
                "this depends on itself: score → score", dependence),
            Mistake(
                "of two", area + [2],
                [
                    "id": "cap", "title": "Cap", "aggregate": "min", "of": ["metrics": ["score"]],
                ], "$.metrics[0].define[2]", "this depends on itself: cap → score → cap", dependence),
            Mistake(
                "over a family", area + [0],
                [
                    "id": "help", "title": "Help", "aggregate": "min", "of": ["metrics": ["overall"]],
                ], "$.metrics[0].define[0]", "this depends on itself: help → overall → score → help", dependence),
            Mistake(
                "through a band and its base", single + [2],
                [
                    "id": "middle", "title": "Middle", "aggregate": "min", "of": ["metrics": ["overallBand"]],
                ], "$.metrics[1].define[1]", "this depends on itself: overallBand → middle → overallBand", dependence),
            Mistake(
                "in full", area + [0],
                [
                    "id": "help", "title": "Help", "aggregate": "min", "of": ["metrics": ["tools.score"]],
                ], "$.metrics[0].define[0]", "this depends on itself: help → score → help", dependence),
            Mistake(
                "named twice", area + [2],
                [
                    "id": "cap", "title": "Cap", "aggregate": "min", "of": ["metrics": ["score", "score"]],
                ], "$.metrics[0].define[2]", "this depends on itself: cap → score → cap", dependence),
        ])
    func circleIsShown(mistake: Mistake) throws {
        try mistake.check()
    }

    /// The children of a member are those right below it, not those below them.
    @Test func grandchildrenAreNoChildren() throws {
        let area = try #require(minimalDefinition.part(["dimensions", 0]))
        let root: JSONValue = [
            "id": "root", "title": "Root", "children": [["id": "middle", "title": "Middle", "children": [area]]],
        ]
        func findings(_ family: String) throws -> [String] {
            let group: JSONValue = [
                "each": ["dimension": .string(family)],
                "define": [
                    [
                        "id": "mean", "title": "Mean", "aggregate": "mean",
                        "of": ["each": "children", "metric": "score"],
                    ]
                ],
            ]
            return try decode(changing: (["dimensions", 0], root), (["metrics", 2], group)).findings.map {
                "\($0.path): \($0.problem); \($0.remedy)"
            }
        }
        #expect(try findings("middle") == [])
        #expect(
            try findings("root") == [
                "$.metrics[2].define[0].of.metric: there is no metric \"score\"; none is defined"
            ])
    }

    @Test func longChainIsNoCircle() throws {
        let chain = (0..<500).map { index -> JSONValue in
            let inputs: JSONValue = index == 0 ? ["items": [:]] : ["metrics": [.string("m\(index - 1)")]]
            return ["id": .string("m\(index)"), "title": "M", "aggregate": "sum", "of": inputs]
        }
        #expect(try decode(changing: (["metrics", 2], ["define": .array(chain.reversed())])).findings.isEmpty)
    }

    @Test func familyWithoutMembersIsReported() throws {
        let group: JSONValue = [
            "each": ["dimension": "staff"],
            "define": [["id": "mean", "title": "Mean", "aggregate": "mean", "of": ["items": [:]]]],
        ]
        let findings = try decode(changing: (["metrics", 2], group)).findings
        #expect(findings.map { "\($0.path): \($0.problem)" } == ["$.metrics[2].each: the family has no members"])
    }
}

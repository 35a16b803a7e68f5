import JSON
import Testing

@testable import Questionnaires

struct MetricDecodingTests {
    /// A metric of the minimal definition, with one of its parts changed where that is asked for.
    private func metric(_ id: String, changing change: ([Step], JSONValue)? = nil) throws -> Metric {
        let decoded = try decode(change.map { minimalDefinition.setting($0.0, to: $0.1) } ?? minimalDefinition)
        #expect(decoded.findings.isEmpty)
        return try #require(decoded.questionnaire?.metricGroups.flatMap(\.metrics).first { $0.id == id })
    }

    private func aggregate(_ id: String, changing change: ([Step], JSONValue)? = nil) throws -> Aggregate? {
        guard case .aggregate(let aggregate) = try metric(id, changing: change).rule else { return nil }
        return aggregate
    }

    @Test func groupsKeepTheirOrder() throws {
        let groups = try questionnaire().metricGroups
        #expect(groups.map(\.each) == [.dimension("area", depth: 1), nil])
        #expect(groups[0].metrics.map(\.id) == ["help", "harm", "cap", "score", "band"])
        #expect(groups[1].metrics.map(\.id) == ["overall", "overallBand", "middle", "share", "balance"])
    }

    @Test func textsAreDecoded() throws {
        let help = try metric("help")
        #expect(help.symbol == "F")
        #expect(help.title == "Help")
        #expect(help.description == "What helps.")
        let harm = try metric("harm")
        #expect(harm.symbol == nil)
        #expect(harm.description == nil)
    }

    @Test func functionsAreDecoded() throws {
        #expect(try aggregate("help")?.function == .mean)
        #expect(try aggregate("harm")?.function == .max)
        #expect(try aggregate("cap")?.function == .min)
        #expect(try aggregate("overall")?.function == .geometricMean(offset: 0.01))
        #expect(try aggregate("middle")?.function == .quantile(0.5))
        #expect(try aggregate("balance")?.function == .sum)
        let atLeastHalf = Condition.item(nil, .value([Condition.Comparison(relation: .atLeast, number: 0.5)]))
        #expect(try aggregate("share")?.function == .share(atLeastHalf))
        let share: [Step] = ["metrics", 1, "define", 3, "aggregate"]
        #expect(try aggregate("share", changing: (share, "count"))?.function == .count(atLeastHalf))
        let help: [Step] = ["metrics", 0, "define", 0, "aggregate"]
        #expect(try aggregate("help", changing: (help, "median"))?.function == .median)
        #expect(try aggregate("help", changing: (help, "geometricMean"))?.function == .geometricMean(offset: 0))
    }

    @Test func itemsArePicked() throws {
        let questionnaire = try questionnaire()
        func picked(_ selection: JSONValue) throws -> [String] {
            let aggregate = try aggregate("help", changing: (["metrics", 0, "define", 0, "of", "items"], selection))
            guard case .items(let selection)? = aggregate?.inputs else { return [] }
            return questionnaire.items.filter(selection.contains).map(\.id)
        }
        #expect(try picked([:]) == ["F1", "B1", "F2", "B2"])
        #expect(try picked(["direction": "blocker"]) == ["B1", "B2"])
        #expect(try picked(["dimension": "tools"]) == ["F2", "B2"])
        #expect(try picked(["dimension": "area"]) == ["F1", "B1", "F2", "B2"])
        #expect(try picked(["tags": ["aspect": "people"]]) == ["F1", "B1"])
        #expect(try picked(["tags": ["aspect": "people", "gateClass": "critical"]]) == ["B1"])
        #expect(try picked(["ids": ["B2", "F1"]]) == ["F1", "B2"])
        #expect(try picked(["ids": []]) == [])
        #expect(try picked(["direction": "facilitator", "dimension": "tools", "ids": ["F1"]]) == [])
    }

    @Test func metricsAreTakenWithCoefficients() throws {
        guard case .metrics(let same)? = try aggregate("score")?.inputs,
            case .metrics(let other)? = try aggregate("balance")?.inputs
        else {
            Issue.record("no metrics")
            return
        }
        #expect(same.map(\.metric) == ["help", "cap"])
        #expect(same.map(\.factor) == [1, 1])
        #expect(
            Dictionary(uniqueKeysWithValues: other.map { ($0.metric, $0.factor) }) == [
                "overall": 0.5, "staff.score": -0.5,
            ])
    }

    @Test func familyIsTakenWithWeights() throws {
        guard case .family(let family, let metric, let weights)? = try aggregate("overall")?.inputs else {
            Issue.record("no family")
            return
        }
        #expect(family == .dimension("area", depth: 1))
        #expect(metric == "score")
        #expect(weights == ["staff": 2])
    }

    @Test func childrenOfTheMemberAreTaken() throws {
        let definition =
            minimalDefinition
            .setting(
                ["dimensions", 0],
                to: [
                    "id": "whole", "title": "Whole",
                    "children": [try #require(minimalDefinition.part(["dimensions", 0]))],
                ]
            )
            .setting(
                ["metrics", 2],
                to: [
                    "each": ["dimension": "whole"],
                    "define": [
                        [
                            "id": "mean", "title": "Mean", "aggregate": "mean",
                            "of": ["each": "children", "metric": "score"],
                        ]
                    ],
                ])
        let decoded = try decode(definition)
        #expect(decoded.findings.isEmpty)
        guard case .aggregate(let aggregate)? = decoded.questionnaire?.metricGroups[2].metrics[0].rule,
            case .children(let metric) = aggregate.inputs
        else {
            Issue.record("no children")
            return
        }
        #expect(metric == "score")
    }

    @Test func tableIsDecoded() throws {
        let table = try #require(try aggregate("cap")?.through)
        #expect(table.keys == [.tag("gateClass"), .gateRating])
        #expect(table.rows == [["critical", "1"]: 0.75, ["critical", "2"]: 0.25])
        #expect(table.otherwise == 1)
        #expect(try aggregate("help")?.through == nil)
    }

    @Test func missingStatesAreDecoded() throws {
        #expect(
            try aggregate("cap")?.missing
                == MissingPolicy(
                    unanswered: .condition, dontKnow: .worst, notApplicable: .withhold, withheld: .withhold))
        #expect(
            try aggregate("help")?.missing
                == MissingPolicy(unanswered: .exclude, dontKnow: .exclude, notApplicable: .exclude, withheld: .withhold)
        )
        #expect(try aggregate("cap")?.incomplete == 0)
        #expect(try aggregate("help")?.incomplete == nil)
    }

    @Test func bandsOfMetricsAreDecoded() throws {
        guard case .band(let band) = try metric("band").rule, case .band(let relative) = try metric("overallBand").rule
        else {
            Issue.record("no bands")
            return
        }
        #expect(band.metric == "score")
        #expect(band.relativeTo == nil)
        #expect(band.bands.id == "halves")
        #expect(relative.metric == "overall")
        #expect(relative.relativeTo == "middle")
    }

    @Test func familyMayBeOfGrandchildrenOrOfATag() throws {
        let grandchildren: JSONValue = [["id": "skills", "title": "Skills"]]
        let groups = try questionnaire(
            changing: (["dimensions", 0, "children", 0, "children"], grandchildren),
            (
                ["metrics", 2],
                [
                    "each": ["dimension": "area", "depth": 2],
                    "define": [try #require(minimalDefinition.part(["metrics", 0, "define", 0]))],
                ]
            ),
            (
                ["metrics", 3],
                [
                    "each": ["tag": "aspect"],
                    "define": [try #require(minimalDefinition.part(["metrics", 0, "define", 0]))],
                ]
            )
        ).metricGroups
        #expect(
            groups.map(\.each) == [.dimension("area", depth: 1), nil, .dimension("area", depth: 2), .tag("aspect")])
    }

    @Test func metricOfATagValueIsNamedWithTheTag() throws {
        let definition =
            try minimalDefinition
            .setting(["tags", 1, "values", 0, "id"], to: "staff")
            .setting(["items", 0, "tags", "aspect"], to: "staff")
            .setting(["items", 1, "tags", "aspect"], to: ["process", "staff"])
            .setting(["recommendations", 0, "tags", "aspect"], to: "staff")
            .setting(["recommendations", 1, "tags", "aspect"], to: "staff")
            .setting(
                ["metrics", 2],
                to: [
                    "each": ["tag": "aspect"],
                    "define": [#require(minimalDefinition.part(["metrics", 0, "define", 0]))],
                ]
            )
            .setting(["metrics", 1, "define", 4, "of", "metrics"], to: ["aspect.staff.help", "staff.help"])
        #expect(try decode(definition).findings == [])
    }

    @Test func missingTitleIsAWarning() throws {
        let mistake = Mistake(
            "no title", ["metrics", 0, "define", 1, "title"], nil, "$.metrics[0].define[1]",
            "the text \"title\" is missing", "write it: respondents and readers will miss it")
        try mistake.check(.warning)
    }
}

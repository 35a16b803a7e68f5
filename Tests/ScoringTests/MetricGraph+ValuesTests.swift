import Foundation
import Questionnaires
import ResponseTables
import Responses
import Scoring
import Testing

/// Aggregates over answers that are all there; see ``MetricGraphMissingTests`` for those that are not.
@Suite struct MetricGraphValuesTests {
    /// L1 = 1, L2 = .25 with weight 3, L3 = .5 on the left; R1 = .75, R2 = 0 on the right.
    private static let items = [
        "L1 inner facilitator area north", "L2 outer facilitator weight 3 area south",
        "L3 left facilitator area north", "R1 right facilitator area south", "R2 right blocker",
    ]
    private static let answers = "a 4 1 2 3 0"

    private func scores(
        domainMetrics: [String] = [], metrics: [String] = [], groups: [String] = [], further: [String] = []
    ) throws -> Scores {
        let definition = SmallDefinition(
            items: MetricGraphValuesTests.items, domainMetrics: domainMetrics, metrics: metrics, groups: groups,
            further: further)
        return Scores.table(try definition.questionnaire(), MetricGraphValuesTests.answers, collection: .consensus)
    }

    struct Example: Sendable, CustomStringConvertible {
        let aggregate: String
        let expected: Double
        var description: String { aggregate }
    }

    /// Over the left domain: values 1, .25, .5 with weights 1, 3, 1.
    @Test(arguments: [
        Example(aggregate: #""sum""#, expected: 1 + 0.75 + 0.5),
        Example(aggregate: #""mean""#, expected: 2.25 / 5),
        Example(aggregate: #""min""#, expected: 0.25),
        Example(aggregate: #""max""#, expected: 1),
        Example(aggregate: #""median""#, expected: 0.5),
        // Half-way between .25 and .5.
        Example(aggregate: #""quantile", "quantile": 0.25"#, expected: 0.375),
        Example(aggregate: #""quantile", "quantile": 1"#, expected: 1),
        // (1 · .25³ · .5) ^ (1/5) = 2 ^ (-7/5)
        Example(aggregate: #""geometricMean""#, expected: pow(2, -1.4)),
        Example(
            aggregate: #""geometricMean", "offset": 0.1"#,
            expected: (pow(1 * pow(0.1 + 0.9 * 0.25, 3) * (0.1 + 0.9 * 0.5), 0.2) - 0.1) / 0.9),
        Example(aggregate: #""share", "where": {"value": {"atLeast": 0.5}}"#, expected: 2.0 / 5),
        Example(aggregate: #""count", "where": {"value": {"atLeast": 0.5}}"#, expected: 2),
        Example(aggregate: #""count", "where": {"tag": "area", "is": "north"}"#, expected: 2),
        Example(aggregate: #""share", "where": {"value": {"above": 1}}"#, expected: 0),
    ])
    func functionsOfItems(_ example: Example) throws {
        let metric = SmallDefinition.metric(
            "m", #""aggregate": \#(example.aggregate), "of": {"items": {"direction": "facilitator"}}"#)
        #expect(isClose(try scores(domainMetrics: [metric]).metric("m", of: "left")?.value, example.expected))
    }

    @Test func itemsArePickedByWhatTheyHaveInCommon() throws {
        let picks = [
            ("all", "{}", 5.0), ("inner", #"{"dimension": "inner"}"#, 1), ("left", #"{"dimension": "left"}"#, 3),
            ("blockers", #"{"direction": "blocker"}"#, 1), ("ids", #"{"ids": ["L1", "R2"]}"#, 2),
            ("south", #"{"tags": {"area": "south"}}"#, 2),
            ("both", #"{"tags": {"area": "south"}, "dimension": "right"}"#, 1),
        ]
        let metrics = picks.map { id, selection, _ in
            SmallDefinition.metric(
                id, #""aggregate": "count", "where": {"value": {"atLeast": 0}}, "of": {"items": \#(selection)}"#)
        }
        let scores = try scores(metrics: metrics)
        for (id, _, expected) in picks { #expect(scores.metric(id)?.value == expected, "\(id)") }
    }

    @Test func metricsEnterWithCoefficients() throws {
        let scores = try scores(domainMetrics: [
            SmallDefinition.metric("difference", #""aggregate": "sum", "of": {"metrics": {"high": 1, "low": -0.5}}"#),
            SmallDefinition.metric("weighted", #""aggregate": "mean", "of": {"metrics": {"high": 3, "low": 1}}"#),
            SmallDefinition.metric("high", #""aggregate": "max", "of": {"items": {"direction": "facilitator"}}"#),
            SmallDefinition.metric("low", #""aggregate": "min", "of": {"items": {"direction": "facilitator"}}"#),
        ])
        // Left: 1 and .25; right: .75 and .75.
        #expect(isClose(scores.metric("difference", of: "left")?.value, 1 - 0.125))
        #expect(isClose(scores.metric("difference", of: "right")?.value, 0.75 - 0.375))
        #expect(isClose(scores.metric("weighted", of: "left")?.value, (3 + 0.25) / 4))
    }

    /// Metrics may be defined before those they need; each result stands after what it rests on.
    @Test func eachMetricStandsAfterItsInputs() throws {
        for questionnaire in [
            try DefinitionFixture.shipped("ml-maturity"), try DefinitionFixture.fixture("samm-partial"),
        ] {
            let metrics = Scores.consensus(questionnaire, [:]).metrics
            var seen: Set<String> = []
            for metric in metrics {
                for term in metric.derivation.terms {
                    if case .metric(let id) = term.reference { #expect(seen.contains(id), "\(id) before \(metric.id)") }
                }
                #expect(seen.insert(metric.id).inserted)
            }
            #expect(!metrics.isEmpty)
        }
    }

    @Test func aLongChainOfMetrics() throws {
        var chain = [SmallDefinition.metric("m0", #""aggregate": "mean", "of": {"items": {"ids": ["L1"]}}"#)]
        for number in 1...600 {
            chain.append(
                SmallDefinition.metric("m\(number)", #""aggregate": "sum", "of": {"metrics": ["m\#(number - 1)"]}"#))
        }
        #expect(try scores(metrics: chain.reversed()).metric("m600")?.value == 1)
    }

    // MARK: Families

    private static let mean = SmallDefinition.metric("m", #""aggregate": "mean", "of": {"items": {}}"#)

    @Test func membersOfADimensionAtAnyDepth() throws {
        let scores = try scores(
            metrics: [
                SmallDefinition.metric(
                    "total", #""aggregate": "sum", "of": {"each": {"dimension": "all", "depth": 2}, "metric": "m"}"#)
            ], groups: [#"{"each": {"dimension": "all", "depth": 2}, "define": [\#(MetricGraphValuesTests.mean)]}"#])
        #expect(scores.metrics.map(\.id) == ["inner.m", "outer.m", "total"])
        #expect(scores.metrics.map(\.member) == ["inner", "outer", nil])
        #expect(scores.metrics.map(\.value) == [1, 0.25, 1.25])
    }

    @Test func membersOfATag() throws {
        let scores = try scores(
            metrics: [
                SmallDefinition.metric(
                    "best", #""aggregate": "max", "of": {"each": {"tag": "area"}, "metric": "m"}"#)
            ], groups: [#"{"each": {"tag": "area"}, "define": [\#(MetricGraphValuesTests.mean)]}"#])
        // North: 1 and .5; south: .25 with weight 3 and .75.
        #expect(isClose(scores.metric("m", of: "area.north")?.value, 0.75))
        #expect(isClose(scores.metric("m", of: "area.south")?.value, 1.5 / 4))
        #expect(isClose(scores.metric("best")?.value, 0.75))
    }

    /// Nothing carries the tag value west: there is nothing to be missing, and nothing to withhold for it.
    @Test func aMemberWithoutItemsIsNotApplicable() throws {
        let scores = try scores(
            metrics: [
                SmallDefinition.metric(
                    "average", #""aggregate": "mean", "of": {"each": {"tag": "area"}, "metric": "m"}"#)
            ], groups: [#"{"each": {"tag": "area"}, "define": [\#(MetricGraphValuesTests.mean)]}"#])
        #expect(scores.metric("m", of: "area.west")?.status == .notApplicable)
        #expect(scores.metric("m", of: "area.west")?.bounds == nil)
        #expect(isClose(scores.metric("average")?.value, (0.75 + 0.375) / 2))
    }

    @Test func childrenOfTheMemberAtHand() throws {
        let children = SmallDefinition.metric(
            "ofChildren", #""aggregate": "mean", "of": {"each": "children", "metric": "m"}"#)
        let scores = try scores(
            domainMetrics: [children],
            groups: [#"{"each": {"dimension": "all", "depth": 2}, "define": [\#(MetricGraphValuesTests.mean)]}"#])
        #expect(isClose(scores.metric("ofChildren", of: "left")?.value, (1 + 0.25) / 2))
        #expect(scores.metric("ofChildren", of: "right")?.status == .notApplicable)
    }

    @Test func membersWeighWhatTheMetricSays() throws {
        let scores = try scores(
            domainMetrics: [MetricGraphValuesTests.mean],
            metrics: [
                SmallDefinition.metric(
                    "overall",
                    #""aggregate": "mean", "of": {"each": {"dimension": "all"}, "metric": "m", "weights": {"right": 3}}"#
                )
            ])
        // Left 2.25 / 5 = .45, right (.75 + 0) / 2 = .375 with weight 3.
        #expect(isClose(scores.metric("overall")?.value, (0.45 + 3 * 0.375) / 4))
    }

    /// `m` is the metric of the same member; `left.m` and `single` are named in full.
    @Test func namesOfMetrics() throws {
        let scores = try scores(
            domainMetrics: [
                MetricGraphValuesTests.mean,
                SmallDefinition.metric(
                    "sum", #""aggregate": "sum", "of": {"metrics": {"m": 1, "left.m": 10, "single": 100}}"#),
            ], metrics: [SmallDefinition.metric("single", #""aggregate": "max", "of": {"items": {"ids": ["R1"]}}"#)])
        #expect(isClose(scores.metric("sum", of: "left")?.value, 0.45 + 4.5 + 75))
        #expect(isClose(scores.metric("sum", of: "right")?.value, 0.375 + 4.5 + 75))
    }

    // MARK: Bands, and numbers out of range

    @Test func bandsAreOfTheNumberOrOfItsRatioToAnother() throws {
        let bands =
            #""bands": [{"id": "halves", "intervals": [{"id": "low", "below": 0.5}, {"id": "high", "from": 0.5}]}]"#
        let scores = try scores(
            domainMetrics: [
                SmallDefinition.metric("low", #""aggregate": "min", "of": {"items": {"direction": "facilitator"}}"#),
                SmallDefinition.metric("high", #""aggregate": "max", "of": {"items": {"direction": "facilitator"}}"#),
                SmallDefinition.metric("none", #""aggregate": "min", "of": {"items": {"direction": "blocker"}}"#),
                SmallDefinition.metric("band", #""band": "low", "in": "halves""#),
                SmallDefinition.metric("ratio", #""band": "low", "relativeTo": "high", "in": "halves""#),
                SmallDefinition.metric("byNothing", #""band": "low", "relativeTo": "none", "in": "halves""#),
            ], further: [bands])
        // Left .25 and 1, right .75 and .75.
        #expect(scores.metric("band", of: "left")?.band?.id == "low")
        #expect(scores.metric("band", of: "right")?.band?.id == "high")
        #expect(scores.metric("ratio", of: "left")?.value == 0.25)
        #expect(scores.metric("ratio", of: "right")?.value == 1)
        #expect(scores.metric("ratio", of: "right")?.band?.id == "high")
        // Nothing can be divided by 0; the left domain has no blocker to divide by.
        #expect(scores.metric("byNothing", of: "right")?.status == .withheld)
        #expect(scores.metric("byNothing", of: "right")?.band == nil)
        #expect(scores.metric("byNothing", of: "left")?.value == nil)
    }

    /// Sums that leave the range of numbers are withheld; they do not stop the program.
    @Test func numbersBeyondAllBoundsAreWithheld() throws {
        var chain = [SmallDefinition.metric("m0", #""aggregate": "sum", "of": {"items": {}}"#)]
        for number in 1...120 {
            chain.append(
                SmallDefinition.metric(
                    "m\(number)", #""aggregate": "sum", "of": {"metrics": {"m\#(number - 1)": 1000}}"#))
        }
        chain.append(
            SmallDefinition.metric("none", #""aggregate": "sum", "of": {"metrics": {"m120": 1, "m119": -1000}}"#))
        let long = try scores(metrics: chain)
        #expect(long.metric("m50")?.value.map { $0 > 1e150 } == true)
        #expect(long.metric("m120")?.status == .withheld)
        #expect(long.metric("none")?.status == .withheld)

        let bands = #""bands": [{"id": "any", "intervals": [{"id": "any"}]}]"#
        let huge = SmallDefinition(
            items: ["L1 left facilitator weight 1000", "L2 left blocker weight 1000"],
            domainMetrics: SmallDefinition.methodOfDomain + [
                SmallDefinition.metric(
                    "spread", #""aggregate": "sum", "of": {"metrics": {"facilitators": 9, "burden": -9}}"#),
                SmallDefinition.metric("ratio", #""band": "facilitators", "relativeTo": "burden", "in": "any""#),
                SmallDefinition.metric("median", #""aggregate": "median", "of": {"items": {}}"#),
            ], further: [bands], scale: [-1e308, 1e-308, 0, 10, 1e308])
        for table in ["3*a 4 4\n3*a 0 0", "3*a 4 0\na ? ?", "a ? .\n2*a 0 4", "3*a 1 1\n3*a 2 1", "4*a ? ?", "3*a 3 1"]
        {
            let scores = Scores.table(try huge.questionnaire(), table)
            for metric in scores.metrics { #expect(metric.value?.isFinite != false, "\(metric.id) of \(table)") }
        }
    }
}

import Questionnaires
import ResponseTables
import Scoring
import Testing

/// What the states of answers do to a metric.
@Suite struct MetricGraphMissingTests {
    private func scores(_ missing: String, _ table: String, direction: String = "facilitator") throws -> MetricResult {
        let metric = SmallDefinition.metric("m", #""aggregate": "mean", "of": {"items": {}}, \#(missing)"#)
        let questionnaire = try SmallDefinition(
            items: ["L1 left \(direction)", "L2 left \(direction)"], metrics: [metric]
        ).questionnaire()
        return try #require(Scores.table(questionnaire, table).metric("m"))
    }

    struct Example: Sendable, CustomStringConvertible {
        let missing: String
        let answers: String
        let value: Double?
        var status = MetricResult.Status.firm
        var conditions: [String] = []
        var description: String { "\(missing) \(answers)" }
    }

    /// L1 = 1, and L2 without any answer, for each of the ways to be without one.
    static let examples = [
        // Left out unless something else is said.
        Example(missing: "", answers: "3*a 4 ?", value: 1), Example(missing: "", answers: "3*a 4 .", value: 1),
        Example(missing: "", answers: "3*a 4 x", value: 1),
        Example(missing: #""dontKnow": "exclude""#, answers: "3*a 4 ?", value: 1),
        Example(missing: #""dontKnow": "worst""#, answers: "3*a 4 ?", value: 0.5),
        Example(missing: #""unanswered": "worst""#, answers: "3*a 4 .", value: 0.5),
        Example(missing: #""notApplicable": "worst""#, answers: "3*a 4 x", value: 0.5),
        // Each state has a policy of its own.
        Example(missing: #""dontKnow": "worst""#, answers: "3*a 4 .", value: 1),
        Example(missing: #""unanswered": "worst""#, answers: "3*a 4 ?", value: 1),
        // Worst speaks of each single answer: L1 = 1, L2 = (1 + 1 + 1 + 0) / 4.
        Example(missing: #""dontKnow": "worst""#, answers: "3*a 4 4\na 4 ?", value: 0.875),
        Example(missing: #""notApplicable": "worst""#, answers: "3*a 4 4\na 4 x", value: 0.875),
        Example(missing: #""unanswered": "withhold""#, answers: "3*a 4 .", value: nil, status: .withheld),
        Example(missing: #""dontKnow": "withhold""#, answers: "3*a 4 ?", value: nil, status: .withheld),
        Example(missing: #""notApplicable": "withhold""#, answers: "3*a 4 x", value: nil, status: .withheld),
        // The others speak of items of which no answer can be used.
        Example(missing: #""dontKnow": "withhold""#, answers: "3*a 4 4\na 4 ?", value: 1),
        Example(
            missing: #""unanswered": "condition""#, answers: "3*a 4 .", value: 1, status: .provisional,
            conditions: ["L2"]),
        Example(
            missing: #""dontKnow": "condition""#, answers: "3*a 4 ?", value: 1, status: .provisional,
            conditions: ["L2"]),
        Example(missing: #""dontKnow": "condition""#, answers: "3*a 4 .", value: 1),
        Example(missing: #""dontKnow": "condition""#, answers: "3*a 4 4\na 4 ?", value: 1),
        // Held back: two answers are none.
        Example(
            missing: #""unanswered": "condition""#, answers: "2*a 4 4\na 4 .", value: 1, status: .provisional,
            conditions: ["L2"]),
        Example(missing: #""unanswered": "worst""#, answers: "2*a 4 4\na 4 .", value: 0.5),
        Example(missing: #""unanswered": "worst""#, answers: "2*a 4 4\na 4 x", value: 0.5),
        // Nothing at all.
        Example(missing: "", answers: "3*a ? ?", value: nil, status: .withheld),
        Example(missing: "", answers: "3*a x x", value: nil, status: .notApplicable),
        Example(missing: "", answers: "3*a x .", value: nil, status: .withheld),
    ]

    @Test(arguments: examples)
    func policies(_ example: Example) throws {
        let result = try scores(#""missing": {\#(example.missing)}"#, example.answers)
        #expect(areSame(result.value, example.value))
        #expect(result.status == example.status)
        #expect(result.conditions == example.conditions)
    }

    @Test func theWorstOfABlockerIsTheHighest() throws {
        let result = try scores(#""missing": {"dontKnow": "worst"}"#, "3*a 0 ?", direction: "blocker")
        #expect(result.value == 0.5)
        #expect(result.bounds == 0...0.5)
    }

    /// The worst gate rating is the highest: a blocker that nobody knows caps as if it stopped all work.
    @Test func theWorstOfAGateRatingIsTheHighest() throws {
        let table = #""through": {"by": ["gateRating"], "table": {"4": 0.25}, "otherwise": 1}"#
        let metric = SmallDefinition.metric(
            "m", #""aggregate": "min", "of": {"items": {}}, \#(table), "missing": {"dontKnow": "worst"}"#)
        let questionnaire = try SmallDefinition(items: ["L1 left blocker"], metrics: [metric]).questionnaire()
        func cap(_ answers: String) -> MetricResult? { Scores.table(questionnaire, answers).metric("m") }
        #expect(cap("3*a ?")?.value == 0.25)
        #expect(cap("3*a .")?.value == nil)
        // Two of five at the worst are more than a quarter; one of five is less.
        #expect(cap("3*a 0\n2*a ?")?.value == 0.25)
        #expect(cap("4*a 0\na ?")?.value == 1)
        #expect(cap("3*a 0\n2*a ?")?.bounds == 0.25...1)
    }

    @Test(arguments: [
        Example(missing: #""incomplete": 0.125"#, answers: "3*a 4 4", value: 1),
        Example(missing: #""incomplete": 0.125"#, answers: "3*a 4 .", value: 0.125),
        Example(missing: #""incomplete": 0.125"#, answers: "3*a ? ?", value: 0.125),
        // Usable answers make an item complete; what is not applicable is not missing.
        Example(missing: #""incomplete": 0.125"#, answers: "3*a 4 4\na 4 .", value: 1),
        Example(missing: #""incomplete": 0.125"#, answers: "3*a 4 x", value: 1),
        Example(missing: #""incomplete": 0.125"#, answers: "3*a x x", value: nil, status: .notApplicable),
    ])
    func aNumberMayStandForWhatIsIncomplete(_ example: Example) throws {
        let result = try scores(example.missing, example.answers)
        #expect(areSame(result.value, example.value))
        #expect(result.status == example.status)
    }

    // MARK: Inputs that are metrics

    /// The left domain has an item for each of the two; the right one has neither a value nor a bound.
    private func overall(_ missing: String, _ table: String) throws -> MetricResult {
        let mean = SmallDefinition.metric("m", #""aggregate": "mean", "of": {"items": {}}"#)
        let overall = SmallDefinition.metric(
            "overall", #""aggregate": "mean", "of": {"each": {"dimension": "all"}, "metric": "m"}, \#(missing)"#)
        let questionnaire = try SmallDefinition(
            items: ["L1 left facilitator", "R1 right facilitator"], domainMetrics: [mean], metrics: [overall]
        ).questionnaire()
        return try #require(Scores.table(questionnaire, table).metric("overall"))
    }

    @Test func aWithheldMetricWithholdsWhatRestsOnItUnlessExcluded() throws {
        let withheld = try overall(#""missing": {}"#, "3*a 4 ?")
        #expect(withheld.value == nil)
        #expect(withheld.status == .withheld)
        #expect(withheld.bounds == 0.5...1)
        let excluded = try overall(#""missing": {"withheld": "exclude"}"#, "3*a 4 ?")
        #expect(excluded.value == 1)
        #expect(excluded.bounds == 0.5...1)
        #expect(try overall(#""incomplete": 0"#, "3*a 4 ?").value == 0)
    }

    @Test func aMetricThatIsNotApplicableLeavesWhatRestsOnIt() throws {
        let left = try overall(#""missing": {}"#, "3*a 3 x")
        #expect(left.value == 0.75)
        #expect(left.status == .firm)
        #expect(left.bounds == 0.75...0.75)
        #expect(try overall(#""missing": {"notApplicable": "withhold"}"#, "3*a 3 x").status == .withheld)
        #expect(try overall(#""missing": {}"#, "3*a x x").status == .notApplicable)
        #expect(try overall(#""incomplete": 0"#, "3*a x x").status == .notApplicable)
    }
}

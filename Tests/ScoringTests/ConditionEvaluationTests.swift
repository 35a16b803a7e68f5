import Questionnaires
import ResponseTables
import Responses
import Scoring
import Testing

@Suite struct ConditionEvaluationTests {
    /// L1: 2 of the scale; L2: don't know; L3: not applicable; R1: a blocker at 3.
    private func scores(when condition: String = #"{"item": "L1", "state": "answered"}"#) throws -> Scores {
        let recommendation = #"""
            {"id": "X", "dimension": "left", "title": "T", "summary": "S", "responsible": "a", "effortDays": 1,
            "builds": {"L1": {"floor": 1}}, "when": \#(condition)}
            """#
        let questionnaire = try SmallDefinition(
            items: [
                "L1 left facilitator", "L2 left facilitator", "L3 left facilitator", "R1 right blocker area north",
            ],
            domainMetrics: [SmallDefinition.metric("m", #""aggregate": "mean", "of": {"items": {}}"#)],
            metrics: [SmallDefinition.metric("gone", #""aggregate": "mean", "of": {"items": {"ids": ["L2"]}}"#)],
            further: [#""recommendations": [\#(recommendation)]"#]
        ).questionnaire()
        return Scores.table(questionnaire, "a 2 ? x 3", collection: .consensus)
    }

    private func holds(_ condition: String) throws -> Bool? {
        let scores = try scores(when: condition)
        return scores.holds(try #require(scores.questionnaire.recommendations.first?.when))
    }

    struct Example: Sendable, CustomStringConvertible {
        let condition: String
        let expected: Bool?
        var description: String { condition }
    }

    @Test(arguments: [
        Example(condition: #"{"item": "L1", "value": {"atLeast": 0.5}}"#, expected: true),
        Example(condition: #"{"item": "L1", "value": {"atLeast": 0.5000000005}}"#, expected: true),
        Example(condition: #"{"item": "L1", "value": {"atLeast": 0.500000002}}"#, expected: false),
        Example(condition: #"{"item": "L1", "value": {"above": 0.5}}"#, expected: false),
        Example(condition: #"{"item": "L1", "value": {"above": 0.4}}"#, expected: true),
        Example(condition: #"{"item": "L1", "value": {"atMost": 0.5}}"#, expected: true),
        Example(condition: #"{"item": "L1", "value": {"atMost": 0.4}}"#, expected: false),
        Example(condition: #"{"item": "L1", "value": {"below": 0.5}}"#, expected: false),
        Example(condition: #"{"item": "L1", "value": {"below": 0.6}}"#, expected: true),
        Example(condition: #"{"item": "L1", "value": {"equals": 0.5}}"#, expected: true),
        Example(condition: #"{"item": "L1", "value": {"equals": 0.6}}"#, expected: false),
        // Several relations must all hold.
        Example(condition: #"{"item": "L1", "value": {"above": 0.4, "below": 0.6}}"#, expected: true),
        Example(condition: #"{"item": "L1", "value": {"above": 0.4, "below": 0.45}}"#, expected: false),
        // Nothing is known of the value of an item without a figure.
        Example(condition: #"{"item": "L2", "value": {"atLeast": 0}}"#, expected: nil),
        Example(condition: #"{"item": "L3", "value": {"atLeast": 0}}"#, expected: nil),
        Example(condition: #"{"item": "L1", "option": "2"}"#, expected: true),
        Example(condition: #"{"item": "L1", "option": "3"}"#, expected: false),
        Example(condition: #"{"item": "L2", "option": "3"}"#, expected: nil),
        Example(condition: #"{"item": "L1", "state": "answered"}"#, expected: true),
        Example(condition: #"{"item": "L2", "state": "dontKnow"}"#, expected: true),
        Example(condition: #"{"item": "L2", "state": "unanswered"}"#, expected: false),
        Example(condition: #"{"item": "L3", "state": "notApplicable"}"#, expected: true),
        Example(condition: #"{"item": "R1", "gateRating": {"atLeast": "3"}}"#, expected: true),
        Example(condition: #"{"item": "R1", "gateRating": {"above": "3"}}"#, expected: false),
        Example(condition: #"{"item": "R1", "gateRating": {"atMost": "4", "above": "2"}}"#, expected: true),
        Example(condition: #"{"item": "R1", "gateRating": {"equals": "4"}}"#, expected: false),
        Example(condition: #"{"item": "L2", "gateRating": {"atLeast": "0"}}"#, expected: nil),
        Example(condition: #"{"metric": "right.m", "value": {"atLeast": 0.75}}"#, expected: true),
        Example(condition: #"{"metric": "left.m", "value": {"above": 0.5}}"#, expected: false),
        Example(condition: #"{"metric": "gone", "value": {"atLeast": 0}}"#, expected: nil),
    ])
    func comparisons(_ example: Example) throws {
        #expect(try holds(example.condition) == example.expected)
    }

    /// True, false and not known, in all combinations (Kleene's strong logic).
    @Test func threeTruthValues() throws {
        let texts: [(String, Bool?)] = [
            (#"{"item": "L1", "state": "answered"}"#, true), (#"{"item": "L1", "state": "dontKnow"}"#, false),
            (#"{"item": "L2", "value": {"atLeast": 0}}"#, nil),
        ]
        for (text, value) in texts {
            #expect(try holds(text) == value)
            #expect(try holds(#"{"not": \#(text)}"#) == value.map(!))
            for (other, second) in texts {
                let both: Bool? =
                    value == false || second == false ? false : value == true && second == true ? true : nil
                let either: Bool? =
                    value == true || second == true ? true : value == false && second == false ? false : nil
                #expect(try holds(#"{"all": [\#(text), \#(other)]}"#) == both)
                #expect(try holds(#"{"any": [\#(text), \#(other)]}"#) == either)
            }
        }
    }

    /// In a share or count the item is the one at hand; what is not known of it leaves it out.
    @Test(arguments: [
        Example(condition: #"{"value": {"atLeast": 0.5}}"#, expected: true),
        Example(condition: #"{"option": "4"}"#, expected: false),
        Example(condition: #"{"gateRating": {"atLeast": "2"}}"#, expected: true),
        Example(condition: #"{"tag": "area", "is": "north"}"#, expected: true),
        Example(condition: #"{"tag": "area", "is": "south"}"#, expected: false),
        Example(condition: #"{"not": {"tag": "area", "is": "south"}}"#, expected: true),
        Example(condition: #"{"all": [{"tag": "area", "is": "north"}, {"value": {"below": 0.5}}]}"#, expected: false),
        Example(condition: #"{"any": [{"tag": "area", "is": "south"}, {"value": {"above": 0.5}}]}"#, expected: true),
        Example(condition: #"{"state": "answered"}"#, expected: true),
    ])
    func conditionsOnTheItemAtHand(_ example: Example) throws {
        let questionnaire = try SmallDefinition(
            items: ["R1 right blocker area north", "R2 right blocker area north"],
            metrics: [
                SmallDefinition.metric(
                    "m", #""aggregate": "share", "where": \#(example.condition), "of": {"items": {}}"#)
            ]
        ).questionnaire()
        let metric = Scores.table(questionnaire, "a 3 ?", collection: .consensus).metric("m")
        #expect(metric?.value == example.expected.map { $0 ? 1 : 0 })
        #expect(metric?.derivation.terms.map(\.entered) == [example.expected.map { $0 ? 1 : 0 }, nil])
    }
}

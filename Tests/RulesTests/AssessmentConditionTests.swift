import JSON
import Questionnaires
import Responses
import Scoring
import SeededRandomness
import Testing

@testable import Rules

/// Conditions on metrics and items of an assessment.
@Suite struct AssessmentConditionTests {
    /// A verdict over two items and their mean, in which each rule has an outcome of its own.
    private static func verdict(_ rules: [String]) -> String {
        let outcomes = (0...rules.count).map { #"{"id": "o\#($0)", "title": "O"}"# }
        let list = rules.enumerated().map { #"{"when": \#($1), "unknown": "skip", "is": "o\#($0)"}"# }
        return """
            {"bands": [{"id": "halves", "intervals": [{"id": "low", "upTo": 0.5}, {"id": "high", "above": 0.5}]}],
             "items": [
              {"id": "a", "dimension": "work", "direction": "none", "label": "A", "scale": "level"},
              {"id": "b", "dimension": "work", "direction": "none", "label": "B", "scale": "level"}],
             "metrics": [{"define": [
              {"id": "score", "title": "S", "aggregate": "mean", "of": {"items": {}}},
              {"id": "band", "title": "B", "band": "score", "in": "halves"},
              {"id": "advice", "title": "A", "verdict": {"outcomes": [\(outcomes.joined(separator: ", "))],
               "rules": [\(list.joined(separator: ", "))], "otherwise": {"is": "o\(rules.count)"}}}]}]}
            """
    }

    private func found(_ rules: String...) throws -> [String] {
        try ExampleDefinition.decoded(Self.verdict(rules)).findings()
            .map { "\($0.rule ?? "") \($0.path.replacing("$.metrics[0].define[2].verdict.rules", with: ""))" }
    }

    private static func score(_ relation: String, _ number: Double) -> String {
        #"{"metric": "score", "value": {"\#(relation)": \#(number)}}"#
    }

    @Test func ladders() throws {
        #expect(try found(Self.score("atLeast", 0.8), Self.score("atLeast", 0.5), Self.score("below", 0.2)) == [])
        #expect(
            try found(Self.score("atLeast", 0.8), Self.score("atLeast", 0.5), Self.score("atLeast", 0.6))
                == ["shadowedVerdict [2].when"])
        #expect(
            try found(
                #"{"any": [\#(Self.score("below", 0.5)), {"item": "a", "option": "no"}]}"#,
                #"{"item": "a", "option": "no"}"#)
                == ["shadowedVerdict [1].when"])
    }

    @Test func datesAreInOrder() throws {
        let between = #"{"asOf": {"atLeast": "2026-01-01", "below": "2027-01-01"}}"#
        #expect(try found(between) == [])
        let never = #"{"asOf": {"atLeast": "2027-01-01", "below": "2027-01-01"}}"#
        #expect(try found(never) == ["conditionAlwaysFalse [0].when"])
    }

    @Test func bandsAndRatings() throws {
        #expect(
            try found(#"{"all": [{"metric": "band", "band": "low"}, {"metric": "band", "band": {"above": "low"}}]}"#)
                == ["conditionAlwaysFalse [0].when"])
        #expect(
            try found(#"{"all": [{"item": "a", "gateRating": {"atLeast": "no"}}, {"item": "b", "option": "yes"}]}"#)
                == ["conditionAlwaysTrue [0].when.all[0]"])
        #expect(try found(#"{"metric": "score", "coverage": {"above": 1}}"#) == ["conditionAlwaysFalse [0].when"])
        #expect(try found(#"{"metric": "score", "coverage": {"above": 0}}"#) == [])
    }

    /// Where a step or rule is skipped while it is not known, its condition may ask just that.
    @Test func askingWhetherAnythingIsKnownIsFair() throws {
        #expect(try found(Self.score("atLeast", 0)) == [])
        let text = Self.verdict([Self.score("atLeast", 0)]).replacing("\"skip\"", with: "\"withhold\"")
        #expect(try ExampleDefinition.decoded(text).findings().map(\.rule) == ["conditionAlwaysTrue"])
    }

    /// A family is judged by all its members.
    @Test func whatHoldsForOneMemberMayFailForAnother() throws {
        func text(_ second: String) -> String {
            """
            {"dimensions": [{"id": "all", "title": "All", "children": [
               {"id": "x", "title": "X"}, {"id": "y", "title": "Y"}]}],
             "items": [{"id": "a", "dimension": "x", "direction": "none", "label": "A", "scale": "level"},
               {"id": "b", "dimension": "y", "direction": "none", "label": "B",
                "scale": {"options": [{"id": "no", "value": 0}, {"id": "yes", "value": \(second)}]}}],
             "metrics": [{"each": {"dimension": "all"}, "define": [
               {"id": "sum", "title": "S", "aggregate": "sum", "of": {"items": {}}},
               {"id": "less", "title": "L", "adjust": "sum", "steps": [
                 {"when": {"metric": "sum", "value": {"above": 1}}, "scale": 0.5}, {"cap": 3}]}]}]}
            """
        }
        #expect(try ExampleDefinition.decoded(text("4")).findings() == [])
        let findings = try ExampleDefinition.decoded(text("1")).findings()
        #expect(findings.map(\.rule) == ["conditionAlwaysFalse", "stepWithoutEffect"])
        #expect(findings[0].problem == "the condition never holds: the number lies from 0 to 1")
    }

    /// Random verdicts against answers: what never decides does not decide.
    @Test func nothingThatHappensIsCalledImpossible() throws {
        var generator = SeededGenerator(seed: 3)
        var idle = 0
        for _ in 0..<150 {
            let rules = (0..<4).map { _ in Self.randomCondition(depth: 2, using: &generator) }
            let decoded = try ExampleDefinition.decoded(Self.verdict(rules))
            let questionnaire = try #require(decoded.questionnaire)
            let paths = Set(
                decoded.findings().filter { ["shadowedVerdict", "conditionAlwaysFalse"].contains($0.rule) }
                    .map(\.path))
            let silent = rules.indices.filter { paths.contains("$.metrics[0].define[2].verdict.rules[\($0)].when") }
            idle += silent.count
            for first in 0..<4 {
                for second in 0..<4 {
                    var answers: [String: Answer] = [:]
                    if first < 3 { answers["a"] = Answer(.option(position: first)) }
                    if second < 3 { answers["b"] = Answer(.option(position: second)) }
                    let scores = Scores(
                        questionnaire: questionnaire, wave: Wave(id: "w", collection: .consensus),
                        responses: [Response(respondent: "r", role: "r", wave: "w", answers: answers)])
                    let outcome = scores.metric("advice")?.verdict?.outcome
                    for rule in silent { #expect(outcome != "o\(rule)", "\(rules) \(answers)") }
                }
            }
        }
        #expect(idle > 50, "\(idle)")
    }

    private static func randomCondition(depth: Int, using generator: inout SeededGenerator) -> String {
        if depth > 0, generator.chance(0.5) {
            let parts = (0..<Int.random(in: 1...3, using: &generator))
                .map { _ in randomCondition(depth: depth - 1, using: &generator) }
            if generator.chance(0.3) { return "{\"not\": \(parts[0])}" }
            return "{\"\(generator.chance(0.5) ? "all" : "any")\": [\(parts.joined(separator: ", "))]}"
        }
        let relation = ["atLeast", "above", "atMost", "below"].randomElement(using: &generator) ?? ""
        let number: Double = [0, 0.25, 0.5, 0.75, 1].randomElement(using: &generator) ?? 0
        let item = generator.chance(0.5) ? "a" : "b"
        let option = ["no", "partly", "yes"].randomElement(using: &generator) ?? ""
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: return score(relation, number)
        case 1: return #"{"item": "\#(item)", "value": {"\#(relation)": \#(number)}}"#
        case 2: return #"{"item": "\#(item)", "option": "\#(option)"}"#
        case 3: return #"{"item": "\#(item)", "gateRating": {"\#(relation)": "\#(option)"}}"#
        default: return #"{"metric": "band", "band": "\#(generator.chance(0.5) ? "low" : "high")"}"#
        }
    }
}

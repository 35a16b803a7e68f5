import JSON
import Questionnaires
import Responses
import Scoring
import SeededRandomness
import Testing

@testable import Rules

/// No metric ever leaves the range that rules reckon with.
@Suite struct MetricRangesTests {
    private func range(_ metrics: String, of id: String, items: String? = nil) throws -> ClosedRange<Double> {
        let text = "{\"metrics\": [{\"define\": [\(metrics)]}]\(items.map { ", \"items\": \($0)" } ?? "")}"
        let decoded = try ExampleDefinition.decoded(text)
        let facts = DefinitionFacts(try #require(decoded.questionnaire), places: decoded.places())
        return facts.ranges[try #require(facts.index[id])]
    }

    private static let score = #"{"id": "score", "title": "S", "aggregate": "mean", "of": {"items": {}}}"#

    @Test(arguments: [
        (#""adjust": "score", "steps": [{"scale": 2}, {"add": 1}]"#, 1.0...3.0),
        (#""adjust": "score", "steps": [{"scale": -2}]"#, -2...0),
        (#""adjust": "score", "steps": [{"cap": 0.5}, {"floor": 0.25}]"#, 0.25...0.5),
        (
            #""adjust": "score", "steps": [{"add": 1, "when": {"item": "A", "option": "yes"}}]"#, 0...2
        ),
        (#""adjust": "score", "steps": [{"scale": {"metric": "score", "times": 3}}]"#, 0...3),
        (#""aggregate": "sum", "of": {"metrics": {"score": -2}}"#, -2...0),
        (#""aggregate": "sum", "of": {"items": {}}, "incomplete": -7"#, -7...1),
        (#""aggregate": "min", "of": {"items": {}}, "empty": 4"#, 0...4),
        (#""aggregate": "count", "of": {"items": {}}, "where": {"option": "yes"}"#, 0...1),
        (#""possible": "score""#, MetricRanges.everything),
        (#""aggregate": "mean", "of": {"metrics": {"score": -1}}"#, MetricRanges.everything),
        (
            #""verdict": {"outcomes": [{"id": "a", "title": "A", "value": 5}, {"id": "b", "title": "B", "value": 2}], "#
                + #""rules": [], "otherwise": {"is": "a"}}"#, 2...5
        ),
    ])
    func ofOneMetric(rule: String, expected: ClosedRange<Double>) throws {
        #expect(try range("\(Self.score), {\"id\": \"m\", \"title\": \"M\", \(rule)}", of: "m") == expected)
    }

    @Test(arguments: ShippedDefinitionTests.names + ((try? ShippedDefinitionTests.fixtures()) ?? []))
    func holdEveryScore(name: String) throws {
        let decoded = try ShippedDefinitionTests.decoded(name)
        let questionnaire = try #require(decoded.questionnaire)
        let facts = DefinitionFacts(questionnaire, places: decoded.places())
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<20 {
            var answers: [String: Answer] = [:]
            for item in questionnaire.items {
                let draw = Double.random(in: 0..<1, using: &generator)
                if draw < 0.05 { continue }
                answers[item.id] = Answer(draw < 0.1 ? .notApplicable(reason: "x") : item.random(using: &generator))
            }
            let response = Response(
                respondent: "r", role: questionnaire.roles.first?.id ?? "r", wave: "w", answers: answers)
            let scores = Scores(
                questionnaire: questionnaire, wave: Wave(id: "w", collection: .consensus), responses: [response])
            for result in scores.metrics {
                guard let value = result.value else { continue }
                let range = facts.ranges[try #require(facts.index[result.id])]
                #expect(value >= range.lowerBound - 1e-9 && value <= range.upperBound + 1e-9, "\(result.id) \(range)")
            }
        }
    }
}

extension Item {
    fileprivate func random(using generator: inout SeededGenerator) -> Answer.Content {
        switch answering {
        case .singleChoice: return .option(position: Int.random(in: scale.options.indices, using: &generator))
        case .multipleChoice:
            return .options(positions: scale.options.indices.filter { _ in generator.chance(0.5) })
        case .number(let line):
            return .number(Double.random(in: (line.lowest ?? -1)...(line.highest ?? 100), using: &generator))
        case .text: return .text("x")
        }
    }
}

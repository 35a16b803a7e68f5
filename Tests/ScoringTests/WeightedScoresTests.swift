import Foundation
import Questionnaires
import Responses
import SeededRandomness
import Testing

@testable import Scoring

/// Metrics under weights of the respondents.
@Suite struct WeightedScoresTests {
    private let survey = Wave(id: "w", collection: .survey)

    private func values(_ scores: Scores, _ weights: [Double]) -> [Double] {
        var weighted = WeightedScores(scores, metrics: scores.metrics.map(\.id))
        var values = [Double](repeating: 0, count: scores.metrics.count)
        weighted.run(weights, into: &values)
        return values
    }

    private func isSame(_ left: Double, _ right: Double?) -> Bool {
        guard let right else { return left.isNaN }
        return abs(left - right) <= 1e-12 * max(1, abs(right))
    }

    /// Each response as often as its weight says, under names that sort like the respondents.
    private func repeated(_ responses: [Response], _ weights: [Int]) -> [Response] {
        zip(responses.sorted { $0.respondent < $1.respondent }, weights).flatMap { response, count in
            (0..<count).map {
                Response(
                    respondent: "\(response.respondent)-\($0)", role: response.role, wave: response.wave,
                    answers: response.answers, notApplicable: response.notApplicable)
            }
        }
    }

    /// How answers are grouped, and what is withheld, must be alike for both ways to be comparable.
    private func isComparable(_ left: Scores, _ right: Scores) -> Bool {
        left.groups.map(\.roles) == right.groups.map(\.roles)
            && left.evaluation.isWithheld == right.evaluation.isWithheld
            && left.items.map(\.isHeldBack) == right.items.map(\.isHeldBack)
            && zip(left.items, right.items).allSatisfy {
                $0.strata.map(\.roles) == $1.strata.map(\.roles) && $0.silent.map(\.roles) == $1.silent.map(\.roles)
            }
    }

    @Test(arguments: ["ml-maturity", "ml-maturity-six-areas"]) func everybodyOnceGivesTheScores(id: String) throws {
        var generator = SeededGenerator(seed: 61)
        let questionnaire = try DefinitionFixture.shipped(id)
        for round in 0..<20 {
            let wave = RandomWave(dontKnow: 0.15, unanswered: Double(round % 5) / 10, respondents: 3...20)
            let scores = Scores(
                questionnaire: questionnaire, wave: survey,
                responses: wave.responses(to: questionnaire, using: &generator))
            let values = values(scores, [Double](repeating: 1, count: scores.pooling.tally.count))
            for (metric, value) in zip(scores.metrics, values) {
                #expect(isSame(value, metric.value), "\(metric.id): \(value) for \(metric.value ?? .nan)")
            }
        }
    }

    @Test func whoAnsweredTwiceCountsTwice() throws {
        var generator = SeededGenerator(seed: 62)
        let questionnaire = try DefinitionFixture.shipped("ml-maturity")
        var compared = 0
        for round in 0..<150 {
            let wave = RandomWave(
                dontKnow: 0.04, unanswered: 0.04, notApplicable: 0.02, respondents: 10...30, roles: 1 + round % 5)
            let responses = wave.responses(to: questionnaire, using: &generator)
            let scores = Scores(questionnaire: questionnaire, wave: survey, responses: responses)
            let weights = responses.map { _ in Int.random(in: 0...3, using: &generator) }
            let again = repeated(responses, weights)
            guard !again.isEmpty else { continue }
            let other = Scores(questionnaire: questionnaire, wave: survey, responses: again)
            guard isComparable(scores, other) else { continue }
            for (metric, value) in zip(other.metrics, values(scores, weights.map(Double.init))) {
                #expect(isSame(value, metric.value), "\(metric.id): \(value) for \(metric.value ?? .nan)")
                compared += 1
            }
        }
        #expect(compared > 1500, "\(compared)")
    }

    /// All kinds of items and metrics, whatever the definition.
    @Test func whoAnsweredTwiceCountsTwiceUnderRandomDefinitions() throws {
        var generator = SeededGenerator(seed: 63)
        var kinds: Set<String> = []
        var compared = 0
        for round in 0..<300 {
            let questionnaire = try RandomDefinition(using: &generator).questionnaire()
            let responses = RandomDefinition.responses(
                to: questionnaire, 12, missing: round.isMultiple(of: 4) ? 0.2 : 0, using: &generator)
            let scores = Scores(questionnaire: questionnaire, wave: survey, responses: responses, asOf: "2026-01-01")
            let weights = responses.map { _ in Int.random(in: 1...3, using: &generator) }
            let other = Scores(
                questionnaire: questionnaire, wave: survey, responses: repeated(responses, weights), asOf: "2026-01-01")
            guard isComparable(scores, other) else { continue }
            // Conditions may ask for coverage, which stays as it is in the wave.
            guard scores.evaluation.coverages == other.evaluation.coverages else { continue }
            for (metric, value) in zip(other.metrics, values(scores, weights.map(Double.init))) {
                kinds.insert(String(describing: metric.metric.rule).prefix { $0 != "(" }.description)
                #expect(
                    isSame(value, metric.value), "round \(round) \(metric.id): \(value) for \(metric.value ?? .nan)")
                compared += 1
            }
        }
        #expect(kinds.isSuperset(of: ["aggregate", "possible", "adjust", "level", "band", "verdict"]), "\(kinds)")
        #expect(compared > 500, "\(compared)")
    }

    /// Weights that are no whole numbers mean what whole ones in the same proportion do.
    @Test func onlyProportionsMatter() throws {
        var generator = SeededGenerator(seed: 64)
        let questionnaire = try DefinitionFixture.shipped("ml-maturity")
        let responses = RandomWave(respondents: 18...18).responses(to: questionnaire, using: &generator)
        let scores = Scores(questionnaire: questionnaire, wave: survey, responses: responses)
        let weights = responses.map { _ in Double.random(in: 0...2, using: &generator) }
        for (first, second) in zip(values(scores, weights), values(scores, weights.map { $0 * 3.7 })) {
            #expect(first.isNaN ? second.isNaN : abs(first - second) < 1e-12)
        }
    }

    @Test func aGreatestValueAndACapDoNotMoveSmoothly() throws {
        var generator = SeededGenerator(seed: 65)
        let questionnaire = try DefinitionFixture.shipped("ml-maturity")
        let responses = RandomWave(respondents: 18...18).responses(to: questionnaire, using: &generator)
        let scores = Scores(questionnaire: questionnaire, wave: survey, responses: responses)
        let names = ["facilitators", "burden", "cap", "score"].map { "technology.\($0)" } + ["overall", "arithmetic"]
        let weighted = WeightedScores(scores, metrics: names)
        #expect(weighted.isSmooth == [true, false, false, false, false, false])
        #expect(Array(weighted.ranges.prefix(4)) == [0...1, 0...1, 0.15...1, 0...1])
    }
}

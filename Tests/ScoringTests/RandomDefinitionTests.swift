import Questionnaires
import Responses
import SeededRandomness
import Testing

@testable import Scoring

/// What holds whatever the definition and the answers are.
@Suite struct RandomDefinitionTests {
    private func scores(_ questionnaire: Questionnaire, _ responses: [Response]) -> Scores {
        Scores(
            questionnaire: questionnaire,
            wave: Wave(id: "w", collection: responses.count == 1 ? .consensus : .survey), responses: responses,
            asOf: "2026-01-01")
    }

    private static let rounds = 80

    @Test func boundsContainTheValueAndCoverageIsAShare() throws {
        var generator = SeededGenerator(seed: 51)
        var kinds: Set<String> = []
        for round in 0..<Self.rounds {
            let questionnaire = try RandomDefinition(using: &generator).questionnaire()
            let responses = RandomDefinition.responses(
                to: questionnaire, round.isMultiple(of: 3) ? 6 : 1, missing: Double(round % 5) / 8, using: &generator)
            for metric in scores(questionnaire, responses).metrics {
                if let coverage = metric.coverage { #expect(coverage >= 0 && coverage <= 1) }
                guard let value = metric.value else { continue }
                kinds.insert(String(describing: metric.metric.rule).prefix { $0 != "(" }.description)
                #expect(metric.bounds.map { $0.contains(value) } ?? true, "\(metric.id)")
            }
        }
        #expect(kinds.isSuperset(of: ["aggregate", "possible", "adjust", "level", "band", "verdict"]), "\(kinds)")
    }

    /// Whatever the missing answers turn out to be, the value lies within the bounds stated before.
    @Test func boundsHoldWhateverIsAnsweredLater() throws {
        var generator = SeededGenerator(seed: 52)
        var compared = 0
        for round in 0..<Self.rounds {
            let questionnaire = try RandomDefinition(using: &generator).questionnaire()
            let responses = RandomDefinition.responses(
                to: questionnaire, round.isMultiple(of: 3) ? 6 : 1, missing: 0.3, using: &generator)
            let before = scores(questionnaire, responses)
            for _ in 0..<6 {
                let filled = responses.map { response in
                    filling(response, questionnaire, using: &generator)
                }
                let after = scores(questionnaire, filled)
                for (old, new) in zip(before.metrics, after.metrics) {
                    guard let bounds = old.bounds, let value = new.value else { continue }
                    compared += 1
                    #expect(
                        value >= bounds.lowerBound - 1e-9 && value <= bounds.upperBound + 1e-9,
                        "round \(round): \(old.id) \(old.metric.rule) \(bounds) \(value)")
                }
            }
        }
        #expect(compared > 1500)
    }

    /// The response with every missing answer given; what was said not to apply stays so.
    private func filling(
        _ response: Response, _ questionnaire: Questionnaire, using generator: inout SeededGenerator
    ) -> Response {
        var answers = response.answers
        for item in questionnaire.items {
            switch answers[item.id]?.content {
            case nil, .dontKnow:
                answers[item.id] = Answer(RandomDefinition.content(item, missing: 0, using: &generator))
            default: break
            }
        }
        return Response(respondent: response.respondent, role: response.role, wave: "w", answers: answers)
    }

    @Test func whatIsNotAskedNeverMatters() throws {
        var generator = SeededGenerator(seed: 53)
        var hidden = 0
        for _ in 0..<Self.rounds {
            let questionnaire = try RandomDefinition(using: &generator).questionnaire()
            let response = RandomDefinition.responses(to: questionnaire, 1, missing: 0.1, using: &generator)[0]
            let before = scores(questionnaire, [response])
            for (item, cell) in zip(questionnaire.items, response.cells(in: questionnaire)) {
                guard cell.state == .notShown else { continue }
                hidden += 1
                let other = RandomDefinition.content(item, missing: 0.2, using: &generator)
                for content in [other, nil] {
                    let after = scores(questionnaire, [response.replacing(item.id, by: content)])
                    #expect(before.metrics.map(\.value) == after.metrics.map(\.value))
                    #expect(before.metrics.map(\.bounds) == after.metrics.map(\.bounds))
                    #expect(before.metrics.map(\.coverage) == after.metrics.map(\.coverage))
                }
            }
        }
        #expect(hidden > 50)
    }

    @Test func orderOfItemsMetricsAndResponsesDoesNotMatter() throws {
        var generator = SeededGenerator(seed: 54)
        for _ in 0..<Self.rounds {
            let definition = RandomDefinition(using: &generator)
            let questionnaire = try definition.questionnaire()
            let shuffled = try definition.questionnaire(
                items: definition.items.shuffled(using: &generator),
                metrics: definition.metrics.shuffled(using: &generator))
            let responses = RandomDefinition.responses(to: questionnaire, 5, missing: 0.2, using: &generator)
            let first = scores(questionnaire, responses)
            let second = scores(shuffled, responses.shuffled(using: &generator))
            for metric in first.metrics {
                let other = try #require(second.metric(metric.id))
                #expect(areSame(other.value, metric.value), "\(metric.id)")
                #expect(areSameRange(other.bounds, metric.bounds, within: 1e-12), "\(metric.id)")
                #expect(areSame(other.coverage, metric.coverage), "\(metric.id)")
            }
        }
    }

    @Test func moreOfAFacilitatorNeverLowersAMonotoneMetric() throws {
        var generator = SeededGenerator(seed: 55)
        var compared = 0
        for _ in 0..<Self.rounds {
            let definition = RandomDefinition(using: &generator)
            let questionnaire = try definition.questionnaire()
            let response = RandomDefinition.responses(to: questionnaire, 1, missing: 0.1, using: &generator)[0]
            let deciding = Set(questionnaire.items.flatMap(\.itemsThatDecideWhatIsShown))
            let before = scores(questionnaire, [response])
            for item in questionnaire.items where item.direction == .facilitator && !deciding.contains(item.id) {
                guard case .option(let position)? = response.answers[item.id]?.content,
                    position + 1 < item.scale.options.count
                else { continue }
                let after = scores(questionnaire, [response.replacing(item.id, by: .option(position: position + 1))])
                for id in definition.rising {
                    guard let old = before.metric(id)?.value, let new = after.metric(id)?.value else { continue }
                    compared += 1
                    #expect(new >= old - 1e-12, "\(id) by \(item.id)")
                }
            }
        }
        #expect(compared > 100)
    }

    /// A derivation holds everything its number needs.
    @Test func derivationsGiveTheirNumbers() throws {
        var generator = SeededGenerator(seed: 56)
        var compared: Set<String> = []
        for round in 0..<Self.rounds {
            let questionnaire = try RandomDefinition(using: &generator).questionnaire()
            let responses = RandomDefinition.responses(
                to: questionnaire, round.isMultiple(of: 4) ? 6 : 1, missing: 0.15, using: &generator)
            for metric in scores(questionnaire, responses).metrics {
                guard let value = metric.value, let again = Recomputed(metric.derivation)?.value else { continue }
                compared.insert(String(describing: metric.metric.rule).prefix { $0 != "(" }.description)
                #expect(abs(again - value) <= 1e-12, "\(metric.id) \(metric.metric.rule): \(again) for \(value)")
            }
        }
        #expect(
            compared.isSuperset(of: ["aggregate", "possible", "adjust", "level", "band", "verdict"]), "\(compared)")
    }
}

/// A metric computed again from nothing but its derivation.
private struct Recomputed {
    let value: Double

    init?(_ derivation: Derivation) {
        guard let value = Recomputed.value(derivation) else { return nil }
        self.value = value
    }

    private static func value(_ derivation: Derivation) -> Double? {
        let entered = derivation.terms.compactMap { term in term.entered.map { ($0, term.weight) } }
        switch (derivation.rule, derivation.detail) {
        case (.aggregate(let aggregate), _):
            if entered.isEmpty { return aggregate.empty }
            return aggregate.function.apply(entered.map(\.0), weights: entered.map(\.1))
        case (.possible, .most(of: .aggregate(let aggregate))):
            if entered.isEmpty { return aggregate.empty }
            return aggregate.function.apply(entered.map(\.0), weights: entered.map(\.1))
        case (.possible, .most): return entered.first?.0
        case (.adjust(let rule), .steps(let steps)):
            guard var number = derivation.terms.first?.value, steps.count == rule.steps.count else { return nil }
            for (step, taken) in zip(rule.steps, steps) where taken.isApplied {
                switch step.change {
                case .scale: number *= taken.amount ?? .nan
                case .add: number += taken.amount ?? .nan
                case .cap: number = min(number, taken.amount ?? .nan)
                case .floor: number = max(number, taken.amount ?? .nan)
                // Rounding on paper: to one decimal, halves up.
                case .round(_, let places):
                    #expect(places == 1)
                    let tenths = (abs(number) * 10 + 1e-8).rounded(.down)
                    let rest = abs(number) * 10 - tenths
                    number = (number < 0 ? -1 : 1) * (tenths + (rest > 0.5 - 1e-8 ? 1 : 0)) / 10
                }
            }
            return number
        case (.level(let rule), .levels(let levels)):
            var best = rule.base
            for (place, level) in rule.levels.enumerated()
            where levels[place].satisfiesAt == true && levels[..<place].allSatisfy({ $0.satisfiesBelow == true }) {
                best = level.value
            }
            return best
        case (.band, _): return derivation.terms.first?.value
        case (.verdict(let rule), .verdict(let conclusion?, let place)):
            let named = place.map { rule.rules[$0].conclusion } ?? rule.otherwise
            #expect(named == conclusion)
            return rule.outcomes.first { $0.id == conclusion.outcome }?.value
        default: return nil
        }
    }
}

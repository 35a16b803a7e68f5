import Questionnaires
import Responses
import Scoring
import SeededRandomness
import Testing

/// What holds of the shipped questionnaire whatever the answers are.
@Suite struct ScoresPropertiesTests {
    private let wave = Wave(id: "w", collection: .survey)

    private func scores(_ questionnaire: Questionnaire, _ responses: [Response]) -> Scores {
        Scores(questionnaire: questionnaire, wave: wave, responses: responses)
    }

    @Test func theOrderOfResponsesDoesNotMatter() throws {
        var generator = SeededGenerator(seed: 31)
        let questionnaire = try DefinitionFixture.shipped("ml-maturity")
        for _ in 0..<10 {
            let responses = RandomWave(respondents: 3...15).responses(to: questionnaire, using: &generator)
            let first = scores(questionnaire, responses)
            let second = scores(questionnaire, responses.shuffled(using: &generator))
            #expect(first.groups == second.groups)
            // Equal to the last bit.
            #expect(first.metrics.map(\.value?.bitPattern) == second.metrics.map(\.value?.bitPattern))
            #expect(first.metrics.map(\.bounds) == second.metrics.map(\.bounds))
            #expect(first.metrics.map(\.coverage) == second.metrics.map(\.coverage))
            #expect(first.metrics.map(\.status) == second.metrics.map(\.status))
            #expect(first.items.map(\.counts) == second.items.map(\.counts))
            for item in questionnaire.items {
                #expect(first.value(ofItem: item.id)?.bitPattern == second.value(ofItem: item.id)?.bitPattern)
            }
        }
    }

    /// One answer goes up by one option: what it is about, and which way the scores may go.
    @Test func moreHelpNeverLowersAScoreAndMoreHindranceNeverRaisesOne() throws {
        var generator = SeededGenerator(seed: 32)
        let questionnaire = try DefinitionFixture.shipped("ml-maturity")
        var compared = 0
        for _ in 0..<8 {
            let responses = RandomWave(dontKnow: 0.05, unanswered: 0.02, notApplicable: 0.02, respondents: 3...10)
                .responses(to: questionnaire, using: &generator)
            let before = scores(questionnaire, responses)
            for _ in 0..<12 {
                guard let item = questionnaire.items.randomElement(using: &generator),
                    let place = responses.indices.randomElement(using: &generator),
                    let position = responses[place].position(of: item.id), position < 4
                else { continue }
                var raised = responses
                raised[place] = responses[place].replacing(item.id, by: .option(position: position + 1))
                let after = scores(questionnaire, raised)
                for (old, new) in zip(before.metrics, after.metrics) {
                    guard let first = old.value, let second = new.value else {
                        #expect(old.value == nil && new.value == nil)
                        continue
                    }
                    let isOfBlockers = ["lockersMean", "lockersWorst", "urden"].contains(where: old.metric.id.hasSuffix)
                    let mayRise = item.direction == .facilitator || isOfBlockers
                    #expect(mayRise ? second >= first - 1e-12 : second <= first + 1e-12, "\(old.id) by \(item.id)")
                    compared += 1
                }
            }
        }
        #expect(compared > 2000)
    }

    @Test func valuesBoundsAndCoverageAreFromZeroToOne() throws {
        var generator = SeededGenerator(seed: 33)
        let questionnaire = try DefinitionFixture.shipped("ml-maturity")
        var statuses: Set<MetricResult.Status> = []
        for round in 0..<24 {
            let missing = Double(round) / 40
            let responses = RandomWave(
                dontKnow: missing / 2, unanswered: missing / 2, notApplicable: round.isMultiple(of: 3) ? 0.95 : 0.05,
                respondents: 3...9
            ).responses(to: questionnaire, using: &generator)
            for metric in scores(questionnaire, responses).metrics {
                statuses.insert(metric.status)
                #expect((metric.status == .notApplicable) == (metric.bounds == nil))
                #expect((metric.status == .firm || metric.status == .provisional) == (metric.value != nil))
                if let coverage = metric.coverage { #expect(coverage >= 0 && coverage <= 1) }
                if let bounds = metric.bounds { #expect(bounds.lowerBound >= 0 && bounds.upperBound <= 1 + 1e-12) }
                if let value = metric.value {
                    #expect(metric.bounds?.contains(value) == true)
                    // Without coverage nothing is applicable, and the value is the one declared for that case.
                    #expect(metric.coverage.map { $0 >= 0.6 - 1e-9 } ?? (metric.bounds == value...value))
                }
                if metric.status == .firm { #expect(metric.conditions.isEmpty) }
            }
        }
        #expect(statuses == Set(MetricResult.Status.allCases))
    }

    /// Answers given by fewer than three in all never move anything but the coverage.
    @Test func answersHeldBackDoNotMoveAnything() throws {
        var generator = SeededGenerator(seed: 34)
        let questionnaire = try DefinitionFixture.shipped("ml-maturity")
        for _ in 0..<12 {
            var responses = RandomWave(respondents: 3...7, roles: 3).responses(to: questionnaire, using: &generator)
            let item = try #require(questionnaire.items.randomElement(using: &generator))
            for place in responses.indices.dropFirst(2) {
                responses[place] = responses[place].replacing(item.id, by: nil)
            }
            let low = responses.enumerated().map { $0 < 2 ? $1.replacing(item.id, by: .option(position: 0)) : $1 }
            let high = responses.enumerated().map { $0 < 2 ? $1.replacing(item.id, by: .option(position: 4)) : $1 }
            let (first, second) = (scores(questionnaire, low), scores(questionnaire, high))
            #expect(first.item(item.id)?.isHeldBack == true)
            #expect(first.metrics.map(\.value) == second.metrics.map(\.value))
            #expect(first.metrics.map(\.bounds) == second.metrics.map(\.bounds))
            #expect(first.metrics.map(\.coverage) == second.metrics.map(\.coverage))
            // As if nobody had answered.
            let none = responses.map { $0.replacing(item.id, by: nil) }
            #expect(first.metrics.map(\.value) == scores(questionnaire, none).metrics.map(\.value))
            #expect(first.metrics.map(\.bounds) == scores(questionnaire, none).metrics.map(\.bounds))
            #expect(first.metrics.map(\.coverage) == scores(questionnaire, none).metrics.map(\.coverage))
        }
    }

    /// Not a promise, only to be seen: 200 respondents take a few milliseconds in release.
    @Test func timeOfALargeWave() throws {
        var generator = SeededGenerator(seed: 35)
        let questionnaire = try DefinitionFixture.shipped("ml-maturity")
        let responses = RandomWave(respondents: 200...200).responses(to: questionnaire, using: &generator)
        var answered = 0
        let time = ContinuousClock().measure { answered = scores(questionnaire, responses).items[0].answered }
        print("200 respondents: \(time)")
        #expect(answered > 100)
    }
}

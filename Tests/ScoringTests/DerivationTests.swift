import Foundation
import Questionnaires
import ResponseTables
import Responses
import Scoring
import SeededRandomness
import Testing

@Suite struct DerivationTests {
    // MARK: What decided

    /// The blockers of the left domain: their classes, and the answers that one response gives.
    private func cap(_ classes: [String], _ answers: String, gateRatings: KeyValuePairs<String, Int> = [:]) throws
        -> MetricResult
    {
        let items = classes.enumerated().map { "B\($0) left blocker class \($1)" }
        let questionnaire = try SmallDefinition(items: items, domainMetrics: SmallDefinition.methodOfDomain)
            .questionnaire()
        let scores = Scores.table(questionnaire, "a \(answers)", collection: .consensus, gateRatings: gateRatings)
        return try #require(scores.metric("cap", of: "left"))
    }

    struct Example: Sendable, CustomStringConvertible {
        let classes: [String]
        let answers: String
        let cap: Double
        let decidedBy: [String]
        var description: String { "\(classes) \(answers)" }
    }

    @Test(arguments: [
        Example(classes: ["critical", "critical"], answers: "3 4", cap: 0.15, decidedBy: ["B1"]),
        // The lowest cap decides, not the highest rating.
        Example(classes: ["limiting", "critical"], answers: "4 3", cap: 0.5, decidedBy: ["B0", "B1"]),
        Example(classes: ["critical", "limiting"], answers: "3 4", cap: 0.5, decidedBy: ["B1", "B0"]),
        Example(classes: ["limiting", "limiting"], answers: "3 3", cap: 0.85, decidedBy: ["B0", "B1"]),
        // Nothing stands in a row of the table.
        Example(classes: ["critical", "limiting"], answers: "2 2", cap: 1, decidedBy: []),
        Example(classes: ["drag"], answers: "4", cap: 1, decidedBy: []),
        Example(classes: ["drag", "critical"], answers: "4 2", cap: 1, decidedBy: []),
    ])
    func whatSetsACap(_ example: Example) throws {
        let cap = try cap(example.classes, example.answers)
        #expect(cap.value == example.cap)
        #expect(cap.derivation.decidedBy.map(\.id) == example.decidedBy)
    }

    /// Of caps that are equal, the higher gate rating first, then the higher value, then the order of asking.
    @Test func tiesAreBrokenByGateRatingThenValue() throws {
        let questionnaire = try SmallDefinition(
            items: [
                "B0 left blocker class critical", "B1 left blocker class limiting", "B2 left blocker class critical",
            ],
            domainMetrics: SmallDefinition.methodOfDomain
        ).questionnaire()
        // Gate ratings 3, 4, 3 and caps of .5; values .75, 1, .8125.
        let scores = Scores.table(questionnaire, "3*a 3 4 3\na 3 4 4")
        let cap = try #require(scores.metric("cap", of: "left"))
        #expect(cap.value == 0.5)
        #expect(cap.derivation.terms.map(\.gatePosition) == [3, 4, 3])
        #expect(cap.derivation.terms.map(\.value) == [0.75, 1, 0.8125])
        #expect(cap.derivation.decidedBy == [.item("B1"), .item("B2"), .item("B0")])
    }

    @Test func aRatingThatWasSetDecides() throws {
        let cap = try cap(["critical", "limiting"], "0 3", gateRatings: ["B0": 4])
        #expect(cap.value == 0.15)
        #expect(cap.derivation.decidedBy.map(\.id) == ["B0"])
        #expect(cap.derivation.terms.map(\.gatePosition) == [4, 3])
        #expect(cap.derivation.terms.map(\.value) == [0, 0.75])
        #expect(cap.derivation.terms.map(\.entered) == [0.15, 0.85])
    }

    @Test func onlyAMinimumOrMaximumIsDecided() throws {
        let scores = Scores.consensus(
            try DefinitionFixture.shipped("ml-maturity"), ["TF1": 3, "TB1": 2, "TB2": 4, "TB3": 4])
        func decidedBy(_ id: String) -> [Derivation.Reference]? {
            scores.metric(id, of: "technology")?.derivation.decidedBy
        }
        #expect(decidedBy("blockersWorst") == [.item("TB2"), .item("TB3")])
        #expect(decidedBy("blockersMean") == [])
        #expect(decidedBy("burden") == [])
        #expect(decidedBy("cap") == [.item("TB2"), .item("TB3")])
        // Withheld: one facilitator of five.
        #expect(decidedBy("score") == [])
        let full = Scores.consensus(
            try DefinitionFixture.shipped("ml-maturity"),
            ["TF1": 3, "TF2": 3, "TF3": 3, "TF4": 3, "TF5": 3, "TB1": 3, "TB2": 0, "TB3": 0])
        #expect(full.metric("score", of: "technology")?.derivation.decidedBy == [.metric("technology.cap")])
    }

    // MARK: Terms

    @Test func termsSayWhyAnInputIsMissing() throws {
        let questionnaire = try SmallDefinition(
            items: [
                "L1 left facilitator weight 2", "L2 left facilitator", "L3 left facilitator", "L4 left facilitator",
            ],
            domainMetrics: [SmallDefinition.metric("m", #""aggregate": "mean", "of": {"items": {}}"#)],
            metrics: [
                SmallDefinition.metric(
                    "all", #""aggregate": "mean", "of": {"each": {"dimension": "all"}, "metric": "m"}"#)
            ], further: [SmallDefinition.coverage]
        ).questionnaire()
        let scores = Scores.table(questionnaire, "a 4 ? . x", collection: .consensus)
        let metric = try #require(scores.metric("m", of: "left"))
        // Coverage 2 of 4: withheld, but the terms are there.
        #expect(metric.status == .withheld)
        #expect(metric.derivation.terms.map(\.reference.id) == ["L1", "L2", "L3", "L4"])
        #expect(metric.derivation.terms.map(\.state) == [.answered, .dontKnow, .unanswered, .notApplicable])
        #expect(metric.derivation.terms.map(\.entered) == [1, nil, nil, nil])
        #expect(metric.derivation.terms.map(\.weight) == [2, 1, 1, 1])
        let all = try #require(scores.metric("all")).derivation.terms
        #expect(all.map(\.reference) == [.metric("left.m"), .metric("right.m")])
        #expect(all.map(\.state) == [.unanswered, .notApplicable])
    }

    /// An answer that is counted as the worst is still not an answer.
    @Test(arguments: [("?", AnswerState.dontKnow), (".", .unanswered), ("x", .notApplicable)])
    func whatCountsAsTheWorstIsSaidToBeMissing(answer: String, state: AnswerState) throws {
        let worst = #""missing": {"unanswered": "worst", "dontKnow": "worst", "notApplicable": "worst"}"#
        let questionnaire = try SmallDefinition(
            items: ["L1 left blocker"],
            metrics: [SmallDefinition.metric("m", #""aggregate": "mean", "of": {"items": {}}, \#(worst)"#)]
        ).questionnaire()
        let metric = try #require(Scores.table(questionnaire, "a \(answer)", collection: .consensus).metric("m"))
        #expect(metric.value == 1)
        let term = try #require(metric.derivation.terms.first)
        #expect(term.state == state)
        #expect(term.value == nil)
        #expect(term.entered == 1)
    }

    // MARK: Every number from its own terms

    /// What a rule makes of the terms of its derivation, worked out anew.
    private func number(of derivation: Derivation) -> Double? {
        let terms = derivation.terms.filter { $0.entered != nil }
        let numbers = terms.compactMap(\.entered)
        let weights = terms.map(\.weight)
        let total = weights.reduce(0, +)
        guard case .aggregate(let aggregate) = derivation.rule else { return numbers.first }
        switch aggregate.function {
        case .sum: return zip(numbers, weights).map(*).reduce(0, +)
        case .mean, .share: return zip(numbers, weights).map(*).reduce(0, +) / total
        case .count: return numbers.reduce(0, +)
        case .min: return numbers.min()
        case .max: return numbers.max()
        case .median:
            let sorted = numbers.sorted()
            return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
        case .quantile: return nil
        case .geometricMean(let offset):
            var product = 1.0
            for (number, weight) in zip(numbers, weights) {
                product *= pow(offset + (1 - offset) * number, weight / total)
            }
            return (product - offset) / (1 - offset)
        }
    }

    @Test func everyNumberFollowsFromItsTerms() throws {
        var generator = SeededGenerator(seed: 11)
        let definitions = [
            (try DefinitionFixture.shipped("ml-maturity"), Wave.Collection.survey, 12),
            (try DefinitionFixture.shipped("ml-maturity"), .consensus, 6),
            (try DefinitionFixture.fixture("samm-partial"), .consensus, 3),
            (try DefinitionFixture.fixture("ml-test-score"), .consensus, 3),
        ]
        var checked = 0
        for (questionnaire, collection, rounds) in definitions {
            for _ in 0..<rounds {
                let responses = RandomWave(respondents: collection == .survey ? 4...14 : 1...1)
                    .responses(to: questionnaire, using: &generator)
                let wave = Wave(id: "w", collection: collection)
                for metric in Scores(questionnaire: questionnaire, wave: wave, responses: responses).metrics {
                    guard let value = metric.value else { continue }
                    #expect(isClose(number(of: metric.derivation), value, within: 1e-9), "\(metric.id)")
                    checked += 1
                }
            }
        }
        #expect(checked > 500)
    }
}

import Foundation
import Questionnaires
import Responses
import Scoring
import Testing

/// The worked example of the method: one respondent, every item answered, numbers computed by hand beforehand.
@Suite struct WorkedExampleTests {
    static let answers = [
        "OF1": 2, "OF2": 3, "OF3": 1, "OF4": 2, "OF5": 2, "OB1": 1, "OB2": 2, "OB3": 3, "OB4": 2, "CF1": 3, "CF2": 3,
        "CF3": 1, "CF4": 2, "CB1": 2, "CB2": 3, "CB3": 2, "EF1": 3, "EF2": 2, "EF3": 3, "EF4": 3, "EB1": 0, "EB2": 1,
        "EB3": 2, "EB4": 3, "TF1": 3, "TF2": 2, "TF3": 2, "TF4": 3, "TF5": 2, "TB1": 1, "TB2": 4, "TB3": 3, "IF1": 2,
        "IF2": 3, "IF3": 3, "IB1": 2, "IB2": 2,
    ]

    struct Domain: Sendable, CustomStringConvertible {
        let id: String
        let facilitators, burden, mean, worst, cap, score: Double
        let capSetBy: String?
        var description: String { id }
    }

    static let domains = [
        Domain(
            id: "organisation", facilitators: 0.5, burden: 0.625, mean: 0.5, worst: 0.75, cap: 0.85, score: 0.5,
            capSetBy: "OB3"),
        Domain(
            id: "culture", facilitators: 0.5625, burden: 2.0 / 3, mean: 7.0 / 12, worst: 0.75, cap: 0.85, score: 0.5625,
            capSetBy: "CB2"),
        Domain(
            id: "expertise", facilitators: 0.6875, burden: 0.5625, mean: 0.375, worst: 0.75, cap: 1, score: 0.6875,
            capSetBy: nil),
        Domain(
            id: "technology", facilitators: 0.6, burden: 5.0 / 6, mean: 2.0 / 3, worst: 1, cap: 0.15, score: 0.15,
            capSetBy: "TB2"),
        Domain(
            id: "information", facilitators: 2.0 / 3, burden: 0.5, mean: 0.5, worst: 0.5, cap: 1, score: 2.0 / 3,
            capSetBy: nil),
    ]

    @Test(arguments: domains)
    func domain(_ domain: Domain) throws {
        let scores = Scores.consensus(try DefinitionFixture.shipped("ml-maturity"), WorkedExampleTests.answers)
        let expected = [
            "facilitators": domain.facilitators, "burden": domain.burden, "blockersMean": domain.mean,
            "blockersWorst": domain.worst, "cap": domain.cap, "score": domain.score,
        ]
        for (metric, number) in expected {
            let result = try #require(scores.metric(metric, of: domain.id))
            #expect(abs(try #require(result.value) - number) < 1e-9, "\(metric)")
            #expect(result.coverage == 1)
            #expect(result.status == .firm)
            #expect(result.bounds == number...number || abs((result.bounds?.lowerBound ?? -1) - number) < 1e-9)
        }
        #expect(scores.metric("cap", of: domain.id)?.derivation.decidedBy.first?.id == domain.capSetBy)
    }

    @Test func overall() throws {
        let scores = Scores.consensus(try DefinitionFixture.shipped("ml-maturity"), WorkedExampleTests.answers)
        for (metric, number) in [
            "overall": 0.4563325760721832, "arithmetic": 0.5133333333333333, "weakest": 0.15,
        ] {
            #expect(abs(try #require(scores.metric(metric)?.value) - number) < 1e-9, "\(metric)")
        }
        #expect(scores.metric("staged")?.band?.id == "N")
        #expect(scores.metric("overallBand")?.band?.id == "P")
    }
}

/// A blocker that nobody could rate makes a cap conditional only if it could lower it.
@Suite struct ConditionOnUnratedBlockerTests {
    private func scores(unrated: String) throws -> Scores {
        var answers = Dictionary(
            try DefinitionFixture.shipped("ml-maturity").items.map { ($0.id, 1) },
            uniquingKeysWith: { first, _ in first })
        answers[unrated] = nil
        return Scores.consensus(try DefinitionFixture.shipped("ml-maturity"), answers)
    }

    @Test func aCriticalBlockerThatIsNotKnownIsNeverCleared() throws {
        let scores = try scores(unrated: "TB2")
        #expect(scores.metric("cap", of: "technology")?.conditions == ["TB2"])
        #expect(scores.metric("score", of: "technology")?.status == .provisional)
        #expect(scores.metric("overall")?.conditions == ["TB2"])
    }

    @Test func aBlockerThatNeverCapsIsNoCondition() throws {
        let scores = try scores(unrated: "EB4")
        #expect(scores.metric("cap", of: "expertise")?.conditions == [])
        #expect(scores.metric("score", of: "expertise")?.status == .firm)
    }
}

/// A domain in which nothing helps because nothing of it applies has no score, whatever its blockers.
@Suite struct DomainWithoutFacilitatorsTests {
    private func scores(blockersApply: Bool) throws -> Scores {
        let questionnaire = try DefinitionFixture.shipped("ml-maturity")
        var answers: [String: Answer] = [:]
        for item in questionnaire.items {
            let isOutside = item.dimension == "culture" && (item.direction == .facilitator || !blockersApply)
            answers[item.id] = Answer(isOutside ? .notApplicable(reason: "none here") : .option(position: 1))
        }
        let response = Response(respondent: "r", role: "it", wave: "w", answers: answers)
        return Scores(questionnaire: questionnaire, wave: Wave(id: "w", collection: .self), responses: [response])
    }

    @Test func facilitatorsThatDoNotApplyAreNotPerfect() throws {
        let scores = try scores(blockersApply: true)
        #expect(scores.metric("score", of: "culture")?.status == .notApplicable)
        #expect(scores.metric("burden", of: "culture")?.value != nil)
    }

    @Test func aDomainThatDoesNotApplyAtAllLeavesTheOverall() throws {
        let scores = try scores(blockersApply: false)
        #expect(scores.metric("score", of: "culture")?.status == .notApplicable)
        #expect(scores.metric("overall")?.value != nil)
    }
}

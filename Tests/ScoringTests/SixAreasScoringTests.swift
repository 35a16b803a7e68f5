import Foundation
import Questionnaires
import Scoring
import Testing

/// The worked example of the method under the definition in six areas: the same answers give the same numbers.
@Suite struct SixAreasScoringTests {
    /// Computed by hand: F = (3 × .75 + .5) / 4; B = (.75 + (.25 + .75 + .75) / 3) / 2; the serious NB2 caps at .85, the
    /// serious NB3, which is critical, at .50.
    private static let ecosystemAnswers = ["NF1": 3, "NF2": 3, "NF3": 2, "NF4": 3, "NB1": 1, "NB2": 3, "NB3": 3]

    private func scores(_ ecosystem: [String: Int]) throws -> Scores {
        let answers = WorkedExampleTests.answers.merging(ecosystem) { first, _ in first }
        return Scores.consensus(try DefinitionFixture.shipped("ml-maturity-six-areas"), answers)
    }

    /// What is said of the ecosystem, or is not, leaves the other areas alone.
    @Test(arguments: WorkedExampleTests.domains, [[:], ecosystemAnswers])
    func sharedArea(_ domain: WorkedExampleTests.Domain, _ ecosystem: [String: Int]) throws {
        let scores = try scores(ecosystem)
        let expected = [
            "facilitators": domain.facilitators, "burden": domain.burden, "blockersMean": domain.mean,
            "blockersWorst": domain.worst, "cap": domain.cap, "score": domain.score,
        ]
        for (metric, number) in expected {
            let result = try #require(scores.metric(metric, of: domain.id))
            #expect(abs(try #require(result.value) - number) < 1e-9, "\(metric)")
            #expect(result.coverage == 1)
            #expect(result.status == .firm)
        }
        #expect(scores.metric("cap", of: domain.id)?.derivation.decidedBy.first?.id == domain.capSetBy)
    }

    @Test func ecosystem() throws {
        let scores = try scores(Self.ecosystemAnswers)
        let expected = [
            "facilitators": 0.6875, "blockersMean": 7.0 / 12, "blockersWorst": 0.75, "burden": 2.0 / 3, "cap": 0.5,
            "score": 0.5,
        ]
        for (metric, number) in expected {
            #expect(abs(try #require(scores.metric(metric, of: "ecosystem")?.value) - number) < 1e-9, "\(metric)")
        }
        #expect(scores.metric("cap", of: "ecosystem")?.derivation.decidedBy.first?.id == "NB3")
    }

    /// The overall score counts six areas.
    @Test func overall() throws {
        let scores = try scores(Self.ecosystemAnswers)
        let areas = WorkedExampleTests.domains.map(\.score) + [0.5]
        let product = areas.map { 0.01 + 0.99 * $0 }.reduce(1, *)
        #expect(abs(try #require(scores.metric("overall")?.value) - (pow(product, 1.0 / 6) - 0.01) / 0.99) < 1e-9)
        #expect(abs(try #require(scores.metric("arithmetic")?.value) - areas.reduce(0, +) / 6) < 1e-9)
        #expect(scores.metric("weakest")?.value == 0.15)
        #expect(scores.metric("staged")?.band?.id == "N")
    }
}

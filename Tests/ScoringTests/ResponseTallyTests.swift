import Questionnaires
import ResponseTables
import Responses
import SeededRandomness
import Testing

@testable import Scoring

@Suite struct ResponseTallyTests {
    /// Sums of values that no double holds exactly do not depend on the order of the responses.
    @Test func theOrderOfResponsesDoesNotMatter() throws {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<20 {
            let questionnaire = try RandomDefinition(using: &generator).questionnaire()
            let responses = RandomDefinition.responses(to: questionnaire, 30, missing: 0.2, using: &generator)
            let wave = Wave(id: "w", collection: .survey)
            let scores = Scores(questionnaire: questionnaire, wave: wave, responses: responses)
            let shuffled = Scores(
                questionnaire: questionnaire, wave: wave, responses: responses.shuffled(using: &generator))
            for item in questionnaire.items {
                #expect(scores.value(ofItem: item.id) == shuffled.value(ofItem: item.id))
                #expect(scores.bounds(ofItem: item.id) == shuffled.bounds(ofItem: item.id))
            }
            #expect(scores.metrics.map(\.value) == shuffled.metrics.map(\.value))
        }
    }

    @Test func countsStandByRole() throws {
        let questionnaire = try SmallDefinition(
            roles: ["a", "b"], items: ["L1 left facilitator"]
        ).questionnaire()
        var tally = ResponseTally(questionnaire)
        for response in Response.table("3*a 4\na ?\n2*b 0\nb x\nb .", for: questionnaire) { tally.add(response) }
        #expect(tally.count == 8)
        #expect(tally.respondents == ["a": 4, "b": 4])
        let first = tally.cells(ofItem: 0, roles: ["a"])
        #expect(first.counts == [0, 0, 0, 0, 3])
        #expect([first.answered, first.dontKnow, first.unanswered, first.notApplicable] == [3, 1, 0, 0])
        let both = tally.cells(ofItem: 0, roles: ["a", "b"])
        #expect(both.counts == [2, 0, 0, 0, 3])
        #expect([both.answered, both.dontKnow, both.unanswered, both.notApplicable] == [5, 1, 1, 1])
        #expect(tally.cells(ofItem: 0, roles: ["nobody"]).applicable == 0)
    }
}

import Questionnaires
import ResponseTables
import Responses
import Scoring
import SeededRandomness
import Testing

@testable import Assessments

@Suite struct CohortTests {
    private let questionnaire: Questionnaire
    private let workspace = Workspace(
        organisation: "Office", questionnaire: "small", language: "en", sharing: Workspace.Sharing(comments: true))

    init() throws {
        questionnaire = try SmallOffice(
            items: ["L1 left facilitator", "L2 left facilitator", "B1 left blocker", "R1 right facilitator"]
        ).questionnaire()
    }

    private func people(_ count: Int, comments: Int = 0, seed: UInt64 = 5) -> [Response] {
        var random = SeededGenerator(seed: seed)
        return (0..<count).map { number in
            var answers: [String: Answer] = [:]
            for item in questionnaire.items where random.chance(0.85) {
                let content: Answer.Content =
                    random.chance(0.1) ? .dontKnow : .option(position: Int.random(in: 0...4, using: &random))
                answers[item.id] = Answer(content, comment: number < comments ? "remark \(number)" : nil)
            }
            return Response(
                respondent: "r\(number)", role: ["a", "b", "c", "d"][number % 4], wave: "w",
                completed: "2026-03-\(10 + number % 20)", answers: answers)
        }
    }

    @Test func theOrderOfResponsesDoesNotMatter() throws {
        var random = SeededGenerator(seed: 1)
        let responses = people(700, comments: 700)
        func assess(_ responses: [Response]) throws -> Assessment {
            var cohort = Cohort(questionnaire, sharing: workspace.sharing)
            for response in responses { cohort.add(response) }
            #expect(cohort.count == 700)
            return try Assessment(cohort, workspace: workspace, wave: Wave(id: "w", collection: .survey))
        }
        let first = try assess(responses)
        let second = try assess(responses.shuffled(using: &random))
        #expect(first.remarks.map(\.text) == second.remarks.map(\.text))
        #expect(first.remarksLeftOut == second.remarksLeftOut)
        #expect(first.scores.metrics.map(\.value) == second.scores.metrics.map(\.value))
        #expect(first.participation.rows.map(\.answered) == [175, 175, 175, 175])
    }

    /// So many remarks that they cannot all be read are shown in part, and it is said how many are not.
    @Test func remarksHaveALimit() throws {
        let responses = people(700, comments: 700)
        let assessment = try Assessment(
            questionnaire: questionnaire, workspace: workspace, wave: Wave(id: "w", collection: .survey),
            responses: responses)
        for item in questionnaire.items {
            let written = responses.count { $0.answers[item.id] != nil }
            let shown = assessment.remarks.filter { $0.item == item.id }
            #expect(written > RemarkSelection.mostPerItem)
            #expect(shown.count == RemarkSelection.mostPerItem)
            #expect(assessment.remarksLeftOut[item.id] == written - shown.count)
            #expect(shown.map(\.text) == shown.map(\.text).sorted())
        }
        // Those kept are not simply the first, nor the first of the alphabet.
        let kept = Set(assessment.remarks.filter { $0.item == "L1" }.map(\.text))
        #expect(kept.contains { $0 > "remark 9" } && kept.contains { $0 < "remark 2" })
    }

    @Test func theLastDayIsKnown() {
        var cohort = Cohort(questionnaire, sharing: workspace.sharing)
        #expect(cohort.lastCompleted == nil)
        for response in people(30) { cohort.add(response) }
        #expect(cohort.lastCompleted == "2026-03-29")
    }
}

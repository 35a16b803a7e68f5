import Assessments
import Questionnaires
import Responses
import Testing

@Suite struct WorkersTests {
    /// Whoever does the last part first, and the second piece of work before the first.
    private struct Reversed: Workers {
        func map<Result: Sendable>(_ parts: Int, _ work: @Sendable (Int) -> Result) -> [Result] {
            (0..<parts).reversed().map(work).reversed()
        }

        func both<First: Sendable, Second>(
            _ first: @escaping @Sendable () -> First, _ second: () -> Second
        ) -> (First, Second) {
            let second = second()
            return (first(), second)
        }
    }

    @Test func theResultsDoNotDependOnTheOrderOfWork() throws {
        let questionnaire = try SmallOffice.shippedQuestionnaire()
        var cohort = Cohort(questionnaire, sharing: Workspace.Sharing(comments: false))
        for person in 0..<24 {
            let answers = questionnaire.items.enumerated().map { place, item in
                (item.id, Answer(.option(position: (person * 31 + place * 17 + person * place * 7) % 13 % 5)))
            }
            cohort.add(
                Response(
                    respondent: "r\(person)", role: ["it", "dataScience", "methodology"][person % 3], wave: "w",
                    answers: Dictionary(uniqueKeysWithValues: answers)))
        }
        func assess(by workers: any Workers) throws -> Assessment {
            try Assessment(
                cohort, workspace: Workspace(organisation: "Office", questionnaire: "q", language: "en"),
                wave: Wave(id: "w", collection: .survey), by: workers)
        }
        let (first, second) = (try assess(by: OneWorker()), try assess(by: Reversed()))
        let stability = try #require(first.stability)
        #expect(stability.figures.contains { $0.interval != nil })
        #expect(stability.figures == second.stability?.figures)
        #expect(stability.weakestShares == second.stability?.weakestShares)
        let robustness = try #require(first.robustness)
        #expect(robustness.keptShare == second.robustness?.keptShare)
        #expect(robustness.moves > 0 && robustness.changingMoves == second.robustness?.changingMoves)
        #expect(robustness.changingGroups == second.robustness?.changingGroups)
        let standing = first.members.map { $0.capStanding.map(\.stands) }
        #expect(standing.contains { $0.count == 3 })
        #expect(standing == second.members.map { $0.capStanding.map(\.stands) })
    }
}

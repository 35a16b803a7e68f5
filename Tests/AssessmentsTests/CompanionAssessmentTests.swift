import Questionnaires
import ResponseTables
import Responses
import Scoring
import Testing

@testable import Assessments

@Suite struct CompanionAssessmentTests {
    private let other = SmallOffice(items: ["L1 left facilitator", "R1 right facilitator"])

    /// What is set beside the domain of technology.
    private func companion(_ table: String, _ collection: Wave.Collection) throws -> CompanionAssessment {
        let main = try SmallOffice.shippedQuestionnaire()
        let questionnaire = try other.questionnaire()
        return try CompanionAssessment(
            #require(main.presentation?.companions.first), questionnaire: questionnaire,
            workspace: Workspace(organisation: "Office", questionnaire: "small", language: "en"),
            wave: Wave(id: "w", collection: collection),
            responses: table.isEmpty ? [] : Response.table(table, for: questionnaire))
    }

    private func office(companions: [CompanionAssessment]) throws -> Assessment {
        let response = Response(
            respondent: "a-1", role: "it", wave: "w",
            answers: SmallOffice.workedExample.mapValues { Answer(.option(position: $0)) })
        return try Assessment(
            questionnaire: SmallOffice.shippedQuestionnaire(),
            workspace: Workspace(organisation: "Office", questionnaire: "q", language: "en"),
            wave: Wave(id: "w", collection: .consensus), responses: [response], companions: companions)
    }

    @Test func itStandsBesideItsMemberAndChangesNothing() throws {
        let alone = try office(companions: [])
        let accompanied = try office(companions: [companion("a 4 0", .consensus)])
        #expect(alone.companions.isEmpty)
        #expect(accompanied.companions(of: "technology").count == 1)
        #expect(accompanied.companions(of: "culture").isEmpty)
        #expect(accompanied.scores.metrics.map(\.value) == alone.scores.metrics.map(\.value))
        #expect(accompanied.scores.metrics.map(\.bounds) == alone.scores.metrics.map(\.bounds))
        #expect(
            accompanied.recommendations.map(\.recommendation.id) == alone.recommendations.map(\.recommendation.id))
        #expect(accompanied.participation.answered == 1)
    }

    @Test func itIsAssessedByItself() throws {
        let assessment = try #require(try companion("a 4 0\nb 4 0\nc 4 0\nd 4 0", .survey).assessment)
        #expect(assessment.member("left")?.score.value == 1 && assessment.member("right")?.score.value == 0)
        #expect(assessment.participation.answered == 4)
    }

    /// Whoever answered the other questionnaire, nothing of fewer than three people is kept.
    @Test(arguments: [1, 2])
    func aSurveyOfFewerThanThreeIsNotAssessed(count: Int) throws {
        let companion = try companion("\(count)*a 4 4", .survey)
        #expect(companion.assessment == nil)
        guard case .tooFew(let needed) = companion.result else {
            Issue.record("it was assessed")
            return
        }
        #expect(needed == 3)
    }

    @Test func otherProblemsAreThrown() throws {
        #expect(throws: AssessmentProblem.noResponses) { try companion("", .survey) }
        #expect(throws: AssessmentProblem.tooManyForOne(2, collection: "consensus")) {
            try companion("2*a 4 4", .consensus)
        }
    }
}

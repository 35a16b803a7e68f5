import Assessments
import Questionnaires
import Responses
import Scoring
import Testing

@Suite struct AssessmentTests {
    private let office = SmallOffice(items: ["L1 left facilitator", "R1 right facilitator"])

    // MARK: What can be assessed

    @Test(arguments: Wave.Collection.allCases)
    func nothingCannotBeAssessed(collection: Wave.Collection) {
        #expect(throws: AssessmentProblem.noResponses) { try office.assess("", collection: collection) }
    }

    @Test(arguments: [1, 2])
    func aSurveyNeedsThreeResponses(count: Int) {
        #expect(throws: AssessmentProblem.tooFewForSurvey(count, needed: 3)) {
            try office.assess("\(count)*a 4 4", collection: .survey)
        }
    }

    @Test func threeResponsesAreASurvey() throws {
        let assessment = try office.assess("a 4 4\nb 2 2\nc 0 0", collection: .survey)
        #expect(isClose(assessment.overall?.value, 0.5))
    }

    @Test(arguments: [Wave.Collection.consensus, .self])
    func aConsensusOrSelfAssessmentIsOneResponse(collection: Wave.Collection) throws {
        #expect(throws: AssessmentProblem.tooManyForOne(2, collection: collection.rawValue)) {
            try office.assess("2*a 4 4", collection: collection)
        }
        #expect(try office.assess("a 4 4", collection: collection).overall?.value == 1)
    }

    // MARK: The worked example

    @Test func theWorkedExample() throws {
        let assessment = try SmallOffice.shipped(SmallOffice.workedExample)
        #expect(assessment.subject == "Office")
        #expect(assessment.members.map(\.id) == ["organisation", "culture", "expertise", "technology", "information"])
        #expect(assessment.member("technology")?.score.value == 0.15)
        #expect(assessment.member("nothing") == nil)
        #expect(isClose(assessment.overall?.value, 0.4563325760721832))
        #expect(assessment.overallBand?.band?.id == "P")
        #expect(assessment.blockers.first?.item.id == "TB2")
        #expect(assessment.contradictions.map(\.facilitator.id) == ["TF4"])
        #expect(assessment.remarks.isEmpty)
        #expect(assessment.participation.rows.map(\.role.id) == ["it"])
    }

    @Test func eachRecommendationAppliesOrIsSettled() throws {
        let assessment = try SmallOffice.shipped(SmallOffice.workedExample)
        let applying = assessment.recommendations.map(\.recommendation.id)
        let settled = assessment.settled.map(\.id)
        #expect(Set(applying).isDisjoint(with: settled))
        #expect(Set(applying + settled) == Set(assessment.scores.questionnaire.recommendations.map(\.id)))
        #expect(assessment.recommendations.allSatisfy { $0.applies })
        // RO1 builds OF2, which is at .75, and removes OB1, which is at .25 and rated 1.
        #expect(settled.contains("RO1"))
        for recommendation in assessment.scores.questionnaire.recommendations {
            let values = SmallOffice.workedExample
            let isBuilt = recommendation.builds.allSatisfy { Double(values[$0.item] ?? 0) / 4 >= $0.value }
            let isRemoved = recommendation.removes.allSatisfy { ceiling in
                let position = values[ceiling.item] ?? 0
                return Double(position) / 4 <= ceiling.value && position <= ceiling.gatePosition
            }
            #expect(settled.contains(recommendation.id) == (isBuilt && isRemoved), "\(recommendation.id)")
        }
    }

    /// Only lifting TB2, or building where no cap binds, raises the overall; the two that lift TB2 come first.
    @Test func whatRaisesTheOverallMostComesFirst() throws {
        let assessment = try SmallOffice.shipped(SmallOffice.workedExample)
        let overall = assessment.recommendations.map { $0.change(of: "overall")?.gain ?? 0 }
        #expect(overall == overall.sorted(by: >))
        #expect(Set(assessment.recommendations.prefix(2).map(\.recommendation.id)) == ["RT1", "RT3"])
    }

    @Test func remarksAreShownOnlyWhereTheWorkspaceSaysSo() throws {
        let table = "a 4 x\n3*b 4 2"
        #expect(try office.assess(table, collection: .survey).remarks.isEmpty)
        #expect(try office.assess(table, collection: .survey, comments: true).remarks.map(\.text) == ["because"])
    }

    @Test func aQuestionnaireWithoutAPresentationHasNoMembers() throws {
        let json = """
            {"formatVersion": 1, "id": "bare", "version": "1", "language": "en", "title": "Bare",
            "dimensions": [{"id": "all", "title": "All"}],
            "scales": [{"id": "two", "options": [{"id": "no", "value": 0}, {"id": "yes", "value": 1}]}],
            "items": [{"id": "L1", "dimension": "all", "direction": "facilitator", "scale": "two", "label": "L"}]}
            """
        let questionnaire = try SmallOffice.questionnaire(json)
        let assessment = try Assessment(
            questionnaire: questionnaire,
            workspace: Workspace(organisation: "Office", questionnaire: "bare", language: "en"),
            wave: Wave(id: "w", collection: .consensus),
            responses: [
                Response(respondent: "r", role: "any", wave: "w", answers: ["L1": Answer(.option(position: 1))])
            ])
        #expect(assessment.members.isEmpty)
        #expect(assessment.overall == nil && assessment.overallBand == nil)
        #expect(assessment.blockers.isEmpty && assessment.recommendations.isEmpty)
        #expect(assessment.scores.value(ofItem: "L1") == 1)
        #expect(assessment.participation.answered == 1)
    }
}

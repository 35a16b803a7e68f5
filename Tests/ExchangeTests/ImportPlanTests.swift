import JSON
import Questionnaires
import Responses
import Testing

@testable import Exchange

@Suite struct ImportPlanTests {
    private let questionnaire: Questionnaire

    init() throws { questionnaire = try MixedQuestionnaire.make() }

    private func response(_ id: String, _ option: Int = 0, completed: String? = nil) -> Response {
        Response(
            respondent: id, role: "it", wave: "2026", completed: completed,
            answers: ["J2.05": Answer(.option(position: option))])
    }

    private func imported(_ response: Response, file: String = "a.csv") -> ImportedResponse {
        ImportedResponse(response, file: file, submitted: response.completed ?? "")
    }

    private func plan(
        _ responses: [ImportedResponse], existing: [ImportPlan.Existing] = [], replaces: Bool = false
    ) -> ImportPlan {
        ImportPlan(responses, existing: existing, questionnaire: questionnaire, replaces: replaces)
    }

    private func onFile(_ name: String, _ response: Response) -> ImportPlan.Existing {
        ImportPlan.Existing(name: name, respondent: response.respondent, response: response)
    }

    @Test func newResponsesHaveSafeNames() {
        let ids = ["r-1", "R-1", "con", "CON.x", "a.b"]
        let names = plan(ids.map { imported(response($0)) }).writes.map(\.name)
        #expect(names == ["r-CON.x.json", "R-1.json", "a.b.json", "r-con.json", "r-1-2.json"])
        let other = ImportPlan.Existing(name: "R-2.json", respondent: nil, response: nil)
        #expect(plan([imported(response("r-2"))], existing: [other]).writes.map(\.name) == ["r-2-2.json"])
    }

    @Test func theSameAgainChangesNothing() {
        let plan = plan([imported(response("r-1"))], existing: [onFile("x.json", response("r-1"))])
        #expect(plan.writes.isEmpty && plan.refused == [] && plan.unchanged == ["r-1"])
    }

    @Test func otherAnswersAreRefusedUnlessTheyReplace() {
        let existing = [onFile("x.json", response("r-1", 1))]
        let refused = plan([imported(response("r-1"))], existing: existing)
        #expect(refused.writes.isEmpty)
        #expect(
            refused.refused.map { "\($0)" } == [
                "a.csv: error: r-1 has answered otherwise in x.json; use --replace if these answers are to take their place"
            ])
        let replaced = plan([imported(response("r-1"))], existing: existing, replaces: true)
        #expect(replaced.writes.map(\.name) == ["x.json"] && replaced.writes.allSatisfy(\.replaces))
    }

    @Test func olderAnswersReplaceNothing() {
        let existing = [onFile("x.json", response("r-1", 1, completed: "2026-03-02"))]
        let plan = plan([imported(response("r-1", completed: "2026-03-01"))], existing: existing, replaces: true)
        #expect(plan.writes.isEmpty)
        #expect(plan.refused.map(\.problem) == ["r-1 has completed newer answers, which stand in x.json"])
    }

    @Test func twoFilesOfOnePerson() {
        let (old, new) = (response("r-1", 0, completed: "2026-03-01"), response("r-1", 1, completed: "2026-03-02"))
        let both = [imported(old, file: "a.json"), imported(new, file: "b.json")]
        #expect(plan(both).refused.map(\.problem) == ["r-1 has answered otherwise in a.json"])
        let replaced = plan(both, replaces: true)
        #expect(replaced.writes.map(\.response.completed) == ["2026-03-02"])
        #expect(replaced.notes.map(\.problem) == ["r-1 has newer answers in b.json"])
        let sameDay = [
            imported(old, file: "a.json"), imported(response("r-1", 2, completed: "2026-03-01"), file: "c.json"),
        ]
        #expect(
            plan(sameDay, replaces: true).refused.map(\.problem) == [
                "r-1 has answered otherwise in a.json, and none of the two is newer"
            ])
        let twins = plan([imported(old, file: "a.json"), imported(old, file: "b.json")])
        #expect(
            twins.writes.count == 1 && twins.notes.map(\.problem) == ["these are the same answers of r-1 as in a.json"])
    }

    @Test func whatIsOnFileAndCannotBeRead() {
        let broken = ImportPlan.Existing(name: "x.json", respondent: "r-1", response: nil)
        #expect(
            plan([imported(response("r-1"))], existing: [broken], replaces: true).refused.map(\.problem) == [
                "r-1 has answered in x.json already, which cannot be read"
            ])
        let twice = [onFile("x.json", response("r-1")), onFile("y.json", response("r-1"))]
        #expect(
            plan([imported(response("r-1"))], existing: twice).refused.map(\.problem) == [
                "r-1 has answered in x.json and y.json already"
            ])
    }
}

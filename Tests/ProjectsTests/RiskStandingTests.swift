import Projects
import Questionnaires
import Responses
import Scoring
import Testing

/// The standings of risks by the share of what answers them.
@Suite struct RiskStandingTests {
    /// P16 is a risk that some points answer; each of them met, partly, not met, or left out.
    @Test func theShareDecides() throws {
        var project = try ProjectOnFile()
        let answering = project.shipped.plan.points.filter { $0.tags["challenge"]?.contains("P30") ?? false }.map(\.id)
        try #require(answering.count >= 2)
        func standing(_ answers: [Answer?]) -> String? {
            project.answers = [:]
            for (id, answer) in zip(answering, answers) { project.answers[id] = answer }
            return project.assessed().risks.first { $0.risk.id == "P30" }?.standing.id
        }
        #expect(standing([]) == "notAsked")
        #expect(standing([ProjectOnFile.met]) == "answered")
        #expect(standing([ProjectOnFile.met, ProjectOnFile.notMet]) == "open")
        #expect(standing([ProjectOnFile.met, ProjectOnFile.partly]) == "partlyAnswered")
        #expect(standing([ProjectOnFile.partly]) == "open")
        #expect(standing([ProjectOnFile.notKnown]) == "open")
        #expect(standing(answering.map { _ in ProjectOnFile.met }) == "answered")
        // Where no point applies, nothing can be said.
        #expect(standing(answering.map { _ in ProjectOnFile.notApplicable }) == "notAsked")
    }

    /// Each risk has points that answer it, and a stage in which it is met first.
    @Test func everyRiskHasPoints() throws {
        let assessed = try ProjectOnFile().assessed()
        #expect(assessed.risks.map(\.risk.id) == (1...44).map { $0 < 10 ? "P0\($0)" : "P\($0)" })
        for risk in assessed.risks {
            #expect(!risk.points.isEmpty && !risk.risk.stages.isEmpty && risk.risk.signs.count >= 2, "\(risk.risk.id)")
        }
    }
}

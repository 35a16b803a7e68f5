import Questionnaires
import Testing

@testable import Scoring

/// Metrics of every member, with what goes in.
@Suite struct MetricInFullTests {
    @Test func inputsAreThoseOfTheScores() throws {
        let questionnaire = try DefinitionFixture.shipped("ml-maturity")
        let metrics = questionnaire.metricsInFull()
        let graph = MetricGraph(questionnaire)
        #expect(metrics.map(\.id) == graph.nodes.map(\.id) && metrics.count > 40)
        let score = try #require(metrics.first { $0.id == "technology.score" })
        guard case .metrics(let inputs) = score.inputs else {
            Issue.record("the score is not of metrics")
            return
        }
        #expect(inputs.map { metrics[$0.index].id } == ["technology.facilitators", "technology.cap"])
        #expect(score.rule.metrics.isEmpty == false && score.member == "technology")
        let cap = try #require(metrics.first { $0.id == "technology.cap" })
        guard case .items(let items) = cap.inputs else {
            Issue.record("the cap is not of items")
            return
        }
        let blockers = questionnaire.items.filter { $0.dimension == "technology" && $0.direction == .blocker }
        #expect(items.map { questionnaire.items[$0.index].id } == blockers.map(\.id) && !blockers.isEmpty)
    }

    @Test func levelsHaveTheirOwn() throws {
        let questionnaire = try DefinitionFixture.fixture("c2m2")
        for metric in questionnaire.metricsInFull() {
            if case .level(let rule) = metric.rule {
                #expect(metric.levels.count == rule.levels.count)
            } else {
                #expect(metric.levels.isEmpty)
            }
        }
    }
}

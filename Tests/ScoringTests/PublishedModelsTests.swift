import Foundation
import JSON
import Questionnaires
import Scoring
import Testing

/// Models that others published, expressed as JSON alone, give the numbers that their publishers give.
@Suite struct PublishedModelsTests {
    private struct Vector: Decodable {
        let answers: [String: Int]
        let expected: Expected

        struct Expected: Decodable {
            let practice: [String: Double]
            let function: [String: Double]
            let overall: Double
            let count: [String: Double]
        }
    }

    private func vector() throws -> Vector {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Fixtures/samm-vector.json")
        return try JSONDecoder().decode(Vector.self, from: Data(contentsOf: file))
    }

    private func expectValue(_ scores: Scores, _ metric: String, _ expected: Double) throws {
        let value = try #require(scores.metric(metric)?.value, "\(metric) has no value")
        #expect(abs(value - expected) < 1e-9, "\(metric)")
    }

    @Test(arguments: ["samm-partial", "samm-complete-only"])
    func securityMaturityComplete(definition: String) throws {
        let vector = try vector()
        let scores = Scores.consensus(try DefinitionFixture.fixture(definition), vector.answers)
        for (practice, expected) in vector.expected.practice {
            try expectValue(scores, "\(practice).practice", expected)
        }
        for (function, expected) in vector.expected.function {
            try expectValue(scores, "\(function).function", expected)
        }
        try expectValue(scores, "overall", vector.expected.overall)
        for (option, expected) in vector.expected.count { try expectValue(scores, "count\(option)", expected) }
    }

    /// One practice alone, answered 1, .5, 0, .5, .25, 0.
    @Test func securityMaturityOnePractice() throws {
        let answers = ["question1": 3, "question2": 2, "question3": 0, "question4": 2, "question5": 1, "question6": 0]
        for definition in ["samm-partial", "samm-complete-only"] {
            let scores = Scores.consensus(try DefinitionFixture.fixture(definition), answers)
            try expectValue(scores, "strategyAndMetrics.practice", 1.125)
            try expectValue(scores, "governance.function", 0.375)
            try expectValue(scores, "overall", 0.075)
        }
    }

    /// One question alone: one public calculator counts the practice in part, another not at all.
    @Test func securityMaturityIncompletePractice() throws {
        let answers = ["question4": 2]
        let partial = Scores.consensus(try DefinitionFixture.fixture("samm-partial"), answers)
        try expectValue(partial, "strategyAndMetrics.practice", 0.25)
        try expectValue(partial, "governance.function", 1.0 / 12)
        let complete = Scores.consensus(try DefinitionFixture.fixture("samm-complete-only"), answers)
        try expectValue(complete, "strategyAndMetrics.practice", 0)
        try expectValue(complete, "governance.function", 0)
    }

    @Test func testScoreOfMachineLearning() throws {
        let points: [String: [Int]] = [
            "data": [2, 2, 1, 0, 0, 1, 0], "model": [1, 1, 2, 0, 0, 0, 1], "infra": [2, 2, 1, 0, 1, 0, 0],
            "monitor": [1, 0, 0, 2, 0, 0, 0],
        ]
        var answers: [String: Int] = [:]
        for (section, positions) in points {
            for (index, position) in positions.enumerated() { answers["\(section)\(index + 1)"] = position }
        }
        let scores = Scores.consensus(try DefinitionFixture.fixture("ml-test-score"), answers)
        for (section, expected) in ["data": 3, "model": 2.5, "infra": 3, "monitor": 1.5] {
            try expectValue(scores, "\(section).sum", expected)
        }
        try expectValue(scores, "final", 1.5)
        #expect(scores.metric("band")?.band?.id == "above1upTo2")
    }
}

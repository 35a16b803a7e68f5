import Foundation
import JSON
import Questionnaires
import Responses
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

    /// The bands at and beside each edge; the lowest band is the single number 0.
    @Test(
        arguments: [
            (0.0, "0"), (0.5, "above0upTo1"), (1, "above0upTo1"), (1.5, "above1upTo2"), (2, "above1upTo2"),
            (2.5, "above2upTo3"), (3, "above2upTo3"), (3.5, "above3upTo5"), (5, "above3upTo5"), (5.5, "above5"),
            (7, "above5"),
        ])
    func bandsOfTheTestScore(sum: Double, band: String) throws {
        var answers: [String: Int] = [:]
        for section in ["data", "model", "infra", "monitor"] {
            var left = Int(sum * 2)
            for number in 1...7 {
                answers["\(section)\(number)"] = min(2, left)
                left -= min(2, left)
            }
        }
        let scores = Scores.consensus(try DefinitionFixture.fixture("ml-test-score"), answers)
        try expectValue(scores, "final", sum)
        #expect(scores.metric("band")?.band?.id == band)
    }

    private struct OtherModels: Decodable {
        let c2m2: [Levels]
        let iso33020: Process

        struct Levels: Decodable {
            let mil: [[String]]
            let expected: Int
        }

        struct Process: Decodable {
            let performance: Double
            let management: Double
            let products: Double
            let definition: Double
            let ratings: [String]
            let level: Int

            enum CodingKeys: String, CodingKey {
                case performance = "PA11"
                case management = "PA21"
                case products = "PA22"
                case definition = "PA31"
                case ratings
                case level
            }
        }
    }

    private func otherModels() throws -> OtherModels {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Fixtures/other-models-vector.json")
        return try JSONDecoder().decode(OtherModels.self, from: Data(contentsOf: file))
    }

    /// A level is reached if and only if every practice at it and below is implemented fully or largely; what is not
    /// answered blocks, and so does an empty first level.
    @Test func maturityIndicatorLevels() throws {
        let vectors = try otherModels().c2m2
        let places = ["NI": 0, "PI": 1, "LI": 2, "FI": 3]
        var answers: [String: Int] = [:]
        for (domain, vector) in zip(["a", "b", "c", "d"], vectors) {
            for (level, practices) in vector.mil.enumerated() {
                for (place, answer) in practices.enumerated() {
                    answers["\(domain)\(level + 1)\(place + 1)"] = places[answer]
                }
            }
        }
        #expect(answers.count == 18, "one of the nineteen practices is unanswered")
        let scores = Scores.consensus(try DefinitionFixture.fixture("c2m2"), answers)
        for (domain, vector) in zip(["a", "b", "c", "d"], vectors) {
            try expectValue(scores, "\(domain).mil", Double(vector.expected))
        }
        try expectValue(scores, "lowest", 0)
        // What is unanswered could still be implemented: the third domain would then reach its third level.
        #expect(scores.metric("c.mil")?.bounds == 1...3)
        #expect(scores.metric("d.mil")?.bounds == 0...0)
    }

    private func capability(_ percent: [String: Double]) throws -> Scores {
        let response = Response(
            respondent: "r", role: "any", wave: "w",
            answers: Dictionary(
                uniqueKeysWithValues: percent.map { ($0.key.lowercased(), Answer(.number($0.value))) }))
        return Scores(
            questionnaire: try DefinitionFixture.fixture("iso33020"), wave: Wave(id: "w", collection: .consensus),
            responses: [response])
    }

    @Test func capabilityLevel() throws {
        let vector = try otherModels().iso33020
        let scores = try capability([
            "PA11": vector.performance, "PA21": vector.management, "PA22": vector.products, "PA31": vector.definition,
        ])
        for (attribute, rating) in zip(["PA11", "PA21", "PA22", "PA31"], vector.ratings) {
            #expect(scores.metric("\(attribute).rating")?.band?.id == rating)
        }
        try expectValue(scores, "level", Double(vector.level))
    }

    /// Ratings at and beside each edge.
    @Test(
        arguments: [
            (0.0, "N"), (15, "N"), (15.0001, "P"), (50, "P"), (50.0001, "L"), (85, "L"), (85.0001, "F"), (100, "F"),
        ])
    func attributeRating(percent: Double, rating: String) throws {
        #expect(try capability(["PA11": percent]).metric("PA11.rating")?.band?.id == rating)
    }

    struct Edge: Sendable {
        /// The attributes in their order; those left out are unanswered.
        let percent: [Double]
        let level: Double

        init(_ percent: [Double], _ level: Double) {
            self.percent = percent
            self.level = level
        }
    }

    private static let edges = [
        Edge([50], 0), Edge([50.0001], 1), Edge([85], 1), Edge([100], 1), Edge([15], 0), Edge([0], 0),
        Edge([100, 100, 50], 1), Edge([100, 51, 51], 2), Edge([100, 100, 100], 2),
        // An attribute of the first level that is only largely achieved blocks the second.
        Edge([85, 100, 100], 1), Edge([86, 100, 100, 85, 86], 3), Edge([86, 85, 100, 100, 100], 2),
        Edge([100, 100, 100, 100, 100, 100, 100, 100, 100], 5), Edge([100, 100, 100, 100, 100, 100, 100, 100, 50], 4),
        Edge([100, 100, 100, 100, 100, 100, 85, 100, 100], 4), Edge([50, 100, 100, 100, 100, 100, 100, 100, 100], 0),
    ]

    @Test(arguments: edges)
    func capabilityLevelAtEachEdge(edge: Edge) throws {
        let attributes = ["PA11", "PA21", "PA22", "PA31", "PA32", "PA41", "PA42", "PA51", "PA52"]
        let scores = try capability(Dictionary(uniqueKeysWithValues: zip(attributes, edge.percent)))
        try expectValue(scores, "level", edge.level)
    }
}

/// A score of impact as governments use it: questions that depend on one another by the hundred, two sums by channel,
/// a deduction at a share of the larger of two branches of which one applies, halves rounded up, and levels relative to
/// a fixed maximum.
@Suite struct ImpactScoreTests {
    private func scores(_ answers: [String: Answer.Content]) throws -> Scores {
        let response = Response(respondent: "r", role: "any", wave: "w", answers: answers.mapValues { Answer($0) })
        return Scores(
            questionnaire: try DefinitionFixture.fixture("impact-score"),
            wave: Wave(id: "w", collection: .consensus), responses: [response])
    }

    /// The answer to the first so many questions on impact.
    private func answers(_ count: Int, _ position: Int) -> [String: Answer.Content] {
        Dictionary(uniqueKeysWithValues: (0..<count).map { ("q\($0)", .option(position: position)) })
    }

    private func yes(_ names: String...) -> [String: Answer.Content] {
        Dictionary(uniqueKeysWithValues: names.map { ($0, .option(position: 1)) })
    }

    private func all(_ branch: String, _ count: Int) -> [String: Answer.Content] {
        Dictionary(uniqueKeysWithValues: (0..<count).map { ("\(branch)\($0)", .option(position: 1)) })
    }

    @Test func maximaAreFixed() throws {
        for answers in [[:], answers(120, 2), answers(120, 0)] {
            let scores = try scores(answers)
            // 30 times 1 + 2 + 3 + 4.
            #expect(scores.metric("rawMost")?.value == 300)
            // The larger branch 15 × 2, in any case 5 × 2, and safeguards worth 3 at most.
            #expect(scores.metric("mitigationMost")?.value == 43)
            #expect(scores.metric("rawMost")?.bounds == 300...300)
            #expect(scores.metric("rawMost")?.coverage == nil)
        }
    }

    @Test func questionsThatAreNotAskedNeverCount() throws {
        // Yes to all 120 would be 300; the odd ones hang on the even ones.
        var answers = answers(120, 2)
        #expect(try scores(answers).metric("raw")?.value == 300)
        answers["q0"] = .option(position: 1)
        // Without the 2 of q1 that is not asked any more, and 1 for q0 as before.
        #expect(try scores(answers).metric("raw")?.value == 298)
        #expect(try scores(answers).item("q1")?.notShown == 1)
        answers["q1"] = .option(position: 0)
        #expect(try scores(answers).metric("raw")?.value == 298)
        // While q0 is open, q1 may come or not.
        answers["q0"] = nil
        #expect(try scores(answers).metric("raw")?.value == 297)
        #expect(try scores(answers).metric("raw")?.bounds == 297...300)
    }

    /// 80 % of 43 is 34.4.
    @Test func deductionAtItsEdge() throws {
        let running = answers(120, 2).merging(yes("design")) { $1 }.merging(all("after", 15)) { $1 }
        var less = running.merging(yes("always0")) { $1 }
        less["safeguards"] = .options(positions: [0, 1])
        #expect(try scores(less).metric("mitigation")?.value == 34)
        #expect(try scores(less).metric("current")?.value == 300)
        #expect(try scores(less).metric("level")?.band?.id == "IV")
        var more = less
        more["safeguards"] = .options(positions: [0, 1, 2, 3])
        #expect(try scores(more).metric("mitigation")?.value == 35, "four safeguards count as three")
        #expect(try scores(more).metric("current")?.value == 255)
        #expect(try scores(more).metric("level")?.band?.id == "IV")
        // The other branch is not asked: its answers do not help.
        var other = more
        other["design"] = .option(position: 0)
        #expect(try scores(other).metric("mitigation")?.value == 5)
    }

    /// 50 × .85 is 42.5, and 30 × .85 is 25.5: halves go up.
    @Test(arguments: [(50, 43.0), (30, 26), (20, 17)])
    func halvesAreRoundedUp(raw: Int, current: Double) throws {
        var given = all("after", 15).merging(all("always", 5)) { $1 }.merging(yes("design")) { $1 }
        given["safeguards"] = .options(positions: [])
        for question in 0..<120 { given["q\(question)"] = .option(position: 0) }
        for question in 0..<raw { given["q\(question * 2)"] = .option(position: 1) }
        #expect(try scores(given).metric("raw")?.value == Double(raw))
        #expect(try scores(given).metric("current")?.value == current)
    }
}

/// A level that needs everything of a hundred items.
@Suite struct CompleteLevelTests {
    private func level(_ satisfied: Int) throws -> Double? {
        let items = (0..<100).map {
            #"{"id": "i\#($0)", "dimension": "d", "direction": "none", "label": "L", "answer": {"type": "yesNo"}}"#
        }
        let questionnaire = try DefinitionFixture.text(
            """
            {"formatVersion": 1, "id": "complete", "version": "1", "language": "en", "title": "T",
            "dimensions": [{"id": "d", "title": "D"}], "items": [\(items.joined(separator: ","))],
            "metrics": [{"define": [{"id": "level", "title": "L", "level": {
                "levels": [{"id": "all", "of": {"items": {}}}], "at": {"option": "yes"}}}]}]}
            """)
        let answers = Dictionary(uniqueKeysWithValues: (0..<100).map { ("i\($0)", $0 < satisfied ? 1 : 0) })
        return Scores.consensus(questionnaire, answers).metric("level")?.value
    }

    @Test func ninetyNineAreNotEnough() throws {
        #expect(try level(99) == 0)
        #expect(try level(100) == 1)
    }
}

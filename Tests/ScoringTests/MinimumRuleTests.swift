import Foundation
import Questionnaires
import Responses
import Scoring
import Testing

/// The questionnaire of engineering practice counts points in four sections and goes by the fewest.
///
/// All numbers are computed by hand.
@Suite struct MinimumRuleTests {
    private let questionnaire: Questionnaire

    init() throws {
        questionnaire = try DefinitionFixture.shipped("mlops-practice")
    }

    private static let letters = [("data", "D"), ("model", "M"), ("infrastructure", "I"), ("operation", "O")]

    /// Positions of options in a section that is done as far as it can be.
    private static let full = [Int](repeating: 2, count: 7)

    /// Answers by section, as positions of options; sections that are not named are done in full.
    private func answers(_ sections: [String: [Int]]) -> [String: Int] {
        var answers: [String: Int] = [:]
        for (section, letter) in Self.letters {
            for (index, position) in (sections[section] ?? Self.full).enumerated() {
                answers["M\(letter)\(index + 1)"] = position
            }
        }
        return answers
    }

    private func scores(
        _ positions: [String: Int], changes: [String: Answer] = [:], blank: Set<String> = []
    ) -> Scores {
        var answers = positions.mapValues { Answer(.option(position: $0)) }.merging(changes) { $1 }
        for item in blank { answers[item] = nil }
        let response = Response(respondent: "r", role: "it", wave: "w", answers: answers)
        return Scores(questionnaire: questionnaire, wave: Wave(id: "w", collection: .consensus), responses: [response])
    }

    private func expectValue(_ scores: Scores, _ metric: String, _ expected: Double) throws {
        let value = try #require(scores.metric(metric)?.value, "\(metric) has no value")
        #expect(abs(value - expected) < 1e-9, "\(metric) is \(value)")
    }

    @Test func theFewestPointsDecide() throws {
        let scores = scores(
            answers([
                "data": [2, 2, 1, 0, 0, 1, 0], "model": [1, 1, 2, 0, 0, 0, 1], "infrastructure": [2, 2, 1, 0, 1, 0, 0],
                "operation": [1, 0, 0, 2, 0, 0, 0],
            ]))
        for (section, points) in ["data": 3, "model": 2.5, "infrastructure": 3, "operation": 1.5] {
            try expectValue(scores, "\(section).points", points)
            try expectValue(scores, "\(section).score", points / 7)
        }
        try expectValue(scores, "fewestPoints", 1.5)
        try expectValue(scores, "overall", 1.5 / 7)
        try expectValue(scores, "arithmetic", 10.0 / 28)
        #expect(scores.metric("overallBand")?.band?.id == "begun")
        #expect(scores.metric("band", of: "data")?.band?.id == "workable")
        #expect(scores.metric("overall")?.status == .firm)
    }

    @Test(
        arguments: [
            ([0, 0, 0, 0, 0, 0, 0], 0, "none"), ([1, 0, 0, 0, 0, 0, 0], 0.5, "scattered"),
            ([2, 0, 0, 0, 0, 0, 0], 1, "scattered"), ([2, 1, 0, 0, 0, 0, 0], 1.5, "begun"),
            ([1, 1, 1, 1, 0, 0, 0], 2, "begun"), ([2, 1, 1, 1, 0, 0, 0], 2.5, "workable"),
            ([1, 1, 1, 1, 1, 1, 0], 3, "workable"), ([1, 1, 1, 1, 1, 1, 1], 3.5, "dependable"),
            ([2, 2, 2, 2, 2, 0, 0], 5, "dependable"), ([2, 2, 2, 2, 1, 1, 1], 5.5, "exemplary"),
            ([2, 2, 2, 2, 2, 2, 2], 7, "exemplary"),
        ])
    func edgesOfBands(positions: [Int], points: Double, band: String) throws {
        for (section, _) in Self.letters {
            let scores = scores(answers([section: positions]))
            try expectValue(scores, "fewestPoints", points)
            #expect(scores.metric("overallBand")?.band?.id == band, "\(section)")
        }
    }

    @Test func threeFullSectionsDoNotMakeUpForAnEmptyOne() throws {
        let scores = scores(answers(["operation": [0, 0, 0, 0, 0, 0, 0]]))
        try expectValue(scores, "overall", 0)
        try expectValue(scores, "arithmetic", 0.75)
        #expect(scores.metric("overallBand")?.band?.id == "none")
    }

    @Test func whatIsNotKnownIsNotDone() throws {
        let scores = scores(
            answers(["model": [1, 1, 1, 1, 1, 1, 1]]), changes: ["MM4": Answer(.dontKnow)])
        try expectValue(scores, "model.points", 3)
        try expectValue(scores, "overall", 3.0 / 7)
        // The answer that is missing could still turn out to be the best.
        let bounds = try #require(scores.metric("model.points")?.bounds)
        #expect(abs(bounds.lowerBound - 3) < 1e-9 && abs(bounds.upperBound - 4) < 1e-9)
    }

    @Test func aBlankIsNotCountedAsZero() throws {
        let scores = scores(answers(["model": [1, 1, 1, 1, 1, 1, 1]]), blank: ["MM4"])
        try expectValue(scores, "model.points", 3.5)
        try expectValue(scores, "overall", 0.5)
        let bounds = try #require(scores.metric("model.points")?.bounds)
        #expect(abs(bounds.lowerBound - 3) < 1e-9 && abs(bounds.upperBound - 4) < 1e-9)
    }

    /// Six of seven answers are firm, five provisional, four too few; without one section there is no least of four.
    @Test(arguments: [(1, MetricResult.Status.firm), (2, .provisional), (3, .withheld)])
    func fewAnswers(missing: Int, status: MetricResult.Status) {
        let items = (1...missing).map { "MO\($0)" }
        let unknown = Dictionary(items.map { ($0, Answer(.dontKnow)) }, uniquingKeysWith: { first, _ in first })
        for scores in [scores(answers([:]), changes: unknown), scores(answers([:]), blank: Set(items))] {
            #expect(scores.metric("operation.score")?.status == status)
            #expect(scores.metric("operation.points")?.status == status)
            #expect((scores.metric("overall")?.value == nil) == (status == .withheld))
            #expect((scores.metric("overallBand")?.band == nil) == (status == .withheld))
        }
    }

    @Test func whatDoesNotApplyIsLeftOut() throws {
        let notApplicable = Answer(.notApplicable(reason: "no codes"))
        let one = scores(answers(["operation": [1, 0, 1, 1, 1, 1, 1]]), changes: ["MO2": notApplicable])
        try expectValue(one, "operation.points", 3.5)
        #expect(one.metric("operation.points")?.status == .firm)
        let all = Dictionary((1...7).map { ("MO\($0)", notApplicable) }, uniquingKeysWith: { first, _ in first })
        let none = scores(answers([:]), changes: all)
        #expect(none.metric("operation.points")?.status == .notApplicable)
        #expect(none.metric("overall")?.status == .notApplicable)
        #expect(none.metric("fewestPoints")?.status == .notApplicable)
    }

    /// Four colleagues of one role; one of them does not know one practice, which the others call automated.
    @Test func inASurveyEachWhoDoesNotKnowCounts() throws {
        let responses = (1...4).map { number -> Response in
            var own = answers([:]).mapValues { Answer(.option(position: $0)) }
            if number == 4 { own["MD1"] = Answer(.dontKnow) }
            return Response(respondent: "r\(number)", role: "it", wave: "w", answers: own)
        }
        let wave = Wave(id: "w", collection: .survey, invited: ["it": 4])
        let scores = Scores(questionnaire: questionnaire, wave: wave, responses: responses)
        try expectValue(scores, "data.score", 6.75 / 7)
    }
}

import Questionnaires
import ResponseTables
import Responses
import Scoring
import SeededRandomness
import Testing

@Suite struct ScoresTests {
    // MARK: Coverage

    /// Two facilitators on the left with weights that make the coverage what it is to be.
    private func coverage(_ answered: String, of all: String) throws -> MetricResult {
        let rest = all.isEmpty ? "0" : all
        let questionnaire = try SmallDefinition(
            items: ["L1 left facilitator weight \(answered)", "L2 left facilitator weight \(rest)"],
            metrics: [SmallDefinition.metric("m", #""aggregate": "mean", "of": {"items": {}}"#)],
            further: [SmallDefinition.coverage]
        ).questionnaire()
        return try #require(Scores.table(questionnaire, "a 2 .", collection: .consensus).metric("m"))
    }

    struct Edge: Sendable, CustomStringConvertible {
        let answered: String
        let missing: String
        let status: MetricResult.Status
        var description: String { "\(answered) of \(answered) + \(missing)" }
    }

    @Test(arguments: [
        Edge(answered: "1", missing: "0", status: .firm), Edge(answered: "0.8", missing: "0.2", status: .firm),
        // A rounding error below .80 is .80, more is not.
        Edge(answered: "0.7999999995", missing: "0.2000000005", status: .firm),
        Edge(answered: "0.799999998", missing: "0.200000002", status: .provisional),
        Edge(answered: "0.6", missing: "0.4", status: .provisional),
        Edge(answered: "0.5999999995", missing: "0.4000000005", status: .provisional),
        Edge(answered: "0.599999998", missing: "0.400000002", status: .withheld),
        Edge(answered: "0.1", missing: "0.9", status: .withheld),
    ])
    func coverageDecidesOnTheStatus(_ edge: Edge) throws {
        let metric = try coverage(edge.answered, of: edge.missing)
        #expect(metric.status == edge.status)
        #expect((metric.value == 0.5) == (edge.status != .withheld))
        #expect((metric.value == nil) == (edge.status == .withheld))
        let share = try #require(Double(edge.answered))
        #expect(isClose(metric.coverage, share))
        // Whatever the status, the bounds are there: the open item may be 0 or 1.
        #expect(areSameRange(metric.bounds, share / 2...(share / 2 + 1 - share), within: 1e-9))
    }

    /// 4 of 5 respondents and 3 of 5 are the edges themselves.
    @Test func coverageOfRespondents() throws {
        let questionnaire = try SmallDefinition(
            items: ["L1 left facilitator"],
            metrics: [SmallDefinition.metric("m", #""aggregate": "mean", "of": {"items": {}}"#)],
            further: [SmallDefinition.coverage]
        ).questionnaire()
        #expect(Scores.table(questionnaire, "4*a 2\na ?").metric("m")?.status == .firm)
        #expect(Scores.table(questionnaire, "7*a 2\n2*a ?").metric("m")?.status == .provisional)
        #expect(Scores.table(questionnaire, "3*a 2\n2*a .").metric("m")?.status == .provisional)
        #expect(Scores.table(questionnaire, "7*a 2\n5*a .").metric("m")?.status == .withheld)
        // Those to whom it does not apply are not missing.
        #expect(Scores.table(questionnaire, "4*a 2\na .\n9*a x").metric("m")?.status == .firm)
        #expect(Scores.table(questionnaire, "4*a x").metric("m")?.status == .notApplicable)
        #expect(Scores.table(questionnaire, "4*a x").metric("m")?.coverage == nil)
        // Roles count with their weights: three a of three, none of three b.
        #expect(isClose(Scores.table(questionnaire, "3*a 2\n3*b ?").metric("m")?.coverage, 0.5))
    }

    // MARK: States

    private func method(further: [String] = [SmallDefinition.coverage]) throws -> Questionnaire {
        try SmallDefinition(
            items: [
                "L1 left facilitator", "L2 left facilitator", "L3 left facilitator", "L4 left blocker class critical",
                "L5 left blocker class limiting", "R1 right facilitator", "R2 right blocker class critical",
            ], domainMetrics: SmallDefinition.methodOfDomain, metrics: SmallDefinition.methodOfAll, further: further
        ).questionnaire()
    }

    @Test func aDomainOfWhichNothingAppliesLeavesTheOverall() throws {
        let scores = Scores.table(try method(), "3*a 2 2 2 1 1 x x")
        for metric in ["facilitators", "cap", "score", "burden"] {
            let result = try #require(scores.metric(metric, of: "right"))
            #expect(result.status == .notApplicable)
            #expect(result.value == nil && result.bounds == nil && result.coverage == nil)
        }
        for metric in ["overall", "arithmetic", "weakest"] {
            #expect(isClose(scores.metric(metric)?.value, 0.5))
            #expect(scores.metric(metric)?.status == .firm)
            #expect(areSameRange(scores.metric(metric)?.bounds, 0.5...0.5, within: 1e-12))
        }
        #expect(scores.notApplicableShare(ofItems: scores.items) == 2.0 / 7)
    }

    @Test func anItemThatAppliesToNobodyLeavesBothSums() throws {
        let scores = Scores.table(try method(), "3*a 4 x 2 1 x 2 0")
        #expect(isClose(scores.metric("facilitators", of: "left")?.value, 0.75))
        #expect(isClose(scores.metric("blockersMean", of: "left")?.value, 0.25))
        #expect(scores.metric("facilitators", of: "left")?.coverage == 1)
        #expect(scores.metric("facilitators", of: "left")?.status == .firm)
    }

    /// One of three facilitators on the left is answered: the domain is withheld, and the overall with it.
    @Test func aWithheldDomainWithholdsTheOverallButNotTheBounds() throws {
        let scores = Scores.table(try method(), "3*a 4 ? . 1 1 2 0")
        #expect(scores.metric("facilitators", of: "left")?.status == .withheld)
        #expect(areSameRange(scores.metric("facilitators", of: "left")?.bounds, (1.0 / 3)...1, within: 1e-12))
        #expect(scores.metric("score", of: "left")?.status == .withheld)
        #expect(scores.metric("score", of: "right")?.value == 0.5)
        let arithmetic = try #require(scores.metric("arithmetic"))
        #expect(arithmetic.status == .withheld)
        #expect(arithmetic.value == nil)
        #expect(areSameRange(arithmetic.bounds, (5.0 / 12)...0.75, within: 1e-12))
        // Five of seven items are answered: the coverage alone would not withhold it.
        #expect(isClose(arithmetic.coverage, 5.0 / 7))
        #expect(scores.metric("overall")?.value == nil)
        #expect(scores.metric("overall")?.bounds != nil)
    }

    /// What is not known of a blocker may cap the domain: that is never taken for clearance.
    @Test func anUnknownGateRatingMakesTheResultConditional() throws {
        let questionnaire = try method(further: [])
        let scores = Scores.table(questionnaire, "3*a 4 4 4 ? 0 4 0")
        let cap = try #require(scores.metric("cap", of: "left"))
        #expect(cap.value == 1)
        #expect(cap.bounds == 0.15...1)
        #expect(cap.status == .provisional)
        #expect(cap.conditions == ["L4"])
        let score = try #require(scores.metric("score", of: "left"))
        #expect(score.status == .provisional)
        #expect(score.conditions == ["L4"])
        #expect(scores.metric("overall")?.conditions == ["L4"])
        #expect(scores.metric("overall")?.status == .provisional)
        #expect(scores.metric("score", of: "right")?.conditions == [])
        #expect(scores.metric("score", of: "right")?.status == .firm)
        #expect(scores.metric("facilitators", of: "left")?.status == .firm)
        // Each condition is named once.
        let both = Scores.table(questionnaire, "3*a 4 4 4 ? 0 4 .")
        #expect(both.metric("cap", of: "right")?.status == .withheld)
        #expect(both.metric("overall")?.conditions == ["L4", "R2"])
        // A rating that was set settles it.
        let set = Scores.table(questionnaire, "3*a 4 4 4 ? 0 4 0", gateRatings: ["L4": 1])
        #expect(set.metric("cap", of: "left")?.conditions == [])
        #expect(set.metric("cap", of: "left")?.status == .firm)
    }

    /// L4 is critical and could cap at .15, L5 is limiting and could cap at .5: only what could lower the cap is a condition.
    @Test(arguments: [
        ("? 0", ["L4"]), ("? 4", ["L4"]), ("0 ?", ["L5"]), ("3 ?", []), ("4 ?", []), ("? ?", ["L4", "L5"]),
    ])
    func onlyWhatCouldLowerTheCapIsACondition(blockers: String, conditions: [String]) throws {
        let scores = Scores.table(try method(further: []), "3*a 4 4 4 \(blockers) 4 0")
        #expect(scores.metric("cap", of: "left")?.conditions == conditions)
        #expect(scores.metric("score", of: "left")?.conditions == conditions)
    }

    /// In a survey an item with fewer than three answers is not known either.
    @Test func anItemHeldBackIsACondition() throws {
        let questionnaire = try method(further: [])
        let scores = Scores.table(questionnaire, "2*a 4 4 4 4 0 4 0\na 4 4 4 . 0 4 0")
        #expect(scores.item("L4")?.isHeldBack == true)
        #expect(scores.metric("cap", of: "left")?.value == 1)
        #expect(scores.metric("cap", of: "left")?.conditions == ["L4"])
        #expect(scores.metric("cap", of: "left")?.derivation.terms.map(\.value) == [nil, 0])
        #expect(scores.metric("blockersWorst", of: "left")?.value == 0)
        #expect(scores.metric("blockersWorst", of: "left")?.bounds == 0...1)
    }

    // MARK: The method, written down a second time

    private func compare(_ scores: Scores, _ plain: PlainMethod) {
        #expect(Set(scores.groups.map { Set($0.roles) }) == Set(plain.groups))
        for item in scores.questionnaire.items {
            #expect(areSame(scores.value(ofItem: item.id), plain.value(item)), "\(item.id)")
            #expect(scores.gatePosition(ofItem: item.id) == plain.gate(item), "\(item.id)")
        }
        for domain in scores.questionnaire.dimensions[0].children {
            let expected = plain.domain(domain.id)
            for (metric, value) in [
                "facilitators": expected.facilitators, "blockersMean": expected.mean, "blockersWorst": expected.worst,
                "burden": expected.burden, "cap": expected.cap, "score": expected.score,
            ] {
                #expect(areSame(scores.metric(metric, of: domain.id)?.value, value), "\(domain.id).\(metric)")
            }
            let items = scores.questionnaire.items.filter { $0.dimension == domain.id }
            #expect(areSame(scores.metric("score", of: domain.id)?.coverage, plain.coverage(items)))
        }
        #expect(areSame(scores.metric("overall")?.value, plain.overall))
        #expect(areSame(scores.metric("arithmetic")?.value, plain.arithmetic))
        #expect(areSame(scores.metric("weakest")?.value, plain.weakest))
    }

    struct Mix: Sendable, CustomTestStringConvertible {
        let wave: RandomWave
        let rounds: Int
        var isSurvey = true
        var testDescription: String { "\(wave)" }
    }

    @Test(arguments: [
        Mix(wave: RandomWave(dontKnow: 0, unanswered: 0, notApplicable: 0), rounds: 4),
        Mix(wave: RandomWave(), rounds: 6),
        Mix(
            wave: RandomWave(dontKnow: 0.15, unanswered: 0.15, notApplicable: 0.3, respondents: 3...6, roles: 3),
            rounds: 8),
        Mix(wave: RandomWave(dontKnow: 0, unanswered: 0, notApplicable: 0.8, respondents: 3...4, roles: 2), rounds: 8),
        Mix(wave: RandomWave(respondents: 1...1), rounds: 8, isSurvey: false),
        Mix(wave: RandomWave(notApplicable: 0.6, respondents: 1...1), rounds: 8, isSurvey: false),
    ])
    func scoresAreThoseOfTheMethod(_ mix: Mix) throws {
        var generator = SeededGenerator(seed: 21)
        let questionnaire = try DefinitionFixture.shipped("ml-maturity")
        for _ in 0..<mix.rounds {
            let responses = mix.wave.responses(to: questionnaire, using: &generator)
            let wave = Wave(id: "w", collection: mix.isSurvey ? .survey : .consensus)
            let plain = PlainMethod(questionnaire: questionnaire, responses: responses, isSurvey: mix.isSurvey)
            compare(Scores(questionnaire: questionnaire, wave: wave, responses: responses), plain)
        }
    }
}

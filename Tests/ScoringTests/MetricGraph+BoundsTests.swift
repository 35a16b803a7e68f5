import Questionnaires
import ResponseTables
import Responses
import Scoring
import SeededRandomness
import Testing

@Suite struct MetricGraphBoundsTests {
    // MARK: Every filling

    /// The responses with every way to answer what is unanswered or not known.
    private func fillings(of responses: [Response], _ questionnaire: Questionnaire) -> [[Response]] {
        var result = [responses]
        for place in responses.indices {
            for item in questionnaire.items {
                switch responses[place].answers[item.id]?.content {
                case .option, .options, .number, .text, .notApplicable: continue
                case .dontKnow, nil: break
                }
                result = result.flatMap { filled in
                    item.scale.options.indices.map { position in
                        var next = filled
                        next[place] = filled[place].replacing(item.id, by: .option(position: position))
                        return next
                    }
                }
            }
        }
        return result
    }

    /// Compares the bounds of every metric with the least and greatest value over all fillings.
    private func compare(
        _ questionnaire: Questionnaire, _ collection: Wave.Collection, _ responses: [Response]
    ) {
        let wave = Wave(id: "w", collection: collection)
        let scores = Scores(questionnaire: questionnaire, wave: wave, responses: responses)
        var values: [[Double?]] = []
        for filled in fillings(of: responses, questionnaire) {
            let full = Scores(questionnaire: questionnaire, wave: wave, responses: filled)
            values.append(full.metrics.map(\.value))
        }
        for (index, metric) in scores.metrics.enumerated() {
            let all = values.compactMap { $0[index] }
            guard let low = all.min(), let high = all.max() else {
                #expect(metric.bounds == nil, "\(metric.id)")
                continue
            }
            #expect(areSameRange(metric.bounds, low...high, within: 1e-9), "\(metric.id) of \(values.count) fillings")
            if let value = metric.value { #expect(metric.bounds?.contains(value) == true, "\(metric.id)") }
        }
    }

    private func method(roles: [String] = ["a left 2", "b right 3"], further: [String] = []) throws -> Questionnaire {
        try SmallDefinition(
            roles: roles,
            items: [
                "L1 left facilitator", "L2 left blocker class critical", "L3 left blocker class limiting",
                "R1 right facilitator", "R2 right facilitator weight 2", "R3 right blocker class critical",
            ],
            domainMetrics: SmallDefinition.methodOfDomain, metrics: SmallDefinition.methodOfAll, further: further
        ).questionnaire()
    }

    /// One agreed response with up to three open items, and some that are not applicable.
    @Test func boundsAreExactForAConsensus() throws {
        var generator = SeededGenerator(seed: 1)
        let questionnaire = try method(further: [SmallDefinition.coverage])
        for _ in 0..<12 {
            let wave = RandomWave(
                dontKnow: 0, unanswered: 0, notApplicable: 0.15, respondents: 1...1, roles: 1)
            var response = wave.responses(to: questionnaire, using: &generator)[0]
            for item in questionnaire.items.shuffled(using: &generator).prefix(Int.random(in: 0...3, using: &generator))
            {
                response = response.replacing(item.id, by: generator.chance(0.5) ? .dontKnow : nil)
            }
            compare(questionnaire, .consensus, [response])
        }
    }

    /// Two roles of four with at most one open cell each per item, so that a filling leaves the groups as they are.
    @Test func boundsAreExactForASurvey() throws {
        var generator = SeededGenerator(seed: 2)
        let questionnaire = try method(further: [SmallDefinition.coverage])
        for _ in 0..<8 {
            var responses = RandomWave(dontKnow: 0, unanswered: 0, notApplicable: 0, respondents: 8...8)
                .responses(to: questionnaire, using: &generator)
                .enumerated().map { place, response in
                    Response(
                        respondent: response.respondent, role: place < 4 ? "a" : "b", wave: "w",
                        answers: response.answers)
                }
            for item in questionnaire.items.shuffled(using: &generator).prefix(3) {
                let place = Int.random(in: responses.indices, using: &generator)
                responses[place] = responses[place].replacing(item.id, by: generator.chance(0.5) ? .dontKnow : nil)
            }
            compare(questionnaire, .survey, responses)
        }
    }

    /// Three of a role say nothing about one item: all three cells are open.
    @Test func boundsAreExactForARoleThatIsSilent() throws {
        let questionnaire = try method()
        for item in questionnaire.items.indices {
            let silent = questionnaire.items.indices.map { $0 == item ? "?" : "2" }.joined(separator: " ")
            let table = "3*a 2 3 1 4 0 3\na 1 1 4 0 2 2\n3*b \(silent)"
            compare(questionnaire, .survey, Response.table(table, for: questionnaire))
        }
    }

    @Test func boundsOfTheShippedQuestionnaireAreExact() throws {
        var generator = SeededGenerator(seed: 3)
        let questionnaire = try DefinitionFixture.shipped("ml-maturity")
        for _ in 0..<3 {
            var response = RandomWave(dontKnow: 0, unanswered: 0, notApplicable: 0.1, respondents: 1...1)
                .responses(to: questionnaire, using: &generator)[0]
            for item in questionnaire.items.shuffled(using: &generator).prefix(2) {
                response = response.replacing(item.id, by: nil)
            }
            compare(questionnaire, .consensus, [response])
        }
    }

    // MARK: Single functions

    /// Left: 1 and an open one. Right: .5.
    private func bounds(_ metrics: [(id: String, body: String)], _ answers: String = "a 4 . 2") throws -> [String:
        ClosedRange<Double>]
    {
        let questionnaire = try SmallDefinition(
            items: ["L1 left facilitator", "L2 left facilitator", "R1 right facilitator"],
            metrics: metrics.map { SmallDefinition.metric($0.id, $0.body) },
            further: [#""bands": [{"id": "any", "intervals": [{"id": "any"}]}]"#]
        ).questionnaire()
        let results = Scores.table(questionnaire, answers, collection: .consensus).metrics
        return Dictionary(uniqueKeysWithValues: results.compactMap { result in result.bounds.map { (result.id, $0) } })
    }

    @Test func boundsOfEachFunction() throws {
        let items = #""of": {"items": {"dimension": "left"}}"#
        let found = try bounds([
            ("sum", #""aggregate": "sum", \#(items)"#), ("mean", #""aggregate": "mean", \#(items)"#),
            ("min", #""aggregate": "min", \#(items)"#), ("max", #""aggregate": "max", \#(items)"#),
            ("median", #""aggregate": "median", \#(items)"#),
            ("quantile", #""aggregate": "quantile", "quantile": 0.75, \#(items)"#),
            ("geometric", #""aggregate": "geometricMean", \#(items)"#),
            ("share", #""aggregate": "share", "where": {"value": {"atLeast": 0.5}}, \#(items)"#),
            ("count", #""aggregate": "count", "where": {"value": {"atLeast": 0.5}}, \#(items)"#),
        ])
        #expect(
            found == [
                "sum": 1...2, "mean": 0.5...1, "min": 0...1, "max": 1...1, "median": 0.5...1, "quantile": 0.75...1,
                "geometric": 0...1, "share": 0.5...1, "count": 1...2,
            ])
    }

    /// An item that some have not answered may yet satisfy a condition, or cease to.
    @Test func boundsOfCountsOfItemsWithOpenAnswers() throws {
        let questionnaire = try SmallDefinition(
            items: ["L1 left facilitator"],
            metrics: [
                SmallDefinition.metric(
                    "m", #""aggregate": "count", "where": {"value": {"atLeast": 0.5}}, "of": {"items": {}}"#)
            ]
        ).questionnaire()
        #expect(Scores.table(questionnaire, "3*a 2\na ?").metric("m")?.value == 1)
        #expect(Scores.table(questionnaire, "3*a 2\na ?").metric("m")?.bounds == 0...1)
        #expect(Scores.table(questionnaire, "3*a 2").metric("m")?.bounds == 1...1)
        #expect(Scores.table(questionnaire, "3*a 1").metric("m")?.bounds == 0...0)
    }

    @Test func coefficientsBelowZeroTurnAnInputRound() throws {
        let found = try bounds([
            ("open", #""aggregate": "mean", "of": {"items": {"ids": ["L2"]}}"#),
            ("fixed", #""aggregate": "mean", "of": {"items": {"ids": ["R1"]}}"#),
            ("sum", #""aggregate": "sum", "of": {"metrics": {"fixed": 1, "open": -2}}"#),
            ("mean", #""aggregate": "mean", "of": {"metrics": {"fixed": 3, "open": -1}}"#),
            // A minimum and its like look at the numbers alone.
            ("least", #""aggregate": "min", "of": {"metrics": {"open": -1, "fixed": 1}}"#),
            ("most", #""aggregate": "max", "of": {"metrics": {"open": -1, "fixed": 1}}"#),
            ("twice", #""aggregate": "min", "of": {"metrics": {"open": -1, "fixed": 1, "other": 1}}"#),
            ("other", #""aggregate": "sum", "of": {"metrics": {"open": 0.5}}"#),
        ])
        #expect(found["sum"] == -1.5...0.5)
        #expect(found["mean"] == 0.25...0.75)
        // Two open inputs with opposite signs: least where the one is 0 and the other 1.
        let both = try bounds(
            [
                ("first", #""aggregate": "mean", "of": {"items": {"ids": ["L1"]}}"#),
                ("second", #""aggregate": "mean", "of": {"items": {"ids": ["L2"]}}"#),
                ("sum", #""aggregate": "sum", "of": {"metrics": {"first": 3, "second": -1}}"#),
                ("mean", #""aggregate": "mean", "of": {"metrics": {"first": 3, "second": -1}}"#),
            ], "a . ? 2")
        #expect(both["sum"] == -1...3)
        #expect(both["mean"] == -0.5...1.5)
        #expect(found["least"] == 0...0.5)
        #expect(found["most"] == 0.5...1)
        #expect(found["twice"] == 0...0.5)
    }

    /// The ratio of .5 to something between .5 and 1, or to something that may be zero.
    @Test func boundsOfRatios() throws {
        let found = try bounds([
            ("half", #""aggregate": "mean", "of": {"items": {"ids": ["R1"]}}"#),
            ("mean", #""aggregate": "mean", "of": {"items": {"dimension": "left"}}"#),
            ("open", #""aggregate": "mean", "of": {"items": {"ids": ["L2"]}}"#),
            ("band", #""band": "mean", "in": "any""#),
            ("ratio", #""band": "half", "relativeTo": "mean", "in": "any""#),
            ("unbounded", #""band": "half", "relativeTo": "open", "in": "any""#),
        ])
        #expect(found["band"] == 0.5...1)
        #expect(found["ratio"] == 0.5...1)
        #expect(found["unbounded"] == nil)
    }

    /// Whatever one divides by, when it may turn out to be zero there are no bounds, also where there is a value.
    @Test func aRatioToWhatMayBeZeroHasNoBounds() throws {
        let questionnaire = try SmallDefinition(
            items: ["L1 left facilitator", "R1 right facilitator"],
            metrics: [
                SmallDefinition.metric("half", #""aggregate": "mean", "of": {"items": {"ids": ["R1"]}}"#),
                SmallDefinition.metric("base", #""aggregate": "sum", "of": {"metrics": {"half": 1, "left": -0.5}}"#),
                SmallDefinition.metric("left", #""aggregate": "mean", "of": {"items": {"ids": ["L1"]}}"#),
                SmallDefinition.metric("ratio", #""band": "half", "relativeTo": "base", "in": "any""#),
                SmallDefinition.metric("above", #""aggregate": "sum", "of": {"metrics": ["half", "ratio"]}"#),
            ], further: [#""bands": [{"id": "any", "intervals": [{"id": "any"}]}]"#]
        ).questionnaire()
        // The base is .5 - .5 · 0 = .5, and anything from 0 on with an open cell at 1.
        let scores = Scores.table(questionnaire, "3*a 0 2\n9*a ? 2")
        #expect(scores.metric("base")?.bounds == 0.125...0.5)
        #expect(scores.metric("ratio")?.bounds == 1...4)
        let zero = Scores.table(questionnaire, "3*a 0 1\n9*a ? 1")
        #expect(zero.metric("base")?.bounds?.contains(0) == true)
        #expect(zero.metric("ratio")?.value == 1)
        #expect(zero.metric("ratio")?.bounds == nil)
        // Nor has what rests on it.
        #expect(zero.metric("above")?.value == 1.25)
        #expect(zero.metric("above")?.bounds == nil)
    }

    /// Whoever counts a missing answer as the worst says what it counts, not what it will turn out to be.
    @Test func whatCountsAsTheWorstMayTurnOutBetter() throws {
        let worst = #""missing": {"unanswered": "worst", "dontKnow": "worst", "notApplicable": "worst"}"#
        let metric = ("m", #""aggregate": "mean", "of": {"items": {"dimension": "left"}}, \#(worst)"#)
        #expect(try bounds([metric], "a 4 . 2") == ["m": 0.5...1])
        #expect(try bounds([metric], "a 4 ? 2") == ["m": 0.5...1])
        // Not applicable is an answer, and remains the worst.
        #expect(try bounds([metric], "a 4 x 2") == ["m": 0.5...0.5])
        #expect(try bounds([metric], "a x . 2") == ["m": 0...0.5])
        let count = ("m", #""aggregate": "count", "where": {"option": "0"}, "of": {"items": {}}, \#(worst)"#)
        #expect(try bounds([count], "a 4 . 2") == ["m": 0...1])
    }

    /// What stands for an incomplete result is within the bounds while it is incomplete, and only then.
    @Test func boundsOfWhatIsIncomplete() throws {
        let metric = ("m", #""aggregate": "mean", "of": {"items": {"dimension": "left"}}, "incomplete": 0.25"#)
        #expect(try bounds([metric], "a 4 . 2") == ["m": 0.25...1])
        #expect(try bounds([metric], "a 4 2 2") == ["m": 0.75...0.75])
        let questionnaire = try SmallDefinition(
            items: ["L1 left facilitator"], metrics: [SmallDefinition.metric(metric.0, metric.1)]
        ).questionnaire()
        // Three of four answer: complete, and between 3/4 and 1.
        #expect(Scores.table(questionnaire, "3*a 4\na .").metric("m")?.bounds == 0.75...1)
    }
}

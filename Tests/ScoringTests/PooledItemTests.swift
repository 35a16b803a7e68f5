import Questionnaires
import ResponseTables
import Responses
import Scoring
import Testing

@Suite struct PooledItemTests {
    private func questionnaire(roles: [String] = ["a", "b", "c"]) throws -> Questionnaire {
        try SmallDefinition(
            roles: roles, items: ["L1 left blocker class critical", "R1 right facilitator"],
            domainMetrics: SmallDefinition.methodOfDomain
        ).questionnaire()
    }

    @Test func countsAreOfAllRespondents() throws {
        let scores = Scores.table(try questionnaire(), "a 4 .\na 3 .\na 3 x\nb 0 x\nb ? .\nb . .\n2*b x .")
        let item = try #require(scores.item("L1"))
        #expect(item.counts == [1, 0, 0, 2, 1])
        #expect(item.dontKnow == 1)
        #expect(item.unanswered == 1)
        #expect(item.notApplicable == 2)
        #expect(item.answered == 4)
        #expect(item.applicable == 6)
        // a answered all 3 of 3 cells; b 1 of 3 applicable ones, each of weight 1/5.
        #expect(isClose(item.coverage, (1 + 0.2) / (1 + 0.6)))
    }

    @Test func strataAddUpToTheCounts() throws {
        let scores = Scores.table(try questionnaire(), "3*a 4 .\n3*b 1 .\n2*c 2 .\n2*c ? .")
        let item = try #require(scores.item("L1"))
        #expect(item.strata.map(\.roles) == [["b"], ["a", "c"]])
        #expect(item.strata.map(\.counts) == [[0, 3, 0, 0, 0], [0, 0, 2, 0, 3]])
        #expect(item.strata.map(\.dontKnow) == [0, 2])
        #expect(item.strata.map { $0.mean } == [0.25, 0.8])
    }

    struct State: Sendable {
        let table: String
        let state: AnswerState
    }

    @Test(arguments: [
        State(table: "3*a 4", state: .answered), State(table: "3*a x", state: .notApplicable),
        State(table: "3*a ?", state: .dontKnow), State(table: "3*a .", state: .unanswered),
        // One who could have answered is enough not to be "not applicable"; a don't know says more than silence.
        State(table: "2*a x\na .", state: .unanswered), State(table: "2*a .\na ?", state: .dontKnow),
    ])
    func stateOfAnItemWithoutAFigure(_ state: State) throws {
        let scores = Scores.table(try questionnaire(), state.table)
        #expect(scores.item("L1")?.missingState == state.state)
        #expect((scores.value(ofItem: "L1") != nil) == (state.state == .answered))
        #expect((scores.bounds(ofItem: "L1") == nil) == (state.state == .notApplicable))
        #expect((scores.item("L1")?.coverage == nil) == (state.state == .notApplicable))
    }

    /// Answers of a role without any weight in the domain make no figure; they are not an answer to go by either.
    @Test func answersWithoutWeightAreNoFigure() throws {
        let scores = Scores.table(try questionnaire(roles: ["a left 0", "b"]), "3*a 4 4\n3*b ? 4")
        #expect(scores.value(ofItem: "L1") == nil)
        #expect(scores.gatePosition(ofItem: "L1") == nil)
        #expect(scores.bounds(ofItem: "L1") == 0...1)
        #expect(scores.metric("cap", of: "left")?.conditions == ["L1"])
    }

    /// Values 0, .5, .5, 1: the quantile of type 7 at .25 is 0 + .75 · .5; roles do not matter.
    @Test func quantilesCountEachRespondentTheSame() throws {
        let scores = Scores.table(try questionnaire(roles: ["a left 9", "b", "c"]), "a 0\na 2\na 2\nb 4")
        let item = try #require(scores.item("L1"))
        #expect(item.quantile(0.25) == 0.375)
        #expect(item.quantile(0.5) == 0.5)
        #expect(item.quantile(0.75) == 0.625)
        #expect(scores.item("R1")?.quantile(0.5) == nil)
    }

    // MARK: Gate ratings

    struct Gate: Sendable {
        let table: String
        let gate: Int
    }

    @Test(arguments: [
        // At or below 1 lie 3 of 4.
        Gate(table: "3*a 1\na 4", gate: 1), Gate(table: "2*a 1\n2*a 4", gate: 4), Gate(table: "a 0\na 1\na 2", gate: 2),
        // Each role counts the same: at or below 0 lie 1/2 + 1/2 · 1/3 in the first case, 1/2 + 1/2 · 2/4 in the second.
        Gate(table: "5*a 0\nb 0\nb 3\nb 4", gate: 3), Gate(table: "9*a 0\n2*b 0\nb 3\nb 4", gate: 0),
    ])
    func gateRatingIsTheWeightedQuantile(_ gate: Gate) throws {
        #expect(Scores.table(try questionnaire(), gate.table).gatePosition(ofItem: "L1") == gate.gate)
    }

    /// The share at or below 0 is 3 / (4 + d), which is .75 - .1875 d: within the tolerance of 1e-9 for d = 4e-9.
    @Test(arguments: [("1", 0), ("1.000000004", 0), ("1.000000008", 4)])
    func gateRatingAtTheEdge(weight: String, gate: Int) throws {
        let scores = Scores.table(try questionnaire(roles: ["a left 3", "b left \(weight)"]), "3*a 0\n3*b 4")
        #expect(scores.gatePosition(ofItem: "L1") == gate)
    }

    @Test func aRatingThatWasSetTakesThePlaceOfThePooledOne() throws {
        let questionnaire = try questionnaire()
        let pooled = Scores.table(questionnaire, "3*a 1 2\na ? 2")
        #expect(pooled.gatePosition(ofItem: "L1") == 1)
        // A fourth answer at the worst makes 3 of 4 at or below 1: the gate stays, whatever it is.
        #expect(pooled.metric("cap", of: "left")?.bounds == 1...1)
        let open = Scores.table(questionnaire, "3*a 1 2\n2*a ? 2")
        #expect(open.metric("cap", of: "left")?.bounds == 0.15...1)
        for rating in 0...4 {
            let set = Scores.table(questionnaire, "3*a 1 2\n2*a ? 2", gateRatings: ["L1": rating])
            #expect(set.gatePosition(ofItem: "L1") == rating)
            #expect(set.value(ofItem: "L1") == 0.25)
            let cap = [1, 1, 1, 0.5, 0.15][rating]
            #expect(set.metric("cap", of: "left")?.value == cap)
            #expect(set.metric("cap", of: "left")?.bounds == cap...cap)
        }
    }

    @Test func aRatingThatWasSetIsKnownWhereNobodyAnswers() throws {
        let scores = Scores.table(try questionnaire(), "3*a ? 2", gateRatings: ["L1": 3])
        #expect(scores.value(ofItem: "L1") == nil)
        #expect(scores.metric("cap", of: "left")?.value == 0.5)
        #expect(scores.metric("cap", of: "left")?.conditions == [])
        #expect(scores.metric("cap", of: "left")?.derivation.decidedBy.map(\.id) == ["L1"])
    }

    // MARK: Bounds

    /// Answers 1, .5, 0 and one open: from 1.5 / 4 to 2.5 / 4.
    @Test(arguments: ["?", "."])
    func openCellsMoveTheValue(open: String) throws {
        let scores = Scores.table(try questionnaire(), "a 4\na 2\na 0\na \(open)")
        #expect(scores.value(ofItem: "L1") == 0.5)
        #expect(scores.bounds(ofItem: "L1") == 0.375...0.625)
        // Gate 4 of 0, 2, 4; with a further 0 it is 2.
        #expect(scores.metric("cap", of: "left")?.value == 0.15)
        #expect(scores.metric("cap", of: "left")?.bounds == 0.15...1)
    }

    @Test func cellsThatAreNotApplicableDoNotMoveIt() throws {
        let scores = Scores.table(try questionnaire(), "a 4\na 2\na 0\n3*a x")
        #expect(scores.bounds(ofItem: "L1") == 0.5...0.5)
    }

    /// Three a agree on 1; three b with as much weight say nothing.
    @Test func groupsWithoutAnAnswerMoveItToo() throws {
        let scores = Scores.table(try questionnaire(), "3*a 4\n3*b ?")
        #expect(scores.value(ofItem: "L1") == 1)
        #expect(scores.bounds(ofItem: "L1") == 0.5...1)
        let silent = Scores.table(try questionnaire(roles: ["a left 3", "b"]), "3*a 4\n2*b ?\nb x")
        // Two answers of b would be too few to stand alone: weighted together all five count the same, and 0.6 comes out.
        let joined = Scores.table(try questionnaire(roles: ["a left 3", "b"]), "3*a 4\n2*b 0\nb x")
        #expect(joined.value(ofItem: "L1") == 0.6)
        #expect(areSameRange(silent.bounds(ofItem: "L1"), 0.6...1, within: 1e-12))
    }
}

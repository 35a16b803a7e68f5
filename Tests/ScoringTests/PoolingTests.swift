import Questionnaires
import ResponseTables
import Responses
import Scoring
import Testing

@Suite struct PoolingTests {
    /// An item in each domain; role a has the weight 2 in the left one.
    private func questionnaire(further: [String] = []) throws -> Questionnaire {
        try SmallDefinition(
            roles: ["a left 2", "b", "c"], items: ["L1 left facilitator", "R1 right facilitator"], further: further
        ).questionnaire()
    }

    /// Strata as text: roles, answers used, weight.
    private func strata(_ scores: Scores, _ item: String) -> [String] {
        scores.item(item)?.strata.map { "\($0.roles.joined()) \($0.answered) \($0.weight)" } ?? []
    }

    @Test func eachRoleCountsWithItsWeightHoweverManyAnswer() throws {
        let scores = Scores.table(try questionnaire(), "3*a 4 4\n6*b 0 0")
        // (2 · 1 + 1 · 0) / 3 on the left, (1 + 0) / 2 on the right.
        #expect(isClose(scores.value(ofItem: "L1"), 2.0 / 3))
        #expect(isClose(scores.value(ofItem: "R1"), 0.5))
        #expect(strata(scores, "L1") == ["a 3 2.0", "b 6 1.0"])
    }

    @Test func eachRespondentCountsTheSameWhereThePoolIsAMean() throws {
        let scores = Scores.table(try questionnaire(further: [#""pool": {"value": "mean"}"#]), "3*a 4 4\n6*b 0 0")
        #expect(isClose(scores.value(ofItem: "L1"), 3.0 / 9))
    }

    /// One a (1), two b (1 and 0) are merged: mean 2/3, weight (2 + 1 + 1) / 3; three c answer 0 with weight 1.
    @Test func smallRolesAreMergedBeforeAnythingIsWeighted() throws {
        let scores = Scores.table(try questionnaire(), "a 4 4\nb 4 4\nb 0 0\n3*c 0 0")
        #expect(scores.groups.map(\.roles) == [["c"], ["a", "b"]])
        #expect(isClose(scores.value(ofItem: "L1"), (4.0 / 3 * 2.0 / 3) / (4.0 / 3 + 1)))
        #expect(isClose(scores.value(ofItem: "R1"), (2.0 / 3) / 2))
        #expect(scores.respondents == ["a": 1, "b": 2, "c": 3])
    }

    /// Two of three a answer the left item; they join b, the smallest of those that stand.
    @Test func answersOfFewerThanThreeAreMergedFurtherForThatItem() throws {
        let scores = Scores.table(try questionnaire(), "2*a 4 4\na ? 4\n3*b 2 2\n4*c 0 0")
        #expect(scores.groups.map(\.roles) == [["a"], ["b"], ["c"]])
        // The merged weight is (3 · 2 + 3 · 1) / 6 over respondents, not over those who answered.
        #expect(strata(scores, "L1") == ["c 4 1.0", "ab 5 1.5"])
        // Mean of a and b: (1 + 1 + .5 + .5 + .5) / 5 = .7.
        #expect(isClose(scores.value(ofItem: "L1"), 1.5 * 0.7 / 2.5))
        #expect(strata(scores, "R1") == ["a 3 1.0", "b 3 1.0", "c 4 1.0"])
        #expect(isClose(scores.value(ofItem: "R1"), (1 + 0.5 + 0) / 3))
    }

    @Test func twoGroupsWithTwoAnswersEachStandTogether() throws {
        let scores = Scores.table(try questionnaire(), "2*a 4 .\na ? .\n2*b 0 .\nb . .\n3*c . 1")
        #expect(strata(scores, "L1") == ["ab 4 1.5"])
        #expect(isClose(scores.value(ofItem: "L1"), 0.5))
        // Of the weights 2, 1, 1, two thirds of the first and of the second answered.
        #expect(isClose(scores.item("L1")?.coverage, (2 * 2.0 / 3 + 2.0 / 3) / 4))
    }

    @Test func threeAnswersFromThreeGroupsAreOneStratum() throws {
        let scores = Scores.table(try questionnaire(), "a 4 .\n2*a . .\nb 2 .\n2*b ? .\nc 0 .\n2*c x .")
        #expect(strata(scores, "L1") == ["abc 3 \(4.0 / 3)"])
        #expect(isClose(scores.value(ofItem: "L1"), 0.5))
    }

    @Test func rolesOfAStratumStandInTheOrderOfTheQuestionnaire() throws {
        // a and b together are the last group; with two answers they join c.
        let scores = Scores.table(try questionnaire(), "a 4 .\nb 4 .\nb . .\n3*c 4 .")
        #expect(scores.groups.map(\.roles) == [["c"], ["a", "b"]])
        #expect(scores.item("L1")?.strata.map(\.roles) == [["a", "b", "c"]])
    }

    /// Two of nine answer: the item counts as missing in value, coverage, counts and bounds.
    @Test func itemsWithFewerThanThreeAnswersAreHeldBack() throws {
        let scores = Scores.table(try questionnaire(), "a 4 4\n2*a ? 4\nb 0 4\n2*b . 4\n3*c . 4")
        let item = try #require(scores.item("L1"))
        #expect(item.isHeldBack)
        #expect(item.answered == 0)
        #expect(item.counts == [0, 0, 0, 0, 0])
        #expect(item.applicable == 9)
        #expect(item.strata.isEmpty)
        #expect(item.coverage == 0)
        #expect(item.quantile(0.5) == nil)
        #expect(item.missingState == .unanswered)
        #expect(scores.value(ofItem: "L1") == nil)
        #expect(scores.gatePosition(ofItem: "L1") == nil)
        #expect(scores.bounds(ofItem: "L1") == 0...1)
        #expect(scores.item("R1")?.isHeldBack == false)
    }

    @Test func anItemThatNobodyAnsweredIsNotHeldBack() throws {
        let scores = Scores.table(try questionnaire(), "3*a ? .")
        #expect(scores.items.map(\.isHeldBack) == [false, false])
        #expect(scores.items.map(\.missingState) == [.dontKnow, .unanswered])
    }

    @Test func aQuestionnaireMayAskForLargerGroups() throws {
        let larger = try questionnaire(further: [#""pool": {"smallestGroup": 4}"#])
        let scores = Scores.table(larger, "3*a 4 4\na . 4\n4*b 0 0\n3*c 0 .")
        #expect(scores.groups.map(\.roles) == [["b"], ["a", "c"]])
        // The three c joined a, the first of the two smallest.
        #expect(strata(scores, "L1") == ["b 4 1.0", "ac 6 \((2.0 * 4 + 3) / 7)"])
        #expect(scores.item("R1")?.strata.map(\.answered) == [4, 4])
        let two = Scores.table(larger, "3*a 4 4\na . .")
        #expect(two.item("L1")?.isHeldBack == true)
    }

    @Test func aConsensusIsShownInFull() throws {
        let scores = Scores.table(try questionnaire(), "a 3 ?", collection: .consensus)
        #expect(scores.groups.map(\.roles) == [["a"]])
        #expect(strata(scores, "L1") == ["a 1 2.0"])
        #expect(scores.value(ofItem: "L1") == 0.75)
        #expect(scores.item("R1")?.missingState == .dontKnow)
    }

    /// Nothing is known of what nobody may be shown; that is not the same as not applicable.
    @Test(arguments: ["", "2*a 4 4", "a 4 4\nb x x"])
    func tooFewForAnyGroupIsNotANotApplicable(table: String) throws {
        let scores = Scores.table(try questionnaire(), table)
        #expect(scores.groups.isEmpty)
        #expect(scores.items.map(\.missingState) == [.unanswered, .unanswered])
        #expect(scores.value(ofItem: "L1") == nil)
        #expect(scores.bounds(ofItem: "L1") == 0...1)
    }

    @Test func optionsBeyondTheScaleCountAsUnanswered() throws {
        let scores = Scores.table(try questionnaire(), "a 4 7\n3*a 4 4\na 4 -1")
        #expect(scores.item("R1")?.counts == [0, 0, 0, 0, 3])
        #expect(scores.item("R1")?.unanswered == 2)
    }
}

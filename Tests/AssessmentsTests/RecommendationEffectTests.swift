import Assessments
import Questionnaires
import Responses
import Scoring
import Testing

@Suite struct RecommendationEffectTests {
    private func office(_ recommendations: [String], further: [String] = []) -> SmallOffice {
        SmallOffice(
            items: [
                "L1 left facilitator", "L2 left facilitator", "B1 left blocker class critical", "R1 right facilitator",
                "B2 right blocker class limiting",
            ], recommendations: recommendations, further: further)
    }

    private func order(_ recommendations: [String], _ answers: String) throws -> [String] {
        try office(recommendations).assess("a \(answers)").recommendations.map(\.recommendation.id)
    }

    // MARK: Effects

    @Test func itemsRiseToTheFloor() throws {
        let effect = try #require(
            try office(["X1 10 builds L1 0.75 builds L2 0.75"]).assess("a 2 4 0 2 0").recommendations.first)
        // L2 is above the floor and stays.
        #expect(effect.items.map(\.item) == ["L1"])
        #expect(effect.items.map(\.now) == [0.5])
        #expect(effect.items.map(\.then) == [0.75])
        #expect(effect.items.map(\.gateThen) == [nil])
        // F of the left from .75 to .875, S with it, the overall mean by half of that; nothing else.
        #expect(
            effect.metrics.map(\.metric) == ["left.facilitators", "left.score", "left.band", "overall", "overallBand"])
        #expect(effect.change(of: "left.score")?.now == 0.75)
        #expect(effect.change(of: "left.score")?.then == 0.875)
        #expect(effect.change(of: "overall")?.gain == 0.0625)
        #expect(effect.change(of: "right.score") == nil)
    }

    @Test func blockersFallToTheCeilingAndTheGateCeiling() throws {
        let effect = try #require(
            try office(["X1 10 removes B1 0.25 2"]).assess("a 4 4 4 2 0").recommendations.first)
        let item = try #require(effect.items.first)
        #expect(item.item == "B1" && item.now == 1 && item.then == 0.25)
        #expect(item.gateNow == 4 && item.gateThen == 2)
        #expect(effect.change(of: "left.burden")?.then == 0.25)
        #expect(effect.change(of: "left.cap")?.then == 1)
        #expect(effect.change(of: "left.score")?.gain == 0.85)
    }

    /// The gate rating alone, or the value alone, is a change.
    @Test func theGateRatingAndTheValueFallEachByItself() throws {
        let office = office(["X1 10 removes B1 0.5 1"])
        // Value .25, rated 2 by the quantile: only the rating falls.
        let gate = try #require(
            try office.assess("3*a 4 4 0 2 0\n3*a 4 4 2 2 0", collection: .survey).recommendations.first?.items.first)
        #expect(gate.now == 0.25 && gate.then == 0.25)
        #expect(gate.gateNow == 2 && gate.gateThen == 1)
        // Set to 1: only the value falls.
        let value = try #require(
            try office.assess("a 4 4 4 2 0", gateRatings: ["B1": 1]).recommendations.first?.items.first)
        #expect(value.now == 1 && value.then == 0.5)
        #expect(value.gateNow == 1 && value.gateThen == 1)
    }

    @Test(arguments: ["a 3 3 1 2 0", "a 4 4 0 2 0", "a 3 3 0 2 0"])
    func whatChangesNothingIsSettled(table: String) throws {
        let assessment = try office(["X1 10 builds L1 0.75 builds L2 0.75 removes B1 0.25 1"]).assess(table)
        #expect(assessment.recommendations.isEmpty)
        #expect(assessment.settled.map(\.id) == ["X1"])
    }

    @Test func whatIsNotKnownStaysUnknown() throws {
        let unknown = try office(["X1 10 builds L1 0.75", "X2 10 removes B1 0.25 1"]).assess("a ? 2 . 2 0")
        #expect(unknown.recommendations.isEmpty)
        #expect(unknown.settled.map(\.id) == ["X1", "X2"])
        // Of two items, the one that is known counts.
        let known = try office(["X1 10 builds L1 0.75 builds L2 0.75"]).assess("a ? 2 0 2 0")
        #expect(known.recommendations.first?.items.map(\.item) == ["L2"])
    }

    /// Nobody can say how severe it is, but the authorised role rated it: lowering that changes something.
    @Test func aRatingThatWasSetFallsWhereNobodyAnswers() throws {
        let assessment = try office(["X1 10 removes B1 0.25 1"]).assess("a 4 4 ? 2 0", gateRatings: ["B1": 4])
        let effect = try #require(assessment.recommendations.first)
        #expect(effect.items.isEmpty)
        #expect(effect.change(of: "left.cap")?.now == 0.15)
        #expect(effect.change(of: "left.cap")?.then == 1)
        let settled = try office(["X1 10 removes B1 0.25 1"]).assess("a 4 4 ? 2 0", gateRatings: ["B1": 1])
        #expect(settled.settled.map(\.id) == ["X1"])
    }

    @Test func whatIsWithheldDoesNotGain() throws {
        let office = office(
            ["X1 10 builds L1 0.75"], further: [#""coverage": {"firm": 0.8, "provisional": 0.6}"#])
        let effect = try #require(try office.assess("a 2 ? 0 2 0").recommendations.first)
        #expect(effect.items.map(\.item) == ["L1"])
        #expect(effect.metrics.isEmpty)
        #expect(effect.change(of: "overall") == nil)
    }

    @Test func aConditionMustNotBeFalse() throws {
        let recommendations = [
            #"X1 1 builds L1 1 when {"item": "B1", "value": {"above": 0.5}}"#,
            #"X2 1 builds L1 1 when {"metric": "left.score", "value": {"atMost": 0.5}}"#,
            #"X3 1 builds L1 1 when {"item": "L2", "value": {"above": 0.9}}"#,
        ]
        let assessment = try office(recommendations).assess("a 2 ? 0 2 0")
        // X1 is false, X2 true, X3 not known.
        #expect(assessment.recommendations.map(\.recommendation.id) == ["X2", "X3"])
        #expect(assessment.settled.map(\.id) == ["X1"])
    }

    // MARK: Order

    @Test func theGainInTheOverallComesFirst() throws {
        // L1 alone moves its domain by half of what R1 moves the other; X3 moves both domains.
        #expect(
            try order(
                ["X1 1 builds L1 0.75", "X2 90 builds R1 0.75", "X3 99 builds L1 0.75 builds R1 0.75"], "2 2 0 2 0")
                == ["X3", "X2", "X1"])
    }

    /// Both domains are capped at .15 or .5 below the floor, so that the overall does not move.
    @Test func thenTheGainOfFacilitatorsPlusTheFallOfBurden() throws {
        let recommendations = [
            // F of the left + .125; F of the right + .25; B of the right - .5 (1 to .5).
            "X1 1 builds L1 0.75", "X2 2 builds R1 0.75", "X3 3 removes B2 0.5 4",
            // + .125 and + .25 - (-.5): together .875.
            "X4 4 builds L1 0.75 builds R1 0.75 removes B2 0.5 4",
        ]
        #expect(try order(recommendations, "2 2 4 2 4") == ["X4", "X3", "X2", "X1"])
    }

    @Test func thenTheLeastEffortThenTheId() throws {
        #expect(
            try order(["X3 5 builds R1 0.75", "X2 5 builds R1 0.75", "X1 6 builds R1 0.75"], "2 2 0 2 0")
                == ["X2", "X3", "X1"])
        // Half of .57 - .25 is .66 - .5, and nothing but rounding sets the two apart.
        let equal = try office(["X1 9 builds R1 0.66", "X2 1 builds L2 0.57"]).assess("a 2 1 0 2 0").recommendations
        #expect(equal.map(\.recommendation.id) == ["X2", "X1"])
        let gains = equal.compactMap { $0.change(of: "overall")?.gain }
        #expect(gains[0] < gains[1])
        #expect(isClose(gains[0], gains[1]))
    }
}

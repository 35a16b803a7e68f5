import Assessments
import Questionnaires
import Responses
import Scoring
import Testing

@Suite struct CapLiftTests {
    /// A facilitator at 1 and three blockers on the left; nothing that matters on the right.
    private func lift(
        _ answers: String, classes: [String] = ["critical", "critical", "critical"], _ recommendations: [String]
    ) throws -> CapLift? {
        let blockers = classes.enumerated().map { "B\($0 + 1) left blocker class \($1)" }
        let office = SmallOffice(
            items: ["L1 left facilitator"] + blockers + ["R1 right facilitator"], recommendations: recommendations)
        return try #require(try office.assess("a 4 \(answers) 2").member("left")).capLift
    }

    @Test func aCapThatDoesNotBindNeedsNoLift() throws {
        #expect(try lift("0 0 0", ["X1 10 removes B1 0.25 1"]) == nil)
        // The cap of .5 is no lower than the facilitators.
        let office = SmallOffice(items: [
            "L1 left facilitator", "B1 left blocker class critical", "R1 right facilitator",
        ])
        #expect(try office.assess("a 2 3 2").member("left")?.capLift == nil)
        #expect(try office.assess("a 2 3 2").member("left")?.capBinds == false)
        #expect(try office.assess("a 3 3 2").member("left")?.capLift != nil)
    }

    @Test func oneBlockerNeedsOneRecommendation() throws {
        let lift = try #require(try lift("4 0 0", ["X1 10 removes B1 0.25 1", "X2 5 removes B2 0.25 1"]))
        #expect(lift.blockers == ["B1"])
        #expect(lift.recommendations?.map(\.id) == ["X1"])
        #expect(lift.capThen == 1)
        #expect(lift.scoreThen == 1)
    }

    /// Two blockers at the same cap: neither recommendation alone lifts it.
    @Test func twoBlockersAtTheSameCapNeedTwo() throws {
        let lift = try #require(
            try lift("4 4 0", ["X1 10 removes B1 0.25 1", "X2 5 removes B2 0.25 1", "X3 1 removes B3 0.25 1"]))
        #expect(lift.blockers == ["B1", "B2"])
        #expect(lift.recommendations?.map(\.id) == ["X1", "X2"])
        #expect(lift.capThen == 1)
    }

    @Test func oneThatRemovesBothIsASmallerSetWhateverItsEffort() throws {
        let lift = try #require(
            try lift(
                "4 4 0",
                ["X1 1 removes B1 0.25 1", "X2 1 removes B2 0.25 1", "X3 900 removes B1 0.25 1 removes B2 0.25 1"]))
        #expect(lift.recommendations?.map(\.id) == ["X3"])
    }

    @Test func ofSetsOfTheSameSizeTheLeastEffortThenTheId() throws {
        let cheap = try lift("4 0 0", ["X1 10 removes B1 0.25 1", "X2 5 removes B1 0.25 1", "X3 7 removes B1 0.25 1"])
        #expect(cheap?.recommendations?.map(\.id) == ["X2"])
        let equal = try lift("4 0 0", ["X2 5 removes B1 0.25 1", "X1 5 removes B1 0.25 1"])
        #expect(equal?.recommendations?.map(\.id) == ["X1"])
        // 4 + 4 is less than 9 + 1 and than 1 + 9.
        let pairs = try lift(
            "4 4 0",
            [
                "X1 9 removes B1 0.25 1", "X2 1 removes B2 0.25 3", "X3 4 removes B1 0.25 1", "X4 4 removes B2 0.25 1",
            ])
        #expect(pairs?.recommendations?.map(\.id) == ["X2", "X3"])
    }

    @Test func threeAtATimeAreStillANextStep() throws {
        let three = ["X1 1 removes B1 0.25 1", "X2 1 removes B2 0.25 1", "X3 1 removes B3 0.25 1"]
        #expect(try lift("4 4 4", three)?.recommendations?.map(\.id) == ["X1", "X2", "X3"])
        let four = try lift(
            "4 4 4 4", classes: ["critical", "critical", "critical", "critical"], three + ["X4 1 removes B4 0.25 1"])
        #expect(four?.blockers.count == 4)
        #expect(four?.recommendations == nil)
        #expect(four?.capThen == nil)
        #expect(four?.scoreThen == nil)
    }

    @Test func noRecommendationMayLiftIt() throws {
        let none = try #require(try lift("4 0 0", ["X2 1 removes B2 0.25 1"]))
        #expect(none.blockers == ["B1"])
        #expect(none.recommendations == nil)
        // One that leaves the gate rating where it is does not help.
        #expect(try lift("4 0 0", ["X1 1 removes B1 0.25 4"])?.recommendations == nil)
        #expect(try lift("4 4 0", ["X1 1 removes B1 0.25 1"])?.recommendations == nil)
    }

    /// From "stops work" to "serious": the cap rises from .15 to .50, which is a lift although it still binds.
    @Test func aCapMayRiseWithoutGoing() throws {
        let lift = try #require(try lift("4 3 0", ["X1 1 removes B1 0.25 1", "X2 1 removes B2 0.25 1"]))
        #expect(lift.blockers == ["B1"])
        #expect(lift.recommendations?.map(\.id) == ["X1"])
        #expect(lift.capThen == 0.5)
        #expect(lift.scoreThen == 0.5)
    }

    /// A recommendation that does not apply as things stand is no way out.
    @Test func conditionsOfRecommendationsCount() throws {
        let never = #"X1 1 removes B1 0.25 1 when {"item": "L1", "value": {"below": 0.5}}"#
        let always = #"X2 9 removes B1 0.25 1 when {"item": "L1", "value": {"atLeast": 0.5}}"#
        let unknown = #"X3 5 removes B1 0.25 1 when {"item": "B2", "value": {"above": 0}}"#
        #expect(try lift("4 0 0", [never, always])?.recommendations?.map(\.id) == ["X2"])
        #expect(try lift("4 0 0", [never])?.recommendations == nil)
        // What is not known to be false does not stand in the way.
        #expect(try lift("4 ? 0", [never, always, unknown])?.recommendations?.map(\.id) == ["X3"])
    }

    /// The worked example: TB2 alone sets the cap of technology; RT3 costs less than RT1. TB3, serious, then caps at .50.
    @Test func theWorkedExample() throws {
        let assessment = try SmallOffice.shipped(SmallOffice.workedExample)
        let lift = try #require(assessment.member("technology")?.capLift)
        #expect(lift.blockers == ["TB2"])
        #expect(lift.recommendations?.map(\.id) == ["RT3"])
        #expect(lift.capThen == 0.5)
        #expect(lift.scoreThen == 0.5)
        #expect(assessment.members.filter { $0.capLift != nil }.map(\.id) == ["technology"])
    }

    /// What was set by an authorised role falls like what was pooled.
    @Test func aRatingThatWasSetIsLifted() throws {
        let office = SmallOffice(
            items: ["L1 left facilitator", "B1 left blocker class critical", "R1 right facilitator"],
            recommendations: ["X1 1 removes B1 0.25 1"])
        let member = try #require(try office.assess("a 4 ? 2", gateRatings: ["B1": 4]).member("left"))
        #expect(member.capBinds)
        #expect(member.capLift?.recommendations?.map(\.id) == ["X1"])
        #expect(member.capLift?.capThen == 1)
    }
}

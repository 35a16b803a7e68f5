import Assessments
import Questionnaires
import Responses
import Scoring
import Testing

@Suite struct MemberAssessmentTests {
    @Test func theWorkedExample() throws {
        let assessment = try SmallOffice.shipped(SmallOffice.workedExample, targets: ["culture": 0.7])
        let members = assessment.members
        #expect(members.map(\.title) == ["Organisation", "Culture", "Expertise", "Technology", "Information"])
        #expect(members.map { $0.score.value } == [0.5, 0.5625, 0.6875, 0.15, 2.0 / 3])
        #expect(members.map { $0.cap?.value } == [0.85, 0.85, 1, 0.15, 1])
        #expect(members.map { $0.band?.band?.id } == ["P", "L", "L", "N", "L"])
        #expect(members.map(\.capBinds) == [false, false, false, true, false])
        // What sets a cap is named also where the cap does not bind. EB4, severe as it is, is a drag and sets none.
        #expect(members.map(\.capSetBy) == [["OB3"], ["CB2"], [], ["TB2"], []])
        #expect(members.map(\.target) == [nil, 0.7, nil, nil, nil])
        #expect(members.map(\.items.count) == [9, 7, 8, 8, 5])
        #expect(members.allSatisfy { $0.facilitators != nil && $0.burden != nil })
        #expect(members.allSatisfy { $0.notApplicableShare == 0 && !$0.isNotApplicableFlagged })
        #expect(isClose(members[3].facilitators?.value, 0.6))
        #expect(isClose(members[3].burden?.value, 5.0 / 6))
    }

    // MARK: Not applicable

    private let thirds = SmallOffice(
        items: ["L1 left facilitator", "L2 left facilitator", "B1 left blocker", "R1 right facilitator weight 2"],
        further: [#""notApplicableFlag": 0.3333333333333333"#])

    @Test func muchThatIsNotApplicableIsFlagged() throws {
        // Exactly a third is not more than a third.
        let third = try #require(try thirds.assess("a 4 x 0 4").member("left"))
        #expect(isClose(third.notApplicableShare, 1.0 / 3))
        #expect(!third.isNotApplicableFlagged)
        let two = try #require(try thirds.assess("a 4 x x 4").member("left"))
        #expect(isClose(two.notApplicableShare, 2.0 / 3))
        #expect(two.isNotApplicableFlagged)
        #expect(try thirds.assess("a 4 x x x").member("right")?.notApplicableShare == 1)
        #expect(try thirds.assess("a 4 . ? x").member("left")?.notApplicableShare == 0)
    }

    /// Single respondents count: 4 of 12 cells is a third, 5 are more.
    @Test func theShareIsOfCells() throws {
        let four = try thirds.assess("4*a 4 x 0 4", collection: .survey).member("left")
        #expect(four?.isNotApplicableFlagged == false)
        let five = try thirds.assess("a x x 0 4\n3*a 4 x 0 4", collection: .survey).member("left")
        #expect(isClose(five?.notApplicableShare, 5.0 / 12))
        #expect(five?.isNotApplicableFlagged == true)
    }

    @Test func withoutAFlagNothingIsFlagged() throws {
        let office = SmallOffice(items: ["L1 left facilitator", "R1 right facilitator"])
        let member = try #require(try office.assess("a x 4").member("left"))
        #expect(member.notApplicableShare == 1)
        #expect(!member.isNotApplicableFlagged)
        #expect(member.score.status == .notApplicable)
    }

    // MARK: Caps

    private let capped = SmallOffice(
        items: [
            "L1 left facilitator", "B1 left blocker class critical", "B2 left blocker class limiting",
            "R1 right facilitator",
        ], further: [#""coverage": {"firm": 0.8, "provisional": 0.6}"#])

    @Test func aCapBindsBelowTheFacilitators() throws {
        #expect(try capped.assess("a 3 3 0 4").member("left")?.capBinds == true)
        // At .5 and .5 the cap takes nothing away.
        #expect(try capped.assess("a 2 3 0 4").member("left")?.capBinds == false)
        #expect(try capped.assess("a ? 3 0 4").member("left")?.capBinds == false)
        #expect(try capped.assess("a 4 2 2 4").member("left")?.capBinds == false)
    }

    private func standing(_ table: String, gateRatings: KeyValuePairs<String, Int> = [:]) throws -> [String] {
        let assessment = try capped.assess(table, collection: .survey, gateRatings: gateRatings)
        return try #require(assessment.member("left")).capStanding.map { standing in
            "\(standing.without.roles.joined()) \(standing.stands.map(String.init) ?? "unknown")"
        }
    }

    @Test func aCapStandsOrFallsWithoutEachGroup() throws {
        // b and c both rate B1 at 4, a at 0: without a it stands, and without b or c half of what is left says 4.
        #expect(try standing("3*a 4 0 0 4\n3*b 4 4 0 4\n3*c 4 4 0 4") == ["a true", "b true", "c true"])
        // Only c does: a third of the weight is enough for the quantile at .75, but not without c.
        #expect(try standing("3*a 4 0 0 4\n3*b 4 0 0 4\n3*c 4 4 0 4") == ["a true", "b true", "c false"])
        // A higher cap is not the same cap.
        #expect(try standing("3*a 4 3 0 4\n3*b 4 4 0 4") == ["a true", "b false"])
        // At or below 3 lie three quarters. Without a it is two thirds: the cap is even lower, so it stands.
        let lower = try standing("3*a 4 3 0 4\n3*b 4 3 0 4\n3*c 4 3 0 4\n3*d 4 4 0 4")
        #expect(lower == ["a true", "b true", "c true", "d true"])
        #expect(try standing("3*a 4 0 0 4\n3*b 4 0 0 4", gateRatings: ["B1": 4]) == ["a true", "b true"])
    }

    @Test func thereIsNothingToStandWithoutACap() throws {
        #expect(try standing("3*a 4 2 2 4\n3*b 4 2 2 4") == [])
        #expect(try standing("3*a 4 ? ? 4\n3*b 4 ? ? 4") == [])
    }

    @Test func withoutTheOnlyGroupThereIsNoTelling() throws {
        #expect(try standing("3*a 4 4 0 4\n2*b 4 4 0 4") == ["ab unknown"])
        #expect(try #require(try capped.assess("a 4 4 0 4").member("left")).capStanding.map(\.stands) == [nil])
    }

    /// B1 is known from a alone. Without a the others do not say that it is gone: they do not know.
    @Test func whatTheOthersDoNotKnowIsNotClearance() throws {
        #expect(try standing("9*a 4 4 0 4\n3*b 4 ? 0 4") == ["a unknown", "b true"])
        // Two of b rate it; they stand in a stratum with a, and are left out with a.
        #expect(try standing("9*a 4 4 0 4\n2*b 4 0 0 4\nb 4 ? 0 4") == ["a unknown", "b unknown"])
    }

    // MARK: Members

    @Test func membersMayBeValuesOfATag() throws {
        let office = SmallOffice(
            items: [
                "L1 left facilitator area north", "B1 left blocker area north class critical",
                "R1 right facilitator area south", "B2 right blocker",
            ], presentsTags: true)
        let assessment = try office.assess("a 4 3 2 4", targets: ["area.south": 1])
        #expect(assessment.members.map(\.id) == ["area.north", "area.south"])
        #expect(assessment.members.map(\.title) == ["North", "South"])
        #expect(assessment.members.map(\.description) == ["Cold", nil])
        #expect(assessment.members.map { $0.items.map(\.item.id) } == [["L1", "B1"], ["R1"]])
        #expect(assessment.members.map { $0.score.value } == [0.5, 0.5])
        #expect(assessment.members.map(\.target) == [nil, 1])
        #expect(assessment.members.map(\.capBinds) == [true, false])
    }

    @Test func textsOfDimensions() throws {
        let office = SmallOffice(items: ["L1 left facilitator", "R1 right facilitator"])
        let members = try office.assess("a 4 4").members
        #expect(members.map(\.title) == ["Left", "Right"])
        #expect(members.map(\.description) == ["The left one", nil])
    }
}

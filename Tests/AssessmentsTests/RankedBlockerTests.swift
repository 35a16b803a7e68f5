import Assessments
import Questionnaires
import Responses
import Scoring
import Testing

@Suite struct RankedBlockerTests {
    private let office = SmallOffice(
        items: [
            "L1 left facilitator", "B1 left blocker class limiting", "B2 left blocker class critical",
            "B3 left blocker class drag", "R1 right facilitator", "B4 right blocker class critical",
            "B5 right blocker class limiting",
        ])

    private func ranking(_ assessment: Assessment) -> [String] {
        assessment.blockers.map { "\($0.item.id) \($0.value) \($0.gatePosition)\($0.binds ? " binds" : "")" }
    }

    /// B2 caps the left at .5 below its facilitators of 1; all others only weigh.
    @Test func whatBindsComesFirstThenTheGateRating() throws {
        let assessment = try office.assess("a 4 3 3 4 2 3 4")
        // On the right B4 and B5 both cap at .5, where the facilitators are anyway: nothing binds.
        #expect(ranking(assessment) == ["B2 0.75 3 binds", "B3 1.0 4", "B5 1.0 4", "B1 0.75 3", "B4 0.75 3"])
        #expect(assessment.blockers.map(\.member) == ["left", "left", "right", "left", "right"])
    }

    @Test func severalMayBindTheSameCap() throws {
        let assessment = try office.assess("a 4 4 3 0 0 0 0")
        #expect(ranking(assessment).prefix(2) == ["B1 1.0 4 binds", "B2 0.75 3 binds"])
        #expect(assessment.member("left")?.capSetBy == ["B1", "B2"])
    }

    /// The same gate rating: the higher value first, then the order of asking.
    @Test func ofTheSameGateRatingTheHigherValue() throws {
        let assessment = try office.assess("3*a 0 3 3 0 0 3 2\na 0 3 4 0 0 3 2", collection: .survey)
        #expect(ranking(assessment) == ["B2 0.8125 3", "B1 0.75 3", "B4 0.75 3", "B5 0.5 2", "B3 0.0 0"])
    }

    @Test func aRatingThatWasSetRanks() throws {
        let assessment = try office.assess("a 4 0 0 0 4 1 0", gateRatings: ["B1": 4])
        #expect(ranking(assessment).prefix(2) == ["B1 0.0 4 binds", "B4 0.25 1"])
    }

    @Test func blockersOfWhichNothingIsKnownAreLeftOut() throws {
        let assessment = try office.assess("a 4 ? . x 4 1 0")
        #expect(ranking(assessment) == ["B4 0.25 1", "B5 0.0 0"])
    }

    @Test func theWorkedExample() throws {
        let blockers = try SmallOffice.shipped(SmallOffice.workedExample).blockers
        #expect(blockers.count == 16)
        #expect(blockers.prefix(5).map(\.item.id) == ["TB2", "OB3", "CB2", "EB4", "TB3"])
        #expect(blockers.map(\.binds) == [true] + [Bool](repeating: false, count: 15))
        #expect(blockers.first?.member == "technology")
    }
}

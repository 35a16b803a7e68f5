import Questionnaires
import Scoring
import Testing

@Suite struct BandSetIntervalTests {
    private func bands(_ intervals: String) throws -> BandSet {
        let questionnaire = try SmallDefinition(
            items: ["L1 left facilitator"], further: [#""bands": [{"id": "bands", "intervals": [\#(intervals)]}]"#]
        ).questionnaire()
        return try #require(questionnaire.bandSet("bands"))
    }

    /// N up to .15, P above that up to .50, L up to .85, F above; a number nearer than 1e-9 to an edge is the edge.
    @Test(arguments: [
        (-1.0, "N"), (0.0, "N"), (0.15, "N"), (0.1500000005, "N"), (0.150000002, "P"), (0.5, "P"), (0.500000002, "L"),
        (0.85, "L"), (0.8500000005, "L"), (0.850000002, "F"), (1.0, "F"), (7.0, "F"),
    ])
    func edgesOfTheShippedBands(number: Double, band: String) throws {
        let achievement = try #require(try DefinitionFixture.shipped("ml-maturity").bandSet("achievement"))
        #expect(achievement.interval(of: number)?.id == band)
        #expect(achievement.intervals.filter { $0.contains(number) }.map(\.id) == [band])
    }

    /// Where the edge belongs to the upper band, a number a rounding error below it is in the upper band.
    @Test(arguments: [(0.5, "high"), (0.4999999995, "high"), (0.499999998, "low"), (0.5000000005, "high")])
    func inclusiveLowerEdges(number: Double, band: String) throws {
        let set = try bands(#"{"id": "low", "below": 0.5}, {"id": "high", "from": 0.5}"#)
        #expect(set.interval(of: number)?.id == band)
        #expect(set.intervals.filter { $0.contains(number) }.count == 1)
    }

    @Test func numbersInNoInterval() throws {
        let set = try bands(#"{"id": "low", "from": 0, "upTo": 0.2}, {"id": "high", "above": 0.2, "below": 1}"#)
        #expect(set.interval(of: -0.1) == nil)
        #expect(set.interval(of: 1) == nil)
        #expect(set.interval(of: 1 - 5e-10) == nil)
        #expect(set.interval(of: 0.999)?.id == "high")
        #expect(set.interval(of: 0)?.id == "low")
    }

    @Test func anIntervalOfOnePoint() throws {
        let set = try bands(#"{"id": "nothing", "from": 0, "upTo": 0}, {"id": "something", "above": 0}"#)
        #expect(set.interval(of: 1e-10)?.id == "nothing")
        #expect(set.interval(of: 1e-8)?.id == "something")
    }
}

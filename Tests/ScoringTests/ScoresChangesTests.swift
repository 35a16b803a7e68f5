import Questionnaires
import ResponseTables
import Responses
import Scoring
import Testing

@Suite struct ScoresChangesTests {
    private func method(further: [String] = []) throws -> Questionnaire {
        try SmallDefinition(
            items: [
                "L1 left facilitator", "L2 left facilitator", "L3 left blocker class critical",
                "L4 left blocker class drag",
                "R1 right facilitator", "R2 right blocker class limiting",
            ], domainMetrics: SmallDefinition.methodOfDomain, metrics: SmallDefinition.methodOfAll, further: further
        ).questionnaire()
    }

    /// The value of a metric in a list that stands in the order of the metrics.
    private func value(_ id: String, _ values: [Double?]?, _ scores: Scores) throws -> Double? {
        let index = try #require(scores.metrics.firstIndex { $0.id == id })
        return try #require(values)[index]
    }

    // MARK: After changes

    @Test func nothingChangesWithoutChanges() throws {
        let scores = Scores.table(try method(), "3*a 2 3 3 4 1 ?")
        #expect(scores.values(after: []) == scores.metrics.map(\.value))
        #expect(scores.values(after: [.init(item: "L1")]) == scores.metrics.map(\.value))
        #expect(scores.values(after: [.init(item: "nothing", floor: 1)]) == scores.metrics.map(\.value))
    }

    @Test func floorsRaiseAndCeilingsLower() throws {
        let scores = Scores.table(try method(), "3*a 2 3 0 4 1 3")
        func after(_ metric: String, _ changes: Scores.Change...) throws -> Double? {
            try value(metric, scores.values(after: changes), scores)
        }
        // F of the left is (.5 + .75) / 2.
        #expect(try after("left.facilitators", .init(item: "L1", floor: 1)) == 0.875)
        #expect(try after("left.facilitators", .init(item: "L1", floor: 0.25)) == 0.625)
        #expect(try after("left.facilitators", .init(item: "L1", floor: 1), .init(item: "L2", floor: 1)) == 1)
        #expect(try after("left.blockersWorst", .init(item: "L4", ceiling: 0.25)) == 0.25)
        #expect(try after("right.blockersWorst", .init(item: "R2", ceiling: 0.9)) == 0.75)
        // The value alone does not lower the gate rating, nor the other way round.
        #expect(try after("right.cap", .init(item: "R2", ceiling: 0)) == 0.85)
        #expect(try after("right.cap", .init(item: "R2", gateCeiling: 2)) == 1)
        #expect(try after("right.cap", .init(item: "R2", gateCeiling: 4)) == 0.85)
        #expect(try after("right.blockersWorst", .init(item: "R2", gateCeiling: 0)) == 0.75)
        // Changes to the same item come one after the other.
        #expect(
            try after("right.blockersWorst", .init(item: "R2", ceiling: 0.5), .init(item: "R2", ceiling: 0.25)) == 0.25)
        // Everything above follows: arithmetic mean of min(1, 1) and .25.
        #expect(try after("arithmetic", .init(item: "L1", floor: 1), .init(item: "L2", floor: 1)) == 0.625)
    }

    @Test func whatIsNotKnownStaysUnknown() throws {
        let scores = Scores.table(try method(), "3*a ? 3 ? 4 x x")
        let after = scores.values(after: [
            .init(item: "L1", floor: 1), .init(item: "L3", ceiling: 0, gateCeiling: 0), .init(item: "R1", floor: 1),
        ])
        #expect(after == scores.metrics.map(\.value))
    }

    @Test func whatIsWithheldStaysWithheld() throws {
        let scores = Scores.table(try method(further: [SmallDefinition.coverage]), "3*a 2 ? ? ? 2 0")
        #expect(scores.metric("score", of: "left")?.status == .withheld)
        let after = scores.values(after: [.init(item: "L1", floor: 1), .init(item: "R1", floor: 1)])
        #expect(try value("left.score", after, scores) == nil)
        #expect(try value("overall", after, scores) == nil)
        #expect(try value("right.score", after, scores) == 1)
    }

    /// An answer that counts as the worst is no figure that something could raise.
    @Test func changesReachEveryMetricThatReadsTheItem() throws {
        let worst = #""missing": {"dontKnow": "worst"}"#
        let questionnaire = try SmallDefinition(
            items: ["L1 left facilitator"],
            metrics: [
                SmallDefinition.metric("plain", #""aggregate": "mean", "of": {"items": {}}"#),
                SmallDefinition.metric("worst", #""aggregate": "mean", "of": {"items": {}}, \#(worst)"#),
                SmallDefinition.metric(
                    "count", #""aggregate": "count", "where": {"value": {"atLeast": 0.75}}, "of": {"items": {}}"#),
            ]
        ).questionnaire()
        let scores = Scores.table(questionnaire, "3*a 2\na ?")
        #expect(scores.metrics.map(\.value) == [0.5, 0.375, 0])
        #expect(scores.values(after: [.init(item: "L1", floor: 0.75)]) == [0.75, 0.75, 1])
    }

    // MARK: Without a group

    /// Where every group answers everything, it is as if the group had not taken part.
    @Test func withoutAGroupTheOthersRemain() throws {
        let questionnaire = try method()
        let (a, b, c) = ("3*a 4 4 0 0 4 0", "a 0 0 4 4 0 4\n2*b 2 2 2 2 2 2", "4*c 1 2 3 4 0 1")
        let scores = Scores.table(questionnaire, "\(a)\n\(b)\n\(c)")
        #expect(scores.groups.map(\.roles) == [["c"], ["a", "b"]])
        #expect(scores.values(without: scores.groups[1]) == Scores.table(questionnaire, c).metrics.map(\.value))
        #expect(
            scores.values(without: scores.groups[0]) == Scores.table(questionnaire, "\(a)\n\(b)").metrics.map(\.value))
    }

    @Test func nobodyIsLeftWithoutTheOnlyGroup() throws {
        let scores = Scores.table(try method(), "3*a 4 4 0 0 4 0\nb 4 4 0 0 4 0")
        #expect(scores.groups.count == 1)
        #expect(scores.values(without: scores.groups[0]) == nil)
        let one = Scores.table(try method(), "a 4 4 0 0 4 0", collection: .consensus)
        #expect(one.values(without: one.groups[0]) == nil)
        // A group of another wave.
        let other = Scores.table(try method(), "3*b 4 4 0 0 4 0\n3*c 4 4 0 0 4 0")
        #expect(scores.values(without: other.groups[0]) == nil)
    }

    @Test func aRatingThatWasSetRemains() throws {
        let scores = Scores.table(try method(), "3*a 4 4 0 0 4 0\n3*b 4 4 0 0 4 0", gateRatings: ["L3": 4])
        for group in scores.groups {
            #expect(try value("left.cap", scores.values(without: group), scores) == 0.15)
        }
    }

    /// Two of three c rate L3. With a they make five answers of a and c; without a, those of c are left out with them.
    ///
    /// If they joined b instead, its rating with and without them would show what the two said.
    @Test func aStratumIsLeftOutAsAWhole() throws {
        let questionnaire = try method(further: [SmallDefinition.coverage])
        let table = "3*a 4 4 4 0 4 0\n3*b 4 4 0 0 4 0\n2*c 4 4 4 0 4 0\nc 4 4 ? 0 4 0"
        let scores = Scores.table(questionnaire, table)
        #expect(scores.item("L3")?.strata.map(\.roles) == [["b"], ["a", "c"]])
        let withoutA = scores.values(without: scores.groups[0])
        // b alone says "absent"; of the six who remain, three of L3's cells count: coverage (3 + 6) / 12.
        #expect(try value("left.blockersWorst", withoutA, scores) == 0)
        #expect(try value("left.cap", withoutA, scores) == 1)
        // c is in the same stratum: a is left out for this item too.
        let withoutC = scores.values(without: scores.groups[2])
        #expect(withoutC == withoutA)
        // Without b the whole stratum remains.
        let withoutB = scores.values(without: scores.groups[1])
        #expect(try value("left.blockersWorst", withoutB, scores) == 1)
        #expect(try value("left.cap", withoutB, scores) == 0.15)
    }

    /// L3 is known from a alone, and nothing is withheld here for want of coverage: without a there is no cap to tell.
    @Test func whatNothingIsLeftOfIsNotCleared() throws {
        let scores = Scores.table(try method(), "3*a 4 4 4 0 4 3\n3*b 4 4 ? 0 4 3")
        let without = scores.values(without: scores.groups[0])
        #expect(try value("left.cap", without, scores) == nil)
        #expect(try value("left.score", without, scores) == nil)
        #expect(try value("left.facilitators", without, scores) == 1)
        #expect(try value("right.cap", without, scores) == 0.85)
        // A rating that was set does not go with the answers.
        let set = Scores.table(try method(), "3*a 4 4 4 0 4 3\n3*b 4 4 ? 0 4 3", gateRatings: ["L3": 3])
        #expect(try value("left.cap", set.values(without: set.groups[0]), set) == 0.5)
    }

    /// What is left out with a stratum counts as missing, so that a result on too little is not told.
    @Test func whatIsLeftOutWithAStratumCountsAsMissing() throws {
        let questionnaire = try method(further: [SmallDefinition.coverage])
        let table = "3*a 4 4 4 4 4 0\n2*c 4 4 4 4 4 0\nc 4 4 ? ? 4 0"
        let scores = Scores.table(questionnaire, table)
        #expect(scores.item("L3")?.strata.map(\.roles) == [["a", "c"]])
        let without = scores.values(without: scores.groups[0])
        #expect(try value("left.facilitators", without, scores) == 1)
        #expect(try value("left.cap", without, scores) == nil)
        #expect(try value("left.score", without, scores) == nil)
        #expect(try value("right.score", without, scores) == 1)
    }
}

import Questionnaires
import ResponseTables
import Responses
import Scoring
import SeededRandomness
import Testing

@testable import Assessments

@Suite struct WaveCausesTests {
    /// Facilitators L1 (weight 1) and L2 (weight 3), and two blockers.
    private static func questionnaire(_ pool: String) throws -> Questionnaire {
        try SmallOffice(
            items: [
                "L1 left facilitator", "L2 left facilitator weight 3", "LB left blocker class drag",
                "LD left blocker class drag", "R1 right facilitator",
            ], further: [pool]
        ).questionnaire()
    }

    private static let byPeople = #""pool": {"value": "mean", "gate": {"weightedQuantile": 0.75}, "smallestGroup": 3}"#
    private static let byRoles =
        #""pool": {"value": "roleBalancedMean", "gate": {"weightedQuantile": 0.75}, "smallestGroup": 3}"#

    private static func wave(_ id: String, _ questionnaire: Questionnaire, _ table: String) throws -> AnsweredWave {
        let responses = Response.table(table, for: questionnaire).map {
            Response(respondent: $0.respondent, role: $0.role, wave: id, answers: $0.answers)
        }
        return try ComparedWaves.wave(id, questionnaire, responses)
    }

    private static func left(_ pool: String, _ earlier: String, _ later: String) throws -> [WaveFigureChange] {
        let questionnaire = try questionnaire(pool)
        return WaveComparison([try wave("1", questionnaire, earlier), try wave("2", questionnaire, later)])
            .steps[0].members[0].figures
    }

    /// Role a says 4, that is 1, to everything, role b says 0; first three of each answer, then nine of a and three of b.
    /// F goes from 1/2 to 3/4, and so does B: nobody rates otherwise, so all of it comes from who answered.
    @Test func theSameRatingsByAnotherMix() throws {
        let figures = try Self.left(
            Self.byPeople, "3*a 4 4 4 4 4\n3*b 0 0 0 0 0", "9*a 4 4 4 4 4\n3*b 0 0 0 0 0")
        for figure in figures {
            let parts = try #require(figure.parts)
            #expect(isClose(figure.change, 0.25) && isClose(parts.whole, 0.25))
            #expect(isClose(parts.matched.people, 0.25) && isClose(parts.matched.ratings, 0))
            #expect(parts.items == 0 && parts.weights == 0)
            #expect(isClose(figure.standardised, 0.75))
        }
    }

    /// The same mix; role a goes from 1/4 to 3/4, role b stays at 0: F goes from 1/8 to 3/8 by ratings alone.
    @Test func otherRatingsByTheSameMix() throws {
        for pool in [Self.byPeople, Self.byRoles] {
            let figures = try Self.left(
                pool, "3*a 1 1 1 1 1\n3*b 0 0 0 0 0", "3*a 3 3 3 3 3\n3*b 0 0 0 0 0")
            for figure in figures {
                let parts = try #require(figure.parts)
                #expect(isClose(figure.change, 0.25) && parts.matched.people == 0)
                #expect(isClose(parts.matched.ratings, 0.25))
            }
        }
    }

    /// Both at once. Earlier half of them are of a, with 1/4, and half of b, with 1/2; later 9 of 12 are of a, with 3/4,
    /// and 3 of b, with 1/4. By the newer mix the earlier wave would stand at 3/4 · 1/4 + 1/4 · 1/2 = 5/16, which is 1/16
    /// below its 3/8; from there ratings lead to 3/4 · 3/4 + 1/4 · 1/4 = 5/8.
    @Test func bothAtOnce() throws {
        let figures = try Self.left(
            Self.byPeople, "3*a 1 1 1 1 1\n3*b 2 2 2 2 2", "9*a 3 3 3 3 3\n3*b 1 1 1 1 1")
        let parts = try #require(figures[0].parts)
        #expect(isClose(parts.matched.people, -0.0625) && isClose(parts.matched.ratings, 0.3125))
        #expect(isClose(figures[0].standardised, 0.3125))
        // A quarter of the weight is on the first item, and it changes as the other does.
        let first = try #require(figures[0].contributions?.first { $0.item.id == "L1" })
        #expect(isClose(first.causes?.people, -0.015625) && isClose(first.causes?.ratings, 0.078125))
    }

    /// Where roles count alike however many people they have, more people of one role move nothing.
    @Test func rolesThatCountAlike() throws {
        let figures = try Self.left(
            Self.byRoles, "3*a 4 4 4 4 4\n3*b 0 0 0 0 0", "9*a 4 4 4 4 4\n3*b 0 0 0 0 0")
        #expect(figures.allSatisfy { $0.change == 0 && $0.parts?.matched.people == 0 })
    }

    /// Of roles that count alike, a third one that comes with 1/2, between 1 and 0, moves nothing; one with 1 moves the
    /// mean from 1/2 to 2/3, and all of it is of who answered.
    @Test func aRoleThatComesAnew() throws {
        let before = "3*a 4 4 4 4 4\n3*b 0 0 0 0 0"
        let middle = try Self.left(Self.byRoles, before, "\(before)\n3*c 2 2 2 2 2")
        #expect(middle.allSatisfy { isClose($0.change, 0) && isClose($0.parts?.matched.people, 0) })
        let high = try Self.left(Self.byRoles, before, "\(before)\n3*c 4 4 4 4 4")
        #expect(isClose(high[0].change, 1.0 / 6) && isClose(high[0].parts?.matched.people, 1.0 / 6))
        #expect(isClose(high[0].parts?.matched.ratings, 0))
        // And back, when the role is gone.
        let gone = try Self.left(Self.byRoles, "\(before)\n3*c 4 4 4 4 4", before)
        #expect(isClose(gone[0].parts?.matched.people, -1.0 / 6) && isClose(gone[0].parts?.matched.ratings, 0))
    }

    /// Two of c stand with a in the first wave, for a has fewest people. What the mix of a and c does cannot be told
    /// without showing c.
    @Test func rolesThatAreShownTogetherCountAsOne() throws {
        let figures = try Self.left(
            Self.byPeople, "3*a 4 4 4 4 4\n2*c 0 0 0 0 0\n4*b 0 0 0 0 0",
            "3*a 4 4 4 4 4\n3*c 0 0 0 0 0\n4*b 0 0 0 0 0")
        let parts = try #require(figures[0].parts)
        // In a and c together the mean falls from 3/5 to 1/2, and they are 6 of 10 instead of 5 of 9.
        #expect(isClose(parts.matched.ratings, 0.6 * (0.5 - 0.6)))
        #expect(isClose(parts.matched.people, (0.6 - 5.0 / 9) * 0.6))
    }

    /// Parts of random waves add up to the whole change as the reports show it, and items to the metric.
    @Test func partsAddUp() throws {
        var random = SeededGenerator(seed: 71)
        for round in 0..<60 {
            let questionnaire = try Self.questionnaire(round.isMultiple(of: 2) ? Self.byPeople : Self.byRoles)
            func structure() -> [(role: String, count: Int)] {
                ["a", "b", "c", "d"].map { ($0, Int.random(in: 0...5, using: &random)) } + [("a", 3)]
            }
            let waves = try ["1", "2"].map { id in
                let people = ComparedWaves.people(structure(), prefix: id, &random)
                let unique = Dictionary(people.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
                return try ComparedWaves.wave(
                    id, questionnaire,
                    ComparedWaves.responses(
                        unique.values.sorted { $0.name < $1.name }, questionnaire, wave: id, missing: 0.2, &random
                    ) { _ in 2 })
            }
            for figure in WaveComparison(waves).steps[0].members.flatMap(\.figures) where figure.change != nil {
                let contributions = try #require(figure.contributions)
                let causes = try contributions.map { try #require($0.causes) }
                for (contribution, cause) in zip(contributions, causes) {
                    #expect(abs(contribution.amount - cause.sum) < 1e-12)
                }
                let parts = try #require(figure.parts)
                #expect(abs(parts.matched.ratings - causes.reduce(0) { $0 + $1.ratings }) < 1e-12)
                #expect(abs(parts.matched.sum - (figure.change ?? 9)) < 1e-12)
                let reported = waves.map { $0.scores.metric(figure.id)?.value ?? 9 }
                #expect(abs(parts.whole - (reported[1] - reported[0])) < 1e-12)
                #expect(parts.weights == 0)
            }
        }
    }
}

@Suite struct RoleBlocksTests {
    @Test func groupsThatOverlapAreOneBlock() {
        let blocks = RoleBlocks([["a", "b"], ["c"], ["b", "d"], ["e", "f"]])
        #expect(blocks.block("a") == blocks.block("d") && blocks.block("a") != blocks.block("c"))
        #expect(blocks.block("e") == blocks.block("f") && blocks.block("e") != blocks.block("a"))
        #expect(blocks.block("x") == nil)
    }

    @Test func theOrderOfGroupsDoesNotMatter() {
        let groups = [["d", "c"], ["a", "b"], ["c", "b"], ["e"]]
        let (one, other) = (RoleBlocks(groups), RoleBlocks(groups.reversed()))
        for role in ["a", "b", "c", "d", "e"] { #expect(one.block(role) == other.block(role)) }
    }
}

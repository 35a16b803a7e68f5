import Questionnaires
import Responses
import Scoring
import SeededRandomness
import Testing

@testable import Assessments

@Suite struct WaveComparisonVersionsTests {
    private static let answers = [2, 1, 1, 2, 0, 1]

    private static func step(_ newer: ComparedDefinition, answers later: [Int] = answers) throws -> WaveStep {
        WaveComparison([
            try ComparedWaves.agreed("1", try ComparedDefinition().questionnaire(), answers),
            try ComparedWaves.agreed("2", try newer.questionnaire(), later),
        ]).steps[0]
    }

    @Test func aDroppedItemHasNoPart() throws {
        var newer = ComparedDefinition()
        newer.items.removeAll { $0.id == "F1" }
        let step = try Self.step(newer.replacing(#""version": "1.0""#, #""version": "2.0""#), answers: [1, 1, 2, 0])
        let help = step.members[0].figures[0]
        #expect(help.matchedShare == 1 && help.obstacle == nil)
        // F1, which stood at 1, is gone; by F2 alone nothing changed.
        #expect(isClose(help.earlier, 0.5) && isClose(help.later, 0.5))
        #expect(isClose(step.members[0].reportedEarlier?.facilitators?.value, 0.625))
        #expect(
            step.breaks == [.questionnaire(old: "1.0", new: "2.0", added: 0, dropped: 1, incomparable: 0)])
    }

    @Test func anAddedItemCountsAsNotMatched() throws {
        var newer = ComparedDefinition()
        newer["F9"] = ComparedDefinition.Line("F9", "left", "facilitator", weight: 0.5)
        let step = try Self.step(newer)
        let help = step.members[0].figures[0]
        #expect(isClose(help.matchedShare, 4 / 4.5) && help.obstacle == nil && isClose(help.change, 0))
        newer["F9"].weight = 4
        let heavy = try Self.step(newer).members[0]
        #expect(isClose(heavy.figures[0].matchedShare, 0.5) && heavy.figures[0].obstacle == .tooFewMatched)
        #expect(heavy.figures[0].change == nil && heavy.score.earlier == nil)
    }

    @Test func rewordedItems() throws {
        let comparable = try Self.step(
            ComparedDefinition().changing("F2") {
                ($0.prompt, $0.version, $0.comparableWith) = ("Another", 2, [1])
            })
        #expect(comparable.members[0].figures[0].matchedShare == 1)
        #expect(comparable.items.contains { $0.pair.new.id == "F2" && $0.pair.kinds.contains(.reworded) })
        let other = try Self.step(
            ComparedDefinition().changing("F2") { ($0.prompt, $0.version) = ("Another", 2) })
        #expect(isClose(other.members[0].figures[0].matchedShare, 0.25))
        #expect(other.members[0].figures[0].obstacle == .tooFewMatched)
        #expect(!other.items.contains { $0.pair.new.id == "F2" })
        guard case .questionnaire(_, _, 0, 0, incomparable: 1)? = other.breaks.first else {
            Issue.record("\(other.breaks)")
            return
        }
    }

    /// All four at once. F1 (weight 1) is dropped, F2 (weight 3) is reworded and comparable, F4 (weight 2) is reworded and
    /// not comparable, F5 (weight 1/2) is added, and F6 (weight 6) stays but now weighs 8.
    ///
    /// By hand, with answers worth 0, 1/2 and 1. The older report: (1·1 + 3·.5 + 2·1 + 6·0) / 12 = 4.5/12. Matched are F2
    /// and F6: by the older weights 1.5/9, by the newer ones 1.5/11, and later (3·1 + 8·.5)/11 = 7/11. The newer report:
    /// (3·1 + 2·0 + .5·1 + 8·.5)/13.5 = 7.5/13.5.
    @Test func everyKindOfChangeAtOnce() throws {
        var older = ComparedDefinition()
        older["F4"] = ComparedDefinition.Line("F4", "left", "facilitator", weight: 2)
        older["F6"] = ComparedDefinition.Line("F6", "left", "facilitator", weight: 6)
        var newer = older.changing("F2") { ($0.prompt, $0.version, $0.comparableWith) = ("Another", 2, [1]) }
            .changing("F4") { ($0.prompt, $0.version) = ("Quite another", 2) }
            .changing("F6") { $0.weight = 8 }.replacing(#""version": "1.0""#, #""version": "2.0""#)
        newer.items.removeAll { $0.id == "F1" }
        newer["F5"] = ComparedDefinition.Line("F5", "left", "facilitator", weight: 0.5)
        newer = newer.replacing(#""builds": {"F2": {}}"#, #""builds": {"F5": {}}"#)
        // Older items: F1, F2, B1, F3, B2, F4, F6. Newer: F2, B1, F3, B2, F4, F6, F5.
        let step = WaveComparison([
            try ComparedWaves.agreed("1", try older.questionnaire(), [2, 1, 1, 2, 0, 2, 0]),
            try ComparedWaves.agreed("2", try newer.questionnaire(), [2, 1, 2, 0, 0, 1, 2]),
        ]).steps[0]
        #expect(
            step.breaks == [.questionnaire(old: "1.0", new: "2.0", added: 1, dropped: 1, incomparable: 1)])
        let help = step.members[0].figures[0]
        #expect(isClose(help.matchedShare, 11 / 13.5) && help.obstacle == nil)
        #expect(help.missing.map(\.id) == ["F4", "F5"])
        #expect(help.isBroken && help.status == .seriesBreak)
        #expect(isClose(help.earlier, 1.5 / 11) && isClose(help.later, 7.0 / 11))
        let parts = try #require(help.parts)
        #expect(isClose(parts.matched.ratings, 5.5 / 11) && parts.matched.people == 0)
        #expect(isClose(parts.weights, 1.5 / 11 - 1.5 / 9))
        #expect(isClose(parts.items, (7.5 / 13.5 - 7.0 / 11) - (4.5 / 12 - 1.5 / 9)))
        #expect(isClose(parts.whole, 7.5 / 13.5 - 4.5 / 12))
        // The other domain is asked as before.
        #expect(step.members[1].figures.allSatisfy { !$0.isBroken && $0.status == .normal })
        // With F6 no heavier than before less than 80 % would be matched: 9 of 11.5.
        let light = newer.changing("F6") { $0.weight = 6 }
        let other = WaveComparison([
            try ComparedWaves.agreed("1", try older.questionnaire(), [2, 1, 1, 2, 0, 2, 0]),
            try ComparedWaves.agreed("2", try light.questionnaire(), [2, 1, 2, 0, 0, 1, 2]),
        ]).steps[0].members[0].figures[0]
        #expect(isClose(other.matchedShare, 9 / 11.5) && other.obstacle == .tooFewMatched)
        #expect(other.status == .seriesBreak && other.parts == nil)
    }

    /// Other weights and values of the newer questionnaire hold for both waves, so that they make no change.
    @Test func theNewerMethodHoldsForBoth() throws {
        let newer = ComparedDefinition().changing("F2") { ($0.weight, $0.scale) = (1, "steep") }
        let step = try Self.step(newer)
        let help = step.members[0].figures[0]
        // F2 was answered by the middle option, now worth .25; F1 by the highest.
        #expect(isClose(help.earlier, 0.625) && isClose(help.later, 0.625))
        #expect(isClose(step.members[0].reportedEarlier?.facilitators?.value, 0.625))
        #expect(step.breaks.count == 1)
    }
}

import Assessments
import Questionnaires
import Responses
import Scoring
import Testing

@Suite struct ContradictionTests {
    private static let rule = #""contradiction": {"facilitatorAtLeast": 0.75, "blockerAtLeast": 0.75}"#
    private let office = SmallOffice(
        items: ["L1 left facilitator mirror B1", "B1 left blocker mirror L1", "R1 right facilitator mirror B1"],
        further: [rule])

    private func found(_ answers: String) throws -> [String] {
        try office.assess("a \(answers)").contradictions.map { "\($0.facilitator.id) \($0.blocker.id) \($0.index)" }
    }

    @Test func bothSidesHighContradictEachOther() throws {
        // At exactly .75 and .75: the index is .75 + .75 - 1.
        #expect(try found("3 3 0") == ["L1 B1 0.5"])
        #expect(try found("4 3 0") == ["L1 B1 0.75"])
        #expect(try found("4 4 0") == ["L1 B1 1.0"])
        #expect(try found("2 4 0") == [])
        #expect(try found("4 2 0") == [])
        #expect(try found("? 4 0") == [])
        #expect(try found("4 . 0") == [])
        #expect(try found("4 x 0") == [])
    }

    /// Two facilitators speak of the same blocker; each pair counts once, the strongest contradiction first.
    @Test func pairsCountOnceAndTheStrongestComesFirst() throws {
        #expect(try found("3 4 4") == ["R1 B1 1.0", "L1 B1 0.75"])
        #expect(try found("3 4 3") == ["L1 B1 0.75", "R1 B1 0.75"])
    }

    @Test func valuesAreTheOnesOfTheItems() throws {
        let contradiction = try #require(try office.assess("a 3 4 0").contradictions.first)
        #expect(contradiction.facilitatorValue == 0.75)
        #expect(contradiction.blockerValue == 1)
    }

    /// 7 · 1 and 7 · .5 make a mean of .75 exactly; one answer lower and it is not.
    @Test func theEdgeForSeveralRespondents() throws {
        #expect(try office.assess("7*a 4 4 0\n7*a 2 2 0", collection: .survey).contradictions.count == 1)
        #expect(try office.assess("7*a 4 4 0\n6*a 2 2 0\na 1 2 0", collection: .survey).contradictions.isEmpty)
        // Tenths of weights: .75 but for rounding.
        let thirds = try office.assess("3*a 4 4 0\n3*b 4 4 0\n3*c 1 1 0", collection: .survey)
        #expect(thirds.contradictions.count == 1)
    }

    @Test func withoutARuleThereAreNone() throws {
        let without = SmallOffice(items: ["L1 left facilitator mirror B1", "B1 left blocker mirror L1"])
        #expect(try without.assess("a 4 4").contradictions.isEmpty)
    }

    @Test func thePairsOfTheShippedQuestionnaire() throws {
        var answers = SmallOffice.workedExample
        answers["TF2"] = 3
        answers["OF3"] = 4
        let found = try SmallOffice.shipped(answers).contradictions.map { "\($0.facilitator.id) \($0.blocker.id)" }
        // TF2 .75 and TF4 .75 against TB2 1; OF3 1 against OB3 .75: all with an index of .75.
        #expect(found == ["OF3 OB3", "TF2 TB2", "TF4 TB2"])
    }
}

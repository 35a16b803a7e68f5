import Foundation
import Projects
import Testing

/// The shipped rule on the labelled pairs: the figures that the definition states, and which pairs are wrong.
@Suite struct LabelledPairsTests {
    private let labelled: LabelledPairs
    private let rule: SimilarityRule

    init() throws {
        labelled = try LabelledPairs.read()
        rule = try ShippedRule.rule()
    }

    @Test func thePairsAreWellFormed() throws {
        let byID = Dictionary(uniqueKeysWithValues: labelled.projects.map { ($0.id, $0) })
        for pair in labelled.pairs {
            let first = try #require(byID[pair.first])
            let second = try #require(byID[pair.second])
            #expect(first.half == second.half)
            #expect((first.problem == second.problem) == pair.isDuplicate, "\(pair.first) and \(pair.second)")
        }
        #expect(Set(labelled.pairs.map { [$0.first, $0.second].sorted() }).count == labelled.pairs.count)
        #expect(labelled.pairs(of: .tuning).filter(\.isDuplicate).count == 24)
        #expect(labelled.pairs(of: .tuning).count == 60)
        #expect(labelled.pairs(of: .heldBack).filter(\.isDuplicate).count == 14)
        #expect(labelled.pairs(of: .heldBack).count == 34)
        let tempting = labelled.pairs.filter { !$0.isDuplicate && $0.kind != "nothing in common" }
        #expect(tempting.count == 46)
    }

    @Test func pairsByWhichTheNumbersWereChosen() {
        let reported = labelled.reported(of: .tuning, rule: rule)
        #expect(reported.right == 20)
        #expect(
            reported.wrong == [
                "a-ind-1 and a-occ-1", "b-nace-1 and b-nace-web", "b-oja-1 and b-oja-dup", "b-ais-1 and b-ais-em",
            ])
        #expect(
            reported.missed == [
                "a-hbs-resp and a-lfs-resp", "b-inc-1 and b-inc-2", "b-ais-1 and b-ais-2", "b-edit-1 and b-edit-2",
            ])
        #expect(abs(reported.precision - 20.0 / 24) < 1e-9 && abs(reported.recall - 20.0 / 24) < 1e-9)
    }

    @Test func pairsHeldBack() {
        let reported = labelled.reported(of: .heldBack, rule: rule)
        #expect(reported.right == 5)
        #expect(
            reported.wrong == ["c-pov-1 and c-unemp-sa", "c-car-1 and c-car-out", "c-syn-1 and c-syn-risk"])
        #expect(
            reported.missed == [
                "c-live-1 and c-live-2", "c-pov-1 and c-pov-2", "c-geo-1 and c-geo-2", "c-edu-imp and c-edu-imp-2",
                "c-build-1 and c-build-2", "c-close-1 and c-close-2", "c-pat-1 and c-pat-2", "c-car-1 and c-car-2",
                "c-syn-1 and c-syn-2",
            ])
        #expect(abs(reported.precision - 5.0 / 8) < 1e-9 && abs(reported.recall - 5.0 / 14) < 1e-9)
    }

    /// The pairs are chosen; of all pairs of these projects, most of which nobody would confuse, few are reported.
    @Test func everyPairOfTheProjects() {
        let tuning = labelled.reportedOfAll(of: .tuning, rule: rule)
        #expect((tuning.right, tuning.wrong.count, tuning.missed.count) == (22, 9, 4), "\(tuning)")
        let heldBack = labelled.reportedOfAll(of: .heldBack, rule: rule)
        #expect((heldBack.right, heldBack.wrong.count, heldBack.missed.count) == (6, 3, 9), "\(heldBack)")
    }

    /// A portfolio of two projects is judged much as the large one.
    @Test func eachPairInAPortfolioOfItsOwn() {
        let tuning = labelled.reportedAlone(of: .tuning, rule: rule)
        #expect((tuning.right, tuning.wrong.count, tuning.missed.count) == (21, 6, 3), "\(tuning)")
        let heldBack = labelled.reportedAlone(of: .heldBack, rule: rule)
        #expect((heldBack.right, heldBack.wrong.count, heldBack.missed.count) == (5, 3, 9), "\(heldBack)")
    }

    /// What the definition tells readers of its reliability is what comes out here.
    @Test func theDefinitionStatesTheseFigures() throws {
        let text = try ShippedRule.measured()
        for half in LabelledPairs.Half.allCases {
            let reported = labelled.reported(of: half, rule: rule)
            let right = reported.right
            #expect(text.contains("\(right + reported.wrong.count) pairs were reported, \(right) of them rightly"))
            #expect(text.contains("\(right) of the \(right + reported.missed.count) duplicates were found"))
        }
    }
}

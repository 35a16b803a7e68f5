import Questionnaires
import Scoring
import Testing

@testable import Assessments

@Suite struct QuestionnaireComparisonTests {
    private let base = ComparedDefinition()

    private func compare(_ newer: ComparedDefinition) throws -> QuestionnaireComparison {
        try QuestionnaireComparison(old: base.questionnaire(), new: newer.questionnaire())
    }

    private func share(_ metric: String, _ comparison: QuestionnaireComparison) -> Double? {
        comparison.metrics.first { $0.leaves.id == metric }?.share
    }

    @Test func nothingChanged() throws {
        let comparison = try compare(base)
        #expect(comparison.isEmpty)
        #expect(comparison.pairs.map(\.new.id) == ["B1", "B2", "F1", "F2", "F3"])
        #expect(comparison.pairs.allSatisfy { $0.isComparable && $0.unversioned.isEmpty })
        #expect(comparison.metrics.count == 14)
        #expect(comparison.metrics.allSatisfy { $0.share == 1 && $0.isComparable == true && $0.unmatched.isEmpty })
    }

    @Test func anItemIsAdded() throws {
        var newer = base
        newer.items.append(ComparedDefinition.Line("F4", "left", "facilitator", weight: 4))
        let comparison = try compare(newer)
        #expect(comparison.addedItems.map(\.id) == ["F4"] && comparison.droppedItems.isEmpty)
        #expect(!comparison.isEmpty && comparison.changedItems.isEmpty && comparison.parts.isEmpty)
        // Facilitators of the left: 1 + 3 of 1 + 3 + 4.
        #expect(share("left.help", comparison) == 0.5)
        // With the blocker B1: 1 + 3 + 1 of 9.
        #expect(isClose(share("left.score", comparison), 5 / 9))
        // With the right, which weighs 2 + 1: 8 of 12.
        #expect(isClose(share("overall", comparison), 2 / 3))
        #expect(share("right.score", comparison) == 1)
        #expect(share("left.harm", comparison) == 1)
    }

    @Test func anItemIsDropped() throws {
        var newer = base
        newer.items.removeAll { $0.id == "F3" }
        let comparison = try compare(newer)
        #expect(comparison.droppedItems.map(\.id) == ["F3"] && comparison.addedItems.isEmpty)
        // Only the newer weights count; where there are none any more, there is no share.
        #expect(share("overall", comparison) == 1)
        let match = try #require(comparison.metrics.first { $0.leaves.id == "right.help" })
        #expect(match.share == nil && match.isComparable == nil && match.unmatched.isEmpty)
    }

    /// A change to an item, the kinds of change it is, and the keys.
    struct ItemCase: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let kinds: [ItemChange.Kind]
        let keys: [String]
        /// The kinds that ask for a new version.
        let unversioned: [ItemChange.Kind]
        let change: @Sendable (inout ComparedDefinition.Line) -> Void

        init(
            _ name: String, _ kinds: [ItemChange.Kind], _ keys: [String], unversioned: [ItemChange.Kind] = [],
            _ change: @escaping @Sendable (inout ComparedDefinition.Line) -> Void
        ) {
            testDescription = name
            self.kinds = kinds
            self.keys = keys
            self.unversioned = unversioned
            self.change = change
        }
    }

    static let itemCases = [
        ItemCase("label", [.reworded], ["label"], unversioned: [.reworded]) { $0.label = "X" },
        ItemCase("prompt", [.reworded], ["prompt"], unversioned: [.reworded]) { $0.prompt = "X" },
        ItemCase("anchor", [.reworded], ["anchors.2"], unversioned: [.reworded]) { $0.anchor = "X" },
        ItemCase("help", [.annotated], ["help"]) { $0.help = "X" },
        ItemCase("mirror", [.annotated], ["mirror"]) { $0.mirror = "B1" },
        ItemCase("weight", [.reweighted], ["weight"]) { $0.weight = 2 },
        ItemCase("dimension", [.moved], ["dimension"]) { $0.dimension = "right" },
        ItemCase("direction", [.redirected], ["direction"], unversioned: [.redirected]) { $0.direction = "none" },
        ItemCase("gate", [.retagged], ["tags.class"]) { $0.gate = "drag" },
        ItemCase(
            "scale", [.reworded, .rescaled],
            ["scale", "scale.options.0.label", "scale.options.1.label", "scale.options.1.value"],
            unversioned: [.reworded, .rescaled]
        ) { $0.scale = "steep" },
        ItemCase("version", [.identified], ["version"]) { $0.version = 2 },
        ItemCase("a new wording, versioned", [.reworded, .identified], ["comparableWith", "prompt", "version"]) {
            $0.version = 2
            $0.comparableWith = [1]
            $0.prompt = "X"
        },
        ItemCase(
            "several", [.reworded, .reweighted, .redirected], ["direction", "prompt", "weight"],
            unversioned: [.reworded, .redirected]
        ) {
            $0.prompt = "X"
            $0.weight = 5
            $0.direction = "none"
        },
    ]

    @Test(arguments: itemCases)
    func anItemIsChanged(item: ItemCase) throws {
        let comparison = try compare(base.changing("F1", item.change))
        let pair = try #require(comparison.changedItems.first)
        #expect(comparison.changedItems.count == 1 && pair.new.id == "F1")
        #expect(pair.kinds == item.kinds)
        #expect(pair.changes.map(\.change.key) == item.keys)
        #expect(pair.unversioned == item.unversioned)
        #expect(!comparison.isEmpty && comparison.addedItems.isEmpty && comparison.droppedItems.isEmpty)
    }

    /// F1 has 1 of the 4 of the left's facilitators, and 1 of 5 with the blocker: just what is needed.
    @Test func aVersionThatIsNotComparable() throws {
        let comparison = try compare(base.changing("F1") { $0.version = 2 })
        #expect(comparison.pairs.filter { !$0.isComparable }.map(\.new.id) == ["F1"])
        #expect(comparison.changedItems.map(\.comparability) == [.anotherVersion])
        #expect(share("left.help", comparison) == 0.75)
        #expect(isClose(share("left.score", comparison), 0.8))
        #expect(isClose(share("overall", comparison), 7 / 8))
        let flagged = comparison.metrics.filter { $0.isComparable == false }
        #expect(flagged.map(\.leaves.id) == ["left.help"])
        #expect(flagged.first?.unmatched.map(\.id) == ["F1"])
    }

    @Test func newerWeightsCount() throws {
        let comparison = try compare(
            base.changing("F1") {
                $0.version = 2
                $0.weight = 12
            })
        #expect(share("left.help", comparison) == 0.2)
        // F1 now weighs 12 of 15; by the older weights, 1 of 4 would be missing.
    }

    @Test func aVersionThatIsListed() throws {
        func older(_ version: Int) -> ComparedDefinition { base.changing("F1") { $0.version = version } }
        let newer = base.changing("F1") {
            $0.version = 4
            $0.comparableWith = [2, 3]
        }
        for (version, isComparable) in [(1, false), (2, true), (3, true), (4, true), (5, false)] {
            let comparison = try QuestionnaireComparison(
                old: older(version).questionnaire(), new: newer.questionnaire())
            #expect(comparison.pairs.first { $0.new.id == "F1" }?.isComparable == isComparable, "\(version)")
        }
    }

    @Test func anItemUnderAnotherID() throws {
        var newer = base
        newer.items.removeAll { $0.id == "F1" }
        var renamed = ComparedDefinition.Line("F9", "left", "facilitator")
        renamed.concept = "F1"
        newer.items.append(renamed)
        let comparison = try compare(newer)
        #expect(comparison.addedItems.isEmpty && comparison.droppedItems.isEmpty)
        let pair = try #require(comparison.changedItems.first)
        #expect(pair.old.id == "F1" && pair.new.id == "F9" && pair.isComparable)
        #expect(pair.changes.map(\.change) == [KeyChange(key: "id", old: .name("F1"), new: .name("F9"))])
        #expect(share("left.help", comparison) == 1)
    }

    @Test func anIDForAnotherConcept() throws {
        let comparison = try compare(
            base.changing("F1") {
                $0.concept = "something-else"
                $0.prompt = "X"
            })
        let pair = try #require(comparison.changedItems.first)
        #expect(pair.comparability == .anotherConcept)
        #expect(pair.unversioned.isEmpty)
        #expect(share("left.help", comparison) == 0.75)
    }

    /// An item that is split in two goes on under its id.
    @Test func severalItemsOfOneConcept() throws {
        var newer = base
        var second = ComparedDefinition.Line("F1b", "left", "facilitator")
        second.concept = "F1"
        newer.items.insert(second, at: 0)
        let comparison = try compare(newer)
        #expect(comparison.addedItems.map(\.id) == ["F1b"])
        #expect(comparison.pairs.allSatisfy { $0.old.id == $0.new.id })
    }

    @Test func aScaleUnderAnotherNameNeedsNoNewVersion() throws {
        let older = base.replacing("\"None of steep\"", "\"None of three\"")
            .replacing("\"Half of steep\"", "\"Half of three\"").replacing("\"value\": 0.25", "\"value\": 0.5")
        let newer = older.changing("F1") { $0.scale = "steep" }
        let comparison = try QuestionnaireComparison(old: older.questionnaire(), new: newer.questionnaire())
        let pair = try #require(comparison.changedItems.first)
        #expect(pair.kinds == [.rescaled] && pair.changes.map(\.change.key) == ["scale"] && pair.unversioned.isEmpty)
    }

    @Test func withoutAThresholdNothingIsFlagged() throws {
        let newer = base.changing("F1") { $0.version = 2 }.replacing("\"comparison\": {\"matchedShare\": 0.8},", "")
        let comparison = try compare(newer)
        #expect(comparison.metrics.allSatisfy { $0.isComparable == nil })
        #expect(share("left.help", comparison) == 0.75)
        #expect(
            comparison.settings == [KeyChange(key: "comparison.matchedShare", old: .number(0.8), new: nil)])
    }

    @Test func theShippedQuestionnaireIsItself() throws {
        let questionnaire = try SmallOffice.shippedQuestionnaire()
        let comparison = QuestionnaireComparison(old: questionnaire, new: questionnaire)
        #expect(comparison.isEmpty && comparison.pairs.count == 37 && comparison.metrics.count == 56)
        #expect(comparison.metrics.allSatisfy { $0.share == 1 && $0.isComparable == true })
    }
}

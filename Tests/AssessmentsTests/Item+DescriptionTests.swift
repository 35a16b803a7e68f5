import Questionnaires
import Testing

@testable import Assessments

@Suite struct ItemDescriptionTests {
    /// A change to the text of the definition, the item in which it is told, and how.
    struct Change: CustomTestStringConvertible, Sendable {
        let old: String
        let new: String
        let item: String
        let kinds: [ItemChange.Kind]
        let unversioned: [ItemChange.Kind]
        let changes: [KeyChange]

        init(
            _ old: String, _ new: String, _ item: String, _ kinds: [ItemChange.Kind],
            unversioned: [ItemChange.Kind]? = nil, _ changes: KeyChange...
        ) {
            self.old = old
            self.new = new
            self.item = item
            self.kinds = kinds
            self.unversioned = unversioned ?? kinds
            self.changes = changes
        }

        var testDescription: String { "\(item) \(changes.map(\.key))" }
    }

    private static func change(_ key: String, _ old: DefinitionValue?, _ new: DefinitionValue?) -> KeyChange {
        KeyChange(key: key, old: old, new: new)
    }

    private static let onceRegistered = "item F1 value atLeast 0.5"
    private static func condition(_ number: String) -> String {
        "all(any(item Q2 number atLeast 1 below \(number), not(item Q2 state dontKnow)), \(onceRegistered), "
            + "item Q1 option yes)"
    }

    static let changes = [
        // A question of yes or no is a single choice of a scale of its own.
        Change(
            "\"yes\": {\"label\": \"It is\", \"value\": 0.9,", "\"yes\": {\"label\": \"Yes\", \"value\": 0.8,", "Q1",
            [.reworded, .rescaled], change("anchors.yes", .text("It is"), .text("Yes")),
            change("scale.options.yes.label", .text("It is"), .text("Yes")),
            change("scale.options.yes.value", .number(0.9), .number(0.8))),
        Change(
            "\"scores\": {\"profit\": 4}", "\"scores\": {\"profit\": 4, \"risk\": 0}", "Q1", [.rescaled],
            change("scale.options.no.scores.risk", nil, .number(0))),
        Change(
            "\"at\": 20.5, \"value\": 0.95", "\"at\": 20.5, \"value\": 0.9", "Q2", [.rescaled],
            change("answer.points.20.5", .number(0.95), .number(0.9))),
        Change(
            "{\"at\": 10, \"value\": 0.6}", "{\"at\": 12, \"value\": 0.6}", "Q2", [.rescaled],
            change("answer.points.10", .number(0.6), nil), change("answer.points.12", nil, .number(0.6))),
        Change("\"from\": -5, ", "", "Q2", [.rescaled], change("answer.from", .number(-5), nil)),
        Change("\"upTo\": 50,", "\"upTo\": 60,", "Q2", [.rescaled], change("answer.upTo", .number(50), .number(60))),
        Change("\"days\"", "\"weeks\"", "Q2", [.reworded], change("answer.unit", .text("days"), .text("weeks"))),
        Change(
            "\"combine\": \"sum\"", "\"combine\": \"max\"", "Q3", [.rescaled],
            change("answer.combine", .name("sum"), .name("max"))),
        Change(", \"atMost\": 0.7", "", "Q3", [.rescaled], change("answer.atMost", .number(0.7), nil)),
        Change(
            "\"type\": \"multipleChoice\", \"combine\": \"sum\", \"atMost\": 0.7", "\"type\": \"singleChoice\"", "Q3",
            [.rescaled], change("answer.atMost", .number(0.7), nil), change("answer.combine", .name("sum"), nil),
            change("answer.type", .name("multipleChoice"), .name("singleChoice"))),
        Change(
            "\"below\": 30}", "\"below\": 25}", "Q3", [.rerouted],
            change("visibleWhen", .condition(condition("30")), .condition(condition("25")))),
        Change(
            "{\"type\": \"text\"}, \"visibleWhen\": {\"item\": \"Q3\", \"includes\": \"m1\"}",
            "{\"type\": \"text\"}", "Q4", [.rerouted],
            change(
                "visibleWhen", .condition("all(item Q1 option yes, item Q3 includes m1)"),
                .condition("item Q1 option yes"))),
        Change(
            "\"canBeNotApplicable\": false,", "", "F1", [.rescaled], unversioned: [.rescaled],
            change("canBeNotApplicable", .flag(false), .flag(true))),
        Change(
            "\"title\": \"Own\"", "\"title\": \"Mine\"", "F2", [.annotated], unversioned: [],
            change("scale.title", .text("Own"), .text("Mine"))),
        Change(
            "\"label\": \"Few\"", "\"label\": \"Some\"", "F2", [.reworded],
            change("anchors.few", .text("Few"), .text("Some")),
            change("scale.options.few.label", .text("Few"), .text("Some"))),
    ]

    @Test(arguments: changes)
    func aKeyOfAnItemChanges(change: Change) throws {
        let comparison = try EveryKindDefinition.comparison(replacing: change.old, with: change.new)
        #expect(comparison.changedItems.map(\.new.id) == [change.item])
        let pair = try #require(comparison.changedItems.first)
        #expect(pair.changes.map(\.change) == change.changes)
        #expect(pair.kinds == change.kinds)
        #expect(pair.unversioned == change.unversioned)
        #expect(pair.isComparable && comparison.parts.isEmpty && comparison.settings.isEmpty)
    }

    /// With a new version that lists the older one, another condition is no slip.
    @Test func anotherConditionWithAnotherVersion() throws {
        let comparison = try EveryKindDefinition.comparison(
            replacing: "\"visibleWhen\": {\"item\": \"Q3\", \"includes\": \"m1\"}", with: "\"version\": 2")
        let pair = try #require(comparison.changedItems.first)
        #expect(pair.kinds == [.rerouted, .identified] && pair.unversioned.isEmpty)
        #expect(pair.comparability == .anotherVersion)
    }

    /// When a section is asked is said of each item in it.
    @Test func aSectionIsAskedUnderAnotherCondition() throws {
        let comparison = try EveryKindDefinition.comparison(
            replacing: "\"title\": \"Right\", \"visibleWhen\": {\"item\": \"Q1\", \"option\": \"yes\"}",
            with: "\"title\": \"Right\", \"visibleWhen\": {\"item\": \"Q1\", \"option\": \"no\"}")
        #expect(comparison.changedItems.map(\.new.id) == ["B2", "F2", "Q3", "Q4"])
        #expect(comparison.changedItems.allSatisfy { $0.kinds == [.rerouted] && $0.unversioned == [.rerouted] })
        #expect(
            comparison.changedItems.first?.changes.map(\.change) == [
                KeyChange(
                    key: "visibleWhen", old: .condition("item Q1 option yes"), new: .condition("item Q1 option no"))
            ])
    }

    /// Options of a scale that several items may have are told of the scale and of each of these items.
    @Test(arguments: [
        (", \"exclusive\": true", "", "m0.exclusive", DefinitionValue.flag(true), nil as DefinitionValue?),
        (
            "\"number\": {\"above\": 2}", "\"number\": {\"above\": 3}", "m2.visibleWhen",
            .condition("item Q2 number above 2"), .condition("item Q2 number above 3")
        ),
        (
            "\"scores\": {\"risk\": 1, \"profit\": 2}", "\"scores\": {\"risk\": 1}", "m2.scores.profit", .number(2),
            nil
        ),
    ])
    func anOptionChanges(old: String, new: String, key: String, before: DefinitionValue, after: DefinitionValue?)
        throws
    {
        let comparison = try EveryKindDefinition.comparison(replacing: old, with: new)
        let pair = try #require(comparison.changedItems.first)
        #expect(comparison.changedItems.count == 1 && pair.new.id == "Q3" && pair.unversioned == [.rescaled])
        #expect(
            pair.changes.map(\.change) == [KeyChange(key: "scale.options.\(key)", old: before, new: after)])
        let part = try #require(comparison.parts.first)
        #expect(comparison.parts.count == 1 && part.part == .scales && part.changed.map(\.entry.id) == ["marks"])
        #expect(part.changed[0].changes == [KeyChange(key: "options.\(key)", old: before, new: after)])
    }

    /// A full stop in an id is not taken for the step to another key.
    @Test func namesWithFullStops() {
        #expect(DescribedKeys.step("a") == "a" && DescribedKeys.step("a.b") == "\"a.b\"")
        let first = AnswerScale.Option(id: "a.scores", label: "L", value: 0)
        let second = AnswerScale.Option(id: "a", label: "L", value: 1, scores: ["label": 2])
        var keys = DescribedKeys()
        for option in [first, second] { keys.describe("options.\(DescribedKeys.step(option.id))", option.described) }
        #expect(keys["options.a.scores.label"] == .number(2))
        #expect(keys["options.\"a.scores\".label"] == .text("L"))
    }
}

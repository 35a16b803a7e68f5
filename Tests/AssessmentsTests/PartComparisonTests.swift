import Questionnaires
import Testing

@testable import Assessments

@Suite struct PartComparisonTests {
    /// A change to the text of the definition, and the one key that it changes.
    struct Change: CustomTestStringConvertible, Sendable {
        let old: String
        let new: String
        let part: PartComparison.Part?
        let entry: String
        let changes: [KeyChange]

        init(
            _ old: String, _ new: String, _ part: PartComparison.Part?, _ entry: String = "", _ changes: KeyChange...
        ) {
            self.old = old
            self.new = new
            self.part = part
            self.entry = entry
            self.changes = changes
        }

        var testDescription: String { "\(entry) \(changes.map(\.key))" }
    }

    private static func number(_ key: String, _ old: Double?, _ new: Double?) -> KeyChange {
        KeyChange(key: key, old: old.map(DefinitionValue.number), new: new.map(DefinitionValue.number))
    }

    private static func text(_ key: String, _ old: String?, _ new: String?) -> KeyChange {
        KeyChange(key: key, old: old.map(DefinitionValue.text), new: new.map(DefinitionValue.text))
    }

    private static func name(_ key: String, _ old: String?, _ new: String?) -> KeyChange {
        KeyChange(key: key, old: old.map(DefinitionValue.name), new: new.map(DefinitionValue.name))
    }

    private static func condition(_ key: String, _ old: String, _ new: String) -> KeyChange {
        KeyChange(key: key, old: .condition(old), new: .condition(new))
    }

    static let entries = [
        Change("\"year\": 2024", "\"year\": 2025", .sources, "paper", number("year", 2024, 2025)),
        Change("\"author\": \"Author\", ", "", .sources, "paper", text("author", "Author", nil)),
        Change("\"To the left\"", "\"West\"", .dimensions, "left", text("description", "To the left", "West")),
        Change("\"description\": \"How hard\",", "", .tags, "class", text("description", "How hard", nil)),
        Change("\"Critical\"", "\"Hard one\"", .tags, "class", text("values.critical.title", "Critical", "Hard one")),
        Change("\"left\": 2", "\"left\": 3", .roles, "chief", number("weights.left", 2, 3)),
        Change(
            "\"left\": 2", "\"right\": 2", .roles, "chief", number("weights.left", 2, nil),
            number("weights.right", nil, 2)),
        // A weight of 1 says the same as none.
        Change("\"left\": 2", "\"left\": 1", .roles, "chief", number("weights.left", 2, nil)),
        Change(
            "\"authority\": [\"left\"]", "\"authority\": [\"right\", \"left\"]", .roles, "chief",
            KeyChange(key: "authority", old: .names(["left"]), new: .names(["left", "right"]))),
        Change("\"Scale steep\"", "\"Cliff\"", .scales, "steep", text("title", "Scale steep", "Cliff")),
        Change("\"value\": 0.25", "\"value\": 0.2", .scales, "steep", number("options.1.value", 0.25, 0.2)),
        Change("\"Half of steep\"", "\"Half\"", .scales, "steep", text("options.1.label", "Half of steep", "Half")),
        Change("\"upTo\": 0.55", "\"upTo\": 0.5", .bands, "halves", number("intervals.low.upTo", 0.55, 0.5)),
        Change("\"Little\"", "\"Less\"", .bands, "halves", text("intervals.low.description", "Little", "Less")),
        Change("\"2\": 0.15", "\"2\": 0.1", .metrics, "cap", number("through.table.critical.2", 0.15, 0.1)),
        Change("\"1\": 0.85, ", "", .metrics, "cap", number("through.table.critical.1", 0.85, nil)),
        Change("\"otherwise\": 1}", "\"otherwise\": 0.9}", .metrics, "cap", number("through.otherwise", 1, 0.9)),
        Change("\"incomplete\": 0, ", "", .metrics, "cap", number("incomplete", 0, nil)),
        Change(
            "\"unanswered\": \"condition\"", "\"unanswered\": \"worst\"", .metrics, "cap",
            name("missing.unanswered", "condition", "worst")),
        Change("\"symbol\": \"F\", ", "", .metrics, "help", name("symbol", "F", nil)),
        Change(
            "\"left.harm\": 0.35", "\"left.harm\": 0.3", .metrics, "balance", number("of.metrics.left.harm", 0.35, 0.3)),
        Change(
            "\"left.harm\": 0.35, \"right.harm\": 0.45", "\"right.harm\": 0.45, \"left.harm\": 0.3", .metrics,
            "balance",
            number("of.metrics.left.harm", 0.35, 0.3)),
        Change("\"offset\": 0.01", "\"offset\": 0.02", .metrics, "overall", number("offset", 0.01, 0.02)),
        Change(
            "\"of\": {\"items\": {\"direction\": \"facilitator\"}}",
            "\"of\": {\"items\": {\"direction\": \"none\"}}", .metrics, "help",
            name("of.items.direction", "facilitator", "none")),
        Change(
            "\"by\": [\"class\", \"gateRating\"], \"table\": {\"critical\": {\"1\": 0.85, \"2\": 0.15}}",
            "\"by\": [\"gateRating\", \"class\"], \"table\": {\"1\": {\"critical\": 0.85}}", .metrics, "cap",
            KeyChange(
                key: "through.by", old: .names(["class", "gateRating"]), new: .names(["gateRating", "class"])),
            number("through.table.1.critical", nil, 0.85), number("through.table.critical.1", 0.85, nil),
            number("through.table.critical.2", 0.15, nil)),
        Change("{\"left\": 4}", "{\"left\": 5}", .metrics, "overall", number("of.weights.left", 4, 5)),
        Change(", \"relativeTo\": \"middle\"", "", .metrics, "overallBand", name("relativeTo", "middle", nil)),
        Change(
            "\"metric\": \"left.score\", \"value\": {\"below\": 0.95}",
            "\"metric\": \"left.score\", \"value\": {\"atMost\": 0.95}", .recommendations, "R2",
            condition("when", "metric left.score value below 0.95", "metric left.score value atMost 0.95")),
        Change("\"effortDays\": 11", "\"effortDays\": 8", .recommendations, "R1", number("effortDays", 11, 8)),
        Change("\"F2\": {}", "\"F2\": {\"floor\": 0.9}", .recommendations, "R1", number("builds.F2.floor", 0.65, 0.9)),
        Change(
            "\"B1\": {\"ceiling\": 0.1}", "\"B1\": {\"gateCeiling\": \"0\"}", .recommendations, "R2",
            number("removes.B1.ceiling", 0.1, 0.2), name("removes.B1.gateCeiling", "1", "0")),
        Change(
            "\"First of R1\"", "\"First of R1\", \"Then\"", .recommendations, "R1",
            KeyChange(key: "firstSteps", old: .texts(["First of R1"]), new: .texts(["First of R1", "Then"]))),
        Change(
            "\"requires\": [\"R1\"], ", "", .recommendations, "R2",
            KeyChange(key: "requires", old: .names(["R1"]), new: nil)),
    ]

    static let settings = [
        Change(
            "\"rankBy\": [\"effort\", \"id\"]", "\"rankBy\": [{\"gain\": {\"overall\": 2}}, \"id\"]", nil, "",
            KeyChange(
                key: "recommendationPolicy.rankBy", old: .names(["effort", "id"]), new: .names(["gain", "id"])),
            number("recommendationPolicy.rankBy.1.gain.overall", nil, 2)),
        Change(
            "\"title\": \"Lens\", \"metrics\": [\"harm\"]", "\"title\": \"Cut\", \"metrics\": [\"harm\", \"help\"]",
            nil, "",
            KeyChange(key: "presentation.lenses.1.metrics", old: .names(["harm"]), new: .names(["harm", "help"])),
            text("presentation.lenses.1.title", "Lens", "Cut")),
        Change("\"version\": \"1.0\"", "\"version\": \"1.1\"", nil, "", name("version", "1.0", "1.1")),
        Change("\"value\": \"mean\", \"gate\"", "\"gate\"", nil, "", name("pool.value", "mean", "roleBalancedMean")),
        Change("\"smallestGroup\": 4", "\"smallestGroup\": 5", nil, "", number("pool.smallestGroup", 4, 5)),
        Change("\"firm\": 0.9", "\"firm\": 0.95", nil, "", number("coverage.firm", 0.9, 0.95)),
        Change("\"notApplicableFlag\": 0.3,", "", nil, "", number("notApplicableFlag", 0.3, nil)),
        Change("\"matchedShare\": 0.8", "\"matchedShare\": 0.7", nil, "", number("comparison.matchedShare", 0.8, 0.7)),
        Change("\"burden\": \"harm\", ", "", nil, "", name("presentation.burden", "harm", nil)),
        Change("\"subject\": \"project\",", "", nil, "", name("subject", "project", "organisation")),
    ]

    private func compare(_ change: Change) throws -> QuestionnaireComparison {
        let base = ComparedDefinition()
        return try QuestionnaireComparison(
            old: base.questionnaire(), new: base.replacing(change.old, change.new).questionnaire())
    }

    @Test(arguments: entries)
    func aKeyOfAnEntryChanges(change: Change) throws {
        let comparison = try compare(change)
        #expect(comparison.parts.count == 1 && comparison.settings.isEmpty && !comparison.isEmpty)
        let part = try #require(comparison.parts.first)
        #expect(part.part == change.part && part.added.isEmpty && part.dropped.isEmpty)
        #expect(part.changed.map(\.entry.id) == [change.entry])
        #expect(part.changed.first?.changes == change.changes)
    }

    @Test(arguments: settings)
    func aSettingChanges(change: Change) throws {
        let comparison = try compare(change)
        #expect(comparison.settings == change.changes)
        #expect(comparison.parts.isEmpty && !comparison.isEmpty && comparison.changedItems.isEmpty)
    }

    @Test func anEdgeThatBelongsToTheOtherBand() throws {
        let base = ComparedDefinition()
        let newer = base.replacing("\"upTo\": 0.55", "\"below\": 0.55").replacing("\"above\": 0.55", "\"from\": 0.55")
        let comparison = try QuestionnaireComparison(old: base.questionnaire(), new: newer.questionnaire())
        #expect(
            comparison.parts.first?.changed.first?.changes == [
                Self.number("intervals.high.above", 0.55, nil), Self.number("intervals.high.from", nil, 0.55),
                Self.number("intervals.low.below", nil, 0.55), Self.number("intervals.low.upTo", 0.55, nil),
            ])
    }

    @Test func entriesComeAndGo() throws {
        let base = ComparedDefinition()
        let newer = base.replacing(
            #"{"id": "maker", "title": "Maker"}"#,
            #"{"id": "tester", "title": "Tester"}, {"id": "asker", "title": "A"}"#
        ).replacing(
            #"{"id": "middle", "title": "Middle", "aggregate": "mean""#,
            #"{"id": "score", "title": "S", "aggregate": "max", "of": {"each": {"dimension": "all"}, "metric": "score"}}, {"id": "middle", "title": "Middle", "aggregate": "mean""#
        )
        let comparison = try QuestionnaireComparison(old: base.questionnaire(), new: newer.questionnaire())
        #expect(comparison.parts.map(\.part) == [.roles, .metrics])
        #expect(comparison.parts[0].added.map(\.id) == ["asker", "tester"])
        #expect(comparison.parts[0].dropped.map(\.id) == ["maker"])
        // The single metric is another than the one of each domain that has the same id.
        #expect(comparison.parts[1].added == [PartComparison.Entry(id: "score", each: nil, title: "S")])
        #expect(comparison.parts[1].changed.isEmpty && comparison.parts[1].dropped.isEmpty)
    }

    @Test func aDimensionMovesInTheTree() throws {
        let older = ComparedDefinition().replacing(
            #"{"id": "right", "title": "Right"}"#, #"{"id": "right", "title": "Right"}, {"id": "far", "title": "Far"}"#)
        let newer = ComparedDefinition().replacing(
            #"{"id": "right", "title": "Right"}"#,
            #"{"id": "right", "title": "Right", "children": [{"id": "far", "title": "Far"}]}"#)
        let comparison = try QuestionnaireComparison(old: older.questionnaire(), new: newer.questionnaire())
        #expect(comparison.parts.map(\.part) == [.dimensions])
        #expect(comparison.parts[0].changed.map(\.entry.id) == ["far"])
        #expect(comparison.parts[0].changed[0].changes == [Self.name("parent", "all", "right")])
    }
}

import Assessments
import Foundation
import JSON
import Questionnaires
import Testing

@testable import Reports

@Suite struct ComparisonReportTests {
    /// The small questionnaire as text, and a newer one: an item added, one dropped, one with other words under its old
    /// version, one with a version that is not comparable, a cap, a weight of a role and an effort changed.
    private static func report(_ changes: [(old: String, new: String)]) throws -> ComparisonReport {
        let text = JSONValue.object(SmallDefinition().definition).canonicalText()
        let newer = changes.reduce(text) { $0.replacingOccurrences(of: $1.old, with: $1.new) }
        return try ComparisonReport(
            QuestionnaireComparison(old: questionnaire(text), new: questionnaire(newer)),
            strings: PackageFolder.strings(), library: PackageFolder.templates())
    }

    private static func questionnaire(_ text: String) throws -> Questionnaire {
        let document = try JSONDocument(parsing: Array(text.utf8))
        let decoded = Questionnaire.decode(main: DefinitionFile(name: "small", document: document), parts: [])
        guard let questionnaire = decoded.questionnaire else { throw PackageFolder.Failure(decoded.findings) }
        return questionnaire
    }

    private static let changes = [
        (#""formatVersion": 1"#, #""formatVersion": 1, "comparison": {"matchedShare": 0.8}"#),
        (#""id": "south-F2""#, #""id": "south-F3""#),
        (#""label": "Label of north-F2""#, #""label": "Other label""#),
        (#""label": "Label of north-B2""#, #""version": 2, "weight": 2.5, "label": "Label of north-B2""#),
        (#""4": 0.15"#, #""4": 0.1"#), (#""north": 2"#, #""north": 3"#), (#""offset": 0.01"#, #""offset": 0.02"#),
    ]

    @Test func inTheTerminal() throws {
        let text = try Self.report(Self.changes).wideText()
        #expect(
            text == """
                What changed from small 1 to small 1

                Please look again
                  ! north-F2: reworded but still version 1: give it version 2, and comparableWith [1] if the answers mean the same

                Settings
                  ~ comparison.matchedShare: – → 0.8

                Items
                  + south-F3 Label of south-F2
                  - south-F2 Label of south-F2
                  ~ north-B2 Label of north-B2: reweighted and given a new version, id or concept
                      version: 1 → 2
                      weight: 1 → 2.5
                      not comparable: version 2 does not list version 1 in comparableWith
                  ~ north-F2 Other label: reworded
                      label: changed
                      stays comparable

                Roles
                  ~ makers (makers)
                      weights.north: 2 → 3
                  ~ users (users)
                      weights.north: 2 → 3

                Metrics
                  ~ cap for each of domain (cap)
                      through.table.critical.4: 0.15 → 0.1
                  ~ overall (overall)
                      offset: 0.01 → 0.02

                Items that stay comparable
                  6 of 8: north-B1, north-F1, north-F2, south-B1, south-B2 and south-F1

                Matched share of each metric
                  The questionnaire takes a metric to be comparable over time from a matched share of 80 % on.
                  ! south.facilitators  50.0 %, not comparable over time (not matched: south-F3)
                  ! north.burden  28.6 %, not comparable over time (not matched: north-B2)
                  ! north.cap  28.6 %, not comparable over time (not matched: north-B2)
                  ! north.score  54.5 %, not comparable over time (not matched: north-B2)
                  ! south.score  75.0 %, not comparable over time (not matched: south-F3)
                  ! north.band  54.5 %, not comparable over time (not matched: north-B2)
                  ! south.band  75.0 %, not comparable over time (not matched: south-F3)
                  ! overall  63.2 %, not comparable over time (not matched: north-B2 and south-F3)
                  ! weakest  63.2 %, not comparable over time (not matched: north-B2 and south-F3)
                  ! middle  63.2 %, not comparable over time (not matched: north-B2 and south-F3)
                  ! overallBand  63.2 %, not comparable over time (not matched: north-B2 and south-F3)
                  3 metrics rest on matched items alone.

                """)
    }

    @Test func inMarkdown() throws {
        let text = try Self.report(Self.changes).markdown()
        #expect(
            text.hasPrefix("# What changed from small 1 to small 1\n\n## Please look again\n\n- north-F2: reworded"))
        let shown = MarkdownStructure.visibleText(text)
        #expect(shown.contains("- **Added:** south-F3 Label of south-F2\n- **Dropped:** south-F2 Label of south-F2\n"))
        #expect(shown.contains("  - label: “Label of north-F2” → “Other label”\n  - stays comparable\n"))
        #expect(shown.contains("| north: score | north.score | 54.5 % | **not comparable over time** | north-B2 |\n"))
        let structure = MarkdownStructure(text)
        #expect(structure.count { $0 == .row(columns: 5) } == 13)
        #expect(structure.count { if case .foreign = $0 { true } else { false } } == 0)
    }

    @Test func inJSON() throws {
        let tree = try JSONTree(try Self.report(Self.changes).json())
        #expect(tree["isDifferent"].flag == true)
        #expect(tree["items"]["added"].list.map { $0["id"].text } == ["south-F3"])
        #expect(tree["items"]["dropped"].list.map { $0["id"].text } == ["south-F2"])
        let changed = tree["items"]["changed"].list
        #expect(changed.map { $0["id"].text } == ["north-B2", "north-F2"])
        #expect(changed[0]["comparability"].text == "anotherVersion")
        #expect(changed[0]["changes"].list[1]["key"].text == "weight")
        #expect(changed[0]["changes"].list[1]["new"].number == 2.5)
        #expect(changed[1]["kinds"].list.map(\.text) == ["reworded"])
        #expect(tree["warnings"].list.map { $0["item"].text } == ["north-F2"])
        #expect(tree["metrics"]["changed"].list[0]["each"]["dimension"].text == "domain")
        let match = try #require(tree["matchedShares"].list.first { $0["metric"].text == "south.score" })
        #expect(match["share"].number == 0.75 && match["isComparable"].flag == false)
        #expect(match["unmatched"].list.map(\.text) == ["south-F3"])
        #expect(tree["matchedShareNeeded"].number == 0.8)
        #expect(tree["settings"].list.map { $0["key"].text } == ["comparison.matchedShare"])
    }

    /// An item asked under another condition, which takes another kind of answer, and an option of another scale.
    private static let conditions = [
        (#""id": "north-F2""#, #""id": "north-F2", "visibleWhen": {"item": "north-F1", "value": {"atLeast": 0.5}}"#),
        (#""id": "south-F1""#, #""id": "south-F1", "canBeNotApplicable": false"#),
        (#""formatVersion": 1"#, #""formatVersion": 1, "channels": [{"id": "risk", "title": "Risk"}]"#),
    ]

    @Test func conditionsInTheTerminal() throws {
        let text = try Self.report(Self.conditions).wideText()
        #expect(
            text.contains(
                """
                Please look again
                  ! north-F2: asked under another condition but still version 1: give it version 2, and comparableWith \
                [1] if the answers mean the same
                  ! south-F1: rescaled but still version 1: give it version 2, and comparableWith [1] if the answers \
                mean the same

                Items
                  ~ north-F2 Label of north-F2: asked under another condition
                      visibleWhen: – → item north-F1 value atLeast 0.5
                      stays comparable
                  ~ south-F1 Label of south-F1: rescaled
                      canBeNotApplicable: true → false
                      stays comparable

                Channels
                  + risk (Risk)

                """))
    }

    @Test func conditionsInJSON() throws {
        let tree = try JSONTree(try Self.report(Self.conditions).json())
        let changed = tree["items"]["changed"].list
        #expect(changed.map { $0["kinds"].list.map(\.text) } == [["rerouted"], ["rescaled"]])
        let change = changed[0]["changes"].list[0]
        #expect(change["key"].text == "visibleWhen" && change["new"].text == "item north-F1 value atLeast 0.5")
        #expect(change.names == ["key", "new", "old"] && change["old"].text == nil)
        #expect(changed[1]["changes"].list[0]["old"].flag == true && changed[1]["changes"].list[0]["new"].flag == false)
        #expect(tree["warnings"].list.map { $0["kinds"].list.map(\.text) } == [["rerouted"], ["rescaled"]])
        #expect(tree["channels"]["added"].list.map { $0["id"].text } == ["risk"])
    }

    /// What a list holds no more is not mistaken for a list that is gone.
    @Test func anEmptyList() throws {
        let text = try Self.report([("\"items\": {\n", "\"items\": {\"ids\": [],\n")]).text()
        #expect(text.contains("of.items.ids: – → []\n"))
    }

    @Test func nothingChanged() throws {
        let report = try Self.report([])
        let none = "What changed from small 1 to small 1\n\nBoth questionnaires say the same.\n"
        #expect(try report.text() == none)
        #expect(try report.markdown() == "# " + none)
        #expect(try JSONTree(report.json())["isDifferent"].flag == false)
    }

    @Test func withoutAThreshold() throws {
        let text = try Self.report([(#""id": "south-F2""#, #""id": "south-F3""#)]).text()
        #expect(text.contains("    south.score  75.0 % (not matched: south-F3)\n"))
        #expect(!text.contains("over time"))
    }

    /// What stands in a definition is text and no more, in the terminal and in Markdown.
    @Test(arguments: Injection.chosen)
    func hostileTexts(text: String) throws {
        func report(_ text: String) throws -> ComparisonReport {
            var (older, newer) = (SmallDefinition(), SmallDefinition())
            older.text = { _ in "before" }
            newer.text = { _ in text }
            newer.domains = ["north", "west"]
            return try ComparisonReport(
                QuestionnaireComparison(old: older.questionnaire(), new: newer.questionnaire()),
                strings: PackageFolder.strings(), library: PackageFolder.templates())
        }
        let (hostile, harmless) = (try report(text), try report("harmless"))
        #expect(try MarkdownStructure(hostile.markdown()) == MarkdownStructure(harmless.markdown()))
        let shown = try hostile.text()
        let lines = try [hostile, harmless].map { try $0.wideText().split(separator: "\n").count }
        #expect(lines[0] == lines[1])
        #expect(shown.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    }

    @Test func aFaultInTheTemplateHasAPlace() throws {
        let questionnaire = try SmallDefinition().questionnaire()
        let report = ComparisonReport(
            QuestionnaireComparison(old: questionnaire, new: questionnaire), strings: try PackageFolder.strings(),
            library: try PackageFolder.templates(replacing: ["diff.txt": "{{titel}}"]))
        let failure = #expect(throws: ReportFailure.self) { try report.text() }
        #expect(failure?.description.hasPrefix("templates/diff.txt.mustache:1:1: error: the name 'titel'") == true)
    }
}

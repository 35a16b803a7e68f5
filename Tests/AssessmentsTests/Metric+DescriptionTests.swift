import Questionnaires
import Testing

@testable import Assessments

@Suite struct MetricDescriptionTests {
    /// A change to the text of the definition, the metric in which it is told, and how.
    struct Change: CustomTestStringConvertible, Sendable {
        let old: String
        let new: String
        let metric: String
        let changes: [KeyChange]

        init(_ old: String, _ new: String, _ metric: String, _ changes: KeyChange...) {
            self.old = old
            self.new = new
            self.metric = metric
            self.changes = changes
        }

        var testDescription: String { "\(metric) \(changes.map(\.key))" }
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

    private static func names(_ key: String, _ old: [String]?, _ new: [String]?) -> KeyChange {
        KeyChange(key: key, old: old.map(DefinitionValue.names), new: new.map(DefinitionValue.names))
    }

    private static func condition(_ key: String, _ old: String?, _ new: String?) -> KeyChange {
        KeyChange(key: key, old: old.map(DefinitionValue.condition), new: new.map(DefinitionValue.condition))
    }

    static let aggregates = [
        Change("\"shownAs\": \"number\", ", "", "danger", name("shownAs", "number", "points")),
        Change("\"channel\": \"risk\"", "\"channel\": \"profit\"", "danger", name("channel", "risk", "profit")),
        Change(", \"channel\": \"risk\"", "", "danger", name("channel", "risk", nil)),
        Change(
            "\"aggregate\": \"quantile\", \"quantile\": 0.75", "\"aggregate\": \"median\"", "upper",
            name("aggregate", "quantile", "median"), number("quantile", 0.75, nil)),
        Change(
            "\"not\": {\"gateRating\": {\"below\": \"s2\"}}", "\"not\": {\"gateRating\": {\"below\": \"s1\"}}", "tally",
            condition("where", "not(gateRating below s2)", "not(gateRating below s1)")),
        Change(
            "\"of\": {\"items\": {\"ids\": [\"F1\", \"B1\"]}}", "\"of\": {\"items\": {\"ids\": [\"F2\", \"B1\"]}}",
            "plain", names("of.items.ids", ["B1", "F1"], ["B1", "F2"])),
        // None of the items, and all of them.
        Change(
            "{\"ids\": [\"F1\", \"B1\"]}", "{\"ids\": []}", "plain", names("of.items.ids", ["B1", "F1"], [])),
        Change(
            "{\"ids\": [\"F1\", \"B1\"]}", "{}", "plain", name("of.items", nil, "{}"),
            names("of.items.ids", ["B1", "F1"], nil)),
        Change(
            "\"aggregate\": \"mean\", \"of\": {\"items\": {}}", "\"aggregate\": \"mean\", \"of\": {\"metrics\": []}",
            "total", name("of.items", "{}", nil), names("of.metrics", nil, [])),
        Change(
            "{\"each\": \"children\", \"metric\": \"score\"}",
            "{\"each\": {\"dimension\": \"whole\"}, \"metric\": \"score\"}", "total",
            name("of.each", "children", nil), number("of.each.depth", nil, 1),
            name("of.each.dimension", nil, "whole")),
        Change(
            "{\"metrics\": [\"help\", \"lid\"]}", "{\"metrics\": [\"lid\", \"help\", \"lid\"]}", "score",
            KeyChange(key: "of.metrics.lid", old: .number(1), new: .names(["1", "1"]))),
    ]

    static let rules = [
        Change("\"possible\": \"danger\"", "\"possible\": \"plain\"", "most", name("possible", "danger", "plain")),
        Change(
            "{\"dimension\": \"right\", \"direction\": \"facilitator\"}",
            "{\"dimension\": \"right\", \"tags\": {\"team\": \"red\"}}", "most",
            names(
                "exclusive",
                [
                    "[{dimension left}, {direction facilitator, dimension right}]",
                    "[{ids F1 F2}, {ids Q1}, {tags.class hard}]",
                ],
                [
                    "[{dimension left}, {dimension right, tags.team red}]",
                    "[{ids F1 F2}, {ids Q1}, {tags.class hard}]",
                ])),
        Change("\"adjust\": \"overall\"", "\"adjust\": \"upper\"", "changed", name("adjust", "overall", "upper")),
        Change(
            "\"scale\": 0.9}", "\"add\": 0.9}", "changed", number("steps.1.add", nil, 0.9),
            number("steps.1.scale", 0.9, nil)),
        Change(
            "\"unknown\": \"apply\", \"scale\"", "\"scale\"", "changed", name("steps.1.unknown", "apply", "withhold")),
        Change(
            "\"relativeTo\": \"overall\"},\n", "\"relativeTo\": \"upper\"},\n", "changed",
            condition(
                "steps.1.when", "metric left.score value below 0.4 relativeTo overall",
                "metric left.score value below 0.4 relativeTo upper")),
        Change(
            "{\"asOf\": {\"atLeast\": \"2027-01-01\", \"below\": \"2029-01-01\"}}",
            "{\"asOf\": {\"atLeast\": \"2028-01-01\"}}", "changed",
            condition(
                "steps.2.when", "asOf atLeast 2027-01-01 below 2029-01-01", "asOf atLeast 2028-01-01")),
        Change(
            "{\"metric\": \"left.help\", \"times\": 2}", "{\"metric\": \"left.help\"}", "changed",
            number("steps.3.cap.times", 2, 1)),
        Change(
            "{\"metric\": \"left.help\", \"times\": 2}", "0.8", "changed", number("steps.3.cap", nil, 0.8),
            name("steps.3.cap.metric", "left.help", nil), number("steps.3.cap.times", 2, nil)),
        Change("{\"floor\": 0.1}", "{\"floor\": 0.2}", "changed", number("steps.4.floor", 0.1, 0.2)),
        Change(
            "\"item\": \"OF1\", \"option\": \"o2\"", "\"item\": \"OF1\", \"option\": \"o3\"", "changed",
            condition("steps.5.when", "subject bureau item OF1 option o2", "subject bureau item OF1 option o3")),
        Change(
            "\"round\": \"halfEven\", \"places\": 2", "\"round\": \"floor\"", "changed", number("steps.6.places", 2, 0),
            name("steps.6.round", "halfEven", "floor")),
        // Steps go by their places.
        Change(
            "{\"floor\": 0.1},", "", "changed", number("steps.4.floor", 0.1, nil),
            name("steps.4.scale.metric", nil, "upper"), number("steps.4.scale.times", nil, 1),
            name("steps.4.unknown", nil, "withhold"),
            condition("steps.4.when", nil, "subject bureau item OF1 option o2"), number("steps.5.places", nil, 2),
            name("steps.5.round", nil, "halfEven"), name("steps.5.scale.metric", "upper", nil),
            number("steps.5.scale.times", 1, nil), name("steps.5.unknown", "withhold", nil),
            condition("steps.5.when", "subject bureau item OF1 option o2", nil), number("steps.6.places", 2, nil),
            name("steps.6.round", "halfEven", nil)),
        Change(
            "{\"subject\": \"bureau\", \"metric\": \"left.score\"}",
            "{\"subject\": \"partner\", \"metric\": \"right.score\"}", "theirs",
            name("reference.metric", "left.score", "right.score"), name("reference.subject", "bureau", "partner")),
        // Another kind.
        Change(
            "\"reference\": {\"subject\": \"bureau\", \"metric\": \"left.score\"}",
            "\"adjust\": \"left.score\", \"steps\": [{\"cap\": 1}]", "theirs", name("adjust", nil, "left.score"),
            name("reference.metric", "left.score", nil), name("reference.subject", "bureau", nil),
            number("steps.1.cap", nil, 1)),
    ]

    static let levels = [
        Change(
            "\"at\": {\"value\": {\"atLeast\": 0.7}}", "\"at\": {\"value\": {\"above\": 0.7}}", "ladder",
            condition("level.at", "value atLeast 0.7", "value above 0.7")),
        Change(
            "\"below\": {\"value\": {\"atLeast\": 0.9}}, ", "", "ladder",
            condition("level.below", "value atLeast 0.9", nil)),
        Change("\"base\": -1", "\"base\": -2", "ladder", number("level.base", -1, -2)),
        Change("\"value\": 1.5", "\"value\": 2", "ladder", number("level.levels.begun.value", 1.5, 2)),
        Change("\"Begun\"", "\"Started\"", "ladder", text("level.levels.begun.title", "Begun", "Started")),
        Change(
            "\"of\": {\"items\": {\"dimension\": \"left\"}}",
            "\"of\": {\"items\": {\"dimension\": \"left\", \"direction\": \"blocker\"}}", "ladder",
            name("level.levels.begun.of.items.direction", nil, "blocker")),
        Change(
            "\"base\": -1, \"empty\": \"passes\"", "\"base\": -1", "ladder",
            name("level.levels.begun.empty", "passes", "fails")),
        Change(
            "\"missing\": {\"dontKnow\": \"fails\"}", "\"missing\": {\"dontKnow\": \"leaveOut\"}", "ladder",
            name("level.levels.done.missing.dontKnow", "fails", "leaveOut")),
        Change(
            "{\"metrics\": [\"left.place\"]}", "{\"metrics\": [\"overallPlace\"]}", "rungs",
            number("level.levels.first.of.metrics.left.place", 1, nil),
            number("level.levels.first.of.metrics.overallPlace", nil, 1)),
        Change(
            "{\"id\": \"first\", \"title\": \"First\", \"of\": {\"metrics\": [\"left.place\"]}},", "", "rungs",
            names("level.levels", ["first", "second"], ["second"]),
            name("level.levels.first.empty", "fails", nil),
            name("level.levels.first.missing.dontKnow", "fails", nil),
            name("level.levels.first.missing.notApplicable", "leaveOut", nil),
            name("level.levels.first.missing.unanswered", "fails", nil),
            name("level.levels.first.missing.withheld", "withhold", nil),
            number("level.levels.first.of.metrics.left.place", 1, nil),
            text("level.levels.first.title", "First", nil), number("level.levels.first.value", 1, nil),
            number("level.levels.second.value", 2, 1)),
        Change(
            "{\"coverage\": {\"below\": 0.5}}", "{\"coverage\": {\"below\": 0.6}}", "rungs",
            condition(
                "level.at", "any(band atLeast high, coverage below 0.5)", "any(band atLeast high, coverage below 0.6)")),
    ]

    static let verdicts = [
        Change(
            "\"title\": \"Go\"", "\"title\": \"Forward\"", "decision",
            text("verdict.outcomes.go.title", "Go", "Forward")),
        Change(
            "\"description\": \"Begin\", \"value\": 2", "\"value\": 3", "decision",
            text("verdict.outcomes.go.description", "Begin", nil), number("verdict.outcomes.go.value", 2, 3)),
        Change("\"unknown\": \"holds\", ", "", "decision", name("verdict.rules.1.unknown", "holds", "withhold")),
        Change("\"is\": \"wait\"}", "\"is\": \"stop\"}", "decision", name("verdict.rules.2.is", "wait", "stop")),
        Change(
            "\"because\": \"It is late\"}", "\"because\": \"Late\"}", "decision",
            text("verdict.rules.1.because", "It is late", "Late")),
        Change(
            "\"band\": \"low\"}", "\"band\": {\"atMost\": \"low\"}}", "decision",
            condition(
                "verdict.rules.2.when", "any(metric overall coverage below 0.7, metric overallPlace band equals low)",
                "any(metric overall coverage below 0.7, metric overallPlace band atMost low)")),
        Change(
            "{\"is\": \"go\", \"because\": \"Nothing is in the way\"}", "{\"is\": \"wait\"}", "decision",
            text("verdict.otherwise.because", "Nothing is in the way", nil),
            name("verdict.otherwise.is", "go", "wait")),
    ]

    @Test(arguments: aggregates + rules + levels + verdicts)
    func aKeyOfAMetricChanges(change: Change) throws {
        let comparison = try EveryKindDefinition.comparison(replacing: change.old, with: change.new)
        #expect(comparison.parts.count == 1 && comparison.settings.isEmpty && comparison.changedItems.isEmpty)
        let part = try #require(comparison.parts.first)
        #expect(part.part == .metrics && part.added.isEmpty && part.dropped.isEmpty)
        #expect(part.changed.map(\.entry.id) == [change.metric])
        #expect(part.changed.first?.changes == change.changes)
    }

    /// The order of branches, of conditions joined, and of keys means nothing; that of steps and rules does.
    @Test func theOrderThatMeansNothing() throws {
        for (old, new) in [
            (
                "[{\"dimension\": \"left\"}, {\"dimension\": \"right\", \"direction\": \"facilitator\"}]",
                "[{\"direction\": \"facilitator\", \"dimension\": \"right\"}, {\"dimension\": \"left\"}]"
            ),
            (
                "{\"any\": [{\"band\": {\"atLeast\": \"high\"}}, {\"coverage\": {\"below\": 0.5}}]}",
                "{\"any\": [{\"coverage\": {\"below\": 0.5}}, {\"band\": {\"atLeast\": \"high\"}}]}"
            ),
            ("{\"metrics\": [\"help\", \"lid\"]}", "{\"metrics\": [\"lid\", \"help\"]}"),
            // The same as without the key.
            (
                "\"at\": {\"outcome\": \"go\"},",
                "\"at\": {\"outcome\": \"go\"}, \"below\": {\"outcome\": \"go\"}, \"base\": 0,"
            ),
        ] {
            #expect(try EveryKindDefinition.comparison(replacing: old, with: new).isEmpty, "\(new)")
        }
    }
}

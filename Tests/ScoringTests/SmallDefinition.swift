import Questionnaires
import ResponseTables
import Responses
import Scoring

/// A small questionnaire for one test: the domains `left`, with `inner` and `outer` below it, and `right`; answers from
/// option 0, worth 0, to option 4, worth 1.
struct SmallDefinition {
    /// Each as `id`, then pairs of a dimension and the role's weight in it.
    var roles = ["a", "b", "c", "d", "e"]
    /// Each as `id dimension direction`, then pairs such as `weight 2`, `class critical`, `area north`.
    var items: [String]
    /// Metrics of each domain, as JSON.
    var domainMetrics: [String] = []
    /// Metrics that exist once, as JSON.
    var metrics: [String] = []
    /// Further groups of metrics, as JSON.
    var groups: [String] = []
    /// Further members of the definition, as JSON.
    var further: [String] = []
    var scale = [0, 0.25, 0.5, 0.75, 1]

    func questionnaire() throws -> Questionnaire { try DefinitionFixture.text(json) }

    /// The JSON of a metric.
    static func metric(_ id: String, _ body: String) -> String { #"{"id": "\#(id)", "title": "\#(id)", \#(body)}"# }

    /// The metrics of a domain as the shipped questionnaire has them.
    static let methodOfDomain = [
        metric("facilitators", #""aggregate": "mean", "of": {"items": {"direction": "facilitator"}}"#),
        metric("blockersMean", #""aggregate": "mean", "of": {"items": {"direction": "blocker"}}"#),
        metric("blockersWorst", #""aggregate": "max", "of": {"items": {"direction": "blocker"}}"#),
        metric("burden", #""aggregate": "sum", "of": {"metrics": {"blockersWorst": 0.5, "blockersMean": 0.5}}"#),
        metric("cap", #""aggregate": "min", "of": {"items": {"direction": "blocker"}}, \#(table), \#(condition)"#),
        metric("score", #""aggregate": "min", "of": {"metrics": ["facilitators", "cap"]}"#),
    ]

    static let methodOfAll = [
        metric("overall", #""aggregate": "geometricMean", "offset": 0.01, \#(ofScores)"#),
        metric("arithmetic", #""aggregate": "mean", \#(ofScores)"#),
        metric("weakest", #""aggregate": "min", \#(ofScores)"#),
    ]

    static let coverage = #""coverage": {"firm": 0.8, "provisional": 0.6}"#

    private static let ofScores = #""of": {"each": {"dimension": "all"}, "metric": "score"}"#
    private static let condition = #""missing": {"unanswered": "condition", "dontKnow": "condition"}"#
    private static let table = """
        "through": {"by": ["class", "gateRating"], "table": {"critical": {"3": 0.5, "4": 0.15},
        "limiting": {"3": 0.85, "4": 0.5}}, "otherwise": 1}
        """

    private var json: String {
        let options = scale.enumerated().map { #"{"id": "\#($0)", "value": \#($1)}"# }
        var groups = groups
        if !domainMetrics.isEmpty {
            groups.append(#"{"each": {"dimension": "all"}, "define": [\#(domainMetrics.joined(separator: ","))]}"#)
        }
        if !metrics.isEmpty { groups.append(#"{"define": [\#(metrics.joined(separator: ","))]}"#) }
        let members =
            [
                #""formatVersion": 1, "id": "small", "version": "1", "language": "en", "title": "Small""#,
                #""dimensions": [\#(SmallDefinition.dimensions)]"#, #""tags": [\#(SmallDefinition.tags)]"#,
                #""roles": [\#(roles.map(SmallDefinition.role).joined(separator: ","))]"#,
                #""scales": [{"id": "five", "options": [\#(options.joined(separator: ","))]}]"#,
                #""items": [\#(items.map(SmallDefinition.item).joined(separator: ","))]"#,
                #""metrics": [\#(groups.joined(separator: ","))]"#,
            ] + further
        return "{\(members.joined(separator: ",\n"))}"
    }

    private static let dimensions = """
        {"id": "all", "title": "All", "children": [
            {"id": "left", "title": "Left", "children": [
                {"id": "inner", "title": "Inner"}, {"id": "outer", "title": "Outer"}]},
            {"id": "right", "title": "Right"}]}
        """

    private static let tags = """
        {"id": "class", "title": "Class", "values": [
            {"id": "critical", "title": "C"}, {"id": "limiting", "title": "L"}, {"id": "drag", "title": "D"}]},
        {"id": "area", "title": "Area", "values": [
            {"id": "north", "title": "N"}, {"id": "south", "title": "S"}, {"id": "west", "title": "W"}]}
        """

    private static func role(_ text: String) -> String {
        let words = text.split(separator: " ")
        let weights = stride(from: 1, to: words.count - 1, by: 2).map { #""\#(words[$0])": \#(words[$0 + 1])"# }
        return #"{"id": "\#(words[0])", "title": "T", "weights": {\#(weights.joined(separator: ","))}}"#
    }

    private static func item(_ text: String) -> String {
        let words = text.split(separator: " ").map(String.init)
        var tags: [String] = []
        var further = ""
        for place in stride(from: 3, to: words.count - 1, by: 2) {
            if words[place] == "weight" {
                further += #", "weight": \#(words[place + 1])"#
            } else {
                tags.append(#""\#(words[place])": "\#(words[place + 1])""#)
            }
        }
        return """
            {"id": "\(words[0])", "dimension": "\(words[1])", "direction": "\(words[2])", "scale": "five",
            "label": "L", "tags": {\(tags.joined(separator: ","))}\(further)}
            """
    }
}

extension Scores {
    /// The scores of a table of answers, see ``Response/table(_:for:)``; gate ratings set directly by item.
    static func table(
        _ questionnaire: Questionnaire, _ text: String, collection: Wave.Collection = .survey,
        gateRatings: KeyValuePairs<String, Int> = [:]
    ) -> Scores {
        let ratings = gateRatings.map {
            GateRating(item: $0.key, position: $0.value, role: "a", date: "2026-01-01", evidence: "seen")
        }
        return Scores(
            questionnaire: questionnaire, wave: Wave(id: "w", collection: collection, gateRatings: ratings),
            responses: Response.table(text, for: questionnaire))
    }
}

/// Whether a number is there and equals another but for rounding.
func isClose(_ value: Double?, _ expected: Double, within width: Double = 1e-12) -> Bool {
    value.map { abs($0 - expected) <= width } ?? false
}

/// Whether both numbers are missing, or are equal but for rounding.
func areSame(_ value: Double?, _ expected: Double?, within width: Double = 1e-12) -> Bool {
    expected.map { isClose(value, $0, within: width) } ?? (value == nil)
}

/// Whether two ranges are equal but for rounding.
func areSameRange(_ range: ClosedRange<Double>?, _ expected: ClosedRange<Double>?, within width: Double) -> Bool {
    areSame(range?.lowerBound, expected?.lowerBound, within: width)
        && areSame(range?.upperBound, expected?.upperBound, within: width)
}

import Assessments
import Foundation
import JSON
import Questionnaires
import ResponseTables
import Responses

/// A small questionnaire with the shipped method, and an office that answers it: the domains `left` and `right`; answers
/// from option 0, worth 0, to option 4, worth 1.
struct SmallOffice {
    /// Each as `id dimension direction`, then pairs such as `class critical`, `mirror B1`, `area north`, `weight 2`.
    var items: [String]
    var roles = ["a", "b", "c", "d"]
    /// Each as `id effort`, then groups such as `builds L1 0.75` and `removes B1 0.25 1`, then perhaps `when …` in JSON.
    var recommendations: [String] = []
    var presentsTags = false
    /// Further members of the definition, as JSON.
    var further: [String] = []

    func assess(
        _ table: String, collection: Wave.Collection = .consensus, invited: [String: Int] = [:],
        gateRatings: KeyValuePairs<String, Int> = [:], targets: [String: Double] = [:], comments: Bool = false
    ) throws -> Assessment {
        let questionnaire = try questionnaire()
        return try assess(
            table.isEmpty ? [] : Response.table(table, for: questionnaire), collection: collection, invited: invited,
            gateRatings: gateRatings, targets: targets, comments: comments)
    }

    func assess(
        _ responses: [Response], collection: Wave.Collection, invited: [String: Int] = [:],
        gateRatings: KeyValuePairs<String, Int> = [:], targets: [String: Double] = [:], comments: Bool = false
    ) throws -> Assessment {
        let ratings = gateRatings.map {
            GateRating(item: $0.key, position: $0.value, role: "a", date: "2026-01-01", evidence: "seen")
        }
        return try Assessment(
            questionnaire: questionnaire(),
            workspace: Workspace(
                organisation: "Office", questionnaire: "small", language: "en", targets: targets,
                sharing: Workspace.Sharing(comments: comments)),
            wave: Wave(id: "w", collection: collection, invited: invited, gateRatings: ratings), responses: responses)
    }

    /// The shipped questionnaire, answered by agreement; options by their place.
    static func shipped(_ answers: [String: Int], targets: [String: Double] = [:]) throws -> Assessment {
        let response = Response(
            respondent: "r", role: "it", wave: "w", answers: answers.mapValues { Answer(.option(position: $0)) })
        return try Assessment(
            questionnaire: shippedQuestionnaire(),
            workspace: Workspace(organisation: "Office", questionnaire: "q", language: "en", targets: targets),
            wave: Wave(id: "w", collection: .consensus), responses: [response])
    }

    /// The answers of the worked example in the method.
    static let workedExample = [
        "OF1": 2, "OF2": 3, "OF3": 1, "OF4": 2, "OF5": 2, "OB1": 1, "OB2": 2, "OB3": 3, "OB4": 2, "CF1": 3, "CF2": 3,
        "CF3": 1, "CF4": 2, "CB1": 2, "CB2": 3, "CB3": 2, "EF1": 3, "EF2": 2, "EF3": 3, "EF4": 3, "EB1": 0, "EB2": 1,
        "EB3": 2, "EB4": 3, "TF1": 3, "TF2": 2, "TF3": 2, "TF4": 3, "TF5": 2, "TB1": 1, "TB2": 4, "TB3": 3, "IF1": 2,
        "IF2": 3, "IF3": 3, "IB1": 2, "IB2": 2,
    ]

    static func shippedQuestionnaire() throws -> Questionnaire {
        let folder = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("questionnaires/ml-maturity")
        func file(_ name: String) throws -> DefinitionFile {
            let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
            return DefinitionFile(name: name, document: try JSONDocument(parsing: bytes))
        }
        let main = try file("questionnaire.json")
        return try decode(main, parts: Questionnaire.partNames(of: main.document).map(file))
    }

    func questionnaire() throws -> Questionnaire { try SmallOffice.questionnaire(json) }

    static func questionnaire(_ json: String) throws -> Questionnaire {
        try decode(DefinitionFile(name: "test", document: JSONDocument(parsing: Array(json.utf8))), parts: [])
    }

    private static func decode(_ main: DefinitionFile, parts: [DefinitionFile]) throws -> Questionnaire {
        let decoded = Questionnaire.decode(main: main, parts: parts)
        guard let questionnaire = decoded.questionnaire else {
            throw Failure(description: decoded.findings.map(\.description).joined(separator: "\n"))
        }
        return questionnaire
    }

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }
}

/// The definition in JSON.
extension SmallOffice {
    private var json: String {
        let options = (0...4).map { #"{"id": "\#($0)", "value": \#(Double($0) / 4)}"# }
        let family = presentsTags ? #"{"tag": "area"}"# : #"{"dimension": "all"}"#
        let members =
            [
                #""formatVersion": 1, "id": "small", "version": "1", "language": "en", "title": "Small""#,
                #""dimensions": [{"id": "all", "title": "All", "children": [\#(SmallOffice.domains)]}]"#,
                #""tags": [\#(SmallOffice.tags)]"#,
                #""roles": [\#(roles.map { #"{"id": "\#($0)", "title": "T"}"# }.joined(separator: ","))]"#,
                #""scales": [{"id": "five", "options": [\#(options.joined(separator: ","))]}]"#,
                #""items": [\#(items.map(SmallOffice.item).joined(separator: ","))]"#,
                #""metrics": [\#(SmallOffice.metrics(family))]"#,
                #""bands": [{"id": "halves", "intervals": [{"id": "low", "below": 0.5}, {"id": "high", "from": 0.5}]}]"#,
                #""recommendationPolicy": {"rankBy": [\#(SmallOffice.rankBy)]}"#,
                #""recommendations": [\#(recommendations.map(SmallOffice.recommendation).joined(separator: ","))]"#,
                #""presentation": {"members": \#(family), \#(SmallOffice.presentation)}"#,
            ] + further
        return "{\(members.joined(separator: ",\n"))}"
    }

    private static let domains = """
        {"id": "left", "title": "Left", "description": "The left one"}, {"id": "right", "title": "Right"}
        """

    private static let tags = """
        {"id": "class", "title": "Class", "values": [
            {"id": "critical", "title": "C"}, {"id": "limiting", "title": "L"}, {"id": "drag", "title": "D"}]},
        {"id": "area", "title": "Area", "values": [
            {"id": "north", "title": "North", "description": "Cold"}, {"id": "south", "title": "South"}]}
        """

    private static let rankBy = #"""
        {"gain": {"overall": 1}}, {"gain": {"facilitators": 1, "burden": -1}}, "effort", "id"
        """#

    private static let presentation = """
        "facilitators": "facilitators", "burden": "burden", "cap": "cap", "score": "score", "band": "band",
        "overall": "overall", "overallBand": "overallBand"
        """

    private static func metrics(_ family: String) -> String {
        let table = """
            {"by": ["class", "gateRating"], "table": {"critical": {"3": 0.5, "4": 0.15},
            "limiting": {"3": 0.85, "4": 0.5}}, "otherwise": 1}
            """
        let help = #""of": {"items": {"direction": "facilitator"}}"#
        let hinder = #""of": {"items": {"direction": "blocker"}}"#
        let condition = #""missing": {"unanswered": "condition", "dontKnow": "condition"}"#
        return """
            {"each": \(family), "define": [
                {"id": "facilitators", "title": "F", "aggregate": "mean", \(help)},
                {"id": "blockersMean", "title": "M", "aggregate": "mean", \(hinder)},
                {"id": "blockersWorst", "title": "W", "aggregate": "max", \(hinder)},
                {"id": "burden", "title": "B", "aggregate": "sum",
                    "of": {"metrics": {"blockersWorst": 0.5, "blockersMean": 0.5}}},
                {"id": "cap", "title": "C", "aggregate": "min", \(hinder), "through": \(table), \(condition)},
                {"id": "score", "title": "S", "aggregate": "min", "of": {"metrics": ["facilitators", "cap"]}},
                {"id": "band", "title": "S", "band": "score", "in": "halves"}]},
            {"define": [
                {"id": "overall", "title": "G", "aggregate": "mean", "of": {"each": \(family), "metric": "score"}},
                {"id": "overallBand", "title": "G", "band": "overall", "in": "halves"}]}
            """
    }

    private static func item(_ text: String) -> String {
        let words = text.split(separator: " ").map(String.init)
        var tags: [String] = []
        var further = ""
        for place in stride(from: 3, to: words.count - 1, by: 2) {
            switch words[place] {
            case "weight": further += #", "weight": \#(words[place + 1])"#
            case "mirror": further += #", "mirror": "\#(words[place + 1])""#
            default: tags.append(#""\#(words[place])": "\#(words[place + 1])""#)
            }
        }
        return """
            {"id": "\(words[0])", "dimension": "\(words[1])", "direction": "\(words[2])", "scale": "five",
            "label": "L", "tags": {\(tags.joined(separator: ","))}\(further)}
            """
    }

    private static func recommendation(_ text: String) -> String {
        let parts = text.split(separator: " when ", maxSplits: 1).map(String.init)
        let words = parts[0].split(separator: " ").map(String.init)
        var effects: [String: [String]] = ["builds": [], "removes": []]
        for (place, word) in words.enumerated() {
            switch word {
            case "builds": effects[word]?.append(#""\#(words[place + 1])": {"floor": \#(words[place + 2])}"#)
            case "removes":
                effects[word]?.append(
                    #""\#(words[place + 1])": {"ceiling": \#(words[place + 2]), "gateCeiling": "\#(words[place + 3])"}"#
                )
            default: break
            }
        }
        return """
            {"id": "\(words[0])", "dimension": "left", "title": "T", "summary": "S", "responsible": "a",
            "effortDays": \(words[1]), "builds": {\(effects["builds", default: []].joined(separator: ","))},
            "removes": {\(effects["removes", default: []].joined(separator: ","))}
            \(parts.count > 1 ? ", \"when\": \(parts[1])" : "")}
            """
    }
}

/// Whether a number is there and equals another but for rounding.
func isClose(_ value: Double?, _ expected: Double) -> Bool { value.map { abs($0 - expected) <= 1e-12 } ?? false }

import JSON
import Testing

/// A mistake that authors make, in the files with all keys: a key of an object is set, or taken away.
struct TellingDamage: CustomTestStringConvertible, Sendable {
    /// The schemas of the files in which the object may stand.
    let schemas: [String]
    /// The id of the item, metric or option; nothing where the way begins at the top.
    let id: String?
    /// The names on the way from there to the object.
    let way: [String]
    let key: String
    /// JSON; nothing to take the key away.
    let text: String?

    init(_ id: String, _ way: String..., key: String, _ text: String?) {
        schemas = ["questionnaire", "part"]
        self.id = id
        self.way = way
        self.key = key
        self.text = text
    }

    /// - Parameter way: names, and places in lists counted from 0.
    init(in schema: String, _ way: String..., key: String, _ text: String?) {
        schemas = [schema]
        id = nil
        self.way = way
        self.key = key
        self.text = text
    }

    var testDescription: String { "\(id ?? schemas[0]) \(way.map { "\($0)." }.joined())\(key) = \(text ?? "nothing")" }

    /// Mistakes in what belongs together, which chance seldom makes.
    static let all = [
        // Kinds of answers.
        TellingDamage("M1", "answer", key: "combine", nil),
        TellingDamage("A1", "answer", key: "combine", "\"sum\""),
        TellingDamage("A1", "answer", key: "points", #"[{"at": 0, "value": 0}, {"at": 1, "value": 1}]"#),
        TellingDamage("A1", "answer", key: "yes", "{}"),
        TellingDamage("M1", "answer", key: "unit", "\"days\""),
        TellingDamage("A1", "answer", key: "type", "\"number\""),
        TellingDamage("A1", "answer", key: "type", "\"text\""),
        TellingDamage("Y1", key: "scale", "\"degree\""),
        TellingDamage("A1", key: "scale", nil),
        TellingDamage("A1", key: "weight", "-1"),
        // Kinds of metrics and their keys.
        TellingDamage("upper", key: "quantile", nil),
        TellingDamage("middle", key: "quantile", "0.5"),
        TellingDamage("middle", key: "offset", "0.1"),
        TellingDamage("middle", key: "where", #"{"state": "answered"}"#),
        TellingDamage("count", key: "where", nil),
        TellingDamage("share", key: "of", #"{"metrics": ["overall"]}"#),
        TellingDamage("middle", key: "through", #"{"by": ["class"], "table": {}, "otherwise": 1}"#),
        TellingDamage("middle", key: "channel", "\"impact\""),
        TellingDamage("middle", key: "steps", #"[{"cap": 1}]"#),
        TellingDamage("middle", key: "in", "\"achievement\""),
        TellingDamage("middle", key: "level", "{}"),
        TellingDamage("adjusted", key: "steps", nil),
        TellingDamage("adjusted", key: "aggregate", "\"mean\""),
        TellingDamage("possible", key: "empty", "1"),
        TellingDamage("overallBand", key: "in", nil),
        TellingDamage("upper", key: "of", nil),
        TellingDamage("upper", "of", key: "weights", #"{"data": 1}"#),
        TellingDamage("cap", "through", key: "table", #"{"critical": 0.5}"#),
        TellingDamage("rated", "through", key: "table", #"{"1": {"1": 0.5}}"#),
        TellingDamage("maturity", "level", key: "at", #"{"band": "L"}"#),
        TellingDamage("capability", "level", key: "at", #"{"state": "answered"}"#),
        TellingDamage("two", key: "of", #"{"metrics": ["overall"]}"#),
        // Conditions.
        TellingDamage("count", "where", key: "is", nil),
        TellingDamage("count", "where", key: "value", #"{"above": 0}"#),
        TellingDamage("count", "where", key: "item", "\"A1\""),
        TellingDamage("R1", "when", key: "item", "\"A1\""),
        TellingDamage("R1", "when", key: "state", "\"answered\""),
        TellingDamage("R1", "when", key: "asOf", #"{"above": "2026-01-01"}"#),
        TellingDamage("R1", "when", key: "number", #"{"above": 1}"#),
        TellingDamage("R1", "when", key: "is", "\"x\""),
        TellingDamage("R1", "when", key: "all", #"[{"item": "A1", "state": "answered"}]"#),
        TellingDamage("A1", "visibleWhen", key: "relativeTo", "\"overall\""),
        TellingDamage("data", "visibleWhen", key: "gateRating", #"{"above": "0"}"#),
        TellingDamage("data", "visibleWhen", key: "option", nil),
        TellingDamage("L", key: "from", "0.6"),
        TellingDamage("R2", key: "builds", "{}"),
        // Files about projects.
        TellingDamage(in: "records", "conditions", "0", key: "check", nil),
        TellingDamage(in: "records", "conditions", "0", key: "blocker", "\"TB2\""),
        TellingDamage(in: "records", "conditions", "0", key: "stage", "\"stage5\""),
        TellingDamage(in: "records", "conditions", "1", key: "stage", nil),
        TellingDamage(in: "records", "overrides", "0", key: "byRole", nil),
        TellingDamage(in: "project", key: "gsbpm", "\"5.21\""),
        TellingDamage(in: "project", key: "gsbpm", "\"05\""),
        TellingDamage(in: "project", key: "gsbpm", "\"5.2.1\""),
        TellingDamage(in: "project", "outcome", key: "date", nil),
        TellingDamage(in: "benchmark", "required", key: "upperSeconds", nil),
        TellingDamage(in: "benchmark", key: "windowSeconds", "-1"),
        TellingDamage(in: "response", key: "project", "\"coding\""),
        TellingDamage(in: "response", key: "wave", nil),
        TellingDamage(in: "response", "answers", "Y1", key: "evidence", "{\"text\": \"A letter.\"}"),
        TellingDamage(in: "response", "answers", "Y1", key: "evidence", "[\"A letter.\"]"),
        TellingDamage(in: "readiness", "status", "rules", "0", "when", "0", key: "atLeast", nil),
        TellingDamage(in: "readiness", "status", "rules", "0", "when", "0", key: "own", "[\"ready\"]"),
        TellingDamage(in: "readiness", "status", "rules", "0", "when", "0", key: "fact", "\"signs\""),
        TellingDamage(in: "readiness", "status", "rules", "1", "when", "0", key: "above", "1"),
        TellingDamage(in: "readiness", "shelving", "signs", "0", "raisedBy", "1", key: "fact", "\"unproven\""),
        TellingDamage(in: "readiness", "shelving", "signs", "0", "raisedBy", "0", key: "below", nil),
        TellingDamage(in: "readiness", "shelving", "levels", "0", key: "whenAny", nil),
        TellingDamage(in: "readiness", "shelving", "levels", "0", "whenAny", "0", key: "equals", "1"),
        TellingDamage(in: "readiness", "shelving", "otherwise", key: "whenAny", "[]"),
        TellingDamage(in: "readiness", "hardware", "contradictions", "0", key: "atLeast", nil),
        TellingDamage(in: "readiness", "hardware", "partly", key: "months", "12"),
        TellingDamage(in: "readiness", "inheritance", "effectAt", key: "2", "\"stop\""),
        TellingDamage(in: "readiness", "inheritance", "blockers", "OB1", key: "stage1", "\"listed\""),
        TellingDamage(in: "readiness", "riskStandings", "notAsked", key: "upTo", "0.5"),
        TellingDamage(in: "readiness", "approaches", "0", key: "purpose", "\"To think.\""),
    ]

    /// The file with the mistake.
    func apply(to value: JSONValue) throws -> JSONValue {
        let part = try text.map { JSONValue(try JSONDocument(parsing: Array($0.utf8))) }
        var isDone = false
        func damaged(_ target: JSONValue) -> JSONValue {
            var members = target.members
            isDone = members[key] != part
            members[key] = part
            return .object(members)
        }
        let steps = way.map { name in id == nil ? Int(name).map(Step.element) ?? .member(name) : .member(name) }
        let result =
            id.map { id in
                value.replacingFirst(
                    where: { $0.members["id"] == .string(id) }, by: { $0.replacing(steps, by: damaged) })
            } ?? value.replacing(steps, by: damaged)
        guard isDone else { throw SchemaMistake("\(testDescription) changes nothing") }
        return result
    }
}

extension JSONValue {
    /// The value with the first part that satisfies a condition changed.
    fileprivate func replacingFirst(
        where isMeant: (JSONValue) -> Bool, by change: (JSONValue) -> JSONValue
    ) -> JSONValue {
        guard let place = places.first(where: { self[$0].map(isMeant) == true }) else { return self }
        return replacing(place, by: change)
    }
}

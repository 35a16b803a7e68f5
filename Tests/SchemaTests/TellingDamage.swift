import JSON
import Testing

/// A mistake that authors make, in the definition with all keys: a key of an object is set, or taken away.
struct TellingDamage: CustomTestStringConvertible, Sendable {
    /// The id of the item, metric or option.
    let id: String
    /// The names on the way from there to the object.
    let way: [String]
    let key: String
    /// JSON; nothing to take the key away.
    let text: String?

    init(_ id: String, _ way: String..., key: String, _ text: String?) {
        self.id = id
        self.way = way
        self.key = key
        self.text = text
    }

    var testDescription: String { "\(id) \(way.map { "\($0)." }.joined())\(key) = \(text ?? "nothing")" }

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
    ]

    /// The definition with the mistake, and the place of it.
    func apply(to value: JSONValue) throws -> JSONValue {
        let part = try text.map { JSONValue(try JSONDocument(parsing: Array($0.utf8))) }
        var isDone = false
        let result = value.replacingFirst(
            where: { $0.members["id"] == .string(id) },
            by: { object in
                object.replacing(way.map(Step.member)) { target in
                    var members = target.members
                    isDone = members[key] != part
                    members[key] = part
                    return .object(members)
                }
            })
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

import JSON
import Questionnaires
import Testing

/// Makes whole definitions of the examples of rules.
enum ExampleDefinition {
    /// Whatever an example leaves out.
    private static let rest = [
        ("formatVersion", "1"), ("id", "\"example\""), ("version", "\"1\""), ("language", "\"en\""),
        ("title", "\"Example\""), ("dimensions", #"[{"id": "work", "title": "Work"}]"#),
        (
            "scales",
            #"[{"id": "level", "options": [{"id": "no", "value": 0}, {"id": "partly", "value": 0.5}, "#
                + #"{"id": "yes", "value": 1}]}]"#
        ),
        ("items", #"[{"id": "A", "dimension": "work", "direction": "none", "scale": "level", "label": "A"}]"#),
        (
            "metrics",
            #"[{"define": [{"id": "score", "title": "Score", "aggregate": "mean", "of": {"items": {}}}]}]"#
        ),
    ]

    /// The text with the members that are missing behind its own, so that its lines and columns stay as they are.
    static func completed(_ example: String) throws -> String {
        let document = try JSONDocument(parsing: Array(example.utf8))
        guard case .object(let members) = document.root.content else { throw Failure() }
        let names = Set(members.map(\.name))
        let isScaleNeeded = !names.contains("items") || example.contains("\"level\"")
        let missing = rest.filter { !names.contains($0.0) && ($0.0 != "scales" || isScaleNeeded) }
        let end = try #require(example.lastIndex(of: "}"))
        return example[..<end] + (names.isEmpty ? "" : ", ")
            + missing.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + "}"
    }

    static func decoded(_ example: String) throws -> DecodedQuestionnaire {
        try decoded(whole: completed(example))
    }

    static func decoded(whole text: String) throws -> DecodedQuestionnaire {
        let file = DefinitionFile(name: "q.json", document: try JSONDocument(parsing: Array(text.utf8)))
        let decoded = Questionnaire.decode(main: file, parts: [])
        for error in decoded.findings where error.severity == .error {
            Issue.record("\(error)")
        }
        return decoded
    }

    struct Failure: Error {}
}

extension JSONNode {
    /// The place of the value at a path as findings write it, without names in brackets.
    func offset(at path: String) -> Int? {
        var node = self
        for step in path.dropFirst().split(whereSeparator: { $0 == "." || $0 == "[" }) {
            switch node.content {
            case .object(let members):
                guard let member = members.first(where: { $0.name == step }) else { return nil }
                node = member.value
            case .array(let elements):
                guard let index = Int(step.dropLast()), elements.indices.contains(index) else { return nil }
                node = elements[index]
            default: return nil
            }
        }
        return node.offset
    }
}

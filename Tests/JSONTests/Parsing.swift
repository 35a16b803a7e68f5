@testable import JSON

/// Parses a text that is expected to be JSON, and gives what it says without the places.
func parse(_ text: String, limits: JSONLimits = JSONLimits()) throws -> JSONValue {
    JSONValue(try JSONDocument(parsing: Array(text.utf8), limits: limits).root)
}

/// What the parser says about bytes that are expected not to be JSON; nothing where it accepts them.
func syntaxError(in bytes: [UInt8], limits: JSONLimits = JSONLimits()) -> JSONSyntaxError? {
    do throws(JSONSyntaxError) {
        _ = try JSONDocument(parsing: bytes, limits: limits)
        return nil
    } catch {
        return error
    }
}

func syntaxError(in text: String, limits: JSONLimits = JSONLimits()) -> JSONSyntaxError? {
    syntaxError(in: Array(text.utf8), limits: limits)
}

/// A reader of a text, whose findings are those of the file `test.json`.
func reader(of text: String) throws -> JSONReader {
    JSONReader(try JSONDocument(parsing: Array(text.utf8)), file: "test.json")
}

extension JSONValue {
    /// What was read, as a value to be written; each number becomes a double.
    init(_ node: JSONNode) {
        switch node.content {
        case .null: self = .null
        case .bool(let value): self = .bool(value)
        case .number(let number): self = .number(number.value)
        case .string(let text): self = .string(text)
        case .array(let elements): self = .array(elements.map { JSONValue($0) })
        case .object(let members):
            self = .object(Dictionary(uniqueKeysWithValues: members.map { ($0.name, JSONValue($0.value)) }))
        }
    }

    /// The value with every integer as the nearest double, as it comes back from a file.
    var withDoubles: JSONValue {
        switch self {
        case .integer(let number): .number(Double(number))
        case .array(let elements): .array(elements.map(\.withDoubles))
        case .object(let members): .object(members.mapValues(\.withDoubles))
        default: self
        }
    }
}

/// A text with every construct of JSON, several lines, and characters of one to four bytes.
let sampleText = """
    {
      "empty": [{}, [], ""],
      "literals": [true, false, null],
      "numbers": [0, -0, 12, -3.25, 1e3, 2.5E-3, 9007199254740993],
      "texts": ["plain", "ä ß 中 😀", "\\" \\\\ \\/ \\b \\f \\n \\r \\t", "\\u00e4 \\ud83d\\ude00 \\u0000"],
      "näme": {"a": {"b": [[[1], 2], {"c": "d"}]}},
      "last": "end"
    }
    """

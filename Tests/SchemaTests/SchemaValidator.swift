import JSON

/// Checks values against schemas, as far as JSON Schema (draft 2020-12) is used here.
///
/// A keyword that it does not know is refused when it is made: otherwise a schema could say what nobody checks.
struct SchemaValidator {
    /// The schemas by the names of their files.
    let schemas: [String: JSONValue]

    init(_ schemas: [String: JSONValue]) throws {
        self.schemas = schemas
        for (name, schema) in schemas.sorted(by: { $0.key < $1.key }) { try check(schema, file: name, place: "#") }
    }

    /// What a value did to a schema.
    struct Outcome {
        /// What is wrong, each with the path of the value; nothing for a value that is as the schema says.
        var problems: [String] = []
        /// The keys that the schema knows of the objects of the value, by their paths; only of objects in which no
        /// other keys may occur.
        var keys: [String: Set<String>] = [:]

        var isValid: Bool { problems.isEmpty }
    }

    func validate(_ value: JSONValue, against file: String) throws -> Outcome {
        guard let schema = schemas[file] else { throw SchemaMistake("there is no schema \(file)") }
        var outcome = Outcome()
        try outcome.problems = problems(of: value, schema, Place(file: file, path: "$"), &outcome.keys)
        return outcome
    }

    /// Where one is: in which file of schemas, and at which value.
    private struct Place {
        let file: String
        let path: String

        func member(_ name: String) -> Place { Place(file: file, path: PathText.member(path, name)) }
        func element(_ index: Int) -> Place { Place(file: file, path: "\(path)[\(index)]") }
    }

    private func problems(
        of value: JSONValue, _ schema: JSONValue, _ place: Place, _ keys: inout [String: Set<String>]
    ) throws -> [String] {
        if case .bool(let isAnything) = schema { return isAnything ? [] : ["\(place.path): may not be here"] }
        guard case .object(let members) = schema else { throw SchemaMistake("a schema is no object") }
        var result: [String] = []
        func report(_ problem: String) { result.append("\(place.path): \(problem)") }
        if let reference = members["$ref"]?.text {
            let (file, target) = try resolve(reference, in: place.file)
            result += try problems(of: value, target, Place(file: file, path: place.path), &keys)
        }
        if let type = members["type"]?.text, !value.isOf(type: type) { report("is not of type \(type)") }
        if let constant = members["const"], constant != value { report("is not \(constant)") }
        if let choices = members["enum"]?.elements, !choices.contains(value) { report("is none of the choices") }
        result += try combined(value, members, place, &keys)
        switch value {
        case .object(let values): result += try problems(of: values, members, place, &keys)
        case .array(let elements):
            if let least = members["minItems"]?.count, elements.count < least { report("has too few elements") }
            if let most = members["maxItems"]?.count, elements.count > most { report("has too many elements") }
            if members["uniqueItems"] == true, Set(elements).count < elements.count { report("has an element twice") }
            if let schema = members["items"] {
                for (index, element) in elements.enumerated() {
                    result += try problems(of: element, schema, place.element(index), &keys)
                }
            }
        case .string(let text):
            if let pattern = members["pattern"]?.text, try !Pattern(pattern).matches(text) {
                report("does not match \(pattern)")
            }
        case .number(let number):
            if case .number(let least)? = members["minimum"], number < least { report("is too low") }
            if case .number(let most)? = members["maximum"], number > most { report("is too high") }
        default: break
        }
        return result
    }

    /// The keywords that combine schemas.
    private func combined(
        _ value: JSONValue, _ members: [String: JSONValue], _ place: Place, _ keys: inout [String: Set<String>]
    ) throws -> [String] {
        var result: [String] = []
        for schema in members["allOf"]?.elements ?? [] { result += try problems(of: value, schema, place, &keys) }
        if let schemas = members["anyOf"]?.elements {
            let branches = try schemas.map { try problems(of: value, $0, place, &keys) }
            if !branches.contains(where: \.isEmpty) { result += ["\(place.path): fits none"] + branches.joined() }
        }
        if let schemas = members["oneOf"]?.elements {
            let branches = try schemas.map { try problems(of: value, $0, place, &keys) }
            let count = branches.count(where: \.isEmpty)
            if count != 1 { result += ["\(place.path): fits \(count) in place of one"] + branches.joined() }
        }
        if let schema = members["not"], try problems(of: value, schema, place, &keys).isEmpty {
            result.append("\(place.path): fits what it may not")
        }
        if let condition = members["if"] {
            let holds = try problems(of: value, condition, place, &keys).isEmpty
            if let schema = members[holds ? "then" : "else"] {
                result += try problems(of: value, schema, place, &keys)
            }
        }
        return result
    }

    private func problems(
        of values: [String: JSONValue], _ members: [String: JSONValue], _ place: Place,
        _ keys: inout [String: Set<String>]
    ) throws -> [String] {
        var result: [String] = []
        let known = members["properties"]?.members ?? [:]
        if members["additionalProperties"] == false { keys[place.path, default: []].formUnion(known.keys) }
        for (name, value) in values.sorted(by: { $0.key < $1.key }) {
            if let schema = known[name] ?? members["additionalProperties"] {
                result += try problems(of: value, schema, place.member(name), &keys)
            }
            if let schema = members["propertyNames"] {
                result += try problems(of: .string(name), schema, place.member(name), &keys)
            }
            for needed in members["dependentRequired"]?.members[name]?.elements ?? [] {
                if values[needed.text ?? ""] == nil { result.append("\(place.path): \(name) needs \(needed)") }
            }
        }
        for name in members["required"]?.elements ?? [] where values[name.text ?? ""] == nil {
            result.append("\(place.path): \(name) is missing")
        }
        if let least = members["minProperties"]?.count, values.count < least {
            result.append("\(place.path): has too few members")
        }
        return result
    }

    /// The schema that a reference leads to: a definition of this file, or of the one that is named.
    private func resolve(_ reference: String, in file: String) throws -> (file: String, schema: JSONValue) {
        let parts = reference.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
        let target = parts[0].isEmpty ? file : parts[0]
        let prefix = "/$defs/"
        guard parts.count == 2, parts[1].hasPrefix(prefix),
            let schema = schemas[target]?.members["$defs"]?.members[String(parts[1].dropFirst(prefix.count))]
        else { throw SchemaMistake("\(file): \(reference) leads nowhere") }
        return (target, schema)
    }
}

/// A schema that is wrong, or says what is not checked here.
struct SchemaMistake: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}

/// The keywords that are known.
extension SchemaValidator {
    private static let annotations = ["$schema", "$id", "title", "description"]
    private static let withSchema = ["not", "if", "then", "else", "additionalProperties", "items", "propertyNames"]
    private static let withSchemas = ["allOf", "anyOf", "oneOf"]
    private static let withNamedSchemas = ["properties", "$defs"]
    private static let types = ["object", "array", "string", "number", "integer", "boolean", "null"]

    /// Refuses unknown keywords, and known ones with values that they cannot have.
    private func check(_ schema: JSONValue, file: String, place: String) throws {
        if case .bool = schema { return }
        guard case .object(let members) = schema else { throw SchemaMistake("\(file) \(place): no schema") }
        for (keyword, value) in members {
            let here = "\(place)/\(keyword)"
            func expect(_ isFine: Bool) throws {
                if !isFine { throw SchemaMistake("\(file) \(here): not a value of this keyword") }
            }
            switch keyword {
            case _ where Self.annotations.contains(keyword): try expect(value.text != nil)
            case _ where Self.withSchema.contains(keyword): try check(value, file: file, place: here)
            case _ where Self.withSchemas.contains(keyword):
                try expect(value.elements?.isEmpty == false)
                for element in value.elements ?? [] { try check(element, file: file, place: here) }
            case _ where Self.withNamedSchemas.contains(keyword):
                try expect(value.isOf(type: "object"))
                for (name, member) in value.members { try check(member, file: file, place: "\(here)/\(name)") }
            case "$ref": _ = try resolve(value.text ?? "", in: file)
            case "type": try expect(Self.types.contains(value.text ?? ""))
            case "const": break
            case "enum": try expect(value.elements?.isEmpty == false)
            case "required": try expect(value.elements?.allSatisfy { $0.text != nil } == true)
            case "dependentRequired":
                try expect(value.members.values.allSatisfy { $0.elements?.allSatisfy { $0.text != nil } == true })
            case "minItems", "maxItems", "minProperties": try expect(value.count != nil)
            case "uniqueItems": try expect(value == true)
            case "minimum", "maximum": try expect(value.isOf(type: "number"))
            case "pattern": _ = try Pattern(value.text ?? "")
            default: throw SchemaMistake("\(file) \(here): the keyword is not known here")
            }
        }
        if members["if"] == nil, members["then"] != nil || members["else"] != nil {
            throw SchemaMistake("\(file) \(place): a branch without \"if\"")
        }
    }
}

/// A regular expression for whole texts, or `\S` for a text that is not blank; nothing else is understood the same
/// everywhere.
private struct Pattern {
    private let expression: Regex<AnyRegexOutput>?

    init(_ source: String) throws {
        if source == #"\S"# {
            expression = nil
        } else if source.hasPrefix("^"), source.hasSuffix("$") {
            expression = try Regex(String(source.dropFirst().dropLast())).matchingSemantics(.unicodeScalar)
        } else {
            throw SchemaMistake("\(source) is no pattern for a whole text")
        }
    }

    func matches(_ text: String) throws -> Bool {
        guard let expression else { return text.unicodeScalars.contains { !$0.properties.isWhitespace } }
        return try expression.wholeMatch(in: text) != nil
    }
}

extension JSONValue {
    var text: String? {
        if case .string(let text) = self { return text }
        return nil
    }

    var elements: [JSONValue]? {
        if case .array(let elements) = self { return elements }
        return nil
    }

    var members: [String: JSONValue] {
        if case .object(let members) = self { return members }
        return [:]
    }

    /// A count as a keyword gives it.
    fileprivate var count: Int? {
        if case .number(let number) = self, number >= 0 { return Int(exactly: number) }
        return nil
    }

    fileprivate func isOf(type: String) -> Bool {
        switch self {
        case .null: type == "null"
        case .bool: type == "boolean"
        case .integer: type == "number" || type == "integer"
        case .number(let number): type == "number" || type == "integer" && number.rounded() == number
        case .string: type == "string"
        case .array: type == "array"
        case .object: type == "object"
        }
    }
}

import JSON

/// A step from a value to one within it.
enum Step: Hashable {
    case member(String)
    case element(Int)
}

/// Paths as findings write them.
enum PathText {
    static func member(_ path: String, _ name: String) -> String {
        let isPlain =
            !name.isEmpty
            && name.utf8.enumerated().allSatisfy { position, byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"):
                    true
                case UInt8(ascii: "0")...UInt8(ascii: "9"): position > 0
                default: false
                }
            }
        return isPlain ? "\(path).\(name)" : "\(path)['\(name)']"
    }

    static func of(_ steps: [Step]) -> String {
        steps.reduce("$") { path, step in
            switch step {
            case .member(let name): member(path, name)
            case .element(let index): "\(path)[\(index)]"
            }
        }
    }
}

extension JSONValue {
    /// A document as a value; all its numbers are doubles, so that equal numbers are equal values.
    init(_ document: JSONDocument) { self.init(document.root) }

    private init(_ node: JSONNode) {
        switch node.content {
        case .null: self = .null
        case .bool(let value): self = .bool(value)
        case .number(let number): self = .number(number.value)
        case .string(let text): self = .string(text)
        case .array(let elements): self = .array(elements.map { JSONValue($0) })
        case .object(let members):
            self = .object(
                Dictionary(members.map { ($0.name, JSONValue($0.value)) }, uniquingKeysWith: { first, _ in first }))
        }
    }

    /// The document that the value makes.
    func document() throws -> JSONDocument { try JSONDocument(parsing: Array(canonicalText().utf8)) }

    /// The ways to the value itself and to all that it holds.
    var places: [[Step]] {
        switch self {
        case .array(let elements):
            [[]] + elements.enumerated().flatMap { index, element in element.places.map { [.element(index)] + $0 } }
        case .object(let members):
            [[]]
                + members.sorted { $0.key < $1.key }
                .flatMap { name, member in member.places.map { [.member(name)] + $0 } }
        default: [[]]
        }
    }

    subscript(steps: [Step]) -> JSONValue? {
        var value = self
        for step in steps {
            switch (value, step) {
            case (.object(let members), .member(let name)):
                guard let member = members[name] else { return nil }
                value = member
            case (.array(let elements), .element(let index)) where elements.indices.contains(index):
                value = elements[index]
            default: return nil
            }
        }
        return value
    }

    /// The value with another one at a place.
    func replacing(_ steps: some Collection<Step>, by change: (JSONValue) -> JSONValue) -> JSONValue {
        guard let step = steps.first else { return change(self) }
        switch (self, step) {
        case (.object(var members), .member(let name)):
            guard let member = members[name] else { return self }
            members[name] = member.replacing(steps.dropFirst(), by: change)
            return .object(members)
        case (.array(var elements), .element(let index)) where elements.indices.contains(index):
            elements[index] = elements[index].replacing(steps.dropFirst(), by: change)
            return .array(elements)
        default: return self
        }
    }
}

/// A JSON value as it was read, with the place where it stands.
public struct JSONNode: Sendable {
    public enum Content: Sendable {
        case null
        case bool(Bool)
        case number(JSONNumber)
        case string(String)
        case array([JSONNode])
        /// The members in the order of the file; no name occurs twice.
        case object([JSONMember])
    }

    public let content: Content
    /// Where the value begins: bytes from the start of the text.
    public let offset: Int

    public init(content: Content, offset: Int) {
        self.content = content
        self.offset = offset
    }

    /// The member of an object; nothing where the value is no object, or has none of that name.
    public func member(_ name: String) -> JSONNode? {
        guard case .object(let members) = content else { return nil }
        return members.first { $0.name == name }?.value
    }
}

/// A member of an object: its name, its value and where the name stands.
public struct JSONMember: Sendable {
    public let name: String
    public let nameOffset: Int
    public let value: JSONNode

    /// The member with another value in the place of its own.
    public func with(_ value: JSONNode) -> JSONMember {
        JSONMember(name: name, nameOffset: nameOffset, value: value)
    }
}

/// A number as it was written and as a double.
public struct JSONNumber: Sendable, Hashable {
    /// The characters in the file, which keep decimals exact.
    public let text: String
    /// The nearest double; always finite.
    public let value: Double
}

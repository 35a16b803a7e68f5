extension JSONNode {
    /// A value that stands in no file yet.
    public init(_ content: Content) { self.init(content: content, offset: 0) }

    /// An object with its members in this order.
    public static func object(_ members: [(name: String, value: JSONNode)]) -> JSONNode {
        JSONNode(.object(members.map { JSONMember(name: $0.name, nameOffset: 0, value: $0.value) }))
    }

    public static func string(_ text: String) -> JSONNode { JSONNode(.string(text)) }

    /// The value as text that people go on with: members in their order, numbers as they were written, two spaces of
    /// indentation, a line feed at the end.
    public func text() -> String {
        var bytes: [UInt8] = []
        write(to: &bytes, indentation: 0)
        bytes.append(UInt8(ascii: "\n"))
        return String(decoding: bytes, as: UTF8.self)
    }

    private func write(to bytes: inout [UInt8], indentation: Int) {
        switch content {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
        case .number(let number): bytes.append(contentsOf: number.text.utf8)
        case .string(let text): JSONValue.write(text, to: &bytes)
        case .array(let elements):
            JSONValue.writeList(elements, open: "[", close: "]", to: &bytes, indentation: indentation) {
                $0.write(to: &$1, indentation: $2)
            }
        case .object(let members):
            JSONValue.writeList(members, open: "{", close: "}", to: &bytes, indentation: indentation) {
                JSONValue.write($0.name, to: &$1)
                $1.append(contentsOf: ": ".utf8)
                $0.value.write(to: &$1, indentation: $2)
            }
        }
    }
}

extension JSONValue {
    /// The canonical text: UTF-8, members sorted by name, two spaces of indentation, a line feed at the end.
    ///
    /// Equal values give equal bytes. Numbers are written with the fewest digits that read back as the same double.
    public func canonicalText() -> String {
        var bytes: [UInt8] = []
        write(to: &bytes, indentation: 0)
        bytes.append(UInt8(ascii: "\n"))
        return String(decoding: bytes, as: UTF8.self)
    }

    private func write(to bytes: inout [UInt8], indentation: Int) {
        switch self {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
        case .integer(let value): bytes.append(contentsOf: String(value).utf8)
        case .number(let value): JSONValue.write(value, to: &bytes)
        case .string(let value): JSONValue.write(value, to: &bytes)
        case .array(let elements):
            JSONValue.writeList(elements, open: "[", close: "]", to: &bytes, indentation: indentation) {
                $0.write(to: &$1, indentation: $2)
            }
        case .object(let members):
            let sorted = members.sorted { $0.key < $1.key }
            JSONValue.writeList(sorted, open: "{", close: "}", to: &bytes, indentation: indentation) {
                JSONValue.write($0.key, to: &$1)
                $1.append(contentsOf: ": ".utf8)
                $0.value.write(to: &$1, indentation: $2)
            }
        }
    }

    static func writeList<Element>(
        _ elements: [Element], open: Unicode.Scalar, close: Unicode.Scalar, to bytes: inout [UInt8], indentation: Int,
        element: (Element, inout [UInt8], Int) -> Void
    ) {
        bytes.append(UInt8(ascii: open))
        for (position, value) in elements.enumerated() {
            if position > 0 { bytes.append(UInt8(ascii: ",")) }
            newLine(in: &bytes, indentation: indentation + 2)
            element(value, &bytes, indentation + 2)
        }
        if !elements.isEmpty { newLine(in: &bytes, indentation: indentation) }
        bytes.append(UInt8(ascii: close))
    }

    private static func newLine(in bytes: inout [UInt8], indentation: Int) {
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indentation))
    }

    static func write(_ number: Double, to bytes: inout [UInt8]) {
        if let whole = Int(exactly: number), whole.magnitude < 1 << 53 {
            bytes.append(contentsOf: String(whole).utf8)
        } else {
            bytes.append(contentsOf: (number.isFinite ? number.description : "null").utf8)
        }
    }

    static func write(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): bytes.append(contentsOf: "\\\"".utf8)
            case UInt8(ascii: "\\"): bytes.append(contentsOf: "\\\\".utf8)
            case 0x0A: bytes.append(contentsOf: "\\n".utf8)
            case 0x0D: bytes.append(contentsOf: "\\r".utf8)
            case 0x09: bytes.append(contentsOf: "\\t".utf8)
            case 0..<0x20, 0x7F:
                let digits = String(byte, radix: 16)
                bytes.append(contentsOf: "\\u".utf8)
                bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
                bytes.append(contentsOf: digits.utf8)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}

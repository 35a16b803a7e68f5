/// The way from the root of a document to a value; a linked list, so that going down a level costs nothing to copy.
indirect enum JSONPath: Sendable {
    case root
    case member(JSONPath, String)
    case element(JSONPath, Int)

    /// The path as RFC 9535 writes it, with the dot notation wherever the name allows it.
    var text: String {
        switch self {
        case .root: return "$"
        case .element(let parent, let index): return "\(parent.text)[\(index)]"
        case .member(let parent, let name):
            let isPlain =
                !name.isEmpty
                && name.utf8.enumerated().allSatisfy { position, byte in
                    switch byte {
                    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                        UInt8(ascii: "_"):
                        return true
                    case UInt8(ascii: "0")...UInt8(ascii: "9"): return position > 0
                    default: return false
                    }
                }
            if isPlain { return "\(parent.text).\(name)" }
            return "\(parent.text)['\(JSONPath.escaped(name))']"
        }
    }

    private static func escaped(_ name: String) -> String {
        var result = ""
        for character in name.unicodeScalars {
            switch character {
            case "'", "\\": result += "\\\(character)"
            case "\u{8}": result += "\\b"
            case "\t": result += "\\t"
            case "\n": result += "\\n"
            case "\u{C}": result += "\\f"
            case "\r": result += "\\r"
            case "\u{0}"..<" ", "\u{7F}":
                let digits = String(character.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(character)
            }
        }
        return result
    }
}

import Mustache

extension Escaping {
    /// For text inside a line of CommonMark with tables: nothing in it is markup, a link, HTML or the end of a cell.
    ///
    /// Characters that could mean something are preceded by a backslash (CommonMark 0.31, section 2.4), `<` and `&`
    /// become entities so that viewers that pass HTML through show them too, and line breaks become spaces.
    static let markdown = Escaping { text in MarkdownEscaping.escape(text) }
}

enum MarkdownEscaping {
    static func escape(_ text: String) -> String {
        // Nearly all texts of a report hold nothing to escape, and a look at their bytes tells.
        isHarmless(text) ? text : escapeEach(text)
    }

    /// Whether ``escapeEach(_:)`` would surely return the text unchanged.
    static func isHarmless(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var previous = UInt8(ascii: " ")
            for (index, byte) in bytes.enumerated() {
                let next = index + 1 < bytes.count ? bytes[index + 1] : UInt8(ascii: " ")
                let isHarmless =
                    switch byte {
                    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ","), UInt8(ascii: ";"),
                        UInt8(ascii: "%"), UInt8(ascii: "("), UInt8(ascii: "?"), UInt8(ascii: "'"),
                        UInt8(ascii: "\""), UInt8(ascii: "/"):
                        true
                    case UInt8(ascii: " "): previous != byte && index + 1 < bytes.count
                    case UInt8(ascii: "."), UInt8(ascii: ")"):
                        // After digits these may begin a list, after letters "www" an address.
                        next != UInt8(ascii: " ") || !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[0])
                            ? previous | 0x20 != UInt8(ascii: "w") : false
                    case UInt8(ascii: ":"):
                        next != UInt8(ascii: "/") && previous | 0x20 != UInt8(ascii: "o")
                            && previous | 0x20 != UInt8(ascii: "p")
                    case UInt8(ascii: "-"), UInt8(ascii: "+"): index > 0
                    case 0x80...0xBF: true
                    // Letters of Latin, Greek and Cyrillic script, and typographic marks; other scripts get a closer look.
                    case 0xC3...0xD1: true
                    case 0xE2:
                        next >= 0x82
                            || next == 0x80 && index + 2 < bytes.count && (0x90...0xA7).contains(bytes[index + 2])
                    default: false
                    }
                guard isHarmless else { return false }
                previous = byte
            }
            return true
        }
    }

    static func escapeEach(_ text: String) -> String {
        let scalars = Array(VisibleText.line(text).unicodeScalars)
        var result = ""
        for (index, scalar) in scalars.enumerated() {
            let next = index + 1 < scalars.count ? scalars[index + 1] : nil
            switch scalar {
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "&": result += "&amp;"
            case "\\", "`", "*", "_", "{", "}", "[", "]", "|", "~", "$", "^":
                result += "\\\(scalar)"
            case "@":
                // Viewers look for addresses and names of people after escapes are resolved, so a backslash would not
                // keep them from making a link.
                result += next == nil || next == " " ? "@" : "@&NoBreak;"
            case "#" where index > 0 && scalars[index - 1] == " ":
                // At the end of a heading it would be taken for the heading's own.
                result += "\\#"
            case "#", "+", "-", "=":
                // These mean something only at the beginning of a line, where the text may stand.
                result += index == 0 ? "\\\(scalar)" : "\(scalar)"
            case ".", ")":
                result +=
                    startsList(scalars, until: index, next: next) || endsIn(["www"], result)
                    ? "\\\(scalar)" : "\(scalar)"
            case ":":
                // Some viewers turn bare addresses into links.
                result += next == "/" || endsIn(["mailto", "xmpp"], result) ? "\\:" : ":"
            case "!": result += next == "[" ? "\\!" : "!"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Whether digits from the beginning on, and this mark, would begin a numbered list.
    private static func startsList(_ scalars: [Unicode.Scalar], until index: Int, next: Unicode.Scalar?) -> Bool {
        guard index > 0, index < 10, next == nil || next == " " else { return false }
        return scalars[..<index].allSatisfy { ("0"..."9").contains($0) }
    }

    private static func endsIn(_ words: [String], _ text: String) -> Bool {
        words.contains { text.suffix($0.count).lowercased() == $0 }
    }
}

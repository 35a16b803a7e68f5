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
        let scalars = Array(VisibleText.line(text).unicodeScalars)
        var result = ""
        for (index, scalar) in scalars.enumerated() {
            let next = index + 1 < scalars.count ? scalars[index + 1] : nil
            switch scalar {
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "&": result += "&amp;"
            case "\\", "`", "*", "_", "{", "}", "[", "]", "|", "~", "$", "@", "^":
                result += "\\\(scalar)"
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

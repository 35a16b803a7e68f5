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
        var result = ""
        var isFirst = true
        var digitsSoFar = true
        for character in VisibleText.line(text).unicodeScalars {
            switch character {
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "&": result += "&amp;"
            case "\\", "`", "*", "_", "{", "}", "[", "]", "|", "~", "$", "@", "^":
                result += "\\\(character)"
            case "#", "+", "-", "=":
                // These mean something only at the beginning of a line, where the text may stand.
                result += isFirst ? "\\\(character)" : "\(character)"
            case ".", ")":
                result += digitsSoFar && !isFirst || endsInWWW(result) ? "\\\(character)" : "\(character)"
            case ":":
                // Some viewers turn bare addresses into links.
                result += "\\:"
            case "!": result += "\\!"
            default: result.unicodeScalars.append(character)
            }
            if !("0"..."9").contains(character) { digitsSoFar = false }
            isFirst = false
        }
        return result
    }

    private static func endsInWWW(_ text: String) -> Bool { text.suffix(3).lowercased() == "www" }
}

/// Text in lines of a width, as a terminal shows it.
enum TextWrapping {
    /// Breaks a text between its words; a word that is longer than a line is broken where it must be.
    ///
    /// - Parameters:
    ///   - first: what stands before the first line; the others are indented as far.
    static func lines(_ text: String, width: Int, first: String = "") -> [String] {
        let indent = String(repeating: " ", count: first.count)
        let room = max(8, width - first.count)
        var lines: [String] = []
        var line = ""
        for word in text.split(whereSeparator: \.isWhitespace) {
            var rest = word[...]
            if !line.isEmpty, line.count + 1 + rest.count <= room {
                line += " \(rest)"
                continue
            }
            if !line.isEmpty { lines.append(line) }
            while rest.count > room {
                lines.append(String(rest.prefix(room)))
                rest = rest.dropFirst(room)
            }
            line = String(rest)
        }
        if !line.isEmpty || lines.isEmpty { lines.append(line) }
        return lines.enumerated().map { ($0 == 0 ? first : indent) + $1 }
    }
}

/// Text for a terminal, whose lines are no wider than one of 80 columns.
enum TerminalText {
    private static let columns = 80
    /// How much further in a line goes on that is indented itself, so that it is told from the lines below it.
    private static let hanging = 4
    private static let bullet = "- "

    /// The text with lines that are too wide broken between their words; a word that is wider than that, such as a path,
    /// stays whole.
    static func wrapped(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.count > columns ? broken(line) : String(line)
        }.joined(separator: "\n")
    }

    private static func broken(_ line: Substring) -> String {
        let indentation = line.prefix { $0 == " " }
        let rest = line.dropFirst(indentation.count)
        let further = rest.hasPrefix(bullet) ? bullet.count : indentation.isEmpty ? 0 : hanging
        let indent = indentation + String(repeating: " ", count: further)
        var lines = lines(rest, width: columns - indentation.count, further: columns - indent.count)
        lines[0] = indentation + lines[0]
        return lines.joined(separator: "\n\(indent)")
    }

    /// Breaks a text between its words into lines of at most `width` characters, those after the first of at most
    /// `further`.
    static func lines(_ text: some StringProtocol, width: Int, further: Int? = nil) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if line.isEmpty {
                line = String(word)
            } else if line.count + 1 + word.count <= (lines.isEmpty ? width : further ?? width) {
                line += " \(word)"
            } else {
                lines.append(line)
                line = String(word)
            }
        }
        return line.isEmpty ? lines : lines + [line]
    }
}

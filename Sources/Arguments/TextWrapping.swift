/// A text as lines of at most `width` characters, broken at spaces only; a longer word stands alone on its line.
///
/// Every run of white space counts as one space. Width is counted in characters, which is right for the scripts whose
/// letters take one column.
func wrapped(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
        if line.isEmpty {
            line = String(word)
        } else if line.count + 1 + word.count <= width {
            line += " \(word)"
        } else {
            lines.append(line)
            line = String(word)
        }
    }
    return line.isEmpty ? lines : lines + [line]
}

/// The paragraphs of a text, which blank lines separate.
func paragraphs(of text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
        .split { $0.allSatisfy(\.isWhitespace) }
        .map { $0.joined(separator: " ") }
}

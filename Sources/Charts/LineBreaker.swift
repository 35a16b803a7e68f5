/// Breaks a text into lines that fit a width, as SVG itself does not.
struct LineBreaker {
    /// In px.
    let width: Double
    let style: TextStyle

    /// The lines; none for a text without visible characters. Only a single character may be wider than the width.
    func lines(of text: String) -> [String] {
        var lines: [String] = []
        var line = ""
        for piece in Self.pieces(of: text) {
            let joined = line.isEmpty ? piece.text : line + (piece.followsSpace ? " " : "") + piece.text
            if fits(joined) {
                line = joined
                continue
            }
            if !line.isEmpty { lines.append(line) }
            var rest = piece.text[...]
            while true {
                let head = longestHead(of: rest)
                if head.endIndex == rest.endIndex { break }
                lines.append(String(head))
                rest = rest[head.endIndex...]
            }
            line = String(rest)
        }
        return line.isEmpty ? lines : lines + [line]
    }

    /// As few lines as `lines` makes, of about equal length.
    func balancedLines(of text: String) -> [String] {
        let widest = lines(of: text)
        guard widest.count > 1 else { return widest }
        var best = widest
        for narrower in stride(from: width - 4, to: width / 2, by: -4) {
            let lines = LineBreaker(width: narrower, style: style).lines(of: text)
            guard lines.count == widest.count else { break }
            best = lines
        }
        return best
    }

    private func fits(_ text: String) -> Bool { TextWidth.of(text, style) <= width }

    /// As much of a long word as fits, at least one character.
    private func longestHead(of word: Substring) -> Substring {
        var end = word.index(after: word.startIndex)
        while end < word.endIndex, fits(String(word[...end])) { end = word.index(after: end) }
        return word[..<end]
    }

    /// A run of text within which a line does not break unless it must.
    private struct Piece {
        var text: String
        let followsSpace: Bool
    }

    private static func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        let words = text.split { $0.unicodeScalars.allSatisfy(Markup.isBreakingSpace) }
        for word in words where !word.allSatisfy(\.isWhitespace) {
            var previous: Character?
            for character in word {
                if let before = previous, !mayBreak(between: before, and: character) {
                    pieces[pieces.count - 1].text.append(character)
                } else {
                    pieces.append(Piece(text: String(character), followsSpace: previous == nil))
                }
                previous = character
            }
        }
        return pieces
    }

    /// Besides spaces, lines break after a hyphen within a word and at the sides of characters that fill a square,
    /// though not after opening and not before other punctuation.
    private static func mayBreak(between before: Character, and after: Character) -> Bool {
        if before == "-" { return after.isLetter }
        guard isWide(before) || isWide(after), !opening.contains(before) else { return false }
        return opening.contains(after) || !(after.isPunctuation || after == "ー")
    }

    private static let opening: Set<Character> = ["（", "「", "『", "【", "《", "〈", "“", "‘", "(", "["]

    private static func isWide(_ character: Character) -> Bool {
        character.unicodeScalars.first.map(TextWidth.isWide) == true
    }
}

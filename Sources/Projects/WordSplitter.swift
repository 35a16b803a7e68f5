/// The words of a text in any script.
///
/// A word is a run of letters with their accents and vowel signs. Scripts that put no spaces between words give
/// overlapping pairs of letters instead, which serve as words.
enum WordSplitter {
    /// The words in their order, as they are written.
    ///
    /// - Complexity: O(*n*), *n* the letters of the text.
    static func words(in text: String) -> [Substring] {
        var words: [Substring] = []
        var start: String.Index?
        var isSpaced = true
        var index = text.startIndex
        while index < text.endIndex {
            let letter = text[index]
            let isLetter = letter.isLetter
            let letterIsSpaced = isLetter && usesSpaces(letter)
            if let first = start, !isLetter || letterIsSpaced != isSpaced {
                append(text[first..<index], isSpaced: isSpaced, to: &words)
                start = nil
            }
            if isLetter && start == nil {
                start = index
                isSpaced = letterIsSpaced
            }
            index = text.index(after: index)
        }
        if let first = start { append(text[first...], isSpaced: isSpaced, to: &words) }
        return words
    }

    private static func append(_ run: Substring, isSpaced: Bool, to words: inout [Substring]) {
        guard !isSpaced, var first = run.indices.first, run.count > 2 else {
            words.append(run)
            return
        }
        var second = run.index(after: first)
        while second < run.endIndex {
            words.append(run[first...second])
            first = second
            second = run.index(after: second)
        }
    }

    /// False for Chinese, Japanese, Thai, Lao, Burmese and Khmer letters.
    private static func usesSpaces(_ letter: Character) -> Bool {
        guard let scalar = letter.unicodeScalars.first else { return true }
        switch scalar.value {
        case ..<0x0E00: return true
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x31F0...0x31FF: return false
        default: return !scalar.properties.isIdeographic
        }
    }
}

/// How the forms of a word are brought together.
///
/// The longest ending that fits is replaced, again and again, as long as the word becomes shorter and keeps enough
/// letters. An ending that is replaced by itself therefore protects a word ("ss": "ss").
public struct WordTrimming: Sendable, Hashable {
    /// What stands in place of an ending, in small letters: "ies": "y", "s": "".
    public let endings: [String: String]
    /// How many letters must stand before an ending that is replaced, at least 1.
    public let shortestStem: Int

    public init(endings: [String: String], shortestStem: Int) {
        self.endings = endings
        self.shortestStem = shortestStem
    }

    /// The stem of a word in small letters.
    ///
    /// - Complexity: O(*n* · *m*), *n* the letters of the word, *m* those of the longest ending.
    func stem(of word: String, longestEnding: Int) -> String {
        var stem = word
        while let shorter = shortened(stem, longestEnding: longestEnding) { stem = shorter }
        return stem
    }

    /// The number of letters of the longest ending.
    var longestEnding: Int { endings.keys.map(\.count).max() ?? 0 }

    private func shortened(_ word: String, longestEnding: Int) -> String? {
        let longest = min(longestEnding, word.count - max(shortestStem, 1))
        guard longest > 0 else { return nil }
        for length in stride(from: longest, to: 0, by: -1) {
            guard let replacement = endings[String(word.suffix(length))] else { continue }
            return replacement.count < length ? word.dropLast(length) + replacement : nil
        }
        return nil
    }
}

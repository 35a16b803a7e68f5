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
    /// - Parameter longestEnding: ``longestEnding``, so that it is not looked up for each word.
    /// - Complexity: O(*n* · *m*), *n* the letters of the word, *m* those of the longest ending.
    func stem(of word: String, longestEnding: Int) -> String {
        var letters = Array(word)
        while shorten(&letters, longestEnding: longestEnding) {}
        return String(letters)
    }

    /// The number of letters of the longest ending.
    var longestEnding: Int { endings.keys.map(\.count).max() ?? 0 }

    /// Replaces the longest ending that fits; false if the word stays as it is.
    private func shorten(_ letters: inout [Character], longestEnding: Int) -> Bool {
        let longest = min(longestEnding, letters.count - max(shortestStem, 1))
        guard longest > 0 else { return false }
        for length in stride(from: longest, to: 0, by: -1) {
            guard let replacement = endings[String(letters.suffix(length))] else { continue }
            guard replacement.count < length else { return false }
            letters.removeLast(length)
            letters += replacement
            return true
        }
        return false
    }
}

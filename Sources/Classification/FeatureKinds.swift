/// Which features a text is turned into.
public struct FeatureKinds: OptionSet, Sendable, Hashable {
    /// One bit for each kind.
    public let rawValue: UInt8

    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// Words, and pairs of neighbouring words, where the start and the end of the text count as words.
    public static let wordsAndPairs = FeatureKinds(rawValue: 1)
    /// Pairs of words with one word between them.
    public static let gappedPairs = FeatureKinds(rawValue: 2)
    /// The first four and the first five characters of longer words, which brings inflections and many misspellings
    /// together.
    public static let prefixes = FeatureKinds(rawValue: 4)
    /// The last eight words, marked as such: how a thing ended often stands at the end.
    public static let closingWords = FeatureKinds(rawValue: 8)
}

/// Another project that looks alike.
public struct SimilarProject: Sendable, Hashable {
    public let id: String
    public let title: String
    /// From 0 (nothing in common) to 1 (the same).
    public let similarity: Double
    /// Words that both use, the most telling first.
    public let words: [String]
    public let dataSources: [String]

    public init(id: String, title: String, similarity: Double, words: [String], dataSources: [String]) {
        self.id = id
        self.title = title
        self.similarity = similarity
        self.words = words
        self.dataSources = dataSources
    }
}

/// Two projects and how alike they are.
public struct SimilarPair: Sendable, Hashable {
    /// The id that comes first in the order of ids.
    public let first: String
    /// The id that comes second.
    public let second: String
    /// From 0 to 1: the mean of the parts that both projects describe, by the weights of the rule.
    public let similarity: Double
    /// All parts in the order of ``SimilarityPart``.
    public let parts: [PartSimilarity]
    /// What was kept of the similarity in purpose, from 0 to 1: 1 unless both projects name tasks that differ.
    public let taskAgreement: Double
    /// The words that make the two alike, the one that adds most first, at most as many as the rule shows.
    public let sharedWords: [SharedWord]
    /// The data sources of the first project that the second uses too, in the order of their names.
    public let sharedDataSources: [SharedDataSource]

    /// How alike the two are in one part; nothing where one of them says nothing that can be compared.
    public func similarity(in part: SimilarityPart) -> Double? {
        parts.first { $0.part == part }?.similarity
    }
}

/// How alike two projects are in one part.
public struct PartSimilarity: Sendable, Hashable {
    public let part: SimilarityPart
    /// From 0 to 1; nothing where one of the two says nothing that can be compared, which counts neither way.
    public let similarity: Double?
}

/// A word that two projects have in common, as each of them writes it first.
public struct SharedWord: Sendable, Hashable {
    public let inFirst: String
    public let inSecond: String
    /// What the word adds to the similarity; over all shared words it is the similarity.
    public let contribution: Double
}

/// A data source that two projects have in common, as each of them names it.
public struct SharedDataSource: Sendable, Hashable {
    public let inFirst: String
    public let inSecond: String
}

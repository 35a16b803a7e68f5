/// A part of a project's description that is compared by itself.
public enum SimilarityPart: String, Sendable, Hashable, CaseIterable {
    /// The title and the purpose.
    case purpose
    /// The names of the data sources.
    case data
    /// The method.
    case method
    /// The domain of statistics.
    case domain
    /// The classification that is assigned.
    case classification
}

/// A document that a questionnaire rests on.
public struct Source: Sendable, Hashable {
    public let id: String
    public let title: String
    public let author: String?
    public let year: Int?
}

/// A place in a source.
public struct Citation: Sendable, Hashable {
    /// The id of the ``Source``.
    public let document: String
    public let section: String?
}

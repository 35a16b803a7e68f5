/// What a project says of itself, as far as it is compared with others.
public struct ComparableProject: Sendable, Hashable {
    /// The name of the project's folder; pairs are named and ordered by it.
    public let id: String
    /// What the project is called; its words tell more than those of the purpose.
    public let title: String
    /// What the project is for, in a few sentences; it may be of any length and in any language.
    public let purpose: String
    /// The domain of statistics it serves, as the project writes it.
    public let statisticsDomain: String
    /// The names of the data sources, as the project writes them.
    public let dataSources: [String]
    /// How the project goes about it, in a few words.
    public let method: String
    /// The classification that the project assigns; nothing where it assigns none.
    public let classification: String?

    /// Every text may be empty; an empty part is left open and counts neither way.
    public init(
        id: String, title: String, purpose: String, statisticsDomain: String, dataSources: [String], method: String,
        classification: String? = nil
    ) {
        self.id = id
        self.title = title
        self.purpose = purpose
        self.statisticsDomain = statisticsDomain
        self.dataSources = dataSources
        self.method = method
        self.classification = classification
    }
}

extension ComparableProject: Comparable {
    /// By id; projects of the same id by what they say, so that the order never depends on that of the files.
    public static func < (first: Self, second: Self) -> Bool {
        first.sortingTexts.lexicographicallyPrecedes(second.sortingTexts)
    }

    private var sortingTexts: [String] {
        [id, title, purpose, statisticsDomain, method, classification ?? ""] + dataSources
    }
}

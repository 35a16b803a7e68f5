/// Metrics that are defined together: once, or once for each member of a family.
public struct MetricGroup: Sendable, Hashable {
    /// The family; nothing for metrics that exist once.
    public let each: Family?
    public let metrics: [Metric]
}

/// The members that `each` runs over.
public enum Family: Sendable, Hashable {
    /// The dimensions `depth` levels below a dimension.
    case dimension(String, depth: Int)
    /// The values of a tag.
    case tag(String)
}

/// A named number, or a named band of one, and how it comes about.
public struct Metric: Sendable, Hashable {
    public let id: String
    /// The letter that formulas use.
    public let symbol: String?
    public let title: String
    public let description: String?
    /// How its value is to be shown.
    public let display: Display
    public let rule: Rule

    public enum Display: String, Sendable, CaseIterable {
        /// A score from 0 to 1, shown from 0 to 100.
        case points
        /// A number as it is.
        case number
    }

    public enum Rule: Sendable, Hashable {
        case aggregate(Aggregate)
        case possible(PossibleRule)
        case adjust(AdjustRule)
        case level(LevelRule)
        case band(BandRule)
        case verdict(VerdictRule)
        /// The metric of another subject, such as the organisation of a project.
        case reference(SubjectReference)
    }
}

/// Choices of a method that could have been others.
public struct ScoringChoices: Sendable, Hashable {
    /// The power to which the place of an option's value in the range of its scale is raised; 1 leaves it.
    public var spacing = 1.0
    /// Whether a don't know counts as the worst answer.
    public var countsUnknownAsWorst = false
    /// Whether the value of an item is the weighted median of its answers rather than their mean.
    public var takesMedian = false
    /// Whether tables, such as that of caps, have no rows.
    public var ignoresTables = false

    public init() {}
}

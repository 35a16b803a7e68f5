/// What goes into an aggregate.
public enum MetricInputs: Sendable, Hashable {
    /// Items of the member at hand, or of the whole questionnaire.
    case items(ItemSelection)
    /// Metrics of the same member, or single ones, each with a coefficient.
    case metrics([Coefficient])
    /// One metric of every member of a family; weights by member, 1 where not named.
    case family(Family, metric: String, weights: [String: Double])
    /// One metric of every dimension right below the member at hand.
    case children(metric: String)

    public struct Coefficient: Sendable, Hashable {
        public let metric: String
        public let factor: Double
    }
}

/// Items by what they have in common; a property that is not named does not matter.
public struct ItemSelection: Sendable, Hashable {
    public let direction: Item.Direction?
    public let dimension: String?
    public let tags: [String: String]
    public let ids: Set<String>?

    public func contains(_ item: Item) -> Bool {
        if let direction, item.direction != direction { return false }
        if let dimension, !item.ancestors.contains(dimension) { return false }
        if let ids, !ids.contains(item.id) { return false }
        return tags.allSatisfy { item.tags[$0.key]?.contains($0.value) == true }
    }
}

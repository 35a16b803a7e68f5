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
    public let rule: Rule

    public enum Rule: Sendable, Hashable {
        case aggregate(Aggregate)
        case band(BandRule)
    }
}

/// One number out of many.
public struct Aggregate: Sendable, Hashable {
    public let function: Function
    public let inputs: MetricInputs
    /// A table on the way from an item to a number.
    public let through: LookupTable?
    public let missing: MissingPolicy
    /// Takes the place of the value when any input is missing.
    public let incomplete: Double?
    /// The value when nothing that goes in is applicable; nothing for a metric that is then not applicable itself.
    public let empty: Double?

    public enum Function: Sendable, Hashable {
        /// Σ w x
        case sum
        /// Σ w x / Σ w
        case mean
        case min
        case max
        case median
        /// The quantile of type 7 at a probability; weights play no part.
        case quantile(Double)
        /// The shifted geometric mean with an offset.
        case geometricMean(offset: Double)
        /// The share of the weight that satisfies a condition.
        case share(Condition)
        /// The number of inputs that satisfy a condition.
        case count(Condition)
    }
}

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

/// A table that turns properties of an item into a number.
public struct LookupTable: Sendable, Hashable {
    public let keys: [Key]
    /// The numbers by the values of the keys, in their order.
    public let rows: [[String]: Double]
    public let otherwise: Double

    public enum Key: Sendable, Hashable {
        case tag(String)
        case gateRating
    }
}

/// What each state of an answer does to an aggregate.
public struct MissingPolicy: Sendable, Hashable {
    public let unanswered: Treatment
    public let dontKnow: Treatment
    public let notApplicable: Treatment
    /// For inputs that are metrics and are withheld themselves.
    public let withheld: Treatment

    public init(
        unanswered: Treatment = .exclude, dontKnow: Treatment = .exclude, notApplicable: Treatment = .exclude,
        withheld: Treatment = .withhold
    ) {
        self.unanswered = unanswered
        self.dontKnow = dontKnow
        self.notApplicable = notApplicable
        self.withheld = withheld
    }

    public enum Treatment: String, Sendable, CaseIterable {
        /// Leave it out.
        case exclude
        /// Count it as the worst possible.
        case worst
        /// Withhold the metric.
        case withhold
        /// Leave it out, and mark the result as conditional on it.
        case condition
        /// Call the metric not applicable, too.
        case notApplicable
    }
}

/// Names the interval that a metric lies in.
public struct BandRule: Sendable, Hashable {
    public let metric: String
    /// The metric to divide by first.
    public let relativeTo: String?
    public let bands: BandSet
}

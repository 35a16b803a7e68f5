/// A statement about items and metrics that is true, false, or not known.
public indirect enum Condition: Sendable, Hashable {
    case all([Condition])
    case any([Condition])
    case not(Condition)
    /// About an item, or about the input at hand where none is named.
    case item(String?, ItemTest)
    /// About the value of a metric.
    case metric(String, [Comparison])
    /// Whether the input at hand carries a tag value.
    case tag(String, value: String)

    public enum ItemTest: Sendable, Hashable {
        case value([Comparison])
        /// About the place of the gate rating among the options; options by id.
        case gateRating([Relation: String])
        case option(String)
        case state(AnswerState)
    }

    /// A relation to a number; several together must all hold.
    public struct Comparison: Sendable, Hashable {
        public let relation: Relation
        public let number: Double

        public init(relation: Relation, number: Double) {
            self.relation = relation
            self.number = number
        }
    }

    public enum Relation: String, Sendable, CaseIterable {
        case atLeast
        case above
        case atMost
        case below
        case equals
    }
}

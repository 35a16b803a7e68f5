/// A statement about answers, items, metrics and dates that is true, false, or not known.
public indirect enum Condition: Sendable, Hashable {
    case all([Condition])
    case any([Condition])
    case not(Condition)
    /// About an item, or about the input at hand where none is named.
    case item(String?, ItemTest)
    /// About a metric, or about the input at hand where none is named.
    case metric(String?, MetricTest)
    /// Whether the input at hand carries a tag value.
    case tag(String, value: String)
    /// About the day for which the assessment is made, as ISO 8601 dates.
    case asOf([Relation: String])
    /// About an item or metric of another subject, such as the organisation of a project.
    case subject(String, Condition)

    public enum ItemTest: Sendable, Hashable {
        /// The value the answer stands for.
        case value([Comparison])
        /// The number that was answered.
        case number([Comparison])
        /// The place of the gate rating among the options; options by id.
        case gateRating([Relation: String])
        case option(String)
        /// Whether an option is among those chosen.
        case includes(String)
        case state(AnswerState)
    }

    public enum MetricTest: Sendable, Hashable {
        /// The value, perhaps as a share of another metric.
        case value([Comparison], relativeTo: String?)
        /// The place of its band among the bands; bands by id.
        case band([Relation: String])
        /// The result of a verdict.
        case outcome(String)
        /// The share of the answers that were given.
        case coverage([Comparison])
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

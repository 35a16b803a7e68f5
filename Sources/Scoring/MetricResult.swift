public import Questionnaires

/// A metric with everything one needs to trust it.
public struct MetricResult: Sendable {
    /// The full id, as in `technology.score`.
    public let id: String
    /// The member of the family, such as a domain; nothing for a single metric.
    public let member: String?
    public let metric: Metric
    /// Nothing where the result is withheld or not applicable.
    public let value: Double?
    /// Between which numbers the missing answers could move it.
    public let bounds: ClosedRange<Double>?
    /// The share of the answers it rests on that were given, from 0 to 1.
    public let coverage: Double?
    public let status: Status
    /// The interval the value lies in, for a metric that names one.
    public let band: BandSet.Interval?
    /// The outcome and its reason, for a metric that is a verdict.
    public let verdict: VerdictRule.Conclusion?
    /// Items without any usable answer on which the result is conditional.
    public let conditions: [String]
    public let derivation: Derivation

    /// How a result may be used.
    public enum Status: String, Sendable, CaseIterable {
        case firm
        /// Many answers are missing, or an answer is missing that could overturn it.
        case provisional
        /// Too many answers are missing for a figure.
        case withheld
        case notApplicable
    }
}

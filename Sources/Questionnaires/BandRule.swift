/// Names the interval that a metric lies in.
public struct BandRule: Sendable, Hashable {
    public let metric: String
    /// The metric to divide by first.
    public let relativeTo: String?
    public let bands: BandSet
}

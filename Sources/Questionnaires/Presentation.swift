/// Which metrics a report shows as what; ids of metrics.
public struct Presentation: Sendable, Hashable {
    /// The family whose members a report goes through, such as the domains.
    public let members: Family
    public let facilitators: String?
    public let burden: String?
    public let cap: String?
    public let score: String
    public let band: String?
    public let overall: String?
    public let overallBand: String?
    /// Metrics printed beside the overall one.
    public let beside: [String]
}

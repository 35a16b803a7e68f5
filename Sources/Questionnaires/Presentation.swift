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
    /// Further families that the report shows in an appendix.
    public let lenses: [Lens]
    /// Further questionnaires about the same subject whose results a report sets beside a member.
    public let companions: [Companion]

    /// Another cut through the same answers: the metrics of a family, in the order of the columns.
    public struct Lens: Sendable, Hashable {
        public let members: Family
        public let title: String
        public let description: String?
        public let metrics: [String]
    }

    /// Results of another questionnaire, to be shown beside a member and to enter none of its figures.
    public struct Companion: Sendable, Hashable {
        /// The id of the other questionnaire.
        public let questionnaire: String
        public let member: String
        public let title: String
        /// Metrics of the other questionnaire, by their full ids.
        public let metrics: [String]
    }
}

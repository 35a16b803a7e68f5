/// What a business case consists of, and from what it can be drafted.
public struct BusinessCasePlan: Sendable, Hashable {
    public let introduction: String?
    public let sections: [Section]

    public struct Section: Sendable, Hashable {
        public let id: String
        public let kind: Kind
        public let title: String
        public let intro: String?
        /// The points whose answers and evidence are quoted.
        public let points: [String]
        public let facts: [Fact]
        /// What the lead still has to write.
        public let prompts: [String]
    }

    public enum Kind: String, Sendable, CaseIterable {
        case element
        case ethics
        case risk
    }

    /// What is known of a project beside its answers.
    public enum Fact: String, Sendable, CaseIterable {
        case title, purpose, statisticsDomain, gsbpm, dataSources, method, classification, ownerRole
        /// What was measured of the hardware.
        case benchmark
        /// What the organisation hands down.
        case inherited
        case conditions
        case risks
        case stages
        case similarProjects
    }
}

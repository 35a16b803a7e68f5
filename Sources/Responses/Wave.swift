/// One round of collection.
public struct Wave: Sendable {
    public let id: String
    public let period: Period?
    public let collection: Collection
    /// How many people were asked, by role.
    public let invited: [String: Int]
    public let gateRatings: [GateRating]

    public init(
        id: String, period: Period? = nil, collection: Collection, invited: [String: Int] = [:],
        gateRatings: [GateRating] = []
    ) {
        self.id = id
        self.period = period
        self.collection = collection
        self.invited = invited
        self.gateRatings = gateRatings
    }

    /// The days between which answers were collected, as ISO 8601 dates.
    public struct Period: Sendable, Hashable {
        public let from: String
        public let to: String
    }

    public enum Collection: String, Sendable, CaseIterable {
        /// Individuals answered in confidence: no figure of fewer than three of them is shown.
        case survey
        /// The office agreed on one response, which is its own statement.
        case consensus
        /// One person assessed the office in its name.
        case `self`

        public var isConfidential: Bool { self == .survey }
    }
}

/// A gate rating that an authorised role set directly, with evidence; it takes the place of the pooled one.
public struct GateRating: Sendable, Hashable {
    public let item: String
    /// The place of the rating on the item's scale.
    public let position: Int
    public let role: String
    public let date: String
    public let evidence: String

    public init(item: String, position: Int, role: String, date: String, evidence: String) {
        self.item = item
        self.position = position
        self.role = role
        self.date = date
        self.evidence = evidence
    }
}

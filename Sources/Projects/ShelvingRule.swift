/// By which signs projects are known to be put aside, and how many of them are too many.
public struct ShelvingRule: Sendable, Hashable {
    public let description: String?
    public let signs: [Sign]
    /// The levels from the highest; the first of which a test holds is the level.
    public let levels: [Level]
    /// The level where none holds.
    public let otherwise: Level

    public struct Sign: Sendable, Hashable {
        public let id: String
        public let title: String
        public let description: String?
        /// What would take the sign away.
        public let remedy: String
        /// Any of these raises it.
        public let raisedBy: [PlanTest]
    }

    public struct Level: Sendable, Hashable {
        public let id: String
        public let title: String
        public let description: String?
        public let tone: StatusRule.Tone
        public let whenAny: [PlanTest]
    }
}

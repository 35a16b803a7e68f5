/// Named intervals of a number.
public struct BandSet: Sendable, Hashable {
    public let id: String
    public let title: String
    public let source: Citation?
    /// The intervals from the lowest to the highest.
    public let intervals: [Interval]

    public struct Interval: Sendable, Hashable {
        public let id: String
        public let title: String
        public let description: String?
        /// The lower edge; nothing where the interval is open-ended.
        public let lower: Edge?
        public let upper: Edge?
    }

    public struct Edge: Sendable, Hashable {
        public let value: Double
        public let isInclusive: Bool
    }

    public func interval(_ id: String) -> Interval? { intervals.first { $0.id == id } }
}

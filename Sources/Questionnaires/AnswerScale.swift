/// The answers that an item offers, from the lowest to the highest rating.
public struct AnswerScale: Sendable, Hashable {
    public let id: String
    public let title: String
    public let options: [Option]

    /// One answer: a stable id, a short label, and the value it stands for.
    public struct Option: Sendable, Hashable {
        public let id: String
        public let label: String
        public let value: Double
        /// What it stands for on further channels; 0 on a channel that is not named.
        public let scores: [String: Double]
        /// Whether it can be chosen only alone, as "none of these".
        public let isExclusive: Bool
        /// When it is offered; always, where there is no condition.
        public let visibility: Condition?

        public init(
            id: String, label: String, value: Double, scores: [String: Double] = [:], isExclusive: Bool = false,
            visibility: Condition? = nil
        ) {
            self.id = id
            self.label = label
            self.value = value
            self.scores = scores
            self.isExclusive = isExclusive
            self.visibility = visibility
        }

        /// What it stands for on a channel; its value where none is named.
        public func score(on channel: String?) -> Double {
            guard let channel else { return value }
            return scores[channel] ?? 0
        }
    }

    /// The place of an option on the scale, counted from 0.
    public func position(of option: String) -> Int? { options.firstIndex { $0.id == option } }

    /// The least and the greatest value that an answer can stand for.
    public var range: ClosedRange<Double> { range(of: nil) }

    /// The least and the greatest that one option stands for on a channel.
    func range(of channel: String?) -> ClosedRange<Double> {
        let values = options.map { $0.score(on: channel) }
        return (values.min() ?? 0)...(values.max() ?? 0)
    }
}

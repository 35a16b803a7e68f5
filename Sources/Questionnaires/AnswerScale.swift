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
    }

    /// The place of an option on the scale, counted from 0.
    public func position(of option: String) -> Int? { options.firstIndex { $0.id == option } }

    /// The least and the greatest value that an answer can stand for.
    public var range: ClosedRange<Double> {
        let values = options.map(\.value)
        return (values.min() ?? 0)...(values.max() ?? 0)
    }
}

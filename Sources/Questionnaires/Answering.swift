/// How an item is answered.
public enum Answering: Sendable, Hashable {
    /// One option of the item's scale.
    case singleChoice
    /// Any number of options of the item's scale.
    case multipleChoice(MultipleChoice)
    /// A number, which stands for a value by a line through points.
    case number(NumberLine)
    /// Words. They are never scored.
    case text
}

/// How several chosen options become one value. Nothing chosen is an answer, too, and counts as 0.
public struct MultipleChoice: Sendable, Hashable {
    public let combination: Combination
    /// The most that the value can be, however many options are chosen.
    public let cap: Double?

    public enum Combination: String, Sendable, CaseIterable {
        /// The sum of the values.
        case sum
        /// The greatest of the values.
        case max
        /// How many options are chosen; those that exclude all others, such as "none of these", count as none.
        case count
    }

    /// The value of chosen options on a channel.
    func value(of chosen: [AnswerScale.Option], channel: String?) -> Double {
        let scores = chosen.map { $0.score(on: channel) }
        let value: Double =
            switch combination {
            case .sum: scores.reduce(0, +)
            case .max: scores.max() ?? 0
            case .count: Double(chosen.count { !$0.isExclusive })
            }
        return cap.map { Swift.min($0, value) } ?? value
    }

    /// Between which numbers the value can lie, whatever is chosen.
    func range(of options: [AnswerScale.Option], channel: String?) -> ClosedRange<Double> {
        let together = options.filter { !$0.isExclusive }.map { $0.score(on: channel) }
        let alone = options.filter(\.isExclusive).map { $0.score(on: channel) } + [0]
        var low: Double
        var high: Double
        switch combination {
        case .sum:
            low = Swift.min(together.filter { $0 < 0 }.reduce(0, +), alone.min() ?? 0)
            high = Swift.max(together.filter { $0 > 0 }.reduce(0, +), alone.max() ?? 0)
        case .max:
            low = (together + alone).min() ?? 0
            high = (together + alone).max() ?? 0
        case .count: (low, high) = (0, Double(together.count))
        }
        if let cap { (low, high) = (Swift.min(low, cap), Swift.min(high, cap)) }
        return low...high
    }
}

/// A line through points, by which an answer in numbers stands for a value.
public struct NumberLine: Sendable, Hashable {
    /// The points from left to right, at least two; left and right of them the line is level.
    public let points: [Point]
    /// What is counted, such as working days.
    public let unit: String?
    /// Which numbers may be answered; any, where an end is not given.
    public let lowest: Double?
    public let highest: Double?

    public struct Point: Sendable, Hashable {
        public let place: Double
        public let value: Double
    }

    /// The value that a number stands for: a straight line between two points, and the nearest point outside them.
    public func value(of number: Double) -> Double {
        guard let first = points.first, let last = points.last else { return 0 }
        if number <= first.place { return first.value }
        for (left, right) in zip(points, points.dropFirst()) where number <= right.place {
            let share = (number - left.place) / (right.place - left.place)
            return left.value + share * (right.value - left.value)
        }
        return last.value
    }

    var range: ClosedRange<Double> {
        let values = points.map(\.value)
        return (values.min() ?? 0)...(values.max() ?? 0)
    }
}

/// Which share of a survey's weight chose each option of each item.
public struct AnswerShares: Sendable, Hashable {
    public let items: Int
    /// How many options an item has, numbered from 0.
    public let options: Int
    /// The shares, item by item, adding up to 1 in each item; all 0 in an item that nobody answered.
    var values: [Double]

    init(items: Int, options: Int) {
        self.items = items
        self.options = options
        values = [Double](repeating: 0, count: items * options)
    }

    /// The shares of the options of an item.
    public func shares(of item: Int) -> ArraySlice<Double> { values[(item * options)..<((item + 1) * options)] }

    /// The mean answer to an item, the first option counting 0 and the last 1; nothing where nobody answered.
    public func mean(of item: Int) -> Double? {
        var weight = 0.0
        var sum = 0.0
        for option in 0..<options {
            weight += values[item * options + option]
            sum += values[item * options + option] * Double(option)
        }
        return weight > 0 ? sum / weight / Double(options - 1) : nil
    }

    /// The mean over a range of items of their means; nothing where none was answered.
    public func mean(over range: Range<Int>) -> Double? {
        var count = 0
        var sum = 0.0
        for item in range {
            guard let mean = mean(of: item) else { continue }
            count += 1
            sum += mean
        }
        return count > 0 ? sum / Double(count) : nil
    }
}

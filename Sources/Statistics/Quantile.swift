/// Quantiles of a sample.
public enum Quantile {
    /// The quantile with linear interpolation between order statistics (Hyndman and Fan 1996, type 7).
    ///
    /// - Parameter probability: from 0 (the minimum) to 1 (the maximum); 0.5 is the median.
    /// - Returns: nothing for an empty sample.
    public static func interpolated(_ sample: [Double], probability: Double) -> Double? {
        guard !sample.isEmpty else { return nil }
        let sorted = sample.sorted()
        let place = Double(sorted.count - 1) * min(max(probability, 0), 1)
        let below = Int(place)
        let above = min(below + 1, sorted.count - 1)
        return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
    }

    /// The same quantile of values that occur several times each.
    ///
    /// - Parameter counts: how often each value occurs.
    public static func interpolated(_ values: [Double], counts: [Int], probability: Double) -> Double? {
        let present = zip(values, counts).filter { $1 > 0 }.sorted { $0.0 < $1.0 }
        let size = present.reduce(0) { $0 + $1.1 }
        guard size > 0 else { return nil }
        func value(at place: Int) -> Double {
            var passed = 0
            for (value, count) in present {
                passed += count
                if place < passed { return value }
            }
            return present[present.count - 1].0
        }
        let place = Double(size - 1) * min(max(probability, 0), 1)
        let below = Int(place)
        let (lower, upper) = (value(at: below), value(at: min(below + 1, size - 1)))
        return lower + (place - Double(below)) * (upper - lower)
    }

    /// The smallest category at or below which at least `probability` of the weight lies.
    ///
    /// - Parameter weights: the weight of each category, lowest category first; none negative.
    /// - Returns: the index of the category; nothing where there is no weight.
    public static func category(weights: [Double], probability: Double) -> Int? {
        let total = weights.reduce(0, +)
        guard total > 0 else { return nil }
        var cumulative = 0.0
        for (category, weight) in weights.enumerated() where weight > 0 {
            cumulative += weight
            if Tolerance.isAtLeast(cumulative / total, probability) { return category }
        }
        return weights.lastIndex { $0 > 0 }
    }
}

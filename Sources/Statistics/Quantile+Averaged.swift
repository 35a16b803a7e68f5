extension Quantile {
    /// A quantile as the mean of several neighbours in the ordered sample, so that it is no single value of it.
    ///
    /// With place c = probability · (n − 1), as in ``interpolated(_:probability:)``, the value at place i weighs as much
    /// as [i − ½, i + ½] shares with [c − count / 2, c + count / 2]. Each of the values so weighs at most 1 / count.
    ///
    /// - Returns: nothing where those neighbours reach beyond an end of the sample.
    public static func averaged(_ sample: [Double], probability: Double, over count: Int) -> Double? {
        let sorted = sample.sorted()
        return averagingWeights(sample.count, probability: probability, over: count).map { weights in
            zip(sorted, weights).reduce(0) { $0 + $1.0 * $1.1 }
        }
    }

    /// What each value of an ordered sample weighs in ``averaged(_:probability:over:)``; the weights add up to 1.
    public static func averagingWeights(_ size: Int, probability: Double, over count: Int) -> [Double]? {
        let place = min(max(probability, 0), 1) * Double(size - 1)
        let half = Double(count) / 2
        guard count > 0, Tolerance.isAtLeast(place - half, -0.5),
            Tolerance.isAtMost(place + half, Double(size) - 0.5)
        else { return nil }
        return (0..<size).map { index in
            let overlap = min(Double(index) + 0.5, place + half) - max(Double(index) - 0.5, place - half)
            return max(0, overlap) / Double(count)
        }
    }
}

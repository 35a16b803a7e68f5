/// An interval for a figure from bootstrap draws.
///
/// With θ̂ the figure itself, θ* the draws, q their quantiles, and α = 1 − level:
///
/// percentile: q(α/2) to q(1 − α/2); expanded: the same with a smaller share outside; basic: 2θ̂ − q(1 − α/2) to
/// 2θ̂ − q(α/2); BCa: q at Φ(z₀ + (z₀ + z) / (1 − a(z₀ + z))) for z at both ends of the normal distribution, where z₀ is
/// the normal quantile of the share of draws below θ̂ (those equal to it counting half) and a the acceleration.
///
/// Percentile and BCa intervals stay within the range of the figure and follow its transformations; the basic one does
/// neither. Percentile, basic and BCa intervals are too narrow for fewer than some twenty respondents. All but the joined
/// one are wrong for figures that do not move smoothly with the answers, see ``BootstrapWeights``. Sources: B. Efron and R. J. Tibshirani, "An
/// introduction to the bootstrap", 1993, chapters 13 and 14; A. C. Davison and D. V. Hinkley, "Bootstrap methods and
/// their application", 1997, chapter 5; for expanded ones see ``BootstrapWeights/expandedTail(level:degreesOfFreedom:)``.
public struct BootstrapInterval: Sendable, Hashable {
    public enum Method: Sendable, CaseIterable {
        case percentile
        case expandedPercentile
        case basic
        /// Bias-corrected and accelerated.
        case biasCorrectedAccelerated
        /// From the lower of the percentile and basic ends to the upper.
        case joined
    }

    public let lower: Double
    public let upper: Double
    /// The method that was used, which may be another than was asked for.
    public let method: Method

    public func contains(_ value: Double) -> Bool {
        Tolerance.isAtLeast(value, lower) && Tolerance.isAtMost(value, upper)
    }
}

extension DrawDistribution {
    /// The percentile interval; nothing where no draw is known.
    ///
    /// - Parameter level: the share of draws within, from 0 to 1.
    public func percentileInterval(level: Double) -> BootstrapInterval? {
        interval(.percentile, from: (1 - level) / 2, to: (1 + level) / 2)
    }

    /// The percentile interval that leaves out a given share of draws on either side.
    ///
    /// - Parameter tail: from ``BootstrapWeights/expandedTail(level:degreesOfFreedom:)``. With fewer than some 2 / tail
    ///   draws the ends hang on single draws.
    public func expandedPercentileInterval(tail: Double) -> BootstrapInterval? {
        interval(.expandedPercentile, from: tail, to: 1 - tail)
    }

    /// The basic interval, also called the reverse percentile interval.
    public func basicInterval(level: Double, estimate: Double) -> BootstrapInterval? {
        percentileInterval(level: level).map {
            BootstrapInterval(lower: 2 * estimate - $0.upper, upper: 2 * estimate - $0.lower, method: .basic)
        }
    }

    /// The interval that holds both the expanded percentile interval and the basic one with the same tail.
    ///
    /// For figures that do not move smoothly with the answers: of the greatest of several about equal items, the draws lie
    /// above the figure as much as the figure lies above the truth, so that percentiles go wrong twice and the basic
    /// interval sets it right; under a cap that binds in some draws it is the other way round. Neither is right alone. No
    /// theory says that both together cover at the level; in simulations they do, and sometimes more (our proposal).
    ///
    /// - Parameters:
    ///   - tail: from ``BootstrapWeights/expandedTail(level:degreesOfFreedom:)``.
    ///   - range: where the figure can lie; the interval does not go beyond.
    public func joinedInterval(tail: Double, estimate: Double, range: ClosedRange<Double>) -> BootstrapInterval? {
        interval(.joined, from: tail, to: 1 - tail).map {
            let lower = max(min($0.lower, 2 * estimate - $0.upper), range.lowerBound)
            let upper = min(max($0.upper, 2 * estimate - $0.lower), range.upperBound)
            return BootstrapInterval(lower: min(lower, upper), upper: max(lower, upper), method: .joined)
        }
    }

    /// The bias-corrected and accelerated interval.
    ///
    /// - Parameter acceleration: see ``Jackknife/acceleration(leavingOneOut:)``.
    /// - Returns: the percentile interval, which says so, where the corrections are not defined: all draws lie on one
    ///   side of the estimate, there is no acceleration, or it turns the scale around. Nothing where no draw is known.
    public func biasCorrectedAcceleratedInterval(
        level: Double, estimate: Double, acceleration: Double?
    ) -> BootstrapInterval? {
        guard let below = share(where: { $0 < estimate }), let atMost = share(where: { $0 <= estimate }) else {
            return nil
        }
        let bias = NormalDistribution.quantile((below + atMost) / 2)
        let end = NormalDistribution.quantile((1 + level) / 2)
        guard let acceleration, bias.isFinite, 1 - acceleration * (bias + end) > 0, 1 - acceleration * (bias - end) > 0
        else { return percentileInterval(level: level) }
        func place(_ normal: Double) -> Double {
            NormalDistribution.cumulative(bias + (bias + normal) / (1 - acceleration * (bias + normal)))
        }
        return interval(.biasCorrectedAccelerated, from: place(-end), to: place(end))
    }

    private func interval(_ method: BootstrapInterval.Method, from: Double, to: Double) -> BootstrapInterval? {
        guard let lower = end(from), let upper = end(to) else { return nil }
        return BootstrapInterval(lower: lower, upper: upper, method: method)
    }

    /// The quantile below which a draw of its own would fall with the probability, whatever the number of draws: linear
    /// between draws, the i-th of B standing at i / (B + 1) (Hyndman and Fan 1996, type 6). The more usual type 7 would
    /// make intervals of few draws too narrow.
    private func end(_ probability: Double) -> Double? {
        guard let first = values.first, let last = values.last else { return nil }
        let place = probability * Double(values.count + 1) - 1
        guard place > 0 else { return first }
        guard place < Double(values.count - 1) else { return last }
        let below = Int(place)
        return values[below] + (place - Double(below)) * (values[below + 1] - values[below])
    }
}

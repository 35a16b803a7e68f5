public import JSON
import Statistics

/// What a workload of another size will most probably take.
public struct Forecast: Sendable {
    public enum Quantity: String, Sendable, CaseIterable {
        case seconds, peakMemoryMB
    }

    public let quantity: Quantity
    /// The size that is asked for.
    public let size: Double
    /// What it will take, between the ends of the interval with a probability of ``level``.
    public let amount: Interval
    public let level: Double
    /// How many times the largest measured size the workload is; 1 or less where it was measured itself.
    public let extrapolation: Double
    /// Whether the workload is further out than forecasts are trusted, and was asked for all the same.
    public let isBeyondLimit: Bool
    public let fit: ScalingFit
    private let growth: ArrayGrowth
    /// What a row costs by how many there are, where that was measured; the fit is about rows of equal cost.
    private let rows: TrainingGrowth?

    /// What training takes.
    ///
    /// - Parameters:
    ///   - timings: at least four sizes.
    ///   - size: that of the workload.
    ///   - step: how its data compare with the caches, where that is known.
    ///   - growth: how the cost of a row grows with their number, where that was measured; it takes the place of a step.
    ///   - limits: how far to go and how sure to be.
    ///   - beyondLimit: whether to forecast even where it is too far out; the forecast is marked then.
    public static func ofTime(
        _ timings: [Timing], size: Double, step: CacheStep? = nil, growth: TrainingGrowth? = nil,
        limits: ForecastLimits, beyondLimit: Bool = false
    ) throws(ForecastRefusal) -> Forecast {
        let equal = growth.map { growth in
            timings.map { timing in
                Timing(size: timing.size, seconds: timing.seconds.map { $0 / growth.unitCost(timing.size) })
            }
        }
        return try Forecast(
            .seconds, equal ?? timings, size: size, assumptions: growth == nil ? .time : .timeOfEqualRows,
            step: growth == nil ? step : nil, rows: growth, limits: limits, beyondLimit: beyondLimit)
    }

    /// What training holds in memory at the most.
    ///
    /// - Parameters:
    ///   - peaks: the peak of each size, each taken by a program that had done nothing larger before.
    ///   - growth: how the arrays grow that hold most of it.
    public static func ofMemory(
        _ peaks: [MemoryPeak], size: Double, growth: ArrayGrowth = .doubling, limits: ForecastLimits,
        beyondLimit: Bool = false
    ) throws(ForecastRefusal) -> Forecast {
        try Forecast(
            .peakMemoryMB, peaks.map { Timing(size: $0.size, seconds: [$0.megabytes]) }, size: size,
            assumptions: .memory, step: nil, growth: growth, limits: limits, beyondLimit: beyondLimit)
    }

    /// How arrays grow.
    public enum ArrayGrowth: Sendable {
        /// To twice the capacity whenever they are full, so that they hold up to twice what they need.
        case doubling
        /// They are made as large as they will be.
        case reserved
    }

    private init(
        _ quantity: Quantity, _ timings: [Timing], size: Double, assumptions: ScalingAssumptions, step: CacheStep?,
        growth: ArrayGrowth = .reserved, rows: TrainingGrowth? = nil, limits: ForecastLimits, beyondLimit: Bool
    ) throws(ForecastRefusal) {
        guard size > 0, size.isFinite else { throw .noSize }
        let measured = Set(timings.filter { !$0.counted.isEmpty && $0.size > 0 && $0.size.isFinite }.map(\.size))
        guard measured.count >= ScalingFit.fewestSizes, let largest = measured.max(),
            let fit = ScalingFit(timings, assumptions: assumptions, step: step)
        else { throw .tooFewSizes(found: measured.count, needed: ScalingFit.fewestSizes) }
        let extrapolation = size / largest
        let isBeyond = !limits.allows(extrapolation)
        if isBeyond && !beyondLimit {
            throw .tooFar(
                extrapolation: extrapolation, limit: limits.extrapolation, sizeNeeded: size / limits.extrapolation)
        }
        self.quantity = quantity
        self.size = size
        self.fit = fit
        self.extrapolation = extrapolation
        isBeyondLimit = isBeyond
        level = limits.level
        self.growth = growth
        self.rows = rows
        amount = Forecast.amount(fit, size, level: limits.level, growth, rows)
    }

    private static func amount(
        _ fit: ScalingFit, _ size: Double, level: Double, _ growth: ArrayGrowth, _ rows: TrainingGrowth?
    ) -> Interval {
        let amount = widened(fit.prediction(at: size, level: level), by: growth)
        guard let rows, let largest = fit.sizes.last else { return amount }
        // The growth was measured with other texts, whose features are not quite as many; it may be off by a sixth.
        let doubt = ElementaryFunctions.power(max(1, rows.unitCost(size) / rows.unitCost(largest)), growthDoubt)
        let times = rows.unitCost(size)
        // What the fit and the growth do not know is independent, so that their variances add up.
        let error = NormalDistribution.quantile((1 + level) / 2) * rows.standardError(from: largest, to: size)
        func spread(_ ratio: Double) -> Double {
            let own = ElementaryFunctions.logarithm(max(ratio, 1))
            return ElementaryFunctions.exponential((own * own + error * error).squareRoot()) * doubt
        }
        return Interval(
            lower: amount.middle * times / spread(amount.middle / amount.lower), middle: amount.middle * times,
            upper: amount.middle * times * spread(amount.upper / amount.middle))
    }

    /// By which part of its logarithm the growth of a row's cost may be off.
    private static let growthDoubt = 1.0 / 6

    /// Where capacities double, what was measured may be up to twice what was needed, and so may what is to come. Sizes
    /// that halve are all at the same place between two doublings, so that they do not show it. Of two such places at
    /// random five in six are less than 1.5 times apart; the interval of the fit takes care of the rest.
    private static func widened(_ amount: Interval, by growth: ArrayGrowth) -> Interval {
        guard growth == .doubling else { return amount }
        return Interval(lower: amount.lower / 1.5, middle: amount.middle, upper: amount.upper * 1.5)
    }

    /// The largest size whose upper end is at most an amount, and that is no further out than this forecast or the
    /// largest measured size.
    ///
    /// - Returns: nothing where even the smallest measured size takes more.
    public func largestSize(within limit: Double) -> Double? {
        func fits(_ size: Double) -> Bool {
            Forecast.amount(fit, size, level: level, growth, rows).upper <= limit
        }
        guard let smallest = fit.sizes.first, let largest = fit.sizes.last, fits(smallest) else { return nil }
        var low = smallest
        var high = max(size, largest)
        if fits(high) { return high }
        while high / low > 1.001 {
            let middle = (low * high).squareRoot()
            if fits(middle) { low = middle } else { high = middle }
        }
        return low
    }

    /// What a row costs as a multiple of what it costs among the most rows that were measured; 1 where that was not
    /// measured.
    public var rowCost: Double { rows.map { $0.unitCost(size) / $0.unitCost(size / extrapolation) } ?? 1 }

    public var json: JSONValue {
        [
            "quantity": .string(quantity.rawValue), "size": .number(size), "amount": amount.json,
            "level": .number(level), "extrapolation": .number(extrapolation), "beyondLimit": .bool(isBeyondLimit),
            "fit": [
                "fixed": .number(fit.curve.fixed), "factor": .number(fit.curve.factor),
                "power": .number(fit.curve.power), "cacheStep": .number(fit.curve.step),
                "sizes": .array(fit.sizes.map(JSONValue.number)), "spread": .number(fit.spread),
                "residual": .number(fit.residual),
                "rowCost": .number(rowCost),
            ],
        ]
    }
}

/// The most memory that was held for one size.
public struct MemoryPeak: Sendable, Equatable {
    public let size: Double
    /// Millions of bytes.
    public let megabytes: Double

    public init(size: Double, megabytes: Double) {
        self.size = size
        self.megabytes = megabytes
    }
}

/// Why there is no forecast.
public enum ForecastRefusal: Error, Sendable, Equatable {
    /// The workload has no rows.
    case noSize
    case tooFewSizes(found: Int, needed: Int)
    /// The workload is too many times the largest measured size; at least `sizeNeeded` should be measured.
    case tooFar(extrapolation: Double, limit: Double, sizeNeeded: Double)
}

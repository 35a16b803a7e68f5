/// What is taken for granted of how time or memory grows with size, before anything is measured.
///
/// A fit of three numbers to a handful of sizes needs it: many pairs of fixed cost and power go through the same
/// points and part ten times further out.
public struct ScalingAssumptions: Sendable, Equatable {
    /// The power that most programs have.
    public var power = 1.0
    /// How far powers usually lie from that. Larger distances are believed when the timings insist.
    public var powerSpread = 0.035
    /// Powers that come into question.
    public var powers = 0.6...2.4
    /// The largest part of the smallest size that may be a fixed cost.
    public var mostFixedShare = 1.0
    /// How likely it is that no cache is outgrown that matters.
    public var chanceOfNoStep = 0.6
    /// The relative spread of one repetition where none was repeated, and the least that is believed.
    public var usualSpread = 0.03
    public var leastSpread = 0.006

    /// By how much a curve may miss a size that is smaller than the largest by the factor e, relatively. What happens
    /// at small sizes counts the less the smaller they are: memory touched for the first time, words not seen yet.
    public var misfit = 0.015

    public init() {}

    /// What is taken for granted of the time of training.
    public static let time = ScalingAssumptions()

    /// The same of time from which the growth of a row's cost was taken out; caches are part of that.
    public static let timeOfEqualRows: ScalingAssumptions = {
        var assumptions = ScalingAssumptions()
        assumptions.powerSpread = 0.025
        assumptions.powers = 0.88...1.12
        assumptions.mostFixedShare = 0.1
        assumptions.chanceOfNoStep = 1
        return assumptions
    }()

    /// What is taken for granted of memory: repetitions hardly differ, and what is held grows with the rows.
    public static let memory: ScalingAssumptions = {
        var assumptions = ScalingAssumptions()
        assumptions.powers = 0.6...1.6
        assumptions.chanceOfNoStep = 1
        assumptions.usualSpread = 0.02
        assumptions.leastSpread = 0.01
        return assumptions
    }()
}

/// How much data a program goes through, and how much the caches hold.
public struct CacheStep: Sendable, Equatable {
    /// Bytes for each unit of size.
    public let bytesPerUnit: Double
    /// Between which sizes the cache lies that matters: from that of one core alone to the largest.
    public let cacheBytes: ClosedRange<Double>

    /// - Returns: nothing where a number is not positive.
    public init?(bytesPerUnit: Double, cacheBytes: ClosedRange<Double>) {
        guard bytesPerUnit > 0, cacheBytes.lowerBound > 0, bytesPerUnit.isFinite else { return nil }
        self.bytesPerUnit = bytesPerUnit
        self.cacheBytes = cacheBytes
    }

    /// The step for the caches of a machine; nothing where none of the second level or above is known.
    public init?(bytesPerUnit: Double, caches: [Cache]) {
        let sizes = caches.filter { $0.level > 1 }.map { Double($0.bytes) }
        guard let least = sizes.min(), let most = sizes.max() else { return nil }
        self.init(bytesPerUnit: bytesPerUnit, cacheBytes: least...most)
    }
}

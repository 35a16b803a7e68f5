import Statistics

/// A piece of work of one size, done several times.
public struct Timing: Sendable, Equatable {
    /// The size, as in rows.
    public let size: Double
    /// How long each repetition took, without a first one to warm up.
    public let seconds: [Double]
    /// Bytes that the work goes through again and again, where they are not in proportion to its size.
    ///
    /// A timing of few rows that lie scattered over as many bytes as the whole workload will have shows what the caches
    /// will cost there, before anyone has so many rows.
    public let workingSetBytes: Double?

    public init(size: Double, seconds: [Double], workingSetBytes: Double? = nil) {
        self.size = size
        self.seconds = seconds
        self.workingSetBytes = workingSetBytes
    }

    /// The repetitions that took any time.
    var counted: [Double] { seconds.filter { $0 > 0 && $0.isFinite } }

    /// The middle repetition, which a few that were disturbed do not move.
    public var median: Double? { Quantile.interpolated(counted, probability: 0.5) }
}

/// Timings of one program at several sizes, put together by size.
struct TimingSeries {
    /// One size: the logarithm of its usual time, and the variance of that relative to the variance of one repetition.
    struct Point {
        let size: Double
        let logarithm: Double
        let variance: Double
        let workingSetBytes: Double?

        /// The same with a working set in proportion to its size, where bytes cannot be compared with anything.
        var inProportion: Point {
            Point(size: size, logarithm: logarithm, variance: variance, workingSetBytes: nil)
        }
    }

    let points: [Point]
    /// The relative spread of one repetition.
    let spread: Double
    /// How many differences of repetitions the spread rests on.
    let degrees: Int

    /// What the times of different sizes differ by beyond what repetitions show, as a share of the variance of one
    /// repetition: the layout of memory, and the choice of rows.
    static let betweenSizes = 0.3

    init(_ timings: [Timing], _ assumptions: ScalingAssumptions) {
        let usable = timings.filter { $0.size > 0 && $0.size.isFinite && !$0.counted.isEmpty }
        let groups = Dictionary(grouping: usable) { Work(size: $0.size, workingSetBytes: $0.workingSetBytes) }
            .map { work, timings in
                (work: work, logarithms: timings.flatMap(\.counted).map(ElementaryFunctions.logarithm))
            }
            .sorted {
                ($0.work.size, $0.work.workingSetBytes ?? 0) < ($1.work.size, $1.work.workingSetBytes ?? 0)
            }
        var deviations: [Double] = []
        var degrees = 0
        for group in groups where group.logarithms.count > 1 {
            let count = Double(group.logarithms.count)
            let middle = Quantile.interpolated(group.logarithms, probability: 0.5) ?? 0
            // Deviations from a median of the same few numbers are too small by this factor.
            let correction = (count / (count - 1)).squareRoot()
            deviations.append(contentsOf: group.logarithms.map { abs($0 - middle) * correction })
            degrees += group.logarithms.count - 1
        }
        self.degrees = degrees
        // Two thirds of normal deviations are below one standard deviation; what was disturbed is in the other third.
        let spread = max(
            Quantile.interpolated(deviations, probability: 0.6827) ?? assumptions.usualSpread, assumptions.leastSpread)
        self.spread = spread
        let largest = groups.last?.work.size ?? 1
        points = groups.map { group in
            let count = Double(group.logarithms.count)
            let distance = assumptions.misfit * ElementaryFunctions.logarithm(largest / group.work.size) / spread
            return Point(
                size: group.work.size, logarithm: TimingSeries.usual(group.logarithms, spread: spread),
                variance: TimingSeries.betweenSizes + (count > 2 ? 1.5 : 1) / count + distance * distance,
                workingSetBytes: group.work.workingSetBytes)
        }
    }

    /// What makes timings comparable.
    private struct Work: Hashable {
        let size: Double
        let workingSetBytes: Double?
    }

    /// The middle of the repetitions, were none disturbed.
    ///
    /// Disturbances only ever slow down, so the lower third says more than the median; it is raised by what a third
    /// of a normal distribution lies below its middle.
    private static func usual(_ logarithms: [Double], spread: Double) -> Double {
        guard logarithms.count > 2 else { return logarithms.min() ?? 0 }
        let third = Quantile.interpolated(logarithms, probability: 1.0 / 3) ?? 0
        let middle = Quantile.interpolated(logarithms, probability: 0.5) ?? 0
        return min(third + 0.36 * spread, middle)
    }
}

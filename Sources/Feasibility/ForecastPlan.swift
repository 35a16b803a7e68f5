/// Which sizes to measure, and how often, so that a forecast is as good as the time allows.
///
/// The largest size matters most: the less a forecast reaches beyond it, the less it depends on anything else. Smaller
/// ones, each half as large, show fixed costs and the power; they cost little, so they are repeated more often.
public struct ForecastPlan: Sendable, Equatable {
    public struct Step: Sendable, Equatable {
        public let size: Int
        /// How often it is timed, without a first time to warm up.
        public let repetitions: Int
    }

    /// Smallest size first.
    public let steps: [Step]
    /// How many times the largest planned size the workload is.
    public let extrapolation: Double
    /// How long all of it will take, by the pilot.
    public let expectedSeconds: Double

    /// How many sizes are measured.
    public static let sizeCount = 5
    /// The shortest time that a clock and a system at work measure well.
    public static let leastSeconds = 0.001
    /// How often the largest size is repeated at least, if there is time enough, and if there is not.
    private static let fewestRepetitions = [5, 3, 2]
    private static let mostRepetitions = 15

    /// - Parameters:
    ///   - target: the size of the workload.
    ///   - available: how much there is to measure with.
    ///   - secondsPerUnit: what one row takes, by a pilot run.
    ///   - budget: the time there is, in seconds.
    ///   - reach: how many times the largest size forecasts may reach.
    ///   - leastSize: sizes below this are avoided where there is room enough above it.
    ///   - mostShare: the largest part of the workload that is measured; 1 where measuring all of it is fine.
    /// - Returns: nothing where there is not enough to measure four different sizes.
    public init?(
        target: Int, available: Int, secondsPerUnit: Double, budget: Double, reach: Double = 10,
        leastSize: Int = 1, mostShare: Double = 1
    ) {
        let cap = min(available, Int((Double(target) * min(max(mostShare, 0), 1)).rounded(.down)))
        guard target > 0, cap >= ForecastPlan.sizeCount, secondsPerUnit > 0, secondsPerUnit.isFinite, budget > 0 else {
            return nil
        }
        func cost(_ largest: Int, _ repetitions: Int) -> Double {
            ForecastPlan.steps(largest, repetitions, secondsPerUnit, leastSize).reduce(0) {
                $0 + Double($1.size * ($1.repetitions + 1)) * secondsPerUnit
            }
        }
        // Fewer repetitions leave time for larger sizes, and are taken where the forecast would go too far otherwise.
        var largest = 0
        var repetitions = 0
        for count in ForecastPlan.fewestRepetitions {
            let whole = cost(cap, count)
            let fitting = whole > budget ? Int(Double(cap) * budget / whole) : cap
            repetitions = count
            largest = max(fitting, ForecastPlan.sizeCount)
            if Double(largest) * reach >= Double(target) { break }
        }
        while repetitions < ForecastPlan.mostRepetitions, cost(largest, repetitions + 1) <= budget { repetitions += 1 }
        steps = ForecastPlan.steps(largest, repetitions, secondsPerUnit, leastSize)
        guard steps.count >= ScalingFit.fewestSizes else { return nil }
        extrapolation = Double(target) / Double(largest)
        expectedSeconds = cost(largest, repetitions)
    }

    /// Sizes that halve, or shrink less where the smallest would be too short to time.
    private static func steps(
        _ largest: Int, _ repetitions: Int, _ secondsPerUnit: Double, _ leastSize: Int
    ) -> [Step] {
        let room = min(Double(largest) * secondsPerUnit / leastSeconds, Double(largest) / Double(max(1, leastSize)))
        let whole = ElementaryFunctions.power(max(room, 1), 1 / Double(sizeCount - 1))
        let ratio = min(2, max(whole, 1.3))
        var steps: [Step] = []
        for index in (0..<sizeCount).reversed() {
            let size = Int((Double(largest) / ElementaryFunctions.power(ratio, Double(index))).rounded())
            guard size > 0, size != steps.last?.size else { continue }
            // Two more for each smaller size: they are short, and disturbed more easily.
            steps.append(Step(size: size, repetitions: repetitions + 2 * index))
        }
        return steps
    }

    /// The sizes in the order in which to time them, all of them round after round, so that a machine that slows down
    /// for a while slows all sizes down. The first round is to warm up.
    public var rounds: [[Int]] {
        let most = steps.map(\.repetitions).max() ?? 0
        return [steps.map(\.size)] + (0..<most).map { round in steps.filter { $0.repetitions > round }.map(\.size) }
    }
}

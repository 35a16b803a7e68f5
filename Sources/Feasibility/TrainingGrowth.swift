import Statistics

/// A training whose two parts were timed apart: going through the texts, and learning from what was kept of them.
public struct PhasedTraining: Sendable, Equatable {
    public let rows: Int
    /// Different features of all texts.
    public let features: Int
    /// Features that got weights.
    public let kept: Int
    /// Seconds of each repetition until the features were chosen.
    public let counting: [Double]
    /// Seconds of each repetition after that.
    public let descent: [Double]

    public init(rows: Int, features: Int, kept: Int, counting: [Double], descent: [Double]) {
        self.rows = rows
        self.features = features
        self.kept = kept
        self.counting = counting
        self.descent = descent
    }
}

/// What one more unit of work costs when it reaches into memory of some size: caches serve small memory, and the larger
/// it is the more of it they miss. Measured, and never falling.
struct CostCurve: Sendable {
    /// The logarithms of size and cost, by rising size.
    private let points: [(size: Double, cost: Double)]

    /// - Parameter pairs: sizes and costs above 0.
    /// - Returns: nothing for fewer than three sizes.
    init?(_ pairs: [(size: Double, cost: Double)]) {
        let usable = pairs.filter { $0.size > 0 && $0.cost > 0 && $0.cost.isFinite }.sorted { $0.size < $1.size }
        guard Set(usable.map(\.size)).count >= 3 else { return nil }
        // Neighbours out of order share their mean (pool adjacent violators).
        var pools: [(sum: Double, count: Int)] = []
        for pair in usable {
            pools.append((ElementaryFunctions.logarithm(pair.cost), 1))
            while pools.count > 1,
                pools[pools.count - 2].sum / Double(pools[pools.count - 2].count)
                    > pools[pools.count - 1].sum / Double(pools[pools.count - 1].count)
            {
                let last = pools.removeLast()
                pools[pools.count - 1].sum += last.sum
                pools[pools.count - 1].count += last.count
            }
        }
        let costs = pools.flatMap { Array(repeating: $0.sum / Double($0.count), count: $0.count) }
        points = zip(usable, costs).map { (ElementaryFunctions.logarithm($0.size), $1) }
    }

    /// The cost at a size: between measured ones by their line, beyond the largest by two thirds of the slope of the
    /// last factor of four, since caches that are outgrown once are not outgrown again.
    func cost(at size: Double) -> Double {
        let place = ElementaryFunctions.logarithm(max(size, 1))
        guard let first = points.first, let last = points.last else { return 1 }
        if place <= first.size { return ElementaryFunctions.exponential(first.cost) }
        if place >= last.size {
            let before = points.last { $0.size <= last.size - ElementaryFunctions.logarithm(3.5) } ?? first
            let slope = last.size > before.size ? (last.cost - before.cost) / (last.size - before.size) : 0
            return ElementaryFunctions.exponential(last.cost + slope * 2 / 3 * (place - last.size))
        }
        let upper = points.firstIndex { $0.size > place } ?? points.count - 1
        let (low, high) = (points[upper - 1], points[upper])
        let share = high.size > low.size ? (place - low.size) / (high.size - low.size) : 0
        return ElementaryFunctions.exponential(low.cost + share * (high.cost - low.cost))
    }
}

/// How the cost of a row grows with the number of rows, by what training reaches for.
///
/// More rows bring more features, tables and weights outgrow one cache after the other, and a row costs more: on a
/// machine of today two to three times as much with a million rows as with a few thousand. Where that happens depends
/// on the machine and on how many features the texts have. So the costs are measured with invented texts, up to many
/// rows, as a function of the features; how many features more rows of the user's texts have follows from the sizes
/// that were measured, since they grow by a power (H. S. Heaps, "Information retrieval", 1978).
public struct TrainingGrowth: Sendable {
    private let counting: CostCurve
    private let descent: CostCurve
    private let features: Power
    private let kept: Power
    /// What the workload costs against the reference, in both parts.
    private let countingScale: Double
    private let descentScale: Double
    private let unsteadiness: Unsteadiness

    /// A power through two points.
    private struct Power {
        let size: Double
        let value: Double
        let exponent: Double

        init?(_ points: [(size: Double, value: Double)]) {
            let usable = points.filter { $0.size > 0 && $0.value > 0 }.sorted { $0.size < $1.size }
            guard let last = usable.last else { return nil }
            size = last.size
            value = last.value
            let before = usable.last { $0.size <= last.size / 1.9 } ?? usable[0]
            exponent =
                before.size < last.size
                ? min(
                    max(
                        ElementaryFunctions.logarithm(last.value / before.value)
                            / ElementaryFunctions.logarithm(last.size / before.size), 0), 1) : 1
        }

        func value(at size: Double) -> Double {
            value * ElementaryFunctions.power(size / self.size, exponent)
        }
    }

    /// - Parameters:
    ///   - trainings: those of the workload, at several sizes.
    ///   - reference: those of invented texts on the same machine, with the same settings.
    /// - Returns: nothing where too little was measured.
    public init?(_ trainings: [PhasedTraining], reference: [PhasedTraining]) {
        guard
            let counting = CostCurve(
                reference.map { (Double($0.features), TrainingGrowth.usual($0.counting) / Double($0.rows)) }),
            let descent = CostCurve(
                reference.map { (Double($0.kept), TrainingGrowth.usual($0.descent) / Double($0.rows)) }),
            let features = Power(trainings.map { (Double($0.rows), Double($0.features)) }),
            let kept = Power(trainings.map { (Double($0.rows), Double($0.kept)) })
        else { return nil }
        func scale(_ part: (PhasedTraining) -> [Double], _ curve: CostCurve, _ size: (PhasedTraining) -> Int) -> Double?
        {
            Quantile.interpolated(
                trainings.map {
                    TrainingGrowth.usual(part($0)) / Double(max(1, $0.rows)) / curve.cost(at: Double(size($0)))
                }.filter { $0 > 0 && $0.isFinite }, probability: 0.5)
        }
        guard let countingScale = scale(\.counting, counting, \.features),
            let descentScale = scale(\.descent, descent, \.kept)
        else { return nil }
        self.counting = counting
        self.descent = descent
        self.features = features
        self.kept = kept
        self.countingScale = countingScale
        self.descentScale = descentScale
        unsteadiness = Unsteadiness(reference)
    }

    /// Disturbances only ever slow down.
    private static func usual(_ seconds: [Double]) -> Double {
        Quantile.interpolated(seconds.filter { $0 > 0 }, probability: 1.0 / 3) ?? 0
    }

    /// What a row costs among so many, in seconds, about.
    public func unitCost(_ rows: Double) -> Double {
        countingScale * counting.cost(at: features.value(at: rows))
            + descentScale * descent.cost(at: kept.value(at: rows))
    }

    /// How far the growth from one number of rows to another may be off, as the standard error of its logarithm, because
    /// the reference was measured a few times only on a machine that is not always equally fast.
    func standardError(from measured: Double, to rows: Double) -> Double {
        unsteadiness.standardError(from: features.value(at: measured), to: features.value(at: rows))
    }
}

/// By how much repetitions of the reference differ, and how many there are of each size.
private struct Unsteadiness {
    /// The variance of the logarithm of one repetition, over all sizes.
    private let variance: Double
    private let sizes: [(features: Double, repetitions: Int)]

    init(_ reference: [PhasedTraining]) {
        var squares = 0.0
        var degrees = 0
        var sizes: [(features: Double, repetitions: Int)] = []
        for training in reference {
            let logarithms = zip(training.counting, training.descent).map { $0 + $1 }.filter { $0 > 0 && $0.isFinite }
                .map(ElementaryFunctions.logarithm)
            guard !logarithms.isEmpty else { continue }
            let mean = logarithms.reduce(0, +) / Double(logarithms.count)
            squares += logarithms.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            degrees += logarithms.count - 1
            sizes.append((Double(training.features), logarithms.count))
        }
        variance = degrees > 0 ? squares / Double(degrees) : 0
        self.sizes = sizes
    }

    func standardError(from measured: Double, to features: Double) -> Double {
        func repetitions(_ features: Double) -> Double {
            let place = ElementaryFunctions.logarithm(max(features, 1))
            let nearest = sizes.min {
                abs(ElementaryFunctions.logarithm(max($0.features, 1)) - place)
                    < abs(ElementaryFunctions.logarithm(max($1.features, 1)) - place)
            }
            return Double(nearest?.repetitions ?? 1)
        }
        return (variance * (1 / repetitions(measured) + 1 / repetitions(features))).squareRoot()
    }
}

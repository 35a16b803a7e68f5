import Statistics

/// The curve `c + a n^b` through measurements at several sizes, and how sure it is of any further size.
///
/// Measurements are compared with the curve by their ratio. Instead of one best curve all are kept that go through the
/// measurements, each by how well it does so and by how usual its power is (``ScalingAssumptions``): powers, shares
/// of fixed cost and steps at a cache on a grid, the scale and the spread of repetitions integrated exactly (the
/// conjugate linear model; A. Gelman and others, "Bayesian Data Analysis", chapter 14). A further size has a mixture of
/// Student's distributions, whose quantiles are the forecast. Nothing is random.
///
/// Complexity: some 30,000 curves times the number of sizes, four times as many with rows scattered; some milliseconds.
public struct ScalingFit: Sendable {
    /// The single most credible curve.
    public struct Curve: Sendable, Equatable {
        /// c: what is spent whatever the size.
        public let fixed: Double
        /// a
        public let factor: Double
        /// b
        public let power: Double
        /// How much more each unit costs far beyond the cache, as a share; 0 where no step was seen.
        public let step: Double
    }

    public let curve: Curve
    /// The sizes that were measured, smallest first.
    public let sizes: [Double]
    /// The relative spread of one repetition.
    public let spread: Double
    /// By how much the medians miss the best curve, relatively (root mean square).
    public let residual: Double

    private let curves: [Candidate]
    private let shape: Shape
    private let degrees: Int
    /// 1 / Σ (1 / variance): how uncertain the height of the curve is.
    private let heightVariance: Double

    /// A curve of the grid: its parameters, its height and spread given those, and its weight (they sum to 1).
    private struct Candidate {
        let power: Double
        let fixedShare: Double
        let step: Double
        let cache: Double
        let height: Double
        let variance: Double
        var weight: Double
    }

    /// The parts of a curve that do not depend on its height.
    private struct Shape {
        let smallest: Double
        let bytesPerUnit: Double

        /// 1 + δ max(0, 1 − C / w): of random reads in w bytes, C / w are found in a cache of C bytes.
        func slowdown(_ bytes: Double, step: Double, cache: Double) -> Double {
            step > 0 && bytes > cache ? 1 + step * (1 - cache / bytes) : 1
        }

        func value(_ size: Double, _ curve: Candidate, workingSet: Double? = nil) -> Double {
            let bytes = workingSet ?? size * bytesPerUnit
            let fixed =
                curve.fixedShare / (1 - curve.fixedShare)
                * slowdown(smallest * bytesPerUnit, step: curve.step, cache: curve.cache)
            return fixed
                + ElementaryFunctions.power(size / smallest, curve.power)
                * slowdown(bytes, step: curve.step, cache: curve.cache)
        }
    }

    /// The fewest sizes that a curve of three numbers is fitted to.
    public static let fewestSizes = 4

    /// - Parameters:
    ///   - timings: at least four different sizes.
    ///   - assumptions: what is taken for granted.
    ///   - step: how the working set compares with the caches; where nothing is known, a step may lie anywhere from
    ///     the measured sizes up to ten times the largest.
    /// - Returns: nothing where fewer than four sizes took any time.
    public init?(_ timings: [Timing], assumptions: ScalingAssumptions = .time, step: CacheStep? = nil) {
        let series = TimingSeries(timings, assumptions)
        guard Set(series.points.map(\.size)).count >= ScalingFit.fewestSizes, let first = series.points.first,
            let last = series.points.last
        else { return nil }
        let bytesPerUnit = step?.bytesPerUnit ?? 1
        let shape = Shape(smallest: first.size, bytesPerUnit: bytesPerUnit)
        let caches = step?.cacheBytes ?? first.size...last.size * 10
        let priorDegrees = max(2, min(series.degrees, 8))
        let priorSpread = series.spread
        let points = series.points.map { step == nil ? $0.inProportion : $0 }
        // Where all went through as many bytes, the cache slowed all of them down alike.
        let isScattered = Set(points.map(\.workingSetBytes)).count > 1
        let grid = Grid(assumptions, caches: caches, isSeen: isScattered)
        let inverse = points.map { 1 / $0.variance }
        let total = inverse.reduce(0, +)
        let degrees = priorDegrees + points.count - 1
        let priorSum = Double(priorDegrees) * priorSpread * priorSpread
        let logarithms = points.map { ElementaryFunctions.logarithm($0.size / first.size) }

        var candidates: [Candidate] = []
        candidates.reserveCapacity(grid.count)
        var scores: [Double] = []
        scores.reserveCapacity(grid.count)
        var fits = [Double](repeating: 0, count: points.count)
        for (delta, cache, stepScore) in grid.steps {
            let slow = points.map {
                shape.slowdown($0.workingSetBytes ?? $0.size * bytesPerUnit, step: delta, cache: cache)
            }
            let atSmallest = shape.slowdown(first.size * bytesPerUnit, step: delta, cache: cache)
            for (power, powerScore) in grid.powers {
                let variable = zip(logarithms, slow).map { ElementaryFunctions.exponential($0 * power) * $1 }
                for (share, shareScore) in grid.shares {
                    let fixed = share / (1 - share) * atSmallest
                    var height = 0.0
                    for index in points.indices {
                        fits[index] = points[index].logarithm - ElementaryFunctions.logarithm(fixed + variable[index])
                        height += inverse[index] * fits[index]
                    }
                    height /= total
                    var sum = priorSum
                    for index in points.indices {
                        let miss = fits[index] - height
                        sum += inverse[index] * miss * miss
                    }
                    let likelihood = -Double(degrees) / 2 * ElementaryFunctions.logarithm(sum / priorSum)
                    scores.append(likelihood + powerScore + shareScore + stepScore)
                    candidates.append(
                        Candidate(
                            power: power, fixedShare: share, step: delta, cache: cache, height: height,
                            variance: sum / Double(degrees), weight: 0))
                }
            }
        }
        guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }) else { return nil }
        // Curves a million times less credible than the best do not matter, and cost time later.
        var kept: [Candidate] = []
        var mass = 0.0
        for (var candidate, score) in zip(candidates, scores) where score > scores[best] - 14 {
            candidate.weight = ElementaryFunctions.exponential(score - scores[best])
            mass += candidate.weight
            kept.append(candidate)
        }
        for index in kept.indices { kept[index].weight /= mass }
        curves = kept
        self.shape = shape
        self.degrees = degrees
        heightVariance = 1 / total
        sizes = Set(points.map(\.size)).sorted()
        let chosen = candidates[best]
        let height = ElementaryFunctions.exponential(chosen.height)
        let atSmallest = shape.slowdown(first.size * bytesPerUnit, step: chosen.step, cache: chosen.cache)
        curve = Curve(
            fixed: height * chosen.fixedShare / (1 - chosen.fixedShare) * atSmallest,
            factor: height / ElementaryFunctions.power(first.size, chosen.power), power: chosen.power,
            step: chosen.step)
        spread = chosen.variance.squareRoot()
        var squares = 0.0
        for point in points {
            let value = shape.value(point.size, chosen, workingSet: point.workingSetBytes)
            let miss = point.logarithm - chosen.height - ElementaryFunctions.logarithm(value)
            squares += miss * miss
        }
        residual = (squares / Double(points.count)).squareRoot()
    }

    /// What the curve says of a size.
    ///
    /// - Parameter level: the probability of the interval, above 0 and below 1.
    /// - Returns: the median, and the interval with as much probability below as above.
    public func prediction(at size: Double, level: Double) -> Interval {
        var points: [(place: Double, variance: Double, weight: Double)] = curves.map { curve in
            (
                curve.height + ElementaryFunctions.logarithm(shape.value(size, curve)),
                curve.variance * (1 + TimingSeries.betweenSizes + heightVariance), curve.weight
            )
        }
        points.sort { $0.place < $1.place }
        let bins = ScalingFit.bins(points)
        func quantile(_ probability: Double) -> Double {
            var low = bins[0].place - 60 * bins.map(\.spread).reduce(0, max) - 1
            var high = bins[bins.count - 1].place + 60 * bins.map(\.spread).reduce(0, max) + 1
            for _ in 0..<60 {
                let middle = (low + high) / 2
                var cumulative = 0.0
                for bin in bins {
                    cumulative +=
                        bin.weight * StudentDistribution.cumulative((middle - bin.place) / bin.spread, degrees: degrees)
                }
                if cumulative < probability { low = middle } else { high = middle }
            }
            return ElementaryFunctions.exponential((low + high) / 2)
        }
        return Interval(
            lower: quantile((1 - level) / 2), middle: quantile(0.5), upper: quantile((1 + level) / 2))
    }

    /// Neighbouring places put together, at most 200, so that quantiles cost little.
    private static func bins(
        _ points: [(place: Double, variance: Double, weight: Double)]
    ) -> [(place: Double, spread: Double, weight: Double)] {
        var bins: [(place: Double, spread: Double, weight: Double)] = []
        var place = 0.0
        var variance = 0.0
        var weight = 0.0
        func close() {
            guard weight > 0 else { return }
            bins.append((place / weight, (variance / weight).squareRoot(), weight))
            (place, variance, weight) = (0, 0, 0)
        }
        for point in points {
            place += point.place * point.weight
            variance += point.variance * point.weight
            weight += point.weight
            if weight > 0.005 { close() }
        }
        close()
        return bins
    }
}

/// The curves that are tried, each number with the logarithm of how usual it is.
private struct Grid {
    let powers: [(value: Double, score: Double)]
    let shares: [(value: Double, score: Double)]
    let steps: [(step: Double, cache: Double, score: Double)]

    var count: Int { powers.count * shares.count * steps.count }

    init(_ assumptions: ScalingAssumptions, caches: ClosedRange<Double>, isSeen: Bool) {
        // Student's distribution with three degrees of freedom: near the usual most of the time, far when need be.
        // Each stands for the powers around it, which are closer to each other where most programs are.
        var values: [Double] = []
        var value = assumptions.powers.lowerBound
        while value <= assumptions.powers.upperBound + 1e-9 {
            values.append(value)
            value += abs(value - assumptions.power) < 6 * assumptions.powerSpread ? 0.02 : 0.06
        }
        powers = values.indices.map { index in
            let distance = (values[index] - assumptions.power) / assumptions.powerSpread
            let room = values[min(index + 1, values.count - 1)] - values[max(index - 1, 0)]
            return (
                values[index],
                ElementaryFunctions.logarithm(room) - 2 * ElementaryFunctions.logarithm(1 + distance * distance / 3)
            )
        }
        // Shares of fixed cost at the smallest size: evenly between 0 and 1, the ends finer.
        let ends = [
            0, 0.01, 0.02, 0.04, 0.07, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.94, 0.97, 0.985,
            0.995,
        ].filter { $0 <= assumptions.mostFixedShare }
        shares = ends.indices.map { index in
            let lower = index > 0 ? (ends[index] + ends[index - 1]) / 2 : 0
            let upper = index < ends.count - 1 ? (ends[index] + ends[index + 1]) / 2 : assumptions.mostFixedShare
            // As much again for no fixed cost at all.
            let mass = upper - lower + (index == 0 ? 0.1 : 0)
            return (ends[index], ElementaryFunctions.logarithm(mass))
        }
        var steps: [(step: Double, cache: Double, score: Double)] = [
            (0, caches.upperBound, ElementaryFunctions.logarithm(max(assumptions.chanceOfNoStep, 1e-9)))
        ]
        let rest = 1 - assumptions.chanceOfNoStep
        if rest > 0 {
            // Small steps are more common than large ones; twice the time is rare. What was measured beyond a cache
            // tells steps apart that differ by little.
            let width = isSeen ? 0.06 : 0.25
            let sizes = (0..<Int(1.5 / width)).map { (Double($0) + 0.5) * width }
            let chances = sizes.map { ElementaryFunctions.exponential(-$0 / 0.35) }
            let mass = chances.reduce(0, +)
            let places = caches.lowerBound < caches.upperBound ? 5 : 1
            let ratio = caches.upperBound / caches.lowerBound
            for place in 0..<places {
                let cache =
                    caches.lowerBound * ElementaryFunctions.power(ratio, (Double(place) + 0.5) / Double(places))
                for (step, chance) in zip(sizes, chances) {
                    steps.append((step, cache, ElementaryFunctions.logarithm(rest * chance / mass / Double(places))))
                }
            }
        }
        self.steps = steps
    }
}

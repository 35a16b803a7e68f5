/// Whether two waves in which other people answered, or the same without being recognised, differ.
///
/// The difference is Σ W_h (mean of later in h − mean of earlier in h) / Σ W_h over the strata h. Were there no change,
/// the people of a stratum could as well have answered in the other wave; the test compares with all ways to deal them
/// out to the waves within strata, or with random ones. It assumes that people answer independently and, without change,
/// that each stratum holds the same kind of people in both waves; a stratum merged of several roles should have them in
/// the same proportion. It then errs on the safe side, as differences between the roles count as chance. Source:
/// E. S. Edgington and P. Onghena, "Randomization tests", 2007; strata: P. Good, "Permutation tests", 2000.
///
/// Strata with people in one wave only say nothing of change and are left out, with their weight.
public enum StratifiedPermutationTest {
    /// The people of a wave.
    public struct Sample: Sendable {
        public let values: [Double]
        /// The stratum of each, from 0.
        public let strata: [Int]

        /// - Precondition: as many strata as values, none negative.
        public init(values: [Double], strata: [Int]) {
            precondition(values.count == strata.count && strata.allSatisfy { $0 >= 0 }, "a stratum for each value")
            self.values = values
            self.strata = strata
        }
    }

    /// - Parameters:
    ///   - weights: W of each stratum, none negative; all alike where left out.
    ///   - stream: for random arrangements; it does not matter where all are tried.
    /// - Returns: nothing where no stratum with weight has people in both waves, or a value is not finite.
    /// - Precondition: a weight for each stratum.
    public static func test(
        earlier: Sample, later: Sample, weights: [Double]? = nil, plan: RandomizationTest.Plan = .standard,
        stream: RandomStream
    ) -> RandomizationTest? {
        guard (earlier.values + later.values).allSatisfy(\.isFinite) else { return nil }
        let count = ((earlier.strata + later.strata).max() ?? -1) + 1
        let weights = weights ?? [Double](repeating: 1, count: count)
        precondition(weights.count >= count, "a weight for each stratum")
        var strata = (0..<count).compactMap { stratum -> Stratum? in
            func values(_ sample: Sample) -> [Double] {
                zip(sample.values, sample.strata).filter { $0.1 == stratum }.map(\.0)
            }
            return Stratum(earlier: values(earlier), later: values(later), weight: weights[stratum])
        }
        let total = strata.reduce(0) { $0 + $1.weight }
        guard total > 0 else { return nil }
        for index in strata.indices { strata[index].weight /= total }
        var tally = RandomizationTest.Tally(
            difference: strata.reduce(0) { $0 + $1.difference }, size: strata.reduce(0) { $0 + $1.size })
        let isExact = arrangements(strata, upTo: plan.exactUpTo) != nil
        if isExact {
            tryAll(strata.map { $0.allDifferences() }[...], sum: 0, tally: &tally)
        } else {
            var stream = stream
            for _ in 0..<plan.draws {
                var sum = 0.0
                for index in strata.indices { sum += strata[index].deal(using: &stream) }
                tally.add(sum)
            }
        }
        return tally.result(isExact: isExact)
    }

    /// In how many ways people can be dealt out; nothing for more than a limit.
    private static func arrangements(_ strata: [Stratum], upTo limit: Int) -> Int? {
        var product = 1
        for stratum in strata {
            // n choose k, one factor after another; each step is a whole number.
            var ways = 1
            let chosen = min(stratum.laterCount, stratum.values.count - stratum.laterCount)
            for step in 0..<chosen {
                let (scaled, overflow) = ways.multipliedReportingOverflow(by: stratum.values.count - step)
                guard !overflow else { return nil }
                ways = scaled / (step + 1)
                guard ways <= limit else { return nil }
            }
            product *= ways
            guard product <= limit else { return nil }
        }
        return product
    }

    private static func tryAll(_ differences: ArraySlice<[Double]>, sum: Double, tally: inout RandomizationTest.Tally) {
        guard let first = differences.first else { return tally.add(sum) }
        for difference in first { tryAll(differences.dropFirst(), sum: sum + difference, tally: &tally) }
    }

    /// The people of a stratum in both waves.
    private struct Stratum {
        /// Those of the later wave first.
        var values: [Double]
        let laterCount: Int
        let total: Double
        /// Its share of all weight, once known.
        var weight: Double

        init?(earlier: [Double], later: [Double], weight: Double) {
            guard !earlier.isEmpty, !later.isEmpty, weight > 0 else { return nil }
            values = later + earlier
            laterCount = later.count
            total = values.reduce(0, +)
            self.weight = weight
        }

        var difference: Double { difference(laterSum: values[..<laterCount].reduce(0, +)) }

        /// How large its difference can be.
        var size: Double { weight * 2 * (values.map(abs).max() ?? 0) }

        private func difference(laterSum: Double) -> Double {
            weight * (laterSum / Double(laterCount) - (total - laterSum) / Double(values.count - laterCount))
        }

        /// Deals people out at random; only the smaller wave needs to be drawn.
        mutating func deal(using stream: inout RandomStream) -> Double {
            let earlierCount = values.count - laterCount
            let drawn = min(laterCount, earlierCount)
            var sum = 0.0
            for place in 0..<drawn {
                values.swapAt(place, place + stream.integer(below: values.count - place))
                sum += values[place]
            }
            return difference(laterSum: drawn == laterCount ? sum : total - sum)
        }

        /// The differences of all ways to deal people out.
        func allDifferences() -> [Double] {
            var differences: [Double] = []
            func choose(from start: Int, remaining: Int, sum: Double) {
                guard remaining > 0 else { return differences.append(difference(laterSum: sum)) }
                for place in start...(values.count - remaining) {
                    choose(from: place + 1, remaining: remaining - 1, sum: sum + values[place])
                }
            }
            choose(from: 0, remaining: laterCount, sum: 0)
            return differences
        }
    }
}

/// What the tests by rearrangement have in common: how they are carried out, and what they found.
///
/// The probability is that of a difference at least as large, in either direction, were there no change. In all
/// arrangements it is their share; in M random ones (1 + count) / (1 + M), which never understates it (B. Phipson and
/// G. K. Smyth, "Permutation p-values should never be zero", 2010). Differences nearer than 10⁻⁹ of the values' size
/// count as equal.
public struct RandomizationTest: Sendable, Hashable {
    /// The difference found, later less earlier.
    public let difference: Double
    /// How many arrangements, this one included where all were tried, have at least this difference in its direction,
    /// and how many in either direction.
    public let atLeastInDirection: Int
    public let atLeastInEither: Int
    public let arrangements: Int
    /// Whether all arrangements were tried.
    public let isExact: Bool

    /// The two-sided probability, above 0 and at most 1.
    public var probability: Double {
        isExact
            ? Double(atLeastInEither) / Double(arrangements) : Double(1 + atLeastInEither) / Double(1 + arrangements)
    }

    /// How arrangements are gone through.
    public struct Plan: Sendable {
        /// Up to so many arrangements, all are tried.
        public let exactUpTo: Int
        /// Else so many random ones.
        public let draws: Int

        /// Exact for up to fifteen pairs, else 10,000 draws.
        public static let standard = Plan(exactUpTo: 1 << 15, draws: 10_000)

        public init(exactUpTo: Int, draws: Int) {
            self.exactUpTo = exactUpTo
            self.draws = draws
        }
    }

    /// Counts arrangements as they come.
    struct Tally {
        private let difference: Double
        private let width: Double
        private var inDirection = 0
        private var inEither = 0
        private var count = 0

        /// - Parameter size: how large differences can be.
        init(difference: Double, size: Double) {
            self.difference = difference
            width = 1e-9 * size
        }

        mutating func add(_ other: Double) {
            count += 1
            guard abs(other) >= abs(difference) - width else { return }
            inEither += 1
            if difference < 0 ? other <= difference + width : other >= difference - width { inDirection += 1 }
        }

        func result(isExact: Bool) -> RandomizationTest {
            RandomizationTest(
                difference: difference, atLeastInDirection: inDirection, atLeastInEither: inEither,
                arrangements: count, isExact: isExact)
        }
    }
}

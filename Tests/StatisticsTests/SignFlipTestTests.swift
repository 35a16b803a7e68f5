import Statistics
import Testing

@Suite struct SignFlipTestTests {
    private let stream = RandomStream(seed: 21)
    /// Heights of crossed less self-fertilised maize (Darwin, in Fisher 1935).
    private let maize: [Double] = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48]

    @Test func publishedCounts() throws {
        let test = try #require(SignFlipTest.test(differences: maize, stream: stream))
        #expect(test.isExact)
        #expect(test.arrangements == 32_768)
        #expect(abs(test.difference - 314.0 / 15) < 1e-12)
        #expect(test.atLeastInDirection == 863)
        #expect(test.atLeastInEither == 1726)
        #expect(test.probability == 0.05267333984375)
        #expect(Double(test.atLeastInDirection) / 32_768 == 0.026336669921875)
    }

    @Test func theDirectionDoesNotMatter() throws {
        let up = try #require(SignFlipTest.test(differences: maize, stream: stream))
        let down = try #require(SignFlipTest.test(differences: maize.map { -$0 }, stream: stream))
        #expect(down.atLeastInDirection == up.atLeastInDirection)
        #expect(down.probability == up.probability)
    }

    @Test func randomSignsComeNear() throws {
        let plan = RandomizationTest.Plan(exactUpTo: 0, draws: 20_000)
        let test = try #require(SignFlipTest.test(differences: maize, plan: plan, stream: stream))
        #expect(!test.isExact)
        #expect(test.probability == Double(1 + test.atLeastInEither) / 20_001)
        #expect(abs(test.probability - 0.052673) < 0.0064)
    }

    /// Five people can never reach .05, six can.
    @Test(arguments: [(5, 0.0625), (6, 0.03125)])
    func smallestProbability(people: Int, expected: Double) throws {
        let test = try #require(
            SignFlipTest.test(differences: [Double](repeating: 1, count: people), stream: stream))
        #expect(test.probability == expected)
    }

    /// Decimal fractions that are equal on paper count as equal.
    @Test func tiesCountAsExtreme() throws {
        let test = try #require(SignFlipTest.test(differences: [0.1, 0.2, -0.3, 0.1], stream: stream))
        // The sum is one tenth; all sixteen sums ±.1 ± .2 ± .3 ± .1 are odd numbers of tenths.
        #expect(test.atLeastInEither == 16)
        #expect(test.probability == 1)
    }

    @Test func weightsAndZeros() throws {
        let weighted = try #require(SignFlipTest.test(differences: [1, 2, 0], weights: [1, 3, 4], stream: stream))
        #expect(abs(weighted.difference - 7.0 / 8) < 1e-15)
        #expect(weighted.probability == 0.5)
        let nothing = try #require(SignFlipTest.test(differences: [0, 0], stream: stream))
        #expect(nothing.probability == 1)
    }

    @Test func nothingToTest() {
        #expect(SignFlipTest.test(differences: [], stream: stream) == nil)
        #expect(SignFlipTest.test(differences: [1, .nan], stream: stream) == nil)
        #expect(SignFlipTest.test(differences: [1], weights: [0], stream: stream) == nil)
    }

    /// Power at a true change of 10 and a standard deviation of change of 12: n = 6 .24, 8 .52, 12 .74, 20 .94.
    @Test(arguments: [(6, 0.24), (8, 0.52), (12, 0.74), (20, 0.94)])
    func power(people: Int, expected: Double) {
        let plan = RandomizationTest.Plan(exactUpTo: 256, draws: 299)
        let found = (0..<600).count { replication in
            var stream = stream.split(people).split(replication)
            let differences = (0..<people).map { _ in 10 + 12 * stream.normal() }
            return (SignFlipTest.test(differences: differences, plan: plan, stream: stream)?.probability ?? 1) <= 0.05
        }
        #expect(abs(Double(found) / 600 - expected) < 0.05)
    }
}

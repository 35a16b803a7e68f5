import Statistics
import Testing

@Suite struct StratifiedPermutationTestTests {
    private typealias Sample = StratifiedPermutationTest.Sample
    private let stream = RandomStream(seed: 31)

    /// {1, 2, 3} against {4, 5, 6}: of the twenty ways to deal six out, one is as high and one as low.
    @Test func oneStratum() throws {
        let test = try #require(
            StratifiedPermutationTest.test(
                earlier: Sample(values: [1, 2, 3], strata: [0, 0, 0]),
                later: Sample(values: [4, 5, 6], strata: [0, 0, 0]), stream: stream))
        #expect(test.isExact)
        #expect(test.difference == 3)
        #expect(test.arrangements == 20)
        #expect(test.atLeastInDirection == 1)
        #expect(test.probability == 0.1)
    }

    /// Two strata: 3 · 6 ways, weights 1 and 2, counted by hand over all of them.
    @Test func strata() throws {
        let earlier = Sample(values: [1, 2, 5, 3], strata: [0, 0, 1, 1])
        let later = Sample(values: [4, 6, 4], strata: [0, 1, 1])
        let test = try #require(
            StratifiedPermutationTest.test(earlier: earlier, later: later, weights: [1, 2], stream: stream))
        var differences: [Double] = []
        let (first, second): ([Double], [Double]) = ([4, 1, 2], [6, 4, 5, 3])
        for one in first {
            for left in 0..<4 {
                for right in (left + 1)..<4 {
                    let sum = second[left] + second[right]
                    differences.append((one - (7 - one) / 2 + 2 * (sum / 2 - (18 - sum) / 2)) / 3)
                }
            }
        }
        #expect(abs(test.difference - differences[0]) < 1e-12)
        #expect(test.arrangements == 18)
        #expect(test.atLeastInEither == differences.count { abs($0) >= differences[0] - 1e-12 })
    }

    @Test func randomArrangementsComeNear() throws {
        let earlier = Sample(values: [1, 3, 2, 5, 4, 4, 1], strata: [0, 0, 0, 1, 1, 1, 1])
        let later = Sample(values: [4, 3, 5, 6, 4, 2], strata: [0, 0, 0, 0, 1, 1])
        let exact = try #require(StratifiedPermutationTest.test(earlier: earlier, later: later, stream: stream))
        #expect(exact.arrangements == 35 * 15)
        let plan = RandomizationTest.Plan(exactUpTo: 100, draws: 20_000)
        for (first, second) in [(earlier, later), (later, earlier)] {
            let random = try #require(
                StratifiedPermutationTest.test(earlier: first, later: second, plan: plan, stream: stream))
            #expect(!random.isExact)
            #expect(abs(random.difference) == abs(exact.difference))
            #expect(abs(random.probability - exact.probability) < 0.015)
        }
    }

    /// A shift of one role that is larger in one wave is no change.
    @Test func roleMixIsNotChange() throws {
        let earlier = Sample(values: [0, 0.1, -0.1, 10, 10.1], strata: [0, 0, 0, 1, 1])
        let later = Sample(values: [0, 0.1, 10, 9.9, 10.1], strata: [0, 0, 1, 1, 1])
        let test = try #require(StratifiedPermutationTest.test(earlier: earlier, later: later, stream: stream))
        #expect(test.probability > 0.5)
    }

    @Test func strataOfOneWaveAreLeftOut() throws {
        let earlier = Sample(values: [1, 2, 9], strata: [0, 0, 1])
        let later = Sample(values: [3, 4, 7], strata: [0, 0, 2])
        let test = try #require(StratifiedPermutationTest.test(earlier: earlier, later: later, stream: stream))
        #expect(test.difference == 2)
        #expect(test.arrangements == 6)
    }

    @Test func nothingToTest() {
        let some = Sample(values: [1], strata: [0])
        let others = Sample(values: [1], strata: [1])
        #expect(StratifiedPermutationTest.test(earlier: some, later: others, stream: stream) == nil)
        #expect(StratifiedPermutationTest.test(earlier: some, later: some, weights: [0], stream: stream) == nil)
        let unknown = Sample(values: [.nan], strata: [0])
        #expect(StratifiedPermutationTest.test(earlier: some, later: unknown, stream: stream) == nil)
        let nobody = Sample(values: [], strata: [])
        #expect(StratifiedPermutationTest.test(earlier: nobody, later: nobody, stream: stream) == nil)
    }
}

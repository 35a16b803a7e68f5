import Testing

@testable import Statistics

@Suite struct RandomStreamTests {
    /// The known answers of Philox4x64-10 that its authors publish with Random123 (kat_vectors).
    @Test func publishedAnswers() {
        #expect(
            RandomStream.encipher(.init(0, 0, 0, 0), low: 0, high: 0)
                == .init(
                    0x1655_4d9e_ca36_314c, 0xdb20_fe9d_672d_0fdc, 0xd7e7_72ce_e186_176b, 0x7e68_b68a_ec7b_a23b))
        #expect(
            RandomStream.encipher(.init(.max, .max, .max, .max), low: .max, high: .max)
                == .init(
                    0x87b0_92c3_013f_e90b, 0x438c_3c67_be8d_0224, 0x9cc7_d7c6_9cd7_77b6, 0xa09c_aebf_594f_0ba0))
        // Digits of π in the counter, and of e in the key.
        #expect(
            RandomStream.encipher(
                .init(0x243f_6a88_85a3_08d3, 0x1319_8a2e_0370_7344, 0xa409_3822_299f_31d0, 0x082e_fa98_ec4e_6c89),
                low: 0x4528_21e6_38d0_1377, high: 0xbe54_66cf_34e9_0c6c)
                == .init(
                    0xa528_f454_03e6_1d95, 0x38c7_2dbd_566e_9788, 0xa5a1_610e_72fd_18b5, 0x57bd_43b5_e52b_7fe6))
    }

    /// The stream of seed 0 is blocks 0, 1, … under the key 0.
    @Test func wordsAreBlocksInOrder() {
        var stream = RandomStream(seed: 0)
        let words = (0..<8).map { _ in stream.next() }
        #expect(words[0] == 0x1655_4d9e_ca36_314c)
        #expect(words[3] == 0x7e68_b68a_ec7b_a23b)
        #expect(words[4] == 0x02f4_ba64_08e4_d89b)
        #expect(words[7] == 0x907d_7a05_2fd5_b4dc)
    }

    @Test func childrenDoNotDependOnWhatWasDrawn() {
        let parent = RandomStream(seed: 7)
        var drawn = parent
        for _ in 0..<5 { _ = drawn.next() }
        var early = parent.split(3)
        var late = drawn.split(3)
        #expect(early.next() == late.next())
    }

    @Test func pathsDiffer() {
        let parent = RandomStream(seed: 7)
        let streams = [
            parent, parent.split(0), parent.split(1), parent.split(-1), parent.split(0).split(1),
            parent.split(1).split(0), parent.split(""), parent.split("a"), parent.split("b"), parent.split("\0"),
            parent.split("\0a"), parent.split("abcdefgh"), parent.split("abcdefghi"), RandomStream(seed: 8),
        ]
        var words = Set<UInt64>()
        for var stream in streams { words.insert(stream.next()) }
        #expect(words.count == streams.count)
    }

    /// Chi-squared over seven classes: the .999 quantile of six degrees of freedom is 22.46.
    @Test func integersAreEven() {
        var stream = RandomStream(seed: 1)
        var counts = [Double](repeating: 0, count: 7)
        for _ in 0..<70_000 { counts[stream.integer(below: 7)] += 1 }
        #expect(counts.reduce(0) { $0 + ($1 - 10_000) * ($1 - 10_000) / 10_000 } < 22.46)
    }

    /// Below a bound of three quarters of the range, taking a remainder would favour the lower third by half.
    @Test func integersBelowAHugeBoundAreEven() {
        var stream = RandomStream(seed: 2)
        let bound = Int.max / 4 * 3
        var low = 0
        for _ in 0..<30_000 where stream.integer(below: bound) < bound / 3 { low += 1 }
        #expect(abs(low - 10_000) < 330)
    }

    @Test func shufflesAreEven() {
        var stream = RandomStream(seed: 3)
        var counts: [[Int]: Double] = [:]
        for _ in 0..<24_000 {
            var elements = [0, 1, 2, 3]
            stream.shuffle(&elements)
            counts[elements, default: 0] += 1
        }
        #expect(counts.count == 24)
        // The .999 quantile of chi-squared with 23 degrees of freedom.
        #expect(counts.values.reduce(0) { $0 + ($1 - 1000) * ($1 - 1000) / 1000 } < 49.73)
    }

    @Test func deviatesHaveTheirMoments() throws {
        var stream = RandomStream(seed: 4)
        let count = 40_000
        let uniform = DrawDistribution((0..<count).map { _ in stream.uniform() })
        #expect(abs(try #require(uniform.mean) - 0.5) < 0.006)
        #expect(try #require(uniform.values.last) < 1)
        let normal = DrawDistribution((0..<count).map { _ in stream.normal() })
        #expect(abs(try #require(normal.mean)) < 0.02)
        #expect(abs(try #require(normal.standardDeviation) - 1) < 0.015)
        for shape in [0.2, 1, 6.5] {
            // Mean and variance are both the shape.
            let gamma = DrawDistribution((0..<count).map { _ in stream.gamma(shape: shape) })
            #expect(abs(try #require(gamma.mean) - shape) < 4 * (shape / Double(count)).squareRoot())
            #expect(abs(try #require(gamma.standardDeviation) / shape.squareRoot() - 1) < 0.05)
        }
        #expect(stream.gamma(shape: 0) == 0)
    }
}

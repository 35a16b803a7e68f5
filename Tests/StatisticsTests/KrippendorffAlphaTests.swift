import Statistics
import Testing

@Suite struct KrippendorffAlphaTests {
    /// Four people, twelve units (Krippendorff 2011).
    static let fourByTwelve: [[Double?]] = [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, nil, nil, nil], [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, nil, 3],
        [nil, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, nil], [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, nil],
    ]
    /// Three people, fifteen units.
    static let threeByFifteen: [[Double?]] = [
        [nil, nil, nil, nil, nil, 3, 4, 1, 2, 1, 1, 3, 3, nil, 3],
        [1, nil, 2, 1, 3, 3, 4, 3, nil, nil, nil, nil, nil, nil, nil],
        [nil, nil, 2, 1, 3, 4, 4, nil, 2, 1, 1, 3, 3, nil, 4],
    ]

    @Test(arguments: [
        (MeasurementLevel.nominal, 0.743421, 0.691358), (.ordinal, 0.815388, 0.806721),
        (.interval, 0.849107, 0.810845), (.ratio, 0.797403, 0.808944),
    ])
    func publishedValues(level: MeasurementLevel, four: Double, three: Double) throws {
        let first = KrippendorffAlpha(ratings: Self.fourByTwelve, level: level)
        #expect(first.pairableValues == 40)
        #expect(abs(try #require(first.coefficient) - four) < 5e-7)
        let second = KrippendorffAlpha(ratings: Self.threeByFifteen, level: level)
        #expect(second.pairableValues == 26)
        #expect(abs(try #require(second.coefficient) - three) < 5e-7)
    }

    @Test func countsSayTheSame() {
        let values = [1.0, 2, 3, 4, 5]
        let counts = (0..<12).map { unit in
            values.map { value in Self.fourByTwelve.count { $0[unit] == value } }
        }
        for level in MeasurementLevel.allCases {
            let fromCounts = KrippendorffAlpha(counts: counts, values: values, level: level)
            #expect(fromCounts == KrippendorffAlpha(ratings: Self.fourByTwelve, level: level))
        }
    }

    /// Every unit is rated once by one person who says 0 and one who says 1: worse than by chance, 1 − 1 / (½ · 2n/(2n − 1)).
    @Test func systematicDisagreementIsNegative() throws {
        let alpha = KrippendorffAlpha(ratings: [[0, 0, 0], [1, 1, 1]], level: .nominal)
        #expect(abs(try #require(alpha.coefficient) - (1 - 5.0 / 3)) < 1e-12)
    }

    @Test func edges() {
        #expect(KrippendorffAlpha(ratings: [], level: .nominal).coefficient == nil)
        #expect(KrippendorffAlpha(ratings: [[1, 2, 3]], level: .ordinal).pairableValues == 0)
        #expect(KrippendorffAlpha(ratings: [[2, 2], [2, 2]], level: .interval).coefficient == nil)
        #expect(KrippendorffAlpha(ratings: [[0, 1, 4], [0, 1, 4]], level: .ratio).coefficient == 1)
        // Short rows end in missing values, and what is not a number is missing.
        #expect(
            KrippendorffAlpha(ratings: [[1, 2, 3], [1, 2]], level: .ordinal)
                == KrippendorffAlpha(ratings: [[1, 2, nil], [1, 2, .nan]], level: .ordinal))
    }
}

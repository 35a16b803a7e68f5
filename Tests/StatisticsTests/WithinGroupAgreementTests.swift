import Statistics
import Testing

@Suite struct WithinGroupAgreementTests {
    /// Published examples on five points: [4,4,4,5,5] .85; [3,4,4,5] .6667; [1,3,5] −1, which counts as 0.
    @Test(arguments: [
        ([0, 0, 0, 3, 2], 0.85), ([0, 0, 1, 2, 1], 2.0 / 3), ([1, 0, 1, 0, 1], 0.0), ([0, 4, 0, 0, 0], 1.0),
    ])
    func examples(counts: [Int], expected: Double) throws {
        #expect(abs(try #require(WithinGroupAgreement.index(counts: counts)) - expected) < 1e-12)
    }

    /// Of the 125 ways in which three people can answer at random on five points, 29 reach .70.
    @Test func threeRatersOftenAgreeByChance() throws {
        var reached = 0
        for first in 0..<5 {
            for second in 0..<5 {
                for third in 0..<5 {
                    var counts = [Int](repeating: 0, count: 5)
                    for rating in [first, second, third] { counts[rating] += 1 }
                    if try #require(WithinGroupAgreement.index(counts: counts)) >= 0.7 - 1e-9 { reached += 1 }
                }
            }
        }
        #expect(reached == 29)
    }

    @Test func oneRaterHasNobodyToAgreeWith() {
        #expect(WithinGroupAgreement.index(counts: [0, 1, 0]) == nil)
        #expect(WithinGroupAgreement.index(counts: []) == nil)
        #expect(WithinGroupAgreement.index(counts: [4]) == nil)
    }
}

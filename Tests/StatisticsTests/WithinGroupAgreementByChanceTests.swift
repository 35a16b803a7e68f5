import Statistics
import Testing

/// Why the index is not printed for few raters.
@Suite struct WithinGroupAgreementByChanceTests {
    /// The chance that raters who answer at random on five points reach .70, over all ways to answer, each with its
    /// number of orders: three .232, four .097, five .059, six .045, eight .021, ten .006, fifteen .001.
    @Test(arguments: [(3, 0.232), (4, 0.097), (5, 0.059), (6, 0.045), (8, 0.021), (10, 0.006), (15, 0.001)])
    func reachesSevenTenths(raters: Int, expected: Double) throws {
        var chance = 0.0
        func place(_ remaining: Int, _ counts: [Int], _ share: Double) throws {
            guard counts.count < 4 else {
                let index = try #require(WithinGroupAgreement.index(counts: counts + [remaining]))
                if index >= 0.7 - 1e-9 { chance += share }
                return
            }
            // The number of ways in which `count` of the remaining raters are these.
            var ways = 1.0
            for count in 0...remaining {
                try place(remaining - count, counts + [count], share * ways)
                ways *= Double(remaining - count) / Double(count + 1)
            }
        }
        try place(raters, [], 1)
        for _ in 0..<raters { chance /= 5 }
        #expect(abs(chance - expected) < 0.0015, "\(chance)")
    }

    @Test func splitGroupsCountAsNothing() {
        // −1.6667 before it is set to 0.
        #expect(WithinGroupAgreement.index(counts: [2, 0, 0, 0, 2]) == 0)
    }
}

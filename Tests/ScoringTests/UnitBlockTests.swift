import SeededRandomness
import Testing

@testable import Scoring

@Suite struct UnitBlockTests {
    /// Against sums written out, for all numbers of rows that do not fill up four, and weights of zero.
    @Test(arguments: [1, 2, 3, 4, 5, 9, 64]) func sumsAreThoseOfTheRows(rows: Int) {
        var random = SeededGenerator(seed: UInt64(rows))
        let counts = (0..<rows).map { _ in (0..<21).map { _ in UInt32.random(in: 0...900, using: &random) } }
        // Units stand anywhere among others; of the counts one is left aside, and two are added up in one place.
        var block = UnitBlock(counts.enumerated().map { ($0.offset * 2 + 1, $0.element) }) { place in
            place == 3 ? nil : place == 20 ? 0 : place
        }
        for round in 0..<5 {
            let weights = (0..<2 * rows).map { _ in
                round == 0 ? 1 : Double(Int.random(in: 0...4, using: &random)) * 64 / 63
            }
            var masses = [Double](repeating: 1, count: 21)
            block.add(weights, to: &masses)
            var expected = [Double](repeating: 1, count: 21)
            for row in 0..<rows {
                for place in 0..<21 where place != 3 {
                    expected[place == 20 ? 0 : place] += weights[row * 2 + 1] * Double(counts[row][place])
                }
            }
            for (mass, sum) in zip(masses, expected) {
                #expect(round == 0 ? mass == sum : abs(mass - sum) <= 1e-5 * sum, "\(mass) for \(sum)")
            }
        }
    }
}

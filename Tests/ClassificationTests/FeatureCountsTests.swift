import Foundation
import Testing

@testable import Classification

@Suite struct FeatureCountsTests {
    /// Random rows, counted at once and by tables: rows, occurrences and information agree.
    @Test(arguments: [0.5, 3, 10] as [Float])
    func agreesWithTables(smoothing: Float) {
        var numbers = RandomNumbers(seed: 9)
        let classCount = 5
        // More than 32 rows of a class, so that counts beyond the table occur.
        let rowClasses = (0..<400).map { _ in numbers.below(classCount) }.sorted()
        let shares = (0..<classCount).map { number in
            Float(rowClasses.filter { $0 == number }.count) / Float(rowClasses.count)
        }
        var counts = FeatureCounts(shares: shares, smoothing: smoothing)
        var table: [UInt32: [Int]] = [:]
        var rows: [[UInt32]] = []
        for number in rowClasses {
            let features = (0..<numbers.below(12)).map { _ in
                UInt32(numbers.below(6) * 5 + (numbers.chance(0.6) ? number : 0))
            }
            features.withUnsafeBufferPointer { counts.add($0, ofClass: UInt32(number)) }
            for feature in Set(features) {
                table[feature, default: Array(repeating: 0, count: classCount)][number] += 1
            }
            rows.append(features.reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
        }
        #expect(Set(counts.features) == Set(table.keys))
        for (number, feature) in counts.features.enumerated() {
            let byClass = table[feature] ?? []
            let total = byClass.reduce(0, +)
            #expect(counts.rows(of: number) == total)
            let expected = (0..<classCount).reduce(0.0) { sum, place in
                let share = Double(shares[place])
                let drawn = (Double(byClass[place]) + Double(smoothing) * share) / (Double(total) + Double(smoothing))
                return sum + drawn * log(drawn / share)
            }
            #expect(abs(Double(counts.information(of: number)) - expected) < 1e-5)
        }
        var start = 0
        for (row, end) in counts.ends.enumerated() {
            #expect(counts.occurrences[start..<end].map { counts.features[Int($0)] } == rows[row])
            start = end
        }
    }

    @Test func aFeatureSpreadAsTheClassesTellsNothing() {
        var counts = FeatureCounts(shares: [0.5, 0.5], smoothing: 3)
        for number in 0..<2 as Range<UInt32> {
            for _ in 0..<50 {
                ([1, 2 + number] as [UInt32]).withUnsafeBufferPointer { counts.add($0, ofClass: number) }
            }
        }
        #expect(counts.information(of: 0) < 1e-5)
        #expect(counts.information(of: 1) > 0.5)
    }
}

import Foundation
import Testing

@testable import Classification

@Suite struct TrainingMatrixTests {
    private func counts() -> FeatureCounts {
        var counts = FeatureCounts(shares: [0.5, 0.5], smoothing: 1)
        // Feature 10 in all rows, 20 in those of class 0, 30 in those of class 1, and some once.
        for (classNumber, rows) in [[[10, 20], [20, 10, 40], [10]], [[30, 10], [30, 10, 50], [10, 30]]].enumerated() {
            for row in rows {
                row.map { UInt32($0) }.withUnsafeBufferPointer { counts.add($0, ofClass: UInt32(classNumber)) }
            }
        }
        return counts
    }

    private func matrix(minimumRows: Int = 1, occurrences: Int = 1000, normalisation: Float = 1) -> TrainingMatrix {
        TrainingMatrix(
            counts(), classes: [0, 0, 0, 1, 1, 1], minimumRows: minimumRows, occurrences: occurrences,
            normalisation: normalisation)
    }

    @Test func featuresAreKeptByRowsAndInformationAndOrderedByFrequency() {
        #expect(matrix(minimumRows: 2).features == [30, 20])
        #expect(matrix().features == [30, 20, 40, 50])
        // Feature 30, in three rows, tells most; two occurrences are reached with it, four with 20 besides.
        #expect(matrix(occurrences: 2).features == [30])
        #expect(matrix(occurrences: 4).features == [30, 20])
        #expect(matrix(minimumRows: 4).features.isEmpty)
    }

    @Test func rowsHoldTheirColumns() {
        let matrix = matrix(minimumRows: 2)
        #expect(matrix.ends == [1, 2, 2, 3, 4, 5])
        #expect(matrix.columns == [1, 1, 0, 0, 0])
    }

    @Test func fullNormalisationGivesEveryRowTheLengthOne() {
        let matrix = matrix()
        for (row, length) in matrix.squaredLengths.enumerated() where row != 2 { #expect(abs(length - 1) < 1e-6) }
        #expect(matrix.squaredLengths[2] == 0 && matrix.scales[2] == 0)
    }

    @Test(arguments: [0, 0.3, 0.7] as [Float])
    func normalisationFollowsItsFormula(normalisation: Float) {
        let matrix = matrix(normalisation: normalisation)
        let mean = matrix.meanSquaredLength
        let plain = self.matrix(normalisation: 0)
        for row in [0, 1, 3, 4, 5] {
            let original = plain.squaredLengths[row] * mean
            #expect(abs(matrix.squaredLengths[row] - pow(original / mean, 1 - normalisation)) < 1e-5)
        }
    }

    /// Frequencies beyond the counting sort's range still come in order.
    @Test func veryFrequentFeaturesComeFirst() {
        var counts = FeatureCounts(shares: [0.5, 0.5], smoothing: 1)
        for number in 0..<2 as Range<UInt32> {
            for row in 0..<140_000 {
                var features: [UInt32] = []
                if number == 0 && row < 66_000 { features.append(1) }
                if number == 0 && row < 70_000 { features.append(2) }
                if number == 1 && row < 100 { features.append(3) }
                if number == 1 && row < 67_000 { features.append(4) }
                features.withUnsafeBufferPointer { counts.add($0, ofClass: number) }
            }
        }
        let matrix = TrainingMatrix(
            counts, classes: Array(repeating: 0, count: 140_000) + Array(repeating: 1, count: 140_000), minimumRows: 1,
            occurrences: .max, normalisation: 1)
        #expect(matrix.features == [2, 4, 1, 3])
    }
}

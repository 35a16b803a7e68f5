/// The training rows as the trainer sees them: the features that are kept, numbered from the most frequent one, which
/// keeps the weights that are needed most together in the cache.
struct TrainingMatrix: Sendable {
    /// The hashed feature of each column.
    var features: [UInt32] = []
    /// The squared weight of each column: a feature weighs what it tells about the class.
    var squaredWeights: [Float] = []
    /// The columns of all rows, one row after the other, and where each row ends.
    var columns: [UInt32] = []
    var ends: [Int] = []
    var classes: [UInt32] = []
    /// What the features of each row are multiplied with.
    var scales: [Float] = []
    /// The squared length of each row, with its scale and without the bias.
    var squaredLengths: [Float] = []
    /// The mean of the rows' squared lengths before scaling.
    var meanSquaredLength: Float = 1

    var count: Int { ends.count }

    /// - Parameters:
    ///   - minimumRows: Rows a feature must occur in.
    ///   - limit: About how many occurrences to keep: those of the features that tell most.
    init(_ counts: FeatureCounts, classes: [UInt32], minimumRows: Int, occurrences limit: Int, normalisation: Float) {
        self.classes = classes
        var kept: [(number: Int, rows: Int, information: Float)] = []
        for number in counts.features.indices where counts.rows(of: number) >= minimumRows {
            let information = counts.information(of: number)
            if information > TrainingMatrix.nothing { kept.append((number, counts.rows(of: number), information)) }
        }
        let least = TrainingMatrix.leastInformation(kept.map { ($0.rows, $0.information) }, occurrences: limit)
        kept.removeAll { $0.information < least }
        // By falling frequency; among equals the order of first appearance stays.
        let order = TrainingMatrix.order(byFalling: kept.map(\.rows))
        var columnOf = [UInt32](repeating: .max, count: counts.features.count)
        features.reserveCapacity(kept.count)
        squaredWeights.reserveCapacity(kept.count)
        for place in order {
            columnOf[kept[place].number] = UInt32(features.count)
            features.append(counts.features[kept[place].number])
            squaredWeights.append(kept[place].information * kept[place].information)
        }
        fill(counts, columnOf: columnOf)
        normalise(normalisation)
    }

    /// Information that may be due to rounding.
    private static let nothing: Float = 1e-4

    /// The least information of the features to keep, so that they have the occurrences asked for, or just more; found
    /// on a scale of 4096 steps.
    private static func leastInformation(_ features: [(rows: Int, information: Float)], occurrences limit: Int) -> Float
    {
        let steps = 4096
        guard let most = features.map(\.information).max() else { return 0 }
        func step(_ information: Float) -> Int { min(steps - 1, Int(information / most * Float(steps))) }
        var occurrences = [Int](repeating: 0, count: steps)
        for feature in features { occurrences[step(feature.information)] += feature.rows }
        var least = steps - 1
        var sum = occurrences[least]
        while least > 0 && sum < limit {
            least -= 1
            sum += occurrences[least]
        }
        return features.lazy.map(\.information).filter { step($0) >= least }.min() ?? 0
    }

    /// The matrix as loops want it, without counting of references.
    struct Rows {
        let squaredWeights: UnsafeBufferPointer<Float>
        let columns: UnsafeBufferPointer<UInt32>
        let ends: UnsafeBufferPointer<Int>
        let classes: UnsafeBufferPointer<UInt32>
        let scales: UnsafeBufferPointer<Float>
        let squaredLengths: UnsafeBufferPointer<Float>

        /// The columns of a row.
        @inline(__always)
        func columns(of row: Int) -> UnsafeBufferPointer<UInt32> {
            UnsafeBufferPointer(rebasing: columns[(row == 0 ? 0 : ends[row - 1])..<ends[row]])
        }
    }

    /// Calls a function with the matrix, which is valid during the call only.
    func withRows<Result>(_ body: (Rows) -> Result) -> Result {
        squaredWeights.withUnsafeBufferPointer { squaredWeights in
            columns.withUnsafeBufferPointer { columns in
                ends.withUnsafeBufferPointer { ends in
                    classes.withUnsafeBufferPointer { classes in
                        scales.withUnsafeBufferPointer { scales in
                            squaredLengths.withUnsafeBufferPointer { squaredLengths in
                                body(
                                    Rows(
                                        squaredWeights: squaredWeights, columns: columns, ends: ends, classes: classes,
                                        scales: scales, squaredLengths: squaredLengths))
                            }
                        }
                    }
                }
            }
        }
    }

    private mutating func fill(_ counts: FeatureCounts, columnOf: [UInt32]) {
        ends.reserveCapacity(counts.ends.count)
        squaredLengths.reserveCapacity(counts.ends.count)
        let squaredWeights = squaredWeights
        columns = Array(unsafeUninitializedCapacity: counts.occurrences.count) { columns, filled in
            var start = 0
            for end in counts.ends {
                var length: Float = 0
                for place in start..<end {
                    let column = columnOf[Int(counts.occurrences[place])]
                    if column == .max { continue }
                    columns.initializeElement(at: filled, to: column)
                    filled += 1
                    length += squaredWeights[Int(column)]
                }
                ends.append(filled)
                squaredLengths.append(length)
                start = end
            }
        }
    }

    private mutating func normalise(_ normalisation: Float) {
        var sum = 0.0
        for length in squaredLengths { sum += Double(length) }
        if sum > 0 { meanSquaredLength = Float(sum / Double(count)) }
        let scaling = RowScaling(meanSquaredLength: meanSquaredLength, normalisation: normalisation)
        scales = squaredLengths.map { scaling.scale(squaredLength: $0) }
        for row in squaredLengths.indices { squaredLengths[row] *= scales[row] * scales[row] }
    }

    /// The places of numbers from the largest to the smallest, equal ones in their old order (counting sort, with
    /// numbers above 65,535 sorted among themselves).
    private static func order(byFalling numbers: [Int]) -> [Int] {
        let limit = 1 << 16
        var starts = [Int](repeating: 0, count: limit + 1)
        for number in numbers { starts[limit - min(number, limit - 1)] += 1 }
        for key in 1...limit { starts[key] += starts[key - 1] }
        var order = [Int](repeating: 0, count: numbers.count)
        for place in numbers.indices {
            let key = limit - 1 - min(numbers[place], limit - 1)
            order[starts[key]] = place
            starts[key] += 1
        }
        let large = order.prefix { numbers[$0] >= limit - 1 }.sorted { (-numbers[$0], $0) < (-numbers[$1], $1) }
        order.replaceSubrange(0..<large.count, with: large)
        return order
    }
}

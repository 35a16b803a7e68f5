/// The counts of many units of one role, which are added up together with a weight for each.
struct UnitBlock: Sendable {
    private let units: [Int]
    /// Where each column is added up.
    private let places: [Int]
    /// By unit, its counts; whole numbers, which single precision holds exactly up to 2²⁴.
    private let counts: [Float]
    private var sums: [Float]
    /// The rows that count in a draw, and what fills up the last four.
    private var rows: [(row: Int, weight: Float)]

    /// - Parameters:
    ///   - rows: the units, each with counts that stand alike.
    ///   - place: where a count is added up, by its place in a row; nothing for one that is left aside.
    init(_ rows: [(unit: Int, counts: [UInt32])], place: (Int) -> Int?) {
        let columns = (rows.first?.counts.indices ?? 0..<0).filter { column in
            rows.contains { $0.counts[column] > 0 } && place(column) != nil
        }
        units = rows.map(\.unit)
        places = columns.compactMap(place)
        counts = rows.flatMap { row in columns.map { Float(row.counts[$0]) } }
        sums = [Float](repeating: 0, count: columns.count)
        self.rows = [(row: Int, weight: Float)](repeating: (0, 0), count: rows.count + 4)
    }

    /// Adds the counts of all units, each with its weight.
    mutating func add(_ weights: [Double], to masses: inout [Double]) {
        let width = places.count
        // Four rows at a time, so that the sums are fetched once for them; what fills up the last four has no weight.
        let count = chooseRows(weights)
        counts.withUnsafeBufferPointer { counts in
            func cells(_ place: Int) -> UnsafeBufferPointer<Float> {
                let start = rows[place].row * width
                return UnsafeBufferPointer(rebasing: counts[start..<start + width])
            }
            sums.withUnsafeMutableBufferPointer { sums in
                sums.update(repeating: 0)
                for first in stride(from: 0, to: count, by: 4) {
                    let (a, b, c, d) = (cells(first), cells(first + 1), cells(first + 2), cells(first + 3))
                    let (u, v) = (rows[first].weight, rows[first + 1].weight)
                    let (w, x) = (rows[first + 2].weight, rows[first + 3].weight)
                    for column in sums.indices {
                        sums[column] += (a[column] * u + b[column] * v) + (c[column] * w + d[column] * x)
                    }
                }
            }
        }
        masses.withUnsafeMutableBufferPointer { masses in
            for (place, sum) in zip(places, sums) { masses[place] += Double(sum) }
        }
    }

    /// Notes the rows that have a weight, up to a multiple of four.
    ///
    /// - Returns: how many that are.
    private mutating func chooseRows(_ weights: [Double]) -> Int {
        var count = 0
        for (row, unit) in units.enumerated() {
            // Which units count is by lot and cannot be foreseen, so that a step on is cheaper than a choice.
            rows[count] = (row, Float(weights[unit]))
            count += weights[unit] == 0 ? 0 : 1
        }
        let end = (count + 3) / 4 * 4
        for place in count..<end { rows[place] = (0, 0) }
        return end
    }
}

/// The counts of many units of one role, which are added up together with a weight for each.
struct UnitBlock: Sendable {
    private let units: [Int]
    /// Where each column is added up.
    private let places: [Int]
    /// By unit, its counts; whole numbers, which single precision holds exactly up to 2²⁴.
    private let counts: [Float]
    private var sums: [Float]

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
    }

    /// Adds the counts of all units, each with its weight.
    mutating func add(_ weights: [Double], to masses: inout [Double]) {
        let (units, counts, places) = (units, counts, places)
        // Four rows at a time, so that the sums are fetched once for them; what fills up the last four has no weight.
        var rows = units.indices.filter { weights[units[$0]] != 0 }.map { (row: $0, weight: Float(weights[units[$0]])) }
        while rows.count % 4 != 0 { rows.append((0, 0)) }
        counts.withUnsafeBufferPointer { counts in
            func cells(_ place: Int) -> UnsafeBufferPointer<Float> {
                let start = rows[place].row * places.count
                return UnsafeBufferPointer(rebasing: counts[start..<start + places.count])
            }
            sums.withUnsafeMutableBufferPointer { sums in
                sums.update(repeating: 0)
                for first in stride(from: 0, to: rows.count, by: 4) {
                    let (a, b, c, d) = (cells(first), cells(first + 1), cells(first + 2), cells(first + 3))
                    let (u, v) = (rows[first].weight, rows[first + 1].weight)
                    let (w, x) = (rows[first + 2].weight, rows[first + 3].weight)
                    for column in sums.indices {
                        sums[column] += (a[column] * u + b[column] * v) + (c[column] * w + d[column] * x)
                    }
                }
                for column in sums.indices { masses[places[column]] += Double(sums[column]) }
            }
        }
    }
}

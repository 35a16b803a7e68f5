/// The counts of many units of one role, which are added up together with a weight for each.
struct UnitBlock: Sendable {
    private typealias Lanes = SIMD8<Float>

    private let units: [Int]
    /// Where each column is added up.
    private let places: [Int]
    /// By unit, its counts; whole numbers, which single precision holds exactly up to 2²⁴.
    private let counts: [Lanes]
    private let stride: Int
    private var sums: [Lanes]

    /// - Parameters:
    ///   - rows: the units, each with counts that stand alike.
    ///   - place: where a count is added up, by its place in a row; nothing for one that is left aside.
    init(_ rows: [(unit: Int, counts: [UInt32])], place: (Int) -> Int?) {
        let columns = (rows.first?.counts.indices ?? 0..<0).filter { column in
            rows.contains { $0.counts[column] > 0 } && place(column) != nil
        }
        let stride = (columns.count + Lanes.scalarCount - 1) / Lanes.scalarCount
        var lanes = [Lanes](repeating: .zero, count: stride * rows.count)
        for (number, row) in rows.enumerated() {
            for (position, column) in columns.enumerated() {
                lanes[number * stride + position / Lanes.scalarCount][position % Lanes.scalarCount] =
                    Float(row.counts[column])
            }
        }
        units = rows.map(\.unit)
        places = columns.compactMap(place)
        counts = lanes
        self.stride = stride
        sums = [Lanes](repeating: .zero, count: stride)
    }

    /// Adds the counts of all units, each with its weight.
    mutating func add(_ weights: [Double], to masses: inout [Double]) {
        let (units, counts, stride) = (units, counts, stride)
        sums.withUnsafeMutableBufferPointer { sums in
            sums.update(repeating: .zero)
            counts.withUnsafeBufferPointer { counts in
                for (number, unit) in units.enumerated() where weights[unit] != 0 {
                    let weight = Lanes(repeating: Float(weights[unit]))
                    let start = number * stride
                    for lane in 0..<stride { sums[lane] += counts[start + lane] * weight }
                }
            }
        }
        for (position, place) in places.enumerated() {
            masses[place] += Double(sums[position / Lanes.scalarCount][position % Lanes.scalarCount])
        }
    }
}

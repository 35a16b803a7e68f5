/// A matrix whose columns lie in panels of sixteen: all rows of the first panel, then all rows of the second, and so
/// on. A product reads panels from top to bottom, sixteen columns at a time.
struct PanelMatrix: Sendable {
    typealias Lanes = SIMD16<Float>

    let rows: Int
    let columns: Int
    /// Panel by panel; columns beyond the last are 0.
    var elements: [Lanes]

    var panels: Int { (columns + 15) / 16 }

    init(rows: Int, columns: Int) {
        self.rows = rows
        self.columns = columns
        elements = Array(repeating: .zero, count: rows * ((columns + 15) / 16))
    }

    subscript(row: Int, column: Int) -> Float {
        get { elements[column >> 4 * rows + row][column & 15] }
        set { elements[column >> 4 * rows + row][column & 15] = newValue }
    }

    /// The matrix with rows and columns exchanged.
    var transposed: PanelMatrix {
        var result = PanelMatrix(rows: columns, columns: rows)
        for row in 0..<rows {
            for column in 0..<columns { result[column, row] = self[row, column] }
        }
        return result
    }
}

/// Products of matrices.
enum MatrixMultiplication {
    typealias Lanes = SIMD16<Float>

    /// How many steps of a sum are done before the next panel's turn: 256 rows of a panel are 16 KB and stay in the
    /// first cache.
    private static let depth = 256

    /// The product of `left`, row by row, with `right`: one element of sixteen columns for each row and panel, panel
    /// by panel. Takes 2 × rows × inner × columns operations.
    ///
    /// The order of the additions is fixed: each sum is taken 256 terms at a time.
    static func product(_ left: [Float], rows: Int, _ right: PanelMatrix) -> PanelMatrix {
        let inner = right.rows
        precondition(left.count == rows * inner, "the shapes of the matrices do not fit")
        var result = PanelMatrix(rows: rows, columns: right.columns)
        let panels = right.panels
        result.elements.withUnsafeMutableBufferPointer { output in
            left.withUnsafeBufferPointer { left in
                right.elements.withUnsafeBufferPointer { right in
                    for start in stride(from: 0, to: inner, by: depth) {
                        let steps = min(depth, inner - start)
                        for panel in 0..<panels {
                            let block = UnsafeBufferPointer(
                                rebasing: right[panel * inner + start..<panel * inner + start + steps])
                            var row = 0
                            while row + 1 < rows {
                                let upper = row * inner + start
                                let lower = upper + inner
                                let (first, second) = sums(
                                    UnsafeBufferPointer(rebasing: left[upper..<upper + steps]),
                                    UnsafeBufferPointer(rebasing: left[lower..<lower + steps]), block)
                                output[panel * rows + row] += first
                                output[panel * rows + row + 1] += second
                                row += 2
                            }
                            if row < rows {
                                let last = UnsafeBufferPointer(
                                    rebasing: left[row * inner + start..<row * inner + start + steps])
                                output[panel * rows + row] += sums(last, last, block).0
                            }
                        }
                    }
                }
            }
        }
        return result
    }

    /// Two rows by one panel: eight running vectors of four, which fit the registers of every processor.
    @inline(__always)
    private static func sums(
        _ first: UnsafeBufferPointer<Float>, _ second: UnsafeBufferPointer<Float>, _ block: UnsafeBufferPointer<Lanes>
    ) -> (Lanes, Lanes) {
        var one = Lanes.zero
        var two = Lanes.zero
        for step in 0..<block.count {
            one += block[step] * first[step]
            two += block[step] * second[step]
        }
        return (one, two)
    }
}

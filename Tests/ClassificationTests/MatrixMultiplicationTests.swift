import Testing

@testable import Classification

@Suite struct MatrixMultiplicationTests {
    /// Shapes around the edges of panels, pairs of rows and blocks.
    @Test(arguments: [(1, 1, 1), (2, 3, 16), (3, 255, 17), (4, 256, 15), (5, 257, 33), (7, 600, 5), (2, 1, 48)])
    func productsAreThoseOfThreeLoops(rows: Int, inner: Int, columns: Int) {
        var numbers = RandomNumbers(seed: 14)
        let left = (0..<rows * inner).map { _ in numbers.nearlyNormal() }
        var right = PanelMatrix(rows: inner, columns: columns)
        for row in 0..<inner {
            for column in 0..<columns { right[row, column] = numbers.nearlyNormal() }
        }
        let product = MatrixMultiplication.product(left, rows: rows, right)
        #expect(product.rows == rows && product.columns == columns)
        for row in 0..<rows {
            for column in 0..<columns {
                let expected = (0..<inner).reduce(0.0) {
                    $0 + Double(left[row * inner + $1]) * Double(right[$1, column])
                }
                #expect(abs(Double(product[row, column]) - expected) < 1e-5 * Double(inner))
            }
        }
    }

    @Test func transposingTwiceChangesNothing() {
        var matrix = PanelMatrix(rows: 3, columns: 20)
        for column in 0..<20 { matrix[column % 3, column] = Float(column) }
        #expect(matrix.transposed[17, 2] == 17)
        #expect(matrix.transposed.transposed.elements == matrix.elements)
    }
}

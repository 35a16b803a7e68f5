import Testing

@testable import Classification

@Suite struct DualCoordinateDescentTests {
    private static let cost: Float = 0.7
    private static let bias: Float = 0.5

    /// A random problem: rows of classes that tend to have features of their own.
    private func problem(rows: Int, classes: Int, seed: UInt64) -> TrainingMatrix {
        var numbers = RandomNumbers(seed: seed)
        let rowClasses = (0..<rows).map { _ in numbers.below(classes) }.sorted()
        var counts = FeatureCounts(shares: Array(repeating: 1 / Float(classes), count: classes), smoothing: 1)
        for number in rowClasses {
            let features = (0..<1 + numbers.below(8)).map { _ in
                UInt32(numbers.chance(0.4) ? 100 + number : numbers.below(40))
            }
            features.withUnsafeBufferPointer { counts.add($0, ofClass: UInt32(number)) }
        }
        return TrainingMatrix(
            counts, classes: rowClasses.map { UInt32($0) }, minimumRows: 1, occurrences: .max, normalisation: 0.5)
    }

    /// The values of a row's features and its bias, in double precision.
    private func dense(_ matrix: TrainingMatrix, row: Int) -> [Double] {
        var values = [Double](repeating: 0, count: matrix.features.count + 1)
        for place in (row == 0 ? 0 : matrix.ends[row - 1])..<matrix.ends[row] {
            let column = Int(matrix.columns[place])
            values[column] = Double(matrix.squaredWeights[column]).squareRoot() * Double(matrix.scales[row])
        }
        values[matrix.features.count] = Double(DualCoordinateDescentTests.bias)
        return values
    }

    /// Every step of two passes against a plain implementation of the published algorithm, class by class.
    @Test func stepsAreThoseOfAPlainImplementation() {
        let matrix = problem(rows: 60, classes: 5, seed: 1)
        var numbers = RandomNumbers(seed: 2)
        var order = Array(0..<UInt32(matrix.count))
        var descent = DualCoordinateDescent(
            matrix, classes: 0..<5, cost: DualCoordinateDescentTests.cost, bias: DualCoordinateDescentTests.bias)
        var weights = [[Double]](repeating: Array(repeating: 0, count: matrix.features.count + 1), count: 5)
        var duals = [[Double]](repeating: Array(repeating: 0, count: matrix.count), count: 5)
        let ridge = 1 / (2 * Double(DualCoordinateDescentTests.cost))
        for _ in 0..<2 {
            numbers.shuffle(&order)
            descent.pass(order: order)
            for row in order.map({ Int($0) }) {
                let values = dense(matrix, row: row)
                let square = values.reduce(0) { $0 + $1 * $1 }
                for number in 0..<5 {
                    let sign = Int(matrix.classes[row]) == number ? 1.0 : -1.0
                    let margin = zip(weights[number], values).reduce(0) { $0 + $1.0 * $1.1 }
                    let slope = sign * margin - 1 + duals[number][row] * ridge
                    let next = max(0, duals[number][row] - slope / (square + ridge))
                    let change = (next - duals[number][row]) * sign
                    for place in values.indices { weights[number][place] += change * values[place] }
                    duals[number][row] = next
                }
            }
            for number in 0..<5 {
                for row in 0..<matrix.count {
                    #expect(abs(Double(descent.duals[row][number]) - duals[number][row]) < 1e-5)
                    let expected = zip(weights[number], dense(matrix, row: row)).reduce(0) { $0 + $1.0 * $1.1 }
                    #expect(abs(Double(descent.margin(row: row)[number]) - expected) < 1e-5)
                }
            }
        }
    }

    /// Weights are the dual variables' sum over the rows: |w|² from both sides, and the duality gap closes.
    @Test(arguments: [1, 5, 16])
    func theGapBetweenPrimalAndDualCloses(classes: Int) {
        let matrix = problem(rows: 80, classes: classes, seed: 3)
        let order = Array(0..<UInt32(matrix.count))
        var descent = DualCoordinateDescent(
            matrix, classes: 0..<classes, cost: DualCoordinateDescentTests.cost, bias: DualCoordinateDescentTests.bias)
        for _ in 0..<300 { descent.pass(order: order) }
        let cost = Double(DualCoordinateDescentTests.cost)
        for number in 0..<classes {
            var weights = [Double](repeating: 0, count: matrix.features.count + 1)
            var loss = 0.0
            var dual = 0.0
            for row in 0..<matrix.count {
                let sign = Int(matrix.classes[row]) == number ? 1.0 : -1.0
                let variable = Double(descent.duals[row][number])
                #expect(variable >= 0)
                for (place, value) in dense(matrix, row: row).enumerated() { weights[place] += variable * sign * value }
                let short = max(0, 1 - sign * Double(descent.margin(row: row)[number]))
                loss += short * short
                dual += variable - variable * variable / (4 * cost)
            }
            let square = weights.reduce(0) { $0 + $1 * $1 }
            let primal = square / 2 + cost * loss
            #expect(abs(primal - (dual - square / 2)) < 1e-4 * max(1, primal))
        }
    }

    @Test func lanesWithoutAClassStayZero() {
        let matrix = problem(rows: 30, classes: 3, seed: 4)
        var descent = DualCoordinateDescent(matrix, classes: 0..<3, cost: 1, bias: 1)
        descent.pass(order: Array(0..<30))
        for lane in 3..<16 {
            #expect(descent.bias[lane] == 0)
            #expect(descent.weights.allSatisfy { $0[lane] == 0 })
            #expect(descent.duals.allSatisfy { $0[lane] == 0 })
        }
    }

    /// Classes of one block train as they would beside others.
    @Test func blocksAreIndependent() {
        let matrix = problem(rows: 50, classes: 4, seed: 5)
        var all = DualCoordinateDescent(matrix, classes: 0..<4, cost: 1, bias: 0.3)
        var last = DualCoordinateDescent(matrix, classes: 2..<4, cost: 1, bias: 0.3)
        for _ in 0..<3 {
            all.pass(order: Array(0..<50))
            last.pass(order: Array(0..<50))
        }
        for row in 0..<50 {
            #expect(all.margin(row: row)[2] == last.margin(row: row)[0])
            #expect(all.margin(row: row)[3] == last.margin(row: row)[1])
        }
    }
}

/// A network with one hidden layer of rectified units and a softmax, trained by stochastic gradient descent with
/// momentum (D. E. Rumelhart, G. E. Hinton, R. J. Williams, "Learning representations by back-propagating errors",
/// Nature 323, 1986).
///
/// It stands in for work on images, which arithmetic binds. Every batch is cut into shards of 32 rows whose gradients
/// are computed apart and added in order, so that the result is the same, to the bit, whatever the number of threads.
public struct DenseNetwork: Sendable {
    /// The numbers of input values, of hidden units and of classes.
    public let inputs: Int
    public let hidden: Int
    public let classes: Int

    var first: PanelMatrix
    var firstBias: [Float]
    var second: PanelMatrix
    var secondBias: [Float]

    private static let shardRows = 32

    /// A network with random weights (K. He, X. Zhang, S. Ren, J. Sun, "Delving deep into rectifiers", ICCV 2015).
    public init(inputs: Int, hidden: Int, classes: Int, seed: UInt64 = 1) {
        self.inputs = inputs
        self.hidden = hidden
        self.classes = classes
        var numbers = RandomNumbers(seed: seed, stream: 3)
        first = PanelMatrix(rows: inputs, columns: hidden)
        second = PanelMatrix(rows: hidden, columns: classes)
        firstBias = Array(repeating: 0, count: hidden)
        secondBias = Array(repeating: 0, count: classes)
        let firstScale = Float((2 / Double(inputs)).squareRoot())
        let secondScale = Float((2 / Double(hidden)).squareRoot())
        for row in 0..<inputs {
            for column in 0..<hidden { first[row, column] = numbers.nearlyNormal() * firstScale }
        }
        for row in 0..<hidden {
            for column in 0..<classes { second[row, column] = numbers.nearlyNormal() * secondScale }
        }
    }

    /// The floating-point operations of the matrix products in a pass over so many rows.
    public func operations(rows: Int, training: Bool) -> Double {
        // Forward both layers; backward the gradients of both, and the hidden layer's errors.
        let forward = 2 * Double(inputs * hidden + hidden * classes)
        return Double(rows) * (training ? forward * 2 + 2 * Double(hidden * classes) : forward)
    }

    /// Trains on rows of values.
    ///
    /// - Parameters:
    ///   - values: The input values, row after row.
    ///   - classes: The class of each row, below the number of classes.
    ///   - passes: How often each row is visited.
    ///   - batch: Rows for each step; above 0.
    ///   - rate: The length of a step against the gradient; above 0.
    ///   - threads: How many tasks work at once.
    public mutating func train(
        values: [Float], classes labels: [UInt8], passes: Int, batch: Int = 128, rate: Float = 0.02,
        momentum: Float = 0.9, seed: UInt64 = 1, threads: Int = 1
    ) async {
        precondition(values.count == labels.count * inputs, "each row needs \(inputs) values")
        var numbers = RandomNumbers(seed: seed, stream: 4)
        var order = Array(labels.indices)
        var velocity = Gradients(self)
        for _ in 0..<passes {
            numbers.shuffle(&order)
            for start in stride(from: 0, to: order.count, by: batch) {
                let rows = Array(order[start..<min(order.count, start + batch)])
                let gradients = await gradients(values: values, classes: labels, rows: rows, threads: threads)
                velocity.scale(momentum)
                velocity.add(gradients, times: -rate / Float(rows.count))
                add(velocity)
            }
        }
    }

    /// The likeliest class of each row.
    public func predict(values: [Float], threads: Int = 1) async -> [UInt8] {
        let count = values.count / inputs
        let size = DenseNetwork.shardRows
        let parts = await parallel(count: (count + size - 1) / size, threads: threads) { part in
            let rows = part * size..<min(count, part * size + size)
            let state = forward(Array(values[rows.lowerBound * inputs..<rows.upperBound * inputs]), rows: rows.count)
            return (0..<rows.count).map { row in
                UInt8((0..<classes).max { state.scores[row * classes + $0] < state.scores[row * classes + $1] } ?? 0)
            }
        }
        return parts.flatMap { $0 }
    }

    /// The sum of the rows' gradients, and of their losses.
    func gradients(values: [Float], classes labels: [UInt8], rows: [Int], threads: Int) async -> Gradients {
        let size = DenseNetwork.shardRows
        let shards = await parallel(count: (rows.count + size - 1) / size, threads: threads) { shard in
            let chosen = rows[shard * size..<min(rows.count, shard * size + size)]
            var input: [Float] = []
            input.reserveCapacity(chosen.count * inputs)
            for row in chosen { input += values[row * inputs..<(row + 1) * inputs] }
            return backward(input, classes: chosen.map { labels[$0] })
        }
        var sum = shards[0]
        for shard in shards.dropFirst() { sum.add(shard, times: 1) }
        return sum
    }

    private struct Forward {
        /// The values of the hidden units, row after row.
        var hidden: [Float]
        /// The scores of the classes, row after row.
        var scores: [Float]
    }

    private func forward(_ input: [Float], rows: Int) -> Forward {
        let activation = MatrixMultiplication.product(input, rows: rows, first)
        let units = activation.rowByRow(adding: firstBias).map { max($0, 0) }
        let scores = MatrixMultiplication.product(units, rows: rows, second).rowByRow(adding: secondBias)
        return Forward(hidden: units, scores: scores)
    }

    private func backward(_ input: [Float], classes labels: [UInt8]) -> Gradients {
        let rows = labels.count
        let state = forward(input, rows: rows)
        var result = Gradients(self)
        var errors = PanelMatrix(rows: rows, columns: classes)
        var flatErrors = [Float](repeating: 0, count: rows * classes)
        for row in 0..<rows {
            let scores = state.scores[row * classes..<(row + 1) * classes]
            let largest = scores.max() ?? 0
            let weights = scores.map { ElementaryFunctions.exponential(Double($0 - largest)) }
            let total = weights.reduce(0, +)
            let own = Int(labels[row])
            result.loss += Float(ElementaryFunctions.logarithm(total) - Double(scores[row * classes + own] - largest))
            for number in 0..<classes {
                let error = Float(weights[number] / total) - (number == own ? 1 : 0)
                errors[row, number] = error
                flatErrors[row * classes + number] = error
                result.secondBias[number] += error
            }
        }
        result.second = MatrixMultiplication.product(
            transposed(state.hidden, rows: rows, columns: hidden), rows: hidden, errors)
        var hiddenErrors = MatrixMultiplication.product(flatErrors, rows: rows, second.transposed)
        for row in 0..<rows {
            for unit in 0..<hidden {
                if state.hidden[row * hidden + unit] <= 0 {
                    hiddenErrors[row, unit] = 0
                } else {
                    result.firstBias[unit] += hiddenErrors[row, unit]
                }
            }
        }
        result.first = MatrixMultiplication.product(
            transposed(input, rows: rows, columns: inputs), rows: inputs, hiddenErrors)
        return result
    }

    private func transposed(_ values: [Float], rows: Int, columns: Int) -> [Float] {
        [Float](unsafeUninitializedCapacity: rows * columns) { output, filled in
            values.withUnsafeBufferPointer { values in
                for column in 0..<columns {
                    for row in 0..<rows { output[column * rows + row] = values[row * columns + column] }
                }
            }
            filled = rows * columns
        }
    }

    private mutating func add(_ step: Gradients) {
        for place in first.elements.indices { first.elements[place] += step.first.elements[place] }
        for place in second.elements.indices { second.elements[place] += step.second.elements[place] }
        for place in firstBias.indices { firstBias[place] += step.firstBias[place] }
        for place in secondBias.indices { secondBias[place] += step.secondBias[place] }
    }

    /// The derivatives of the loss by the weights.
    struct Gradients: Sendable {
        var first: PanelMatrix
        var firstBias: [Float]
        var second: PanelMatrix
        var secondBias: [Float]
        /// The sum of the rows' losses: minus the logarithm of the probability of a row's class.
        var loss: Float = 0

        init(_ network: DenseNetwork) {
            first = PanelMatrix(rows: network.inputs, columns: network.hidden)
            firstBias = Array(repeating: 0, count: network.hidden)
            second = PanelMatrix(rows: network.hidden, columns: network.classes)
            secondBias = Array(repeating: 0, count: network.classes)
        }

        mutating func add(_ other: Gradients, times factor: Float) {
            for place in first.elements.indices { first.elements[place] += other.first.elements[place] * factor }
            for place in second.elements.indices { second.elements[place] += other.second.elements[place] * factor }
            for place in firstBias.indices { firstBias[place] += other.firstBias[place] * factor }
            for place in secondBias.indices { secondBias[place] += other.secondBias[place] * factor }
            loss += other.loss * factor
        }

        mutating func scale(_ factor: Float) {
            for place in first.elements.indices { first.elements[place] *= factor }
            for place in second.elements.indices { second.elements[place] *= factor }
            for place in firstBias.indices { firstBias[place] *= factor }
            for place in secondBias.indices { secondBias[place] *= factor }
            loss *= factor
        }
    }
}

extension PanelMatrix {
    /// The elements row after row, with a value added to each column.
    fileprivate func rowByRow(adding bias: [Float]) -> [Float] {
        var result: [Float] = []
        result.reserveCapacity(rows * columns)
        for row in 0..<rows {
            for column in 0..<columns { result.append(self[row, column] + bias[column]) }
        }
        return result
    }
}

/// Trains sixteen classes at once, each against all others: linear support vectors with squared hinge loss, by
/// coordinate descent in the dual (C.-J. Hsieh, K.-W. Chang, C.-J. Lin, S. S. Keerthi, S. Sundararajan, "A dual
/// coordinate descent method for large-scale linear SVM", ICML 2008).
///
/// For every class the problem is to minimise, over weights w, |w|² / 2 + C Σ max(0, 1 - s (w · x))², with s = 1 for
/// rows of the class and -1 for others. Its dual has one variable per row, and a step on one of them has a closed
/// form, so there is no rate of learning to choose. Sixteen classes share a step: their weights for a feature lie
/// side by side. Blocks of classes have nothing in common, so that they can be trained in any order and at once.
///
/// A pass takes time and memory proportional to the sum of the rows' features, plus 64 bytes a row.
struct DualCoordinateDescent: Sendable {
    typealias Lanes = SIMD16<Float>

    /// The weights of a block, one element for each column of the matrix, each already times the feature's weight.
    var weights: [Lanes]
    /// The weight of the feature that every row has, already times its value.
    var bias = Lanes(repeating: 0)
    /// The variables of the dual, one element a row; at least 0.
    var duals: [Lanes]

    private let matrix: TrainingMatrix
    private let classes: Range<Int>
    private let ridge: Float
    private let squaredBias: Float

    /// - Parameter classes: The numbers of the classes of this block, at most sixteen.
    init(_ matrix: TrainingMatrix, classes: Range<Int>, cost: Float, bias: Float) {
        self.matrix = matrix
        self.classes = classes
        ridge = 1 / (2 * cost)
        squaredBias = bias * bias
        weights = Array(repeating: Lanes(repeating: 0), count: matrix.features.count)
        duals = Array(repeating: Lanes(repeating: 0), count: matrix.count)
    }

    /// One step on each row, in the order given.
    mutating func pass(order: [UInt32]) {
        let squaredBias = squaredBias
        let rule = StepRule(classes: classes, ridge: ridge)
        var bias = bias
        let matrix = matrix
        weights.withUnsafeMutableBufferPointer { weights in
            duals.withUnsafeMutableBufferPointer { duals in
                matrix.withRows { rows in
                    for number in order {
                        let row = Int(number)
                        let columns = rows.columns(of: row)
                        let scale = rows.scales[row]
                        let change = rule.step(
                            &duals[row], margin: DualCoordinateDescent.sum(weights, columns) * scale + bias,
                            squaredLength: rows.squaredLengths[row] + squaredBias, own: rows.classes[row])
                        if (change * change).sum() == 0 { continue }
                        bias += change * squaredBias
                        let scaled = change * scale
                        for column in columns {
                            let place = Int(column)
                            weights[place] += scaled * rows.squaredWeights[place]
                        }
                    }
                }
            }
        }
        self.bias = bias
    }

    /// The closed form of a step.
    struct StepRule {
        private let classes: Range<Int>
        private let ridge: Float
        private let present: Lanes

        init(classes: Range<Int>, ridge: Float) {
            self.classes = classes
            self.ridge = ridge
            var present = Lanes(repeating: 0)
            for lane in 0..<classes.count { present[lane] = 1 }
            self.present = present
        }

        /// Gives a row's dual variables their best values, the others held; the result is what they changed by, with
        /// the sign of the class. Lanes without a class stay 0.
        @inline(__always)
        func step(_ dual: inout Lanes, margin: Lanes, squaredLength: Float, own: UInt32) -> Lanes {
            var sign = Lanes(repeating: -1)
            let lane = Int(own) - classes.lowerBound
            if lane >= 0 && lane < classes.count { sign[lane] = 1 }
            let slope = sign * margin - 1 + dual * ridge
            var next = dual - slope * (1 / (squaredLength + ridge))
            next.replace(with: 0, where: next .< 0)
            next *= present
            let change = (next - dual) * sign
            dual = next
            return change
        }
    }

    /// The scores of a row.
    func margin(row: Int) -> Lanes {
        matrix.withRows { rows in
            var sum = Lanes(repeating: 0)
            for column in rows.columns(of: row) { sum += weights[Int(column)] }
            return sum * rows.scales[row] + bias
        }
    }

    @inline(__always)
    private static func sum(_ weights: UnsafeMutableBufferPointer<Lanes>, _ columns: UnsafeBufferPointer<UInt32>)
        -> Lanes
    {
        var sum = Lanes(repeating: 0)
        for column in columns { sum += weights[Int(column)] }
        return sum
    }
}

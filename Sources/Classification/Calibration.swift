/// How often answers given with some probability are right.
public struct Calibration: Sendable, Hashable {
    /// The answers with probabilities from `lower` up to `upper`, the last bin including 1.
    public struct Bin: Sendable, Hashable {
        public let lower: Double
        public let upper: Double
        public let rows: Int
        /// The mean probability of the answers; nil without rows.
        public let meanProbability: Double?
        /// The share of answers that were right; nil without rows.
        public let accuracy: Double?
    }

    /// Bins of equal width from 0 to 1.
    public let bins: [Bin]
    /// The mean distance between probability and accuracy over the bins, weighted by rows, from 0 to 1 (M. P. Naeini,
    /// G. F. Cooper, M. Hauskrecht, "Obtaining well calibrated probabilities using Bayesian binning", AAAI 2015).
    public let expectedError: Double

    public init(_ answers: [(probability: Float, correct: Bool)], bins count: Int = 10) {
        var rows = [Int](repeating: 0, count: count)
        var probabilities = [Double](repeating: 0, count: count)
        var correct = rows
        for answer in answers {
            let bin = min(count - 1, max(0, Int(answer.probability * Float(count))))
            rows[bin] += 1
            probabilities[bin] += Double(answer.probability)
            if answer.correct { correct[bin] += 1 }
        }
        bins = rows.indices.map { bin in
            let number = Double(rows[bin])
            return Bin(
                lower: Double(bin) / Double(count), upper: Double(bin + 1) / Double(count), rows: rows[bin],
                meanProbability: rows[bin] > 0 ? probabilities[bin] / number : nil,
                accuracy: rows[bin] > 0 ? Double(correct[bin]) / number : nil)
        }
        expectedError =
            answers.isEmpty
            ? 0 : rows.indices.reduce(0.0) { $0 + abs(probabilities[$1] - Double(correct[$1])) } / Double(answers.count)
    }
}

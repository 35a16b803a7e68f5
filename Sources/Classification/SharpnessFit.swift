/// Finds what scores are to be multiplied with, so that their softmax says how often a class is right: the one number
/// that makes the classes of some rows most likely (C. Guo, G. Pleiss, Y. Sun, K. Q. Weinberger, "On calibration of
/// modern neural networks", ICML 2017).
enum SharpnessFit {
    /// How many rows the fit looks at.
    static let rowCount = 1000
    /// What is used when there are too few rows to tell.
    private static let usual: Float = 4

    /// - Parameters:
    ///   - scores: The scores of each row, in blocks of sixteen classes, block by block.
    ///   - classes: The class of each row.
    static func sharpness(scores: [[SIMD16<Float>]], classes: [Int], classCount: Int) -> Float {
        guard classCount > 1, classes.count >= 20 else { return usual }
        // Newton's method on the logarithm, kept within a factor of two at each step.
        var sharpness = 2.0
        for _ in 0..<12 {
            var slope = 0.0
            var curvature = 0.0
            for row in classes.indices {
                var largest = -Float.infinity
                for block in scores { largest = max(largest, block[row].max()) }
                var total = 0.0
                var mean = 0.0
                var square = 0.0
                for number in 0..<classCount {
                    let score = Double(scores[number >> 4][row][number & 15])
                    let weight = ElementaryFunctions.exponential((score - Double(largest)) * sharpness)
                    total += weight
                    mean += weight * score
                    square += weight * score * score
                }
                mean /= total
                slope += mean - Double(scores[classes[row] >> 4][row][classes[row] & 15])
                curvature += square / total - mean * mean
            }
            let step = slope / max(curvature * sharpness, 1e-9)
            sharpness *= ElementaryFunctions.exponential(-min(max(step, -0.7), 0.7))
            sharpness = min(max(sharpness, 0.01), 100)
            if abs(step) < 1e-3 { break }
        }
        return Float(sharpness)
    }
}

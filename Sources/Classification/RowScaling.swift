/// How rows of unequal length are made more equal: the features of a row with squared length s are divided by
/// (s / m)^(p / 2) m^(1 / 2), where m is the mean of s over the training rows and p from 0 to 1.
struct RowScaling: Sendable {
    private let factor: Double
    private let exponent: Double

    init(meanSquaredLength: Float, normalisation: Float) {
        exponent = Double(normalisation) * -0.5
        factor = ElementaryFunctions.power(Double(meanSquaredLength), Double(normalisation) * 0.5 - 0.5)
    }

    func scale(squaredLength: Float) -> Float {
        squaredLength > 0 ? Float(ElementaryFunctions.power(Double(squaredLength), exponent) * factor) : 0
    }
}

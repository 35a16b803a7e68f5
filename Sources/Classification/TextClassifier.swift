/// A linear classifier of short texts: for every class, a weight for each feature that was kept and a bias.
///
/// The score of a class is scale × Σ weights of the text's features + bias, where the scale makes texts of unequal
/// length more equal. A class's score is near 1 for its own training rows and near -1 for others.
public struct TextClassifier: Sendable {
    typealias Lanes = SIMD16<Float>

    /// The names of the classes, from the most frequent among the training rows.
    public let classNames: [String]
    /// How the features of a text are made.
    public let features: FeatureKinds
    let hashBits: Int
    /// The hashed features in the order of their weights.
    let hashedFeatures: [UInt32]
    let index: FeatureIndex
    /// For each feature, the weights of all classes, sixteen to a block.
    let weights: [Lanes]
    let biases: [Lanes]
    let squaredWeights: [Float]
    let meanSquaredLength: Float
    let lengthNormalisation: Float
    /// What scores are multiplied with before they are turned into probabilities.
    public let sharpness: Float

    var blockCount: Int { biases.count }
    /// How many features have weights.
    public var featureCount: Int { hashedFeatures.count }
}

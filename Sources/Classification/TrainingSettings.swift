/// How much work training may take.
public enum TrainingQuality: String, Sendable, CaseIterable {
    /// Words and pairs, three passes.
    case fast
    /// More kinds of features, six passes.
    case best
}

/// What training does.
///
/// The values of the two qualities were chosen by five-fold validation on 18,681 training rows of real narratives of
/// accidents (46 body-part codes), never on test rows. There `fast` reached accuracy .787 and macro-F1 .534, `best`
/// .793 and .541, where support vectors on the plain counts of the same words and pairs (liblinear -s 1) had .766 and
/// .501, and with an L1 penalty (-s 5) .778 and .523. Most of the difference is due to features weighing what they
/// tell about the class.
public struct TrainingSettings: Sendable, Hashable {
    /// Which features a text has.
    public var features: FeatureKinds
    /// Features are numbers below 2 to this power, from 8 to 32; this bounds what training can need in memory.
    public var hashBits: Int
    /// Rows a feature must occur in. With fewer than 1,000 training rows, one row is enough whatever stands here.
    public var minimumRows: Int
    /// How many features a row keeps on average, about; above 0. Those that tell most about the class are kept.
    public var featuresPerRow: Float
    /// How many rows of the average class mix each feature is thought to have been seen in besides; above 0.
    public var smoothing: Float
    /// How fully texts of unequal length are made equal: 0 leaves them, 1 gives every text the same length.
    public var lengthNormalisation: Float
    /// What errors on training rows cost against the size of the weights; above 0.
    public var cost: Float
    /// The value of the feature that every text has.
    public var bias: Float
    /// Passes over the training rows; at least 1.
    public var passes: Int
    /// The order of the rows follows from it.
    public var seed: UInt64

    /// Settings out of range are a mistake of the program, not of its user.
    func check() {
        precondition((8...32).contains(hashBits), "features have 8 to 32 bits")
        precondition(features.contains(.wordsAndPairs), "words and pairs are always there")
        precondition(featuresPerRow > 0, "rows keep some features")
        precondition((0...1).contains(lengthNormalisation), "length normalisation is from 0 to 1")
        precondition(smoothing > 0 && cost > 0, "smoothing and cost are above 0")
        precondition(bias.isFinite && passes >= 1, "there is at least one pass")
    }

    public init(quality: TrainingQuality = .fast, seed: UInt64 = 1) {
        self.seed = seed
        hashBits = 24
        minimumRows = 2
        smoothing = 3
        lengthNormalisation = 0.7
        cost = 1
        bias = 0.3
        switch quality {
        case .fast:
            features = .wordsAndPairs
            featuresPerRow = 24
            passes = 3
        case .best:
            features = [.wordsAndPairs, .gappedPairs, .prefixes, .closingWords]
            featuresPerRow = 64
            passes = 6
        }
    }
}

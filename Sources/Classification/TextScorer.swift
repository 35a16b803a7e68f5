/// Scores texts one after the other; it owns its working memory and serves one thread at a time.
final class TextScorer {
    typealias Lanes = SIMD16<Float>

    private let classifier: TextClassifier
    private let hasher: FeatureHasher
    private let scaling: RowScaling
    private let classCount: Int
    private let blockCount: Int
    /// The text in which a feature was seen last, so that repeats in a text count once.
    private var lastText: [UInt32]
    private var text: UInt32 = 0
    private var columns: [UInt32] = []
    private var columnCount = 0
    private var sums: [Lanes]

    init(_ classifier: TextClassifier) {
        self.classifier = classifier
        hasher = FeatureHasher(kinds: classifier.features, bits: classifier.hashBits)
        scaling = RowScaling(
            meanSquaredLength: classifier.meanSquaredLength, normalisation: classifier.lengthNormalisation)
        classCount = classifier.classNames.count
        blockCount = classifier.blockCount
        lastText = Array(repeating: 0, count: classifier.featureCount)
        sums = classifier.biases
    }

    /// Scores a text; the results stand in `best` and `scores` until the next one.
    func score(_ bytes: UnsafeBufferPointer<UInt8>) {
        hasher.hash(bytes)
        let squaredLength = look(up: hasher.hashed)
        let scale = scaling.scale(squaredLength: squaredLength)
        classifier.weights.withUnsafeBufferPointer { weights in
            columns.withUnsafeBufferPointer { columns in
                let columns = UnsafeBufferPointer(rebasing: columns[0..<columnCount])
                let blockCount = blockCount
                var block = 0
                while block < blockCount {
                    switch blockCount - block {
                    case 1:
                        sums[block] =
                            TextScorer.sum1(weights, columns, block, blockCount) * scale + classifier.biases[block]
                        block += 1
                    case 2:
                        let (first, second) = TextScorer.sum2(weights, columns, block, blockCount)
                        sums[block] = first * scale + classifier.biases[block]
                        sums[block + 1] = second * scale + classifier.biases[block + 1]
                        block += 2
                    default:
                        let (first, second, third) = TextScorer.sum3(weights, columns, block, blockCount)
                        sums[block] = first * scale + classifier.biases[block]
                        sums[block + 1] = second * scale + classifier.biases[block + 1]
                        sums[block + 2] = third * scale + classifier.biases[block + 2]
                        block += 3
                    }
                }
            }
        }
    }

    /// The class with the highest score, the more frequent one among equals.
    var best: Int {
        sums.withUnsafeBytes { bytes in
            let scores = bytes.assumingMemoryBound(to: Float.self)
            var best = 0
            var highest = scores[0]
            for number in 1..<max(1, classCount) where scores[number] > highest {
                highest = scores[number]
                best = number
            }
            return best
        }
    }

    /// The score of every class.
    var scores: [Float] {
        sums.withUnsafeBytes { Array($0.assumingMemoryBound(to: Float.self).prefix(classCount)) }
    }

    /// The softmax of the scores, sharpened.
    var probabilities: [Float] {
        let scores = scores
        let largest = scores.max() ?? 0
        let weights = scores.map {
            ElementaryFunctions.exponential(Double(($0 - largest) * classifier.sharpness))
        }
        let total = weights.reduce(0, +)
        return weights.map { Float($0 / total) }
    }

    /// Finds the columns of the features, each once, and the sum of their squared weights.
    private func look(up features: UnsafeBufferPointer<UInt32>) -> Float {
        if text == .max {
            for column in lastText.indices { lastText[column] = 0 }
            text = 0
        }
        text += 1
        let text = text
        if columns.count < features.count { columns = Array(repeating: 0, count: features.count * 2) }
        var squaredLength: Float = 0
        columnCount = classifier.index.withSlots { slots in
            columns.withUnsafeMutableBufferPointer { columns in
                lastText.withUnsafeMutableBufferPointer { lastText in
                    classifier.squaredWeights.withUnsafeBufferPointer { squaredWeights in
                        // Most features of a text are not known. They are sorted out first, without a branch.
                        var candidates = 0
                        for feature in features {
                            columns[candidates] = feature
                            candidates += slots.mayHold(feature) ? 1 : 0
                        }
                        var found = 0
                        for candidate in 0..<candidates {
                            guard let column = slots.number(of: columns[candidate]), lastText[column] != text else {
                                continue
                            }
                            lastText[column] = text
                            squaredLength += squaredWeights[column]
                            columns[found] = UInt32(truncatingIfNeeded: column)
                            found += 1
                        }
                        return found
                    }
                }
            }
        }
        return squaredLength
    }

    // The sums over one, two and three blocks at a time: three blocks fill twelve of sixteen vector registers.

    private static func sum1(
        _ weights: UnsafeBufferPointer<Lanes>, _ columns: UnsafeBufferPointer<UInt32>, _ block: Int, _ blockCount: Int
    ) -> Lanes {
        var first = Lanes(repeating: 0)
        for column in columns { first += weights[Int(column) * blockCount + block] }
        return first
    }

    private static func sum2(
        _ weights: UnsafeBufferPointer<Lanes>, _ columns: UnsafeBufferPointer<UInt32>, _ block: Int, _ blockCount: Int
    ) -> (Lanes, Lanes) {
        var (first, second) = (Lanes(repeating: 0), Lanes(repeating: 0))
        for column in columns {
            let place = Int(column) * blockCount + block
            first += weights[place]
            second += weights[place + 1]
        }
        return (first, second)
    }

    private static func sum3(
        _ weights: UnsafeBufferPointer<Lanes>, _ columns: UnsafeBufferPointer<UInt32>, _ block: Int, _ blockCount: Int
    ) -> (Lanes, Lanes, Lanes) {
        var (first, second, third) = (Lanes(repeating: 0), Lanes(repeating: 0), Lanes(repeating: 0))
        for column in columns {
            let place = Int(column) * blockCount + block
            first += weights[place]
            second += weights[place + 1]
            third += weights[place + 2]
        }
        return (first, second, third)
    }
}

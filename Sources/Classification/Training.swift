/// Why a classifier cannot be trained.
public enum TrainingError: Error, Hashable {
    /// There is not a single row.
    case noRows
}

/// How far a training is.
public enum TrainingEvent: Sendable {
    /// All texts were gone through, and the features were chosen that get weights.
    case chosen(features: Int, kept: Int)
}

extension TextClassifier {
    /// Trains a classifier on all rows of a corpus. The same corpus and settings give the same classifier, to the
    /// bit, whatever the number of threads.
    ///
    /// Time grows with the bytes of the texts, and with passes × features kept in each row × classes / 16. Memory:
    /// some 50 bytes for each distinct feature, 8 for each feature of each row, and 4 for each row and each class
    /// (classes rounded up to sixteen).
    ///
    /// - Parameters:
    ///   - threads: How many tasks work at once; at least 1.
    ///   - observe: Called as training gets on.
    public static func train(
        on corpus: TextCorpus, settings: TrainingSettings = TrainingSettings(), threads: Int = 1,
        observe: @Sendable (TrainingEvent) -> Void = { _ in }
    ) async throws(TrainingError) -> TextClassifier {
        settings.check()
        guard corpus.count > 0 else { throw .noRows }
        let classes = TrainingClasses(corpus)
        let matrix = chosen(
            await counted(corpus, classes, settings, threads: threads), classes, settings, observe: observe)
        let blocks = await trainedBlocks(matrix, classCount: classes.names.count, settings, threads: threads)
        let sharpness = SharpnessFit.sharpness(
            scores: blocks.map(\.heldScores), classes: blocks[0].heldClasses, classCount: classes.names.count)
        return TextClassifier(matrix, blocks, classNames: classes.names, sharpness: sharpness, settings)
    }

    private static func chosen(
        _ counts: FeatureCounts, _ classes: TrainingClasses, _ settings: TrainingSettings,
        observe: (TrainingEvent) -> Void
    ) -> TrainingMatrix {
        let rows = classes.ofRows.count
        let matrix = TrainingMatrix(
            counts, classes: classes.ofRows, minimumRows: rows < 1000 ? 1 : settings.minimumRows,
            occurrences: Int(Double(settings.featuresPerRow) * Double(rows)),
            normalisation: settings.lengthNormalisation)
        observe(.chosen(features: counts.features.count, kept: matrix.features.count))
        return matrix
    }

    private static func counted(
        _ corpus: TextCorpus, _ classes: TrainingClasses, _ settings: TrainingSettings, threads: Int
    ) async -> FeatureCounts {
        var counts = FeatureCounts(shares: classes.shares, smoothing: settings.smoothing)
        counts.reserve(rows: corpus.count, occurrences: corpus.bytes.count / 3)
        if threads <= 1 {
            let hasher = FeatureHasher(kinds: settings.features, bits: settings.hashBits)
            corpus.bytes.withUnsafeBufferPointer { bytes in
                for (place, row) in classes.rows.enumerated() {
                    hasher.hash(UnsafeBufferPointer(rebasing: bytes[corpus.range(of: row)]))
                    counts.add(hasher.hashed, ofClass: classes.ofRows[place])
                }
            }
            return counts
        }
        // Hashing can be shared out; counting goes through the rows in order, so that nothing depends on the threads.
        let size = 2048
        let round = size * threads
        for start in stride(from: 0, to: corpus.count, by: round) {
            let rows = start..<min(corpus.count, start + round)
            let parts = await parallel(count: (rows.count + size - 1) / size, threads: threads) { part in
                let first = start + part * size
                return HashedRows(corpus, classes.rows[first..<min(rows.upperBound, first + size)], settings)
            }
            var place = start
            for part in parts {
                part.visit { features in
                    counts.add(features, ofClass: classes.ofRows[place])
                    place += 1
                }
            }
        }
        return counts
    }

    private static func trainedBlocks(
        _ matrix: TrainingMatrix, classCount: Int, _ settings: TrainingSettings, threads: Int
    ) async -> [TrainedBlock] {
        let plan = TrainingPlan(rows: matrix.count, passes: settings.passes, seed: settings.seed)
        return await parallel(count: (classCount + 15) / 16, threads: threads) { block in
            let classes = block * 16..<min(block * 16 + 16, classCount)
            var descent = DualCoordinateDescent(matrix, classes: classes, cost: settings.cost, bias: settings.bias)
            for order in plan.early { descent.pass(order: order) }
            let heldScores = plan.held.map { descent.margin(row: Int($0)) }
            for order in plan.late { descent.pass(order: order) }
            return TrainedBlock(
                weights: descent.weights, bias: descent.bias, heldScores: heldScores,
                heldClasses: plan.held.map { Int(matrix.classes[Int($0)]) })
        }
    }

    private init(
        _ matrix: TrainingMatrix, _ blocks: [TrainedBlock], classNames: [String], sharpness: Float,
        _ settings: TrainingSettings
    ) {
        let count = matrix.features.count * blocks.count
        let weights = [Lanes](unsafeUninitializedCapacity: count) { weights, filled in
            for (number, block) in blocks.enumerated() {
                for column in block.weights.indices {
                    weights.initializeElement(at: column * blocks.count + number, to: block.weights[column])
                }
            }
            filled = count
        }
        self.init(
            classNames: classNames, features: settings.features, hashBits: settings.hashBits,
            hashedFeatures: matrix.features, index: FeatureIndex(features: matrix.features)!, weights: weights,
            biases: blocks.map(\.bias), squaredWeights: matrix.squaredWeights,
            meanSquaredLength: matrix.meanSquaredLength, lengthNormalisation: settings.lengthNormalisation,
            sharpness: sharpness)
    }
}

/// In which order rows are visited. Some rows are held back from the first half of the passes, so that they tell how
/// far scores can be trusted on rows that were not trained on.
private struct TrainingPlan: Sendable {
    let held: [UInt32]
    /// The passes without the rows held back, then those over all rows.
    private(set) var early: [[UInt32]] = []
    private(set) var late: [[UInt32]] = []

    init(rows: Int, passes: Int, seed: UInt64) {
        var numbers = RandomNumbers(seed: seed, stream: 2)
        var order = Array(0..<UInt32(rows))
        numbers.shuffle(&order)
        held = passes > 1 ? Array(order.prefix(min(SharpnessFit.rowCount, rows / 10))) : []
        var others = Array(order.dropFirst(held.count))
        while early.count + late.count < passes {
            if !held.isEmpty && early.count * 2 < passes {
                early.append(others)
                numbers.shuffle(&others)
            } else {
                numbers.shuffle(&order)
                late.append(order)
            }
        }
    }
}

/// What training leaves of a block of classes.
private struct TrainedBlock: Sendable {
    let weights: [DualCoordinateDescent.Lanes]
    let bias: DualCoordinateDescent.Lanes
    /// The scores of the rows that are held back, before they were trained on.
    let heldScores: [DualCoordinateDescent.Lanes]
    let heldClasses: [Int]
}

/// The hashed features of some rows.
private struct HashedRows: Sendable {
    private var features: [UInt32] = []
    private var ends: [Int] = []

    init(_ corpus: TextCorpus, _ rows: ArraySlice<Int>, _ settings: TrainingSettings) {
        let hasher = FeatureHasher(kinds: settings.features, bits: settings.hashBits)
        corpus.bytes.withUnsafeBufferPointer { bytes in
            for row in rows {
                hasher.hash(UnsafeBufferPointer(rebasing: bytes[corpus.range(of: row)]))
                features.append(contentsOf: hasher.hashed)
                ends.append(features.count)
            }
        }
    }

    func visit(_ body: (UnsafeBufferPointer<UInt32>) -> Void) {
        features.withUnsafeBufferPointer { features in
            var start = 0
            for end in ends {
                body(UnsafeBufferPointer(rebasing: features[start..<end]))
                start = end
            }
        }
    }
}

/// What a classifier makes of one text.
public struct Prediction: Sendable, Hashable {
    /// A class, as an index into the classifier's `classNames`.
    public let classNumber: Int
    /// How likely the class is, from 0 to 1; over all classes the probabilities sum to 1.
    public let probability: Float
}

extension TextClassifier {
    /// The most likely class of each row, as indices into `classNames`; the corpus's own labels are not looked at. A
    /// text without a feature that the classifier knows gets the class with the highest bias.
    ///
    /// Time grows with the bytes of the texts and with known features × classes / 16.
    ///
    /// - Parameter threads: How many tasks work at once; the result does not depend on it.
    public func predict(_ corpus: TextCorpus, threads: Int = 1) async -> [Int] {
        await forEachRow(corpus, threads: threads) { _, scorer in scorer.best }
    }

    /// The most likely classes of each row, the likeliest first; among equals the more frequent one in training.
    ///
    /// - Parameter top: How many classes to give, at most all.
    public func rank(_ corpus: TextCorpus, top: Int, threads: Int = 1) async -> [[Prediction]] {
        await forEachRow(corpus, threads: threads) { _, scorer in
            scorer.probabilities.enumerated().map { Prediction(classNumber: $0.offset, probability: $0.element) }
                .sorted { ($1.probability, $0.classNumber) < ($0.probability, $1.classNumber) }
                .prefix(top).map { $0 }
        }
    }

    /// The probability of every class for each row, in the order of `classNames`.
    public func probabilities(_ corpus: TextCorpus, threads: Int = 1) async -> [[Float]] {
        await forEachRow(corpus, threads: threads) { _, scorer in scorer.probabilities }
    }

    /// Calls a function for each row once the row has been scored, and gives its results in order.
    func forEachRow<Result: Sendable>(
        _ corpus: TextCorpus, threads: Int, _ body: @escaping @Sendable (Int, TextScorer) -> Result
    ) async -> [Result] {
        let size = 4096
        let parts = await parallel(count: (corpus.count + size - 1) / size, threads: threads) { part in
            let scorer = TextScorer(self)
            return corpus.bytes.withUnsafeBufferPointer { bytes in
                (part * size..<min(corpus.count, part * size + size)).map { row in
                    scorer.score(UnsafeBufferPointer(rebasing: bytes[corpus.range(of: row)]))
                    return body(row, scorer)
                }
            }
        }
        return parts.flatMap { $0 }
    }
}

/// How well a classifier did on rows whose class is known.
public struct Evaluation: Sendable, Hashable {
    /// What became of one row. Classes are numbered in a list that holds the classes of the rows and the classifier's.
    public struct Outcome: Sendable, Hashable {
        /// The row's class.
        public var truth: Int
        /// The class the classifier gave.
        public var predicted: Int
        /// The place of the row's class among the classifier's answers, from 0; nil if it does not know the class.
        public var rank: Int?
        /// How likely the classifier held its answer to be.
        public var probability: Float

        public init(truth: Int, predicted: Int, rank: Int?, probability: Float) {
            self.truth = truth
            self.predicted = predicted
            self.rank = rank
            self.probability = probability
        }
    }

    /// How one class fared.
    public struct ClassResult: Sendable, Hashable {
        public let name: String
        /// Rows of the class.
        public let rows: Int
        /// Rows that were given the class.
        public let predictedRows: Int
        /// Rows of the class that were given it.
        public let correctRows: Int

        /// The share of right answers among rows that were given the class; nil if there are none.
        public var precision: Double? { predictedRows > 0 ? Double(correctRows) / Double(predictedRows) : nil }
        /// The share of right answers among rows of the class; nil if there are none.
        public var recall: Double? { rows > 0 ? Double(correctRows) / Double(rows) : nil }
        /// The harmonic mean of precision and recall; 0 if no row was right.
        public var f1: Double { correctRows == 0 ? 0 : 2 * Double(correctRows) / Double(rows + predictedRows) }
    }

    /// Rows of one class that were given another.
    public struct Confusion: Sendable, Hashable {
        public let truth: String
        public let predicted: String
        public let rows: Int
    }

    /// How many rows were looked at.
    public let rowCount: Int
    /// The share of rows whose class was given, from 0 to 1; 0 without rows.
    public let accuracy: Double
    /// The mean F1 of the classes that occur among the rows, from 0 to 1; 0 without rows.
    public let macroF1: Double
    /// The classes that occur among the rows or the answers, in order of their names.
    public let classes: [ClassResult]
    /// All pairs of a class and a wrong answer, the most frequent first, then by name.
    public let confusions: [Confusion]
    /// How far probabilities can be taken at their word.
    public let calibration: Calibration

    /// For each place from 0, the rows whose class was given that place or a better one.
    private let rowsByRank: [Int]

    /// The share of rows whose class is among the first `count` answers, from 0 to 1.
    public func accuracy(top count: Int) -> Double {
        guard rowCount > 0, count > 0, let last = rowsByRank.indices.last else { return 0 }
        return Double(rowsByRank[min(count - 1, last)]) / Double(rowCount)
    }

    /// - Parameters:
    ///   - classNames: The names of the classes by number.
    ///   - bins: The number of bins of the calibration.
    public init(_ outcomes: [Outcome], classNames: [String], bins: Int = 10) {
        rowCount = outcomes.count
        var rows = [Int](repeating: 0, count: classNames.count)
        var predictedRows = rows
        var correctRows = rows
        var pairs: [Pair: Int] = [:]
        var ranks: [Int] = []
        for outcome in outcomes {
            rows[outcome.truth] += 1
            predictedRows[outcome.predicted] += 1
            if outcome.truth == outcome.predicted {
                correctRows[outcome.truth] += 1
            } else {
                pairs[Pair(truth: outcome.truth, predicted: outcome.predicted), default: 0] += 1
            }
            if let rank = outcome.rank {
                while ranks.count <= rank { ranks.append(0) }
                ranks[rank] += 1
            }
        }
        for rank in ranks.indices.dropFirst() { ranks[rank] += ranks[rank - 1] }
        rowsByRank = ranks
        classes = classNames.indices.filter { rows[$0] + predictedRows[$0] > 0 }.map {
            ClassResult(
                name: classNames[$0], rows: rows[$0], predictedRows: predictedRows[$0], correctRows: correctRows[$0])
        }.sorted { $0.name < $1.name }
        accuracy = outcomes.isEmpty ? 0 : Double(correctRows.reduce(0, +)) / Double(outcomes.count)
        let occurring = classes.filter { $0.rows > 0 }
        macroF1 = occurring.isEmpty ? 0 : occurring.reduce(0.0) { $0 + $1.f1 } / Double(occurring.count)
        confusions = pairs.map {
            Confusion(truth: classNames[$0.key.truth], predicted: classNames[$0.key.predicted], rows: $0.value)
        }.sorted { (-$0.rows, $0.truth, $0.predicted) < (-$1.rows, $1.truth, $1.predicted) }
        calibration = Calibration(
            outcomes.map { (probability: $0.probability, correct: $0.truth == $0.predicted) }, bins: bins)
    }

    private struct Pair: Hashable {
        let truth: Int
        let predicted: Int
    }
}

extension TextClassifier {
    /// Classifies the rows of a corpus and compares with their labels. A label the classifier has never seen counts
    /// as an error.
    public func evaluate(_ corpus: TextCorpus, bins: Int = 10, threads: Int = 1) async -> Evaluation {
        var names = classNames
        var numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($0.element, $0.offset) })
        let truths = corpus.classNames.map { name in
            if let number = numbers[name] { return number }
            names.append(name)
            numbers[name] = names.count - 1
            return names.count - 1
        }
        let known = classNames.count
        let outcomes = await forEachRow(corpus, threads: threads) { row, scorer in
            let truth = truths[Int(corpus.labels[row])]
            let scores = scorer.scores
            let best = scorer.best
            let rank =
                truth < known
                ? scores.indices.reduce(0) {
                    $0 + (scores[$1] > scores[truth] || (scores[$1] == scores[truth] && $1 < truth) ? 1 : 0)
                } : nil
            return Evaluation.Outcome(
                truth: truth, predicted: best, rank: rank, probability: scorer.probabilities[best])
        }
        return Evaluation(outcomes, classNames: names, bins: bins)
    }
}

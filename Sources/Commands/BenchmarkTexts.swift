import Classification
import Feasibility
import JSON

/// The texts that the benchmark learns from and codes.
struct BenchmarkTexts: Sendable {
    /// Rows to train on, in random order, so that the first of them are a sample of all.
    let training: TextCorpus
    let test: TextCorpus
    let source: BenchmarkResult.Corpus.Source
    let testRows: BenchmarkResult.Corpus.TestRows

    /// How many rows the usual benchmark trains on and codes; machines are compared by it, so it stays as it is.
    static let usualRows = (training: 20_000, test: 5_000)

    /// Invented texts.
    ///
    /// - Parameter shape: the words and classes of the project's texts; nothing for the usual ones.
    static func generated(_ shape: Workload.TextTask?, seed: UInt64) -> BenchmarkTexts {
        let training = min(usualRows.training, shape?.rows ?? usualRows.training)
        var corpus = generator(shape, seed: seed)
        corpus.rows = training + min(usualRows.test, max(500, training / 4))
        let all = corpus.corpus()
        return BenchmarkTexts(
            training: all.rows(0..<training), test: all.rows(training..<all.count), source: .generated,
            testRows: .generated)
    }

    static func generator(_ shape: Workload.TextTask?, seed: UInt64) -> OccupationCorpus {
        guard let shape else { return OccupationCorpus(seed: seed) }
        return OccupationCorpus(
            classes: shape.classes, wordsPerRow: max(1, Int(shape.wordsPerRow.rounded())), seed: seed)
    }

    /// A file of the user's.
    static func read(_ path: String, seed: UInt64, _ context: CommandContext) throws(CommandFailure) -> BenchmarkTexts {
        var reader = CorpusReader()
        var problem: CorpusError?
        do throws(FileFailure) {
            try context.files.readParts(path) { part in
                do throws(CorpusError) {
                    try reader.read(part)
                    return true
                } catch {
                    problem = error
                    return false
                }
            }
        } catch {
            throw CommandFailure(reading: error)
        }
        if problem == nil {
            do throws(CorpusError) { try reader.finish() } catch { problem = error }
        }
        if let problem {
            let finding = Finding(
                file: path, position: problem.line.map { TextPosition(line: $0, column: 1) }, problem: problem.problem,
                remedy: problem.remedy)
            throw .invalidInput([finding], summary: "the texts cannot be used")
        }
        return BenchmarkTexts(training: reader.training, test: reader.test, file: path, seed: seed)
    }

    private init(training: TextCorpus, test: TextCorpus, file: String, seed: UInt64) {
        source = .file(file)
        let order = training.shuffledRows(seed: seed)
        guard test.count == 0 else {
            self.training = training.rows(order)
            self.test = test
            testRows = .given
            return
        }
        // A fifth, but never all rows.
        let held = min(training.count - 1, max(1, training.count / 5))
        self.test = training.rows(order.prefix(held))
        self.training = training.rows(order.dropFirst(held))
        testRows = .heldOut
    }

    private init(
        training: TextCorpus, test: TextCorpus, source: BenchmarkResult.Corpus.Source,
        testRows: BenchmarkResult.Corpus.TestRows
    ) {
        self.training = training
        self.test = test
        self.source = source
        self.testRows = testRows
    }

    /// A workload of so many texts like these.
    func shape(rows: Int) -> Workload.TextTask {
        let summary = summary
        return Workload.TextTask(
            rows: rows, wordsPerRow: min(max(summary.wordsPerRow, 1), 500), classes: summary.classes)
    }

    var summary: BenchmarkResult.Corpus {
        BenchmarkResult.Corpus(
            source: source, testRows: testRows, trainingCount: training.count, testCount: test.count,
            classes: Set(training.labels).count, wordsPerRow: Double(words) / Double(max(1, training.count)),
            bytes: training.bytes.count)
    }

    /// Words of all texts, told by spaces.
    private var words: Int {
        var count = 0
        training.bytes.withUnsafeBufferPointer { bytes in
            for row in 0..<training.count {
                var isInWord = false
                for place in training.range(of: row) {
                    let isLetter = bytes[place] > 0x20
                    if isLetter && !isInWord { count += 1 }
                    isInWord = isLetter
                }
            }
        }
        return count
    }
}

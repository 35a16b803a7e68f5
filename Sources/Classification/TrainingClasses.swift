/// The classes of a corpus, from the most frequent, and its rows class by class.
struct TrainingClasses {
    let names: [String]
    let shares: [Float]
    /// The rows of the corpus, those of one class together, otherwise in their order.
    let rows: [Int]
    /// The class of each of `rows`.
    let ofRows: [UInt32]

    init(_ corpus: TextCorpus) {
        var frequencies = [Int](repeating: 0, count: corpus.classNames.count)
        for label in corpus.labels { frequencies[Int(label)] += 1 }
        let order = frequencies.indices.filter { frequencies[$0] > 0 }
            .sorted { (-frequencies[$0], $0) < (-frequencies[$1], $1) }
        names = order.map { corpus.classNames[$0] }
        shares = order.map { Float(frequencies[$0]) / Float(corpus.count) }
        var starts = [Int](repeating: 0, count: frequencies.count)
        var start = 0
        for number in order {
            starts[number] = start
            start += frequencies[number]
        }
        var rows = [Int](repeating: 0, count: corpus.count)
        for (row, label) in corpus.labels.enumerated() {
            rows[starts[Int(label)]] = row
            starts[Int(label)] += 1
        }
        self.rows = rows
        ofRows = order.enumerated().flatMap { Array(repeating: UInt32($0.offset), count: frequencies[$0.element]) }
    }
}

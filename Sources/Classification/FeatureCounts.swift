/// What one pass over the training rows learns about each hashed feature: in how many rows it occurs, and how much it
/// tells about the class.
///
/// The information of a feature is the Kullback-Leibler divergence, in nats, of the classes of the rows it occurs in
/// from the classes of all rows (S. Kullback, R. A. Leibler, "On information and sufficiency", Annals of Mathematical
/// Statistics 22, 1951), with the former drawn towards the latter by `smoothing` rows of the average mix. Rows are
/// added class by class, so that one running count per feature does instead of a table of features by classes.
struct FeatureCounts {
    private struct Tally {
        var rows: UInt32 = 0
        var lastRow: UInt32 = .max
        var currentClass: UInt32 = 0
        var rowsOfCurrentClass: UInt32 = 0
        var sum: Float = 0
    }

    /// The features in order of first appearance.
    private(set) var features: [UInt32] = []
    /// The features of the rows added so far, as indices into `features`, without repeats in a row.
    private(set) var occurrences: [UInt32] = []
    /// Where each row's occurrences end.
    private(set) var ends: [Int] = []

    private var index = FeatureIndex(expected: 1 << 14)
    private var tallies: [Tally] = []
    private var numbers: [UInt32] = []
    private let terms: InformationTerms

    /// - Parameter shares: The share of each class among all rows.
    init(shares: [Float], smoothing: Float) {
        terms = InformationTerms(shares: shares, smoothing: smoothing)
    }

    mutating func reserve(rows: Int, occurrences count: Int) {
        ends.reserveCapacity(rows)
        occurrences.reserveCapacity(count)
    }

    /// Adds a row; rows of one class come together.
    mutating func add(_ rowFeatures: UnsafeBufferPointer<UInt32>, ofClass classNumber: UInt32) {
        let row = UInt32(ends.count)
        if numbers.count < rowFeatures.count { numbers = Array(repeating: 0, count: rowFeatures.count * 2) }
        // First the numbers, then the counts: each loop waits for memory in one table only.
        index.number(adding: rowFeatures, into: &numbers)
        while features.count < index.count {
            features.append(0)
            tallies.append(Tally(currentClass: classNumber))
        }
        let terms = terms
        let kept = numbers.withUnsafeMutableBufferPointer { numbers in
            features.withUnsafeMutableBufferPointer { features in
                tallies.withUnsafeMutableBufferPointer { tallies in
                    var kept = 0
                    for place in 0..<rowFeatures.count {
                        let number = Int(numbers[place])
                        var tally = tallies[number]
                        if tally.lastRow == row { continue }
                        if tally.rows == 0 { features[number] = rowFeatures[place] }
                        tally.lastRow = row
                        tally.rows += 1
                        if tally.currentClass != classNumber {
                            tally.sum += terms.term(rows: tally.rowsOfCurrentClass, ofClass: tally.currentClass)
                            tally.currentClass = classNumber
                            tally.rowsOfCurrentClass = 0
                        }
                        tally.rowsOfCurrentClass += 1
                        tallies[number] = tally
                        numbers[kept] = UInt32(truncatingIfNeeded: number)
                        kept += 1
                    }
                    return kept
                }
            }
        }
        occurrences.append(contentsOf: numbers[0..<kept])
        ends.append(occurrences.count)
    }

    /// In how many rows a feature occurs.
    func rows(of number: Int) -> Int { Int(tallies[number].rows) }

    /// How much a feature tells about the class, in nats; at least 0.
    func information(of number: Int) -> Float {
        let tally = tallies[number]
        return terms.information(
            sum: tally.sum + terms.term(rows: tally.rowsOfCurrentClass, ofClass: tally.currentClass), rows: tally.rows)
    }
}

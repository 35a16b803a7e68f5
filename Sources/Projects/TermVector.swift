/// What the words of a text count, scaled to length 1.
struct TermVector: Sendable {
    /// The number of each term, ascending, and its share of the length.
    let terms: [(term: Int, value: Double)]

    /// - Parameter values: What each term counts; one that counts nothing is left out.
    init(_ values: [Int: Double]) {
        let sorted = values.filter { $0.value > 0 }.sorted { $0.key < $1.key }
        let length = sorted.reduce(0) { $0 + $1.value * $1.value }.squareRoot()
        terms = length > 0 ? sorted.map { (term: $0.key, value: $0.value / length) } : []
    }

    var isEmpty: Bool { terms.isEmpty }

    /// Calls with each term that both have and what it adds to their similarity.
    ///
    /// - Complexity: O(*n* + *m*) in the terms of both.
    func forEachShared(with other: TermVector, _ body: (_ term: Int, _ product: Double) -> Void) {
        var mine = 0
        var theirs = 0
        while mine < terms.count && theirs < other.terms.count {
            let (first, second) = (terms[mine], other.terms[theirs])
            if first.term == second.term { body(first.term, first.value * second.value) }
            if first.term <= second.term { mine += 1 }
            if second.term <= first.term { theirs += 1 }
        }
    }

    /// The cosine of the two, from 0 to 1; 0 if one is empty.
    func similarity(to other: TermVector) -> Double {
        var sum = 0.0
        forEachShared(with: other) { sum += $1 }
        return min(sum, 1)
    }
}

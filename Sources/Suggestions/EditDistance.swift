/// The Damerau–Levenshtein distance in its restricted form, the optimal string alignment.
///
/// It is the least number of insertions, deletions, substitutions and exchanges of two neighbours that turn `source`
/// into `target` when no part is edited twice. It is 0 for equal sequences and symmetric; because of the restriction
/// the triangle inequality does not hold (`CA` to `ABC` is 3, not 2).
///
/// Time is proportional to the product of the lengths, memory to the length of `target`.
///
/// Source: F. J. Damerau, "A technique for computer detection and correction of spelling errors", Communications of
/// the ACM 7(3), 1964; the recurrence is that of L. Boytsov, "Indexing methods for approximate dictionary searching:
/// comparative analysis", ACM Journal of Experimental Algorithmics 16, 2011.
func editDistance<Element: Equatable>(_ source: [Element], _ target: [Element]) -> Int {
    // Three rows of the table suffice: an exchange looks two rows back, everything else one.
    var beforePrevious: [Int] = []
    var previous = Array(0...target.count)
    for row in source.indices {
        var current = [row + 1]
        current.reserveCapacity(previous.count)
        for column in target.indices {
            let substitution = previous[column] + (source[row] == target[column] ? 0 : 1)
            var least = min(substitution, previous[column + 1] + 1, current[column] + 1)
            if row > 0, column > 0, source[row] == target[column - 1], source[row - 1] == target[column] {
                least = min(least, beforePrevious[column - 1] + 1)
            }
            current.append(least)
        }
        beforePrevious = previous
        previous = current
    }
    return previous[target.count]
}

/// The candidate that was probably meant by a mistyped word, for a "did you mean" in an error message.
///
/// Words are compared as lower-cased Unicode scalars by their Damerau–Levenshtein distance (see ``editDistance(_:_:)``).
/// A candidate is near enough when the distance is at most a third of the longer word's length, rounded down, but at
/// least 1 and at most 3, and when the two words have something in common (`a` is no misspelling of `b`). A candidate
/// that begins with the word, if the word has two scalars or more, counts as one edit away: people abbreviate.
///
/// - Parameters:
///   - word: What was written.
///   - candidates: What could have been written, in order of preference.
/// - Returns: The nearest candidate, as spelt in `candidates`; of equally near ones the first; `nil` if none is near.
public func suggestion(for word: String, among candidates: [String]) -> String? {
    let written = Array(word.lowercased().unicodeScalars)
    var best: String?
    var bestDistance = Int.max
    for candidate in candidates {
        let meant = Array(candidate.lowercased().unicodeScalars)
        if let distance = nearDistance(from: written, to: meant), distance < bestDistance {
            best = candidate
            bestDistance = distance
        }
    }
    return best
}

/// The distance between two words if they are near enough for a suggestion, else `nil`.
private func nearDistance(from written: [Unicode.Scalar], to meant: [Unicode.Scalar]) -> Int? {
    let longer = max(written.count, meant.count)
    let cutOff = min(max(longer / 3, 1), 3)
    // The difference in length is a lower bound of the distance: it spares the table for most candidates.
    if abs(written.count - meant.count) <= cutOff {
        let distance = editDistance(written, meant)
        if distance <= cutOff, distance < longer || longer == 0 { return distance }
    }
    return written.count >= 2 && meant.starts(with: written) ? 1 : nil
}

/// What to do about a name that is not known.
enum NameHint {
    private static let mostNamesListed = 10

    /// "Did you mean …?" when a known name is similar, else the known names, if they are few.
    static func text(for name: String, among known: some Collection<String>) -> String {
        // Sorted, since the order of a dictionary changes from run to run.
        let known = Set(known).sorted()
        if let similar = mostSimilar(to: name, among: known) { return "Did you mean '\(similar)'?" }
        if known.isEmpty { return "Nothing is known by name here." }
        let listed = known.prefix(mostNamesListed).map { "'\($0)'" }.joined(separator: ", ")
        let others = known.count - mostNamesListed
        return "Known here: \(listed)\(others > 0 ? " and \(others) more" : "")."
    }

    private static func mostSimilar(to name: String, among known: [String]) -> String? {
        let name = Array(name.lowercased().unicodeScalars)
        let greatestDistance = max(1, name.count / 3)
        var best: (name: String, distance: Int)?
        for candidate in known {
            let scalars = Array(candidate.lowercased().unicodeScalars)
            guard abs(scalars.count - name.count) <= greatestDistance else { continue }
            let distance = editDistance(name, scalars)
            if distance <= greatestDistance, distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.name
    }

    /// How many scalars must be inserted, deleted, replaced or swapped with their neighbour (optimal string alignment).
    private static func editDistance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...other.count)
        for row in one.indices {
            var current = [row + 1]
            for column in other.indices {
                let replaced = last[column] + (one[row] == other[column] ? 0 : 1)
                var distance = min(last[column + 1] + 1, current[column] + 1, replaced)
                if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
                    distance = min(distance, beforeLast[column - 1] + 1)
                }
                current.append(distance)
            }
            (beforeLast, last) = (last, current)
        }
        return last[other.count]
    }
}

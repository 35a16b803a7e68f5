import Suggestions

/// What to do about a name that is not known.
enum NameHint {
    private static let mostNamesListed = 10

    /// "Did you mean …?" when a known name is similar, else the known names, if they are few.
    static func text(for name: String, among known: some Collection<String>) -> String {
        // Sorted, since the order of a dictionary changes from run to run.
        let known = Set(known).sorted()
        if let similar = suggestion(for: name, among: known) { return "Did you mean '\(similar)'?" }
        if known.isEmpty { return "Nothing is known by name here." }
        let listed = known.prefix(mostNamesListed).map { "'\($0)'" }.joined(separator: ", ")
        let others = known.count - mostNamesListed
        return "Known here: \(listed)\(others > 0 ? " and \(others) more" : "")."
    }
}

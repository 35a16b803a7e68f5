/// Which projects use a term in their purpose, so that pairs without anything in common are never looked at.
struct PurposeIndex {
    private var users: [Int: [(project: Int, value: Double)]] = [:]
    /// The sum for each project, 0 between two questions.
    private var sums: [Double]

    init(projectCount: Int) { sums = Array(repeating: 0, count: projectCount) }

    mutating func insert(_ vector: TermVector, as project: Int) {
        for (term, value) in vector.terms { users[term, default: []].append((project: project, value: value)) }
    }

    /// The projects entered so far whose similarity with a text is above 0 and at least a minimum, ascending.
    ///
    /// - Complexity: O(*n*) in the entries of the text's terms.
    mutating func projects(alike vector: TermVector, atLeast minimum: Double) -> [Int] {
        var met: [Int] = []
        for (term, value) in vector.terms {
            for user in users[term] ?? [] {
                if sums[user.project] == 0 { met.append(user.project) }
                sums[user.project] += value * user.value
            }
        }
        let found = met.filter { sums[$0] >= minimum }
        for project in met { sums[project] = 0 }
        return found.sorted()
    }
}

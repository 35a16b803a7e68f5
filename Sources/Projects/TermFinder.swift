/// Brings the written forms of a word together: case, endings and words that mean the same.
struct TermFinder {
    private let rule: SimilarityRule
    private let longestEnding: Int
    private let stopWords: Set<String>
    /// The stem that stands for each stem of a group.
    private let representatives: [String: String]
    /// What has been found out about written words: a portfolio repeats them a lot.
    private var found: [Substring: String?] = [:]
    /// The terms of the common words.
    private(set) var commonTerms: Set<String> = []
    /// The terms of the words that name a task.
    private(set) var taskTerms: Set<String> = []

    init(rule: SimilarityRule) {
        self.rule = rule
        longestEnding = rule.trimming.longestEnding
        stopWords = Set(rule.stopWords.map { $0.lowercased() })
        let trimming = rule.trimming
        let longest = trimming.longestEnding
        representatives = Self.representatives(
            of: rule.sameWords.map { group in
                group.map { trimming.stem(of: $0.lowercased(), longestEnding: longest) }
            })
        taskTerms = Set(rule.taskWords.compactMap { term(for: Substring($0)) })
        commonTerms = Set(rule.rarity.commonWords.compactMap { term(for: Substring($0)) })
    }

    /// What a written word is compared by; nothing for a stop word.
    mutating func term(for word: Substring) -> String? {
        if let known = found[word] { return known }
        let folded = word.lowercased()
        var term: String?
        if !stopWords.contains(folded) {
            let stem = rule.trimming.stem(of: folded, longestEnding: longestEnding)
            term = representatives[stem] ?? stem
        }
        found[word] = .some(term)
        return term
    }

    /// Each stem of a group leads to the first of all stems that its group, or groups that share a stem with it, hold.
    private static func representatives(of groups: [[String]]) -> [String: String] {
        var parents: [String: String] = [:]
        func root(_ stem: String) -> String {
            var stem = stem
            while let parent = parents[stem], parent != stem { stem = parent }
            return stem
        }
        for group in groups {
            guard let first = group.first else { continue }
            for stem in group {
                let roots = [root(first), root(stem)].sorted()
                parents[roots[1]] = roots[0]
                parents[roots[0]] = roots[0]
            }
        }
        return parents.keys.reduce(into: [:]) { $0[$1] = root($1) }
    }
}

/// The pairs of a portfolio whose purpose, data and method are so alike that the projects may be about one problem.
///
/// Each part of a description is a set of words that count by their rarity in the portfolio; two parts are alike by
/// the cosine of their sets. A pair is a hint for people to look at, not a finding.
public struct SimilarProjects: Sendable, Hashable {
    /// The reported pairs, the most alike first, equal ones by their ids.
    public let pairs: [SimilarPair]
    /// How many pairs, of all *n* (*n* - 1) / 2, reach the least similarity in purpose and were compared in full.
    public let comparedPairs: Int

    /// Finds the pairs; the order of the projects does not matter.
    ///
    /// - Complexity: O(*w* log *w* + *u*), *w* the words of all projects, *u* the sum over all words of the square of
    ///   the number of projects that use the word.
    public init(among projects: [ComparableProject], rule: SimilarityRule) {
        let portfolio = DescribedPortfolio(projects, rule: rule)
        var index = PurposeIndex(projectCount: projects.count)
        var pairs: [SimilarPair] = []
        var compared = 0
        for (position, project) in portfolio.projects.enumerated() {
            let purpose = project.vector(.purpose)
            for candidate in index.projects(alike: purpose, atLeast: rule.minimumPurpose) {
                compared += 1
                let comparison = PairComparison(portfolio.projects[candidate], project, rule: rule)
                if comparison.isReported { pairs.append(comparison.pair) }
            }
            index.insert(purpose, as: position)
        }
        comparedPairs = compared
        self.pairs = pairs.sorted { ($1.similarity, $0.first, $0.second) < ($0.similarity, $1.first, $1.second) }
    }

    /// The pairs that a project is part of, the most alike first.
    public func pairs(with id: String) -> [SimilarPair] { pairs.filter { $0.first == id || $0.second == id } }
}

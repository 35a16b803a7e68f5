/// By what likely duplicates are found, and how often that is right.
public struct SimilarityPlan: Sendable, Hashable {
    public let rule: SimilarityRule
    public let title: String?
    /// What is compared, for readers.
    public let description: String?
    /// On what it was tried, and with what success.
    public let measured: String?
}

extension SimilarityPlan {
    /// For each project, by its id, the others that look alike, the most alike first; projects that are over count too,
    /// since what they learnt is what the other team needs.
    public func similar(among records: [ProjectRecord]) -> [String: [SimilarProject]] {
        let titles = Dictionary(records.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
        let projects = records.map { record in
            ComparableProject(
                id: record.id, title: record.title, purpose: record.purpose,
                statisticsDomain: record.statisticsDomain ?? "", dataSources: record.dataSources,
                method: record.method ?? "", classification: record.classification)
        }
        var result: [String: [SimilarProject]] = [:]
        for pair in SimilarProjects(among: projects, rule: rule).pairs {
            result[pair.first, default: []].append(
                SimilarProject(
                    id: pair.second, title: titles[pair.second] ?? pair.second, similarity: pair.similarity,
                    words: pair.sharedWords.map { SimilarProject.both($0.inFirst, $0.inSecond) },
                    dataSources: pair.sharedDataSources.map { SimilarProject.both($0.inFirst, $0.inSecond) }))
            result[pair.second, default: []].append(
                SimilarProject(
                    id: pair.first, title: titles[pair.first] ?? pair.first, similarity: pair.similarity,
                    words: pair.sharedWords.map { SimilarProject.both($0.inSecond, $0.inFirst) },
                    dataSources: pair.sharedDataSources.map { SimilarProject.both($0.inSecond, $0.inFirst) }))
        }
        return result
    }
}

extension SimilarProject {
    /// What one project writes, and beside it what the other does where that differs.
    fileprivate static func both(_ own: String, _ other: String) -> String {
        own.lowercased() == other.lowercased() ? own : "\(own) / \(other)"
    }
}

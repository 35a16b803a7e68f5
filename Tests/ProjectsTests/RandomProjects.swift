import Projects
import SeededRandomness

/// Projects whose texts are drawn from few words, so that many have some in common.
enum RandomProjects {
    private static let words = """
        coding occupations job prices scanner products survey census register enterprises imputation turnover outliers
        crops satellite images forecast deaths causes codage professions enquête données 職業分類 農作物 обследование
        предприятий मूल्य सूचकांक the of and with Erhebung Löhne nowcast tourism linkage ships
        """.split(whereSeparator: \.isWhitespace).map(String.init)

    static func text(_ count: Int, using generator: inout SeededGenerator) -> String {
        (0..<count).map { _ in words.randomElement(using: &generator) ?? "" }.joined(separator: " ")
    }

    static func project(_ id: String, using generator: inout SeededGenerator) -> ComparableProject {
        ComparableProject(
            id: id, title: text(Int.random(in: 0...4, using: &generator), using: &generator),
            purpose: text(Int.random(in: 0...12, using: &generator), using: &generator),
            statisticsDomain: text(Int.random(in: 0...2, using: &generator), using: &generator),
            dataSources: (0..<Int.random(in: 0...3, using: &generator)).map { _ in text(2, using: &generator) },
            method: text(Int.random(in: 0...3, using: &generator), using: &generator),
            classification: generator.chance(0.5) ? text(1, using: &generator) : nil)
    }

    static func portfolio(_ count: Int, seed: UInt64) -> [ComparableProject] {
        var generator = SeededGenerator(seed: seed)
        return (0..<count).map { project("project\($0)", using: &generator) }
    }
}

extension ComparableProject {
    /// A project of which only some texts matter.
    init(_ id: String, title: String = "", purpose: String = "", sources: [String] = [], classification: String? = nil)
    {
        self.init(
            id: id, title: title, purpose: purpose, statisticsDomain: "", dataSources: sources, method: "",
            classification: classification)
    }

    /// The same project under another name.
    func named(_ id: String) -> ComparableProject {
        ComparableProject(
            id: id, title: title, purpose: purpose, statisticsDomain: statisticsDomain, dataSources: dataSources,
            method: method, classification: classification)
    }
}

extension SimilarityRule {
    /// The same rule, by which every pair with anything in common is reported.
    var reportingEverything: SimilarityRule {
        with(threshold: 0, minimumPurpose: 0, minimumSharedWords: 1, shownWords: 1000)
    }
}

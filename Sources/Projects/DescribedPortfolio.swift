/// The projects of a portfolio in the order of their ids, with the terms of their parts.
struct DescribedPortfolio: Sendable {
    let projects: [DescribedProject]
    let rule: SimilarityRule

    /// A word of a text: what it is compared by and how it is written.
    private struct Word {
        let term: String
        let written: Substring
    }

    private struct Texts {
        let id: String
        let title: [Word]
        let purpose: [Word]
        let dataSources: [(name: String, words: [Word])]
        let others: [SimilarityPart: [Word]]

        var all: [[Word]] {
            [title, purpose] + dataSources.map(\.words) + SimilarityPart.allCases.compactMap { others[$0] }
        }
    }

    /// - Complexity: O(*n* log *n*) in the words of all projects.
    init(_ projects: [ComparableProject], rule: SimilarityRule) {
        var finder = TermFinder(rule: rule)
        let texts = projects.sorted().map { Self.texts(of: $0, finder: &finder) }
        var users: [String: Int] = [:]
        for project in texts {
            for term in Set(project.all.joined().map(\.term)) { users[term, default: 0] += 1 }
        }
        let terms = users.keys.sorted()
        let numbers = Dictionary(uniqueKeysWithValues: terms.enumerated().map { ($0.element, $0.offset) })
        let values = terms.map { term in
            rule.rarity.value(
                usedBy: users[term] ?? 0, of: texts.count, isCommon: finder.commonTerms.contains(term))
        }
        self.rule = rule
        let scale = TermScale(numbers: numbers, values: values, taskTerms: finder.taskTerms, rule: rule)
        self.projects = texts.map { Self.described($0, scale: scale) }
    }

    /// What the terms of a portfolio count.
    private struct TermScale {
        let numbers: [String: Int]
        let values: [Double]
        let taskTerms: Set<String>
        let rule: SimilarityRule
    }

    private static func texts(of project: ComparableProject, finder: inout TermFinder) -> Texts {
        func words(_ text: String) -> [Word] {
            WordSplitter.words(in: text).compactMap { written in
                finder.term(for: written).map { Word(term: $0, written: written) }
            }
        }
        return Texts(
            id: project.id, title: words(project.title), purpose: words(project.purpose),
            dataSources: Set(project.dataSources).sorted().map { (name: $0, words: words($0)) },
            others: [
                .method: words(project.method), .domain: words(project.statisticsDomain),
                .classification: words(project.classification ?? ""),
            ])
    }

    private static func described(_ texts: Texts, scale: TermScale) -> DescribedProject {
        var written: [Int: String] = [:]
        for word in texts.all.joined() {
            guard let number = scale.numbers[word.term], written[number] == nil else { continue }
            written[number] = String(word.written)
        }
        return DescribedProject(
            id: texts.id,
            vectors: SimilarityPart.allCases.map { part in
                switch part {
                case .purpose: purposeVector(texts, scale: scale, only: { _ in true })
                case .data: vector(texts.dataSources.flatMap(\.words), scale: scale)
                case .method, .domain, .classification: vector(texts.others[part] ?? [], scale: scale)
                }
            },
            tasks: purposeVector(texts, scale: scale, only: scale.taskTerms.contains),
            dataSources: texts.dataSources.map { (name: $0.name, vector: vector($0.words, scale: scale)) },
            written: written)
    }

    private static func vector(
        _ words: [Word], scale: TermScale, factor: (_ term: String) -> Double = { _ in 1 }
    ) -> TermVector {
        var values: [Int: Double] = [:]
        for word in words {
            guard let number = scale.numbers[word.term], values[number] == nil else { continue }
            values[number] = scale.values[number] * factor(word.term)
        }
        return TermVector(values)
    }

    private static func purposeVector(
        _ texts: Texts, scale: TermScale, only isWanted: (_ term: String) -> Bool
    ) -> TermVector {
        let title = Set(texts.title.map(\.term))
        let others = [SimilarityPart.method, .domain].compactMap { texts.others[$0] } + texts.dataSources.map(\.words)
        let repeated = Set(others.joined().map(\.term)).subtracting(scale.taskTerms)
        return vector((texts.title + texts.purpose).filter { isWanted($0.term) }, scale: scale) { term in
            (title.contains(term) ? scale.rule.titleFactor : 1)
                * (repeated.contains(term) ? scale.rule.repeatedFactor : 1)
        }
    }
}

/// The comparison of two projects of a portfolio.
struct PairComparison {
    let first: DescribedProject
    let second: DescribedProject
    let rule: SimilarityRule

    /// The share of each part in the similarity, by its position; 0 for a part that one of the two leaves open.
    private let shares: [Double]
    private let similarities: [Double?]
    /// What is left of the similarity in purpose.
    private let taskAgreement: Double
    let similarity: Double

    /// - Complexity: O(*n*) in the terms of the two.
    init(_ first: DescribedProject, _ second: DescribedProject, rule: SimilarityRule) {
        self.first = first
        self.second = second
        self.rule = rule
        let agreement = Self.taskAgreement(first, second, rule: rule)
        taskAgreement = agreement
        similarities = SimilarityPart.allCases.map { part in
            let (mine, theirs) = (first.vector(part), second.vector(part))
            guard !mine.isEmpty && !theirs.isEmpty else { return nil }
            return mine.similarity(to: theirs) * (part == .purpose ? agreement : 1)
        }
        let weights = zip(SimilarityPart.allCases, similarities).map { part, similarity in
            similarity == nil ? 0 : max(rule.weights[part] ?? 0, 0)
        }
        let sum = weights.reduce(0, +)
        shares = weights.map { sum > 0 ? $0 / sum : 0 }
        similarity = min(zip(shares, similarities).reduce(0) { $0 + $1.0 * ($1.1 ?? 0) }, 1)
    }

    /// 1 where the tasks are the same or one project names none, down to the factor of the rule where they differ.
    private static func taskAgreement(
        _ first: DescribedProject, _ second: DescribedProject, rule: SimilarityRule
    ) -> Double {
        guard !first.tasks.isEmpty && !second.tasks.isEmpty else { return 1 }
        let least = min(max(rule.otherTaskFactor, 0), 1)
        return least + (1 - least) * first.tasks.similarity(to: second.tasks)
    }

    /// Whether the pair is worth a look by the rule.
    var isReported: Bool {
        guard similarity >= rule.threshold, let purpose = similarities[SimilarityPart.purpose.position] else {
            return false
        }
        return purpose >= rule.minimumPurpose && sharedPurposeWords >= max(rule.minimumSharedWords, 1)
    }

    private var sharedPurposeWords: Int {
        var count = 0
        first.vector(.purpose).forEachShared(with: second.vector(.purpose)) { _, _ in count += 1 }
        return count
    }

    var pair: SimilarPair {
        SimilarPair(
            first: first.id, second: second.id, similarity: similarity,
            parts: SimilarityPart.allCases.map {
                PartSimilarity(part: $0, similarity: similarities[$0.position])
            },
            taskAgreement: taskAgreement, sharedWords: sharedWords, sharedDataSources: sharedDataSources)
    }

    private var sharedWords: [SharedWord] {
        var contributions: [Int: Double] = [:]
        for part in SimilarityPart.allCases where shares[part.position] > 0 {
            let share = shares[part.position] * (part == .purpose ? taskAgreement : 1)
            first.vector(part).forEachShared(with: second.vector(part)) { term, product in
                contributions[term, default: 0] += share * product
            }
        }
        return contributions.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(max(rule.shownWords, 0)).map {
            SharedWord(
                inFirst: first.written[$0.key] ?? "", inSecond: second.written[$0.key] ?? "", contribution: $0.value)
        }
    }

    /// Each source of the first with the one of the second whose name is most like its own.
    private var sharedDataSources: [SharedDataSource] {
        first.dataSources.compactMap { mine in
            let alike = second.dataSources.map { (name: $0.name, similarity: mine.vector.similarity(to: $0.vector)) }
            guard let best = alike.max(by: { ($0.similarity, $1.name) < ($1.similarity, $0.name) }),
                best.similarity >= rule.sameSource, best.similarity > 0
            else { return nil }
            return SharedDataSource(inFirst: mine.name, inSecond: best.name)
        }
    }
}

import Projects
import SeededRandomness
import Testing

/// What holds of any portfolio.
@Suite struct SimilarProjectsTests {
    private let rule: SimilarityRule

    init() throws { rule = try ShippedRule.rule() }

    @Test(arguments: 1...12)
    func numbersAreBetweenZeroAndOne(seed: UInt64) {
        let found = SimilarProjects(among: RandomProjects.portfolio(40, seed: seed), rule: rule.reportingEverything)
        #expect(found.pairs.count > 100)
        for pair in found.pairs {
            let numbers = [pair.similarity, pair.taskAgreement] + pair.parts.compactMap(\.similarity)
            #expect(numbers.allSatisfy { (0...1).contains($0) })
            #expect(pair.first < pair.second)
            #expect(pair.parts.map(\.part) == SimilarityPart.allCases)
        }
    }

    @Test(arguments: 1...12)
    func sharedWordsAddUpToTheSimilarity(seed: UInt64) {
        let found = SimilarProjects(among: RandomProjects.portfolio(30, seed: seed), rule: rule.reportingEverything)
        for pair in found.pairs {
            let sum = pair.sharedWords.reduce(0) { $0 + $1.contribution }
            #expect(abs(sum - pair.similarity) < 1e-9)
            #expect(pair.sharedWords.map(\.contribution) == pair.sharedWords.map(\.contribution).sorted(by: >))
        }
    }

    @Test(arguments: 1...12)
    func theOrderOfProjectsDoesNotMatter(seed: UInt64) {
        let projects = RandomProjects.portfolio(30, seed: seed)
        var generator = SeededGenerator(seed: seed)
        let found = SimilarProjects(among: projects, rule: rule.reportingEverything)
        #expect(found == SimilarProjects(among: projects.shuffled(using: &generator), rule: rule.reportingEverything))
        let similarities = found.pairs.map(\.similarity)
        #expect(similarities == similarities.sorted(by: >))
    }

    @Test(arguments: 1...12)
    func namesDoNotMatter(seed: UInt64) {
        let projects = RandomProjects.portfolio(20, seed: seed)
        let renamed = projects.enumerated().map { $0.element.named("project\(99 - $0.offset)") }
        let originals = SimilarProjects(among: projects, rule: rule.reportingEverything)
        let others = SimilarProjects(among: renamed, rule: rule.reportingEverything)
        #expect(originals.pairs.count == others.pairs.count)
        for (original, other) in zip(originals.pairs, others.pairs) {
            #expect(abs(original.similarity - other.similarity) < 1e-9)
        }
    }

    /// Nothing is more like a project than its own copy, and it is fully like it.
    @Test(arguments: 1...12)
    func aCopyIsTheMostSimilar(seed: UInt64) throws {
        let projects = RandomProjects.portfolio(25, seed: seed)
        let original = try #require(projects.first { !$0.title.isEmpty && $0.purpose.count > 30 })
        let found = SimilarProjects(among: projects + [original.named("copy")], rule: rule.reportingEverything)
        let best = try #require(found.pairs(with: "copy").first)
        #expect(best.similarity > 1 - 1e-9)
        #expect(Set([best.first, best.second]) == ["copy", original.id])
    }

    /// The index leaves out no pair: each is found as it is when nothing but the pair's own numbers decides.
    @Test(arguments: 1...12)
    func theIndexMissesNoPair(seed: UInt64) {
        let projects = RandomProjects.portfolio(40, seed: seed)
        let everything = SimilarProjects(among: projects, rule: rule.reportingEverything).pairs
        for (threshold, minimum) in [(0.2, 0.1), (0.3, 0.3), (0.5, 0.05)] {
            let strict = rule.with(
                threshold: threshold, minimumPurpose: minimum, minimumSharedWords: 1, shownWords: 1000)
            let expected = everything.filter {
                $0.similarity >= threshold && ($0.similarity(in: .purpose) ?? 0) >= minimum
            }
            #expect(SimilarProjects(among: projects, rule: strict).pairs == expected)
        }
    }

    /// Projects on two hundred topics with words of their own, and some words that all projects draw from.
    private static func topics(_ count: Int, commonWords: Int) -> [ComparableProject] {
        var generator = SeededGenerator(seed: 3)
        return (0..<count).map { number in
            let topic = "topic\(Array("abcdefghijklmnopqrst")[number % 20])\(Array("abcdefghij")[number / 50])"
            let text = RandomProjects.text(commonWords, using: &generator)
            return ComparableProject("p\(number)", title: topic, purpose: "\(topic)x \(topic)y \(topic)z \(text)")
        }
    }

    /// A pair is about as much alike alone, among three and among five hundred projects on other things.
    @Test func theSizeOfThePortfolioHardlyMatters() throws {
        let pairs = try LabelledPairs.read()
        let both = pairs.projects.filter { $0.id == "a-scan-1" || $0.id == "a-scan-2" }.map(\.comparable)
        let similarities = try [0, 1, 10, 498].map { others in
            let found = SimilarProjects(
                among: both + Self.topics(others, commonWords: 0), rule: rule.reportingEverything)
            return try #require(found.pairs(with: "a-scan-1").first { $0.second == "a-scan-2" }).similarity
        }
        let least = try #require(similarities.min())
        let most = try #require(similarities.max())
        #expect(most - least < 0.1, "\(similarities)")
        #expect(least >= rule.threshold)
    }

    /// Time follows the pairs that are compared in full; of 124,750 these are few.
    @Test func fewPairsAreComparedInFull() {
        let found = SimilarProjects(among: Self.topics(500, commonWords: 4), rule: rule)
        #expect(found.comparedPairs < 25_000, "\(found.comparedPairs)")
        #expect(found.comparedPairs >= found.pairs.count && found.pairs.count > 100)
    }
}

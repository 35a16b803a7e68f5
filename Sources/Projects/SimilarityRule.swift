/// How alike two projects are and from where on a pair is worth a look; all of it comes from the definition.
public struct SimilarityRule: Sendable, Hashable {
    /// What each part counts, at least 0; only their ratios matter. A part that is left out counts nothing.
    public let weights: [SimilarityPart: Double]
    /// The least overall similarity of a reported pair, from 0 to 1.
    public let threshold: Double
    /// The least similarity in purpose of a reported pair, from 0 to 1, whatever the other parts say.
    public let minimumPurpose: Double
    /// How many words of title and purpose a reported pair has in common at least; below 1 it is taken as 1.
    public let minimumSharedWords: Int
    /// How many of the shared words are named, the most telling ones.
    public let shownWords: Int
    /// How many times as much as a word of the purpose a word of the title counts, above 0.
    public let titleFactor: Double
    /// How many times as much a word of the purpose counts, above 0, that also stands in the project's data sources,
    /// domain or method and is compared there.
    public let repeatedFactor: Double
    /// What is left, from 0 to 1, of the similarity in purpose of two projects that both name tasks but none in common.
    public let otherTaskFactor: Double
    /// Words that name what a project does, whatever it does it to.
    public let taskWords: [String]
    /// From which similarity of their names on, from 0 to 1, two data sources are named as shared.
    public let sameSource: Double
    /// Words that say nothing about a project, in any language; compared without regard to case.
    public let stopWords: [String]
    /// Groups of words that mean the same here, across languages too; groups with a common word are one group.
    public let sameWords: [[String]]
    /// How forms of a word are brought together.
    public let trimming: WordTrimming
    /// How much more a rare word counts than a common one.
    public let rarity: WordRarity

    public init(
        weights: [SimilarityPart: Double], threshold: Double, minimumPurpose: Double, minimumSharedWords: Int,
        shownWords: Int, titleFactor: Double, repeatedFactor: Double, otherTaskFactor: Double, taskWords: [String],
        sameSource: Double, stopWords: [String], sameWords: [[String]],
        trimming: WordTrimming, rarity: WordRarity
    ) {
        self.weights = weights
        self.threshold = threshold
        self.minimumPurpose = minimumPurpose
        self.minimumSharedWords = minimumSharedWords
        self.shownWords = shownWords
        self.titleFactor = titleFactor
        self.repeatedFactor = repeatedFactor
        self.otherTaskFactor = otherTaskFactor
        self.taskWords = taskWords
        self.sameSource = sameSource
        self.stopWords = stopWords
        self.sameWords = sameWords
        self.trimming = trimming
        self.rarity = rarity
    }
}

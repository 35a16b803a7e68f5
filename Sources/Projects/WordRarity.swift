/// How much more a rare word tells than a common one.
///
/// A word counts by the square root of its rarity, the number of projects over the number of those that use it. To
/// both numbers a supposed portfolio is added, in which every word has a usual share. So three projects do not take a
/// word for common because two of them share it, and five hundred speak for themselves.
public struct WordRarity: Sendable, Hashable {
    /// The size of the supposed portfolio, at least 0.
    public let supposedProjects: Double
    /// The share of the supposed projects that use a word, above 0 and below 1.
    public let usualShare: Double
    /// The same for the common words.
    public let commonShare: Double
    /// Words that many projects of any portfolio use.
    public let commonWords: [String]

    public init(supposedProjects: Double, usualShare: Double, commonShare: Double, commonWords: [String]) {
        self.supposedProjects = supposedProjects
        self.usualShare = usualShare
        self.commonShare = commonShare
        self.commonWords = commonWords
    }

    /// What a word counts in the length of a text; its square is what it counts in a comparison.
    func value(usedBy users: Int, of projects: Int, isCommon: Bool) -> Double {
        let supposed = max(supposedProjects, 0)
        let share = max(isCommon ? commonShare : usualShare, 0)
        let rarity = (Double(projects) + supposed) / (Double(users) + supposed * share)
        return max(rarity, 1).squareRoot().squareRoot()
    }
}

import Foundation
import Projects

/// The rule of the shipped questionnaire, read as plainly as possible.
enum ShippedRule {
    static let package = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private struct File: Decodable {
        let similarity: Similarity
    }

    private struct Similarity: Decodable {
        let measured: String
        let weights: [String: Double]
        let threshold: Double
        let minimumPurpose: Double
        let minimumSharedWords: Int
        let shownWords: Int
        let titleFactor: Double
        let repeatedFactor: Double
        let otherTaskFactor: Double
        let taskWords: [String]
        let sameSource: Double
        let rarity: Rarity
        let trimming: Trimming
        let stopWords: [String: [String]]
        let sameWords: [[String]]
    }

    private struct Rarity: Decodable {
        let supposedProjects: Double
        let usualShare: Double
        let commonShare: Double
        let commonWords: [String]
    }

    private struct Trimming: Decodable {
        let shortestStem: Int
        let endings: [String: String]
    }

    private static func similarity() throws -> Similarity {
        let file = package.appendingPathComponent("questionnaires/ml-project/similarity.json")
        return try JSONDecoder().decode(File.self, from: Data(contentsOf: file)).similarity
    }

    /// What the definition says of how often the rule is right.
    static func measured() throws -> String { try similarity().measured }

    static func rule() throws -> SimilarityRule {
        let similarity = try similarity()
        var weights: [SimilarityPart: Double] = [:]
        for part in SimilarityPart.allCases { weights[part] = similarity.weights[part.rawValue] }
        return SimilarityRule(
            weights: weights, threshold: similarity.threshold, minimumPurpose: similarity.minimumPurpose,
            minimumSharedWords: similarity.minimumSharedWords, shownWords: similarity.shownWords,
            titleFactor: similarity.titleFactor, repeatedFactor: similarity.repeatedFactor,
            otherTaskFactor: similarity.otherTaskFactor, taskWords: similarity.taskWords,
            sameSource: similarity.sameSource,
            stopWords: similarity.stopWords.values.flatMap { $0 }, sameWords: similarity.sameWords,
            trimming: WordTrimming(
                endings: similarity.trimming.endings, shortestStem: similarity.trimming.shortestStem),
            rarity: WordRarity(
                supposedProjects: similarity.rarity.supposedProjects, usualShare: similarity.rarity.usualShare,
                commonShare: similarity.rarity.commonShare, commonWords: similarity.rarity.commonWords))
    }
}

extension SimilarityRule {
    /// The same rule with some of its numbers changed.
    func with(
        weights: [SimilarityPart: Double]? = nil, threshold: Double? = nil, minimumPurpose: Double? = nil,
        minimumSharedWords: Int? = nil, shownWords: Int? = nil, titleFactor: Double? = nil,
        repeatedFactor: Double? = nil, otherTaskFactor: Double? = nil, taskWords: [String]? = nil,
        sameWords: [[String]]? = nil, rarity: WordRarity? = nil
    ) -> SimilarityRule {
        SimilarityRule(
            weights: weights ?? self.weights, threshold: threshold ?? self.threshold,
            minimumPurpose: minimumPurpose ?? self.minimumPurpose,
            minimumSharedWords: minimumSharedWords ?? self.minimumSharedWords,
            shownWords: shownWords ?? self.shownWords, titleFactor: titleFactor ?? self.titleFactor,
            repeatedFactor: repeatedFactor ?? self.repeatedFactor,
            otherTaskFactor: otherTaskFactor ?? self.otherTaskFactor,
            taskWords: taskWords ?? self.taskWords,
            sameSource: sameSource, stopWords: stopWords, sameWords: sameWords ?? self.sameWords,
            trimming: trimming, rarity: rarity ?? self.rarity)
    }
}

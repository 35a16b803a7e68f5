import JSON
import Questionnaires

/// By what likely duplicates are found.
extension ReadinessPlanDecoder {
    func similarity(_ reader: JSONReader) -> SimilarityPlan? {
        let keys = [
            "title", "description", "measured", "weights", "threshold", "minimumPurpose", "minimumSharedWords",
            "shownWords", "titleFactor", "repeatedFactor", "otherTaskFactor", "taskWords", "sameSource", "rarity",
            "trimming", "stopWords", "sameWords",
        ]
        guard let object = reader.object(keys: keys),
            let weightsObject = object.required("weights")?.object(keys: SimilarityPart.allCases.map(\.rawValue)),
            let trimming = object.required("trimming").flatMap(trimming),
            let rarity = object.required("rarity").flatMap(rarity)
        else { return nil }
        var weights: [SimilarityPart: Double] = [:]
        for part in SimilarityPart.allCases { weights[part] = weightsObject[part.rawValue]?.number(in: 0...1000) }
        func share(_ key: String) -> Double { object.required(key)?.number(in: 0...1) ?? 0 }
        func factor(_ key: String) -> Double { object.required(key)?.number(in: 0...1000) ?? 1 }
        func count(_ key: String) -> Int { object.required(key)?.integer(in: 1...1000) ?? 1 }
        var stopWords: [String] = []
        for (_, list) in object["stopWords"]?.map()?.all ?? [] {
            stopWords += list.array()?.compactMap { $0.text() } ?? []
        }
        let sameWords = (object["sameWords"]?.array() ?? []).map { group in
            group.array()?.compactMap { $0.text() } ?? []
        }
        let rule = SimilarityRule(
            weights: weights, threshold: share("threshold"), minimumPurpose: share("minimumPurpose"),
            minimumSharedWords: count("minimumSharedWords"), shownWords: count("shownWords"),
            titleFactor: factor("titleFactor"), repeatedFactor: factor("repeatedFactor"),
            otherTaskFactor: share("otherTaskFactor"), taskWords: object.texts("taskWords"),
            sameSource: share("sameSource"), stopWords: stopWords, sameWords: sameWords, trimming: trimming,
            rarity: rarity)
        return SimilarityPlan(
            rule: rule, title: object.optionalText("title"), description: object.optionalText("description"),
            measured: object.optionalText("measured"))
    }

    private func trimming(_ reader: JSONReader) -> WordTrimming? {
        guard let object = reader.object(keys: ["shortestStem", "endings"]),
            let shortest = object.required("shortestStem")?.integer(in: 1...100),
            let list = object.required("endings")?.map()
        else { return nil }
        var endings: [String: String] = [:]
        for (ending, value) in list.all { endings[ending] = value.string() }
        return WordTrimming(endings: endings, shortestStem: shortest)
    }

    private func rarity(_ reader: JSONReader) -> WordRarity? {
        let keys = ["supposedProjects", "usualShare", "commonShare", "commonWords"]
        guard let object = reader.object(keys: keys),
            let supposed = object.required("supposedProjects")?.number(in: 0...1_000_000),
            let usual = object.required("usualShare")?.number(in: 0...1),
            let common = object.required("commonShare")?.number(in: 0...1)
        else { return nil }
        return WordRarity(
            supposedProjects: supposed, usualShare: usual, commonShare: common,
            commonWords: object.texts("commonWords"))
    }
}

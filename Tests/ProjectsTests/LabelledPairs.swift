import Foundation
import Projects

/// Projects of statistical offices and which of them are about one problem.
///
/// The numbers and the word groups of the rule were chosen on the pairs for tuning. Those held back were written before
/// the rule was last changed by its results, and none of them led to a change. The two have no project in common. All
/// projects are made up, by the same hand as the word groups, so real portfolios may do better or worse.
struct LabelledPairs: Decodable {
    enum Half: String, Decodable, CaseIterable {
        case tuning
        case heldBack
    }

    struct Project: Decodable {
        let id: String
        let half: Half
        /// What the project is about: two projects are duplicates if they have this in common.
        let problem: String
        let title: String
        let purpose: String
        let statisticsDomain: String
        let dataSources: [String]
        let method: String
        let classification: String?

        var comparable: ComparableProject {
            ComparableProject(
                id: id, title: title, purpose: purpose, statisticsDomain: statisticsDomain, dataSources: dataSources,
                method: method, classification: classification)
        }
    }

    struct Pair: Decodable {
        let first: String
        let second: String
        let isDuplicate: Bool
        /// Why the two are easily confused, for pairs that are not duplicates.
        let kind: String
    }

    let projects: [Project]
    let pairs: [Pair]

    static func read() throws -> LabelledPairs {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Fixtures/labelledPairs.json")
        return try JSONDecoder().decode(LabelledPairs.self, from: Data(contentsOf: file))
    }

    func projects(of half: Half) -> [Project] { projects.filter { $0.half == half } }

    func pairs(of half: Half) -> [Pair] {
        let ids = Set(projects(of: half).map(\.id))
        return pairs.filter { ids.contains($0.first) }
    }
}

/// How many pairs were reported rightly and wrongly.
struct Reported: Equatable, CustomStringConvertible {
    var right = 0
    var wrong: [String] = []
    var missed: [String] = []

    var precision: Double { right == 0 ? 0 : Double(right) / Double(right + wrong.count) }
    var recall: Double { right == 0 ? 0 : Double(right) / Double(right + missed.count) }

    var description: String {
        "\(right) right; wrong: \(wrong.joined(separator: ", ")); missed: \(missed.joined(separator: ", "))"
    }

    mutating func count(_ name: String, isDuplicate: Bool, isReported: Bool) {
        switch (isDuplicate, isReported) {
        case (true, true): right += 1
        case (true, false): missed.append(name)
        case (false, true): wrong.append(name)
        case (false, false): break
        }
    }
}

extension LabelledPairs {
    /// The labelled pairs of a half, found in a portfolio of all its projects.
    func reported(of half: Half, rule: SimilarityRule) -> Reported {
        let found = Set(
            SimilarProjects(among: projects(of: half).map(\.comparable), rule: rule).pairs.map {
                [$0.first, $0.second]
            }
        )
        var reported = Reported()
        for pair in pairs(of: half) {
            let ids = [pair.first, pair.second].sorted()
            reported.count(
                "\(ids[0]) and \(ids[1])", isDuplicate: pair.isDuplicate, isReported: found.contains(ids))
        }
        return reported
    }

    /// The labelled pairs of a half, each in a portfolio of its own.
    func reportedAlone(of half: Half, rule: SimilarityRule) -> Reported {
        let byID = Dictionary(uniqueKeysWithValues: projects.map { ($0.id, $0.comparable) })
        var reported = Reported()
        for pair in pairs(of: half) {
            let both = [byID[pair.first], byID[pair.second]].compactMap(\.self)
            let isReported = !SimilarProjects(among: both, rule: rule).pairs.isEmpty
            reported.count(
                "\(pair.first) and \(pair.second)", isDuplicate: pair.isDuplicate, isReported: isReported)
        }
        return reported
    }

    /// Every pair of a half, also those that nobody chose, found in a portfolio of all its projects.
    func reportedOfAll(of half: Half, rule: SimilarityRule) -> Reported {
        let members = projects(of: half)
        let found = Set(
            SimilarProjects(among: members.map(\.comparable), rule: rule).pairs.map { [$0.first, $0.second] })
        var reported = Reported()
        for (position, first) in members.enumerated() {
            for second in members[(position + 1)...] {
                let ids = [first.id, second.id].sorted()
                reported.count(
                    "\(ids[0]) and \(ids[1])", isDuplicate: first.problem == second.problem,
                    isReported: found.contains(ids))
            }
        }
        return reported
    }
}

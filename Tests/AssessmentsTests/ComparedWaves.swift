import Foundation
import JSON
import Questionnaires
import Responses
import SeededRandomness

@testable import Assessments

/// Waves that are compared in tests.
enum ComparedWaves {
    /// A rule that tests, in JSON.
    static func rule(draws: Int = 999, exactUpTo: Int = 4096, level: Double = 0.05) -> String {
        """
        "comparison": {"matchedShare": 0.8, "test": {"level": \(level), "power": 0.8, "fewestRespondents": 6,
        "recurringShare": 0.8, "exactUpTo": \(exactUpTo), "draws": \(draws)}}
        """
    }

    static func wave(
        _ id: String, _ questionnaire: Questionnaire, _ responses: [Response],
        collection: Wave.Collection = .survey, ratings: [GateRating] = []
    ) throws -> AnsweredWave {
        let assessment = try Assessment(
            questionnaire: questionnaire,
            workspace: Workspace(organisation: "Office", questionnaire: questionnaire.id, language: "en"),
            wave: Wave(id: id, collection: collection, gateRatings: ratings), responses: responses,
            measuresStability: false)
        return AnsweredWave(assessment, responses: responses)
    }

    /// One agreed response: the place of the option of each item in turn.
    static func agreed(
        _ id: String, _ questionnaire: Questionnaire, _ places: [Int], ratings: [GateRating] = []
    ) throws -> AnsweredWave {
        var answers: [String: Answer] = [:]
        for (item, place) in zip(questionnaire.items, places) { answers[item.id] = Answer(.option(position: place)) }
        let role = questionnaire.roles.first?.id ?? "a"
        return try wave(
            id, questionnaire, [Response(respondent: "r", role: role, wave: id, answers: answers)],
            collection: .consensus, ratings: ratings)
    }

    /// What a person tends to answer, which stays the same over waves.
    struct Person {
        let name: String
        let role: String
        let leaning: Double
    }

    static func people(_ structure: [(role: String, count: Int)], prefix: String, _ random: inout SeededGenerator)
        -> [Person]
    {
        structure.flatMap { role, count in
            (0..<count).map { number in
                Person(
                    name: "\(prefix)-\(role)-\(number)", role: role,
                    leaning: Double.random(in: -0.8...0.8, using: &random))
            }
        }
    }

    /// Answers around a mean for each item, rounded to the places 0 to 4.
    ///
    /// - Parameter missing: how often an item is left blank.
    static func responses(
        _ people: [Person], _ questionnaire: Questionnaire, wave: String, missing: Double = 0,
        _ random: inout SeededGenerator, mean: (Item) -> Double
    ) -> [Response] {
        people.map { person in
            var answers: [String: Answer] = [:]
            for item in questionnaire.items where Double.random(in: 0..<1, using: &random) >= missing {
                let noise = Double.random(in: -1.2...1.2, using: &random)
                let place = (mean(item) + person.leaning + noise).rounded()
                answers[item.id] = Answer(.option(position: Int(min(4, max(0, place)))))
            }
            return Response(respondent: person.name, role: person.role, wave: wave, answers: answers)
        }
    }

    /// The shipped questionnaire, tested with few draws so that many waves can be compared.
    static func shipped(draws: Int, exactUpTo: Int) throws -> Questionnaire {
        let folder = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("questionnaires/ml-maturity")
        func file(_ name: String) throws -> DefinitionFile {
            let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
                .replacingOccurrences(of: "\"exactUpTo\": 32768", with: "\"exactUpTo\": \(exactUpTo)")
                .replacingOccurrences(of: "\"draws\": 10000", with: "\"draws\": \(draws)")
            return DefinitionFile(name: name, document: try JSONDocument(parsing: Array(text.utf8)))
        }
        let main = try file("questionnaire.json")
        let decoded = Questionnaire.decode(main: main, parts: try Questionnaire.partNames(of: main.document).map(file))
        guard let questionnaire = decoded.questionnaire else {
            throw SmallOffice.Failure(description: decoded.findings.map(\.description).joined(separator: "\n"))
        }
        return questionnaire
    }
}

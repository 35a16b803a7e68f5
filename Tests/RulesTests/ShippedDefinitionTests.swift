import Foundation
import JSON
import Questionnaires
import Testing

@testable import Rules

/// Definitions that are in use, and published models, have no flaw but those that are known and true.
@Suite struct ShippedDefinitionTests {
    static let package = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let names = [
        "questionnaires/ml-maturity/questionnaire.json", "questionnaires/ml-maturity-six-areas/questionnaire.json",
        "questionnaires/mlops-practice/questionnaire.json", "questionnaires/ml-project/questionnaire.json",
    ]

    private static let known = [
        // The model asks for the purpose of a system and does nothing with the answer.
        "Tests/ScoringTests/Fixtures/impact-score.json": ["unreadItem $.items[0].id"],
        // Whether a stage is untouched, and whether it applies at all, is told by conditions that no answer meets.
        "questionnaires/ml-project/questionnaire.json": [
            "conditionAlwaysFalse $.metrics[0].define[2].level.at",
            "conditionAlwaysFalse $.metrics[0].define[5].verdict.rules[1].when",
        ],
    ]

    static func decoded(_ name: String) throws -> DecodedQuestionnaire {
        let url = package.appendingPathComponent(name)
        func file(_ url: URL) throws -> DefinitionFile {
            DefinitionFile(
                name: url.lastPathComponent, document: try JSONDocument(parsing: [UInt8](try Data(contentsOf: url))))
        }
        let main = try file(url)
        let parts = try Questionnaire.partNames(of: main.document)
            .map { try file(url.deletingLastPathComponent().appendingPathComponent($0)) }
        return Questionnaire.decode(main: main, parts: parts)
    }

    static func fixtures() throws -> [String] {
        let folder = "Tests/ScoringTests/Fixtures"
        return try FileManager.default.contentsOfDirectory(atPath: package.appendingPathComponent(folder).path)
            .filter { $0.hasSuffix(".json") && !$0.hasSuffix("-vector.json") }.sorted().map { "\(folder)/\($0)" }
    }

    @Test(arguments: names + ((try? fixtures()) ?? []))
    func hasNoFlaw(name: String) throws {
        let decoded = try Self.decoded(name)
        #expect(decoded.questionnaire != nil)
        let found = decoded.findings().map { "\($0.rule ?? "") \($0.path)" }
        #expect(found == Self.known[name] ?? [])
    }

    @Test func thereAreFixtures() throws {
        #expect(try Self.fixtures().count >= 6)
    }
}

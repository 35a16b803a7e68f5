import Foundation
import JSON
import Questionnaires
import Responses
import Scoring

/// Definitions for tests: the shipped one, those in `Fixtures/`, and ones written in a test.
enum DefinitionFixture {
    static let packageFolder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func shipped(_ id: String) throws -> Questionnaire {
        try decode(folder: packageFolder.appendingPathComponent("questionnaires/\(id)"), main: "questionnaire.json")
    }

    static func fixture(_ name: String) throws -> Questionnaire {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")
        return try decode(folder: folder, main: "\(name).json")
    }

    static func text(_ text: String) throws -> Questionnaire {
        try questionnaire(main: DefinitionFile(name: "test", document: JSONDocument(parsing: Array(text.utf8))))
    }

    private static func decode(folder: URL, main: String) throws -> Questionnaire {
        func file(_ name: String) throws -> DefinitionFile {
            let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
            return DefinitionFile(name: name, document: try JSONDocument(parsing: bytes))
        }
        let main = try file(main)
        return try questionnaire(main: main, parts: Questionnaire.partNames(of: main.document).map(file))
    }

    private static func questionnaire(main: DefinitionFile, parts: [DefinitionFile] = []) throws -> Questionnaire {
        let decoded = Questionnaire.decode(main: main, parts: parts)
        guard let questionnaire = decoded.questionnaire else {
            throw Failure(text: decoded.findings.map(\.description).joined(separator: "\n"))
        }
        return questionnaire
    }

    struct Failure: Error, CustomStringConvertible {
        let text: String
        var description: String { text }
    }
}

extension Scores {
    /// The scores of one agreed response that gives options by their place.
    static func consensus(_ questionnaire: Questionnaire, _ answers: [String: Int]) -> Scores {
        let response = Response(
            respondent: "r", role: questionnaire.roles.first?.id ?? "any", wave: "w",
            answers: answers.mapValues { Answer(.option(position: $0)) })
        return Scores(questionnaire: questionnaire, wave: Wave(id: "w", collection: .consensus), responses: [response])
    }
}

import Foundation
import JSON
import Questionnaires
import Testing

/// A questionnaire with every kind of answer, conditions of many kinds, and ids that platforms find hard.
enum MixedQuestionnaire {
    static func make() throws -> Questionnaire {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Fixtures/mixed.json")
        return try decode(String(decoding: Data(contentsOf: file), as: UTF8.self))
    }

    static func decode(_ text: String) throws -> Questionnaire {
        let main = DefinitionFile(name: "mixed.json", document: try JSONDocument(parsing: Array(text.utf8)))
        let decoded = Questionnaire.decode(main: main, parts: [])
        #expect(decoded.findings.filter { $0.severity == .error } == [])
        return try #require(decoded.questionnaire)
    }
}

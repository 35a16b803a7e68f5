import JSON
import Questionnaires
import Testing

/// Decodes a definition whose main file is `q.json` and whose parts are `part0.json` and so on.
func decode(_ main: JSONValue, parts: [JSONValue] = []) throws -> DecodedQuestionnaire {
    func file(_ name: String, _ value: JSONValue) throws -> DefinitionFile {
        DefinitionFile(name: name, document: try JSONDocument(parsing: Array(value.canonicalText().utf8)))
    }
    return Questionnaire.decode(
        main: try file("q.json", main), parts: try parts.enumerated().map { try file("part\($0).json", $1) })
}

/// The minimal definition with some of its parts changed.
func decode(changing changes: ([Step], JSONValue?)...) throws -> DecodedQuestionnaire {
    try decode(changes.reduce(minimalDefinition) { $0.setting($1.0, to: $1.1) })
}

/// The questionnaire that the minimal definition gives with some of its parts changed.
func questionnaire(changing changes: ([Step], JSONValue?)...) throws -> Questionnaire {
    let decoded = try decode(changes.reduce(minimalDefinition) { $0.setting($1.0, to: $1.1) })
    #expect(decoded.findings.isEmpty)
    return try #require(decoded.questionnaire)
}

/// One change to the minimal definition, and the one finding that it must give.
struct Mistake: CustomTestStringConvertible, Sendable {
    let name: String
    let steps: [Step]
    let value: JSONValue?
    let path: String
    let problem: String
    let remedy: String

    /// - Parameter value: what is put at the end of the steps; nothing to remove what is there.
    init(_ name: String, _ steps: [Step], _ value: JSONValue?, _ path: String, _ problem: String, _ remedy: String) {
        self.name = name
        self.steps = steps
        self.value = value
        self.path = path
        self.problem = problem
        self.remedy = remedy
    }

    var testDescription: String { name }

    /// Expects exactly one finding, and a questionnaire if and only if it is a warning.
    func check(_ severity: Finding.Severity = .error, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let decoded = try decode(changing: (steps, value))
        let expected = "q.json: \(severity): \(path): \(problem); \(remedy)"
        let found = decoded.findings.map {
            Finding($0.severity, file: $0.file, path: $0.path, problem: $0.problem, remedy: $0.remedy).description
        }
        #expect(found == [expected], sourceLocation: sourceLocation)
        #expect((decoded.questionnaire != nil) == (severity == .warning), sourceLocation: sourceLocation)
        #expect(decoded.findings.allSatisfy { $0.position != nil }, sourceLocation: sourceLocation)
    }
}

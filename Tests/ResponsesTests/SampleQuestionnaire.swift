import JSON
import Questionnaires
import Testing

/// A questionnaire of two facilitators and two blockers in two areas.
func sampleQuestionnaire() throws -> Questionnaire {
    try decodedQuestionnaire(of: definition)
}

/// The same questionnaire with options whose ids are one letter, but for one.
func briefQuestionnaire() throws -> Questionnaire {
    try decodedQuestionnaire(
        of: definition.replacing("\"some\"", with: "\"s\"").replacing("\"all\"", with: "\"a\"")
            .replacing("\"no\"", with: "\"n\"").replacing("\"yes\"", with: "\"y\""))
}

/// The questionnaire that a definition gives.
func decodedQuestionnaire(of definition: String) throws -> Questionnaire {
    let main = DefinitionFile(name: "q.json", document: try JSONDocument(parsing: Array(definition.utf8)))
    let decoded = Questionnaire.decode(main: main, parts: [])
    #expect(decoded.findings.allSatisfy { $0.severity == .warning })
    return try #require(decoded.questionnaire)
}

/// A reader of a text, whose findings are those of the file `test.json`.
func reader(of text: String) throws -> JSONReader {
    JSONReader(try JSONDocument(parsing: Array(text.utf8)), file: "test.json")
}

extension JSONReader {
    /// The findings in the order of the file, without the name of the file and the line.
    var found: [String] {
        findings.list.sorted().map { "\($0.severity): \($0.path): \($0.problem); \($0.remedy)" }
    }
}

private let definition = """
    {
      "formatVersion": 1, "id": "sample", "version": "1.0.0", "language": "en", "title": "Sample",
      "dimensions": [{"id": "area", "title": "Area", "children": [
        {"id": "staff", "title": "Staff"}, {"id": "tools", "title": "Tools"}]}],
      "roles": [
        {"id": "chief", "title": "Chief", "authority": ["staff", "tools"]},
        {"id": "engineer", "title": "Engineer", "authority": ["tools"]},
        {"id": "analyst", "title": "Analyst"}
      ],
      "scales": [
        {"id": "level", "options": [
          {"id": "none", "value": 0}, {"id": "some", "value": 0.5}, {"id": "all", "value": 1}]},
        {"id": "yesNo", "options": [{"id": "no", "value": 0}, {"id": "yes", "value": 1}]}
      ],
      "items": [
        {"id": "SF1", "dimension": "staff", "direction": "facilitator", "scale": "level", "label": "Staff"},
        {"id": "SB1", "dimension": "staff", "direction": "blocker", "scale": "level", "label": "No staff"},
        {"id": "TF1", "dimension": "tools", "direction": "facilitator", "scale": "yesNo", "label": "Tools"},
        {"id": "TB1", "dimension": "tools", "direction": "blocker", "scale": "yesNo", "label": "No tools"}
      ]
    }
    """

import JSON
import Projects
import Questionnaires
import Responses

/// JSON texts of files about projects, and what their decoders say of them.
enum ProjectFileText {
    /// An object with some members set, and those set to nothing taken away.
    static func object(_ members: [(String, String)], _ changes: [String: String?] = [:]) -> String {
        let kept = members.compactMap { name, value in
            (changes[name] ?? value).map { "\"\(name)\": \($0)" }
        }
        let names = Set(members.map(\.0))
        let added = changes.filter { !names.contains($0.key) }.sorted { $0.key < $1.key }
            .compactMap { name, value in value.map { "\"\(name)\": \($0)" } }
        return "{\((kept + added).joined(separator: ", "))}"
    }

    /// What a decoder makes of a text, and its findings with path and remedy.
    static func decode<Value>(
        _ text: String, _ decode: (JSONReader) -> Value?
    ) throws -> (value: Value?, findings: [String]) {
        let reader = JSONReader(try JSONDocument(parsing: Array(text.utf8)), file: "file.json")
        let value = decode(reader)
        return (
            value,
            reader.findings.list.map {
                "\($0.severity == .warning ? "warning " : "")\($0.path): \($0.problem); \($0.remedy)"
            }
        )
    }
}

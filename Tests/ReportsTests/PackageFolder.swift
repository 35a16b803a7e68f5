import Foundation
import JSON
import Mustache
import Questionnaires
import Reports

/// The files of the package that reports are made from.
enum PackageFolder {
    static let url = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The questionnaire that is shipped, read once.
    static func maturity() throws -> Questionnaire { try maturityResult.get() }

    private static let maturityResult = Result { try builtIn("ml-maturity") }

    /// The questionnaire on engineering practice, which has neither blockers nor caps.
    static func practice() throws -> Questionnaire { try practiceResult.get() }

    private static let practiceResult = Result { try builtIn("mlops-practice") }

    private static func builtIn(_ id: String) throws -> Questionnaire {
        func file(_ name: String) throws -> DefinitionFile {
            DefinitionFile(name: name, document: try JSONDocument(parsing: try bytes("questionnaires/\(id)/\(name)")))
        }
        let main = try file("questionnaire.json")
        let decoded = Questionnaire.decode(main: main, parts: try Questionnaire.partNames(of: main.document).map(file))
        guard let questionnaire = decoded.questionnaire else { throw Failure(decoded.findings) }
        return questionnaire
    }

    static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: url.appendingPathComponent(path)))
    }

    static func text(_ path: String) throws -> String { String(decoding: try bytes(path), as: UTF8.self) }

    /// The languages that are shipped.
    static func languages() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: url.appendingPathComponent("templates/strings").path)
            .filter { $0.hasSuffix(".json") }.map { String($0.dropLast(".json".count)) }.sorted()
    }

    /// The names of the templates, as a library knows them.
    static func templateNames() throws -> [String] {
        let folder = url.appendingPathComponent("templates").path
        return try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".mustache") }
            .map { String($0.dropLast(".mustache".count)) }.sorted()
    }

    /// The templates, some of them with other sources.
    static func templates(replacing replacements: [String: String] = [:]) throws -> MustacheLibrary {
        try replacements.isEmpty ? shippedTemplates.get() : readTemplates(replacing: replacements)
    }

    private static let shippedTemplates = Result { try readTemplates(replacing: [:]) }

    private static func readTemplates(replacing replacements: [String: String]) throws -> MustacheLibrary {
        MustacheLibrary(
            try templateNames().map {
                try MustacheTemplate(try replacements[$0] ?? text("templates/\($0).mustache"), name: $0)
            })
    }

    static let stringsPath = "templates/strings/en.json"

    /// The strings, with some changes to the text of their file.
    /// A definition that is written in a test.
    static func definition(_ text: String) throws -> Questionnaire {
        let main = DefinitionFile(name: "test", document: try JSONDocument(parsing: Array(text.utf8)))
        let decoded = Questionnaire.decode(main: main, parts: [])
        guard let questionnaire = decoded.questionnaire else { throw Failure(decoded.findings) }
        return questionnaire
    }

    static func strings(replacing replacements: KeyValuePairs<String, String> = [:]) throws -> Strings {
        if replacements.isEmpty { return try shippedStrings.get() }
        var source = try text(stringsPath)
        for (old, new) in replacements { source = source.replacingOccurrences(of: old, with: new) }
        return try decode(source)
    }

    private static let shippedStrings = Result { try decode(try text(stringsPath)) }

    static func decode(_ source: String) throws -> Strings {
        let reader = JSONReader(try JSONDocument(parsing: Array(source.utf8)), file: stringsPath)
        guard let strings = Strings.decode(reader) else { throw Failure(reader.findings.list) }
        return strings
    }

    /// The look that is shipped.
    static func theme() throws -> Theme {
        let reader = JSONReader(
            try JSONDocument(parsing: try bytes("templates/theme.json")), file: "templates/theme.json")
        guard let theme = Theme.decode(reader, image: { _ in .failure(ThemeImageProblem("no picture", "none")) }) else {
            throw Failure(reader.findings.list)
        }
        return theme
    }

    struct Failure: Error, CustomStringConvertible {
        let description: String

        init(_ findings: [Finding]) { description = findings.map(\.description).joined(separator: "\n") }
    }
}

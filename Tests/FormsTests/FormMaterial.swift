import Assets
import JSON
import Mustache
import Questionnaires
import Reports
import Responses
import Testing

@testable import Forms

/// What forms are made from in tests: the templates and words in the program, some of them replaced.
enum FormMaterial {
    static func text(_ path: String) throws -> String {
        String(decoding: try #require(Asset.at(path)?.bytes, "\(path)"), as: UTF8.self)
    }

    static func strings(replacing replacements: KeyValuePairs<String, String> = [:]) throws -> Strings {
        var source = try text("templates/strings/en.json")
        for (old, new) in replacements {
            try #require(source.contains(old), "\(old)")
            source = source.replacing(old, with: new)
        }
        let reader = JSONReader(try JSONDocument(parsing: Array(source.utf8)), file: "templates/strings/en.json")
        return try #require(Strings.decode(reader), "\(reader.findings.list)")
    }

    static func library(replacing replacements: [String: String] = [:]) throws -> MustacheLibrary {
        let paths = Asset.all.map(\.path).filter { $0.hasPrefix("templates/") && $0.hasSuffix(".mustache") }
        return MustacheLibrary(
            try paths.map { path in
                let name = String(path.dropFirst("templates/".count).dropLast(".mustache".count))
                return try MustacheTemplate(try replacements[name] ?? text(path), name: name)
            })
    }

    static func theme() throws -> Theme {
        let reader = JSONReader(
            try JSONDocument(parsing: Array(try text("templates/theme.json").utf8)), file: "templates/theme.json")
        return try #require(Theme.decode(reader) { _ in .failure(ThemeImageProblem("no picture", "none")) })
    }

    static func questionnaire(_ text: String) throws -> Questionnaire {
        let document = try JSONDocument(parsing: Array(text.utf8))
        let decoded = Questionnaire.decode(main: DefinitionFile(name: "test.json", document: document), parts: [])
        return try #require(decoded.questionnaire, "\(decoded.findings)")
    }

    static func html(
        _ questionnaire: Questionnaire, _ subject: FormSubject = .wave("2026"), office: String? = "Statistics Merrow",
        strings: Strings? = nil, templates: [String: String] = [:]
    ) throws -> String {
        let setting = FormPage.Setting(
            subject, office: office, collection: .survey, digest: "0123456789abcdef0123456789abcdef")
        let page = FormPage(
            questionnaire, setting: setting,
            typesetter: Typesetter(strings: try strings ?? self.strings(), library: try library(replacing: templates)))
        return try page.html(theme: try theme())
    }
}

extension String {
    /// What stands between the first two marks of these; nothing where one is missing.
    func between(_ start: String, _ end: String) -> String? {
        guard let from = firstRange(of: start), let to = self[from.upperBound...].firstRange(of: end) else {
            return nil
        }
        return String(self[from.upperBound..<to.lowerBound])
    }

    /// How often a text stands in this one.
    func count(of text: String) -> Int { ranges(of: text).count }
}

import Testing

@testable import Reports

/// Colons and semicolons stand apart from the word before them in some languages, and so among the words.
@Suite struct PunctuationTests {
    /// Templates of scripts and styles are not read.
    private static func isOfText(_ name: String) -> Bool {
        let scripts = ["script", "words", "conditions", "answers", "storage", "loading", "pages"]
        return !name.contains("style") && !scripts.contains { name == "html/form-\($0)" }
    }

    @Test func templatesHaveNoneOfTheirOwn() throws {
        var places: [String] = []
        var uses = 0
        for name in try PackageFolder.templateNames() where Self.isOfText(name) {
            for line in try PackageFolder.text("templates/\(name).mustache").split(separator: "\n") {
                uses += line.ranges(of: "text.punctuation.").count
                guard !line.contains("| ---"), !line.hasPrefix("{{!"), !line.hasPrefix(".long"),
                    !line.hasPrefix("@media")
                else { continue }
                if line.contains(/[}>)"`][:;](?=[\s<*`]|$)/) { places.append("\(name): \(line)") }
            }
        }
        #expect(places == [])
        #expect(uses > 50)
    }

    @Test func inFrench() throws {
        let words = Words(try PackageFolder.decode(try PackageFolder.text("templates/strings/fr.json")))
        #expect(words.labelled("Rôle", "méthodes") == "Rôle\u{A0}: méthodes")
        #expect(words.statements(["a", "b", "c"]) == "a\u{202F}; b\u{202F}; c")
        #expect(words.statements([]).isEmpty)
    }

    @Test func inEnglish() throws {
        let words = Words(try PackageFolder.strings())
        #expect(words.labelled("Role", "methods") == "Role: methods" && words.statements(["a", "b"]) == "a; b")
    }
}

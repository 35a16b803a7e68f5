import Mustache
import Testing

@Suite("The hint for an unknown name")
struct NameHintTests {
    @Test(
        "proposes a similar name",
        arguments: [
            ("tilte", "title"), ("titl", "title"), ("titles", "title"), ("TITLE", "title"),
            ("respondants", "respondents"),
            ("colour", "colourful"), ("catégorie", "categorie"),
        ]
    )
    func similar(written: String, meant: String) throws {
        #expect(try hint(for: written, known: [meant, "something", "else"]) == "Did you mean '\(meant)'?")
    }

    @Test("proposes the most similar name, and of two the first in the alphabet")
    func mostSimilar() throws {
        #expect(try hint(for: "scores", known: ["scare", "stores", "score"]) == "Did you mean 'score'?")
        #expect(try hint(for: "score", known: ["scare", "store", "stare"]) == "Did you mean 'scare'?")
    }

    @Test(
        "does not propose a name in which more than a third differs",
        arguments: [("colour", "colxyz"), ("n", "m"), ("ab", "cd"), ("cat", "dog")]
    )
    func dissimilar(written: String, known: String) throws {
        #expect(try hint(for: written, known: [known]) == "Known here: '\(known)'.")
    }

    @Test("lists the known names when none is similar, sorted and without repetition")
    func list() throws {
        #expect(try hint(for: "colour", known: ["b", "a"]) == "Known here: 'a', 'b'.")
        let nested: MustacheValue = ["b": "", "in": ["b": "", "a": ""]]
        let error = try #require(renderError("{{#in}}{{colour}}{{/in}}", with: nested))
        #expect(error.message.hasSuffix("Known here: 'a', 'b', 'in'."))
    }

    @Test("lists ten names at most")
    func longList() throws {
        let names = (10..<22).map { "name\($0)" }
        let listed = names[..<10].map { "'\($0)'" }.joined(separator: ", ")
        #expect(try hint(for: "colour", known: names) == "Known here: \(listed) and 2 more.")
        #expect(try hint(for: "colour", known: Array(names[..<10])) == "Known here: \(listed).")
    }

    @Test("says so when there is no name at all")
    func nothing() throws {
        #expect(try hint(for: "colour", known: []) == "Nothing is known by name here.")
    }

    private func hint(for name: String, known: [String]) throws -> String {
        let value = MustacheValue.object(Dictionary(uniqueKeysWithValues: known.map { ($0, .text("")) }))
        let error = try #require(renderError("{{\(name)}}", with: value))
        return String(error.message.trimmingPrefix("The name '\(name)' is not known here. "))
    }
}

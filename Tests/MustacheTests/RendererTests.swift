import Mustache
import Testing

@Suite("Rendering")
struct RendererTests {
    @Test("repeats a section for each value of a list, in order")
    func lists() throws {
        let value: MustacheValue = ["steps": [["n": "1"], ["n": "2"], ["n": "3"]]]
        #expect(try render("{{#steps}}{{n}}.{{/steps}}", with: value) == "1.2.3.")
    }

    @Test("repeats a section for empty values, too")
    func listsOfNothing() throws {
        #expect(try render("{{#list}}x{{/list}}", with: ["list": [false, .missing, "", []]]) == "xxxx")
    }

    @Test("shows an inverted section once and without a new context")
    func inverted() throws {
        #expect(try render("{{#a}}{{^b}}{{n}}{{.}}{{/b}}{{/a}}", with: ["n": "N", "a": ["x"], "b": []]) == "Nx")
    }

    @Test("tells sections of the same name apart")
    func sameName() throws {
        let source = "{{#a}}1{{#a}}2{{/a}}3{{/a}}{{^a}}4{{^a}}5{{/a}}6{{/a}}"
        #expect(try render(source, with: ["a": true]) == "123")
        #expect(try render(source, with: ["a": false]) == "456")
    }

    @Test("skips everything inside a section that is not shown")
    func skipping() throws {
        let source = "[{{#no}}{{#list}}{{.}}{{/list}}{{^no}}x{{/no}}{{>page}}{{/no}}]"
        #expect(try render(source, with: ["no": false, "list": ["a"]]) == "[]")
    }

    @Test("does not read values as templates")
    func valuesAreText() throws {
        #expect(try render("{{{a}}}", with: ["a": "{{b}}{{#b}}", "b": "B"]) == "{{b}}{{#b}}")
    }

    @Test("writes flags as words, and lists and objects as nothing, when it is not strict")
    func notText() throws {
        let value: MustacheValue = ["yes": true, "no": false, "list": ["a"], "object": ["a": "b"], "null": .missing]
        #expect(try render("{{yes}} {{{no}}} [{{list}}{{object}}{{null}}{{unknown}}]", with: value) == "true false []")
    }

    @Test("keeps Unicode and line ends byte by byte")
    func unicode() throws {
        let rendered = try render("é e\u{301} {{word}}\r\n👩‍🔬\u{2028}", with: ["word": "e\u{301}統計\r\n"])
        #expect(Array(rendered.utf8) == Array("é e\u{301} e\u{301}統計\r\n\r\n👩‍🔬\u{2028}".utf8))
    }

    @Test("bears sections nested ten thousand deep")
    func deepSections() throws {
        let depth = 10_000
        let source = String(repeating: "{{#a}}(", count: depth) + "x" + String(repeating: "){{/a}}", count: depth)
        let expected = String(repeating: "(", count: depth) + "x" + String(repeating: ")", count: depth)
        #expect(try render(source, with: ["a": true], missingNames: .refused) == expected)
    }

    @Test("bears data nested five hundred deep")
    func deepData() throws {
        let depth = 500
        let value = (0..<depth).reduce(MustacheValue.text("end")) { value, _ in ["a": value] }
        let name = Array(repeating: "a", count: depth).joined(separator: ".")
        #expect(try render("{{\(name)}}", with: value, missingNames: .refused) == "end")
        let opening = String(repeating: "{{#a}}", count: depth)
        let closing = String(repeating: "{{/a}}", count: depth)
        #expect(try render(opening + "{{.}}" + closing, with: value, missingNames: .refused) == "end")
    }

    @Test("renders a large page")
    func largePage() throws {
        let rows = (0..<10_000).map { MustacheValue.object(["id": .text("\($0)"), "text": "a < b"]) }
        let rendered = try render(
            "{{#rows}}\n  <li id=\"{{id}}\">{{text}} {{words.unit}}</li>\n{{/rows}}\n",
            with: ["rows": .list(rows), "words": ["unit": "%"]],
            missingNames: .refused
        )
        let expected = (0..<10_000).map { "  <li id=\"\($0)\">a &lt; b %</li>\n" }.joined()
        #expect(rendered == expected)
    }
}

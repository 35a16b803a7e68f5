import Mustache
import Testing

@Suite("Escaping")
struct EscapingTests {
    private let special: MustacheValue = ["text": #"<a href='x'>"R&D"</a>"#]

    @Test("for HTML makes five characters harmless")
    func html() throws {
        let escaped = try render("{{text}}", with: special, escaping: .html)
        #expect(escaped == "&lt;a href=&#39;x&#39;&gt;&quot;R&amp;D&quot;&lt;/a&gt;")
    }

    @Test(
        "for HTML leaves all other text as it is",
        arguments: [
            "", "plain", "déjà vu", "統計局", "👩‍🔬 and e\u{301}", "tab\tand\u{0}zero",
            "a long text without anything special",
        ]
    )
    func htmlKeeps(text: String) throws {
        let escaped = try render("[{{text}}]", with: ["text": .text(text)], escaping: .html)
        #expect(Array(escaped.utf8) == Array("[\(text)]".utf8))
    }

    @Test(
        "for HTML works at every place in a text",
        arguments: [("&", "&amp;"), ("&x", "&amp;x"), ("x&", "x&amp;"), ("&&", "&amp;&amp;"), ("é&é", "é&amp;é")]
    )
    func htmlPlaces(text: String, expected: String) throws {
        #expect(try render("{{text}}", with: ["text": .text(text)], escaping: .html) == expected)
    }

    @Test("does not escape what is already an entity any less")
    func htmlTwice() throws {
        #expect(try render("{{text}}", with: ["text": "&amp;"], escaping: .html) == "&amp;amp;")
    }

    @Test("of none leaves everything as it is")
    func none() throws {
        #expect(try render("{{text}}", with: special, escaping: .none) == #"<a href='x'>"R&D"</a>"#)
    }

    @Test("of one's own is applied to the value of a tag and to nothing else")
    func custom() throws {
        let shouting = Escaping { $0.uppercased() }
        let rendered = try render("a {{word}} b {{{word}}} c {{&word}}", with: ["word": "hi"], escaping: shouting)
        #expect(rendered == "a HI b hi c hi")
    }

    @Test("leaves out triple and ampersand tags")
    func raw() throws {
        let rendered = try render("{{text}} {{{text}}} {{& text }}", with: ["text": "<&>"], escaping: .html)
        #expect(rendered == "&lt;&amp;&gt; <&> <&>")
    }
}

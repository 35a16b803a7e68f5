import Mustache
import Testing

@Suite("A partial")
struct IndentedPartialsTests {
    @Test("is rendered in its place with the values around it")
    func context() throws {
        let value: MustacheValue = ["name": "outer", "list": [["name": "one"], ["name": "two"]]]
        let rendered = try render(
            "{{>greet}} {{#list}}{{>greet}}{{/list}}", with: value, partials: ["greet": "<{{name}}>"])
        #expect(rendered == "<outer> <one><two>")
    }

    @Test("can have a name with dots and slashes")
    func name() throws {
        #expect(try render("{{> parts/head.html }}", partials: ["parts/head.html": "H"]) == "H")
    }

    @Test("that stands alone is indented line by line, empty lines included")
    func indentation() throws {
        let rendered = try render("<\n  {{>part}}\n>", partials: ["part": "one\n\n two\n"])
        #expect(rendered == "<\n  one\n  \n   two\n>")
    }

    @Test("that stands alone is indented with the very white space of its line")
    func tabs() throws {
        #expect(try render("\t {{>part}}\n", partials: ["part": "a\r\nb\r\n"]) == "\t a\r\n\t b\r\n")
    }

    @Test("that stands alone loses the end of its line")
    func lineEnd() throws {
        #expect(try render(" {{>part}}\r\n|", partials: ["part": "a"]) == " a|")
        #expect(try render(" {{>part}} \n", partials: ["part": ""]).isEmpty)
    }

    @Test("that does not stand alone is not indented")
    func inline() throws {
        #expect(try render("  {{>part}}.\n", partials: ["part": "a\nb"]) == "  a\nb.\n")
        #expect(try render("  .{{>part}}\n", partials: ["part": "a\nb"]) == "  .a\nb\n")
    }

    @Test("is indented in its template, not in its values")
    func valuesKeepTheirLines() throws {
        #expect(try render("  {{>part}}\n", with: ["text": "1\n2"], partials: ["part": "{{text}}!\n"]) == "  1\n2!\n")
    }

    @Test("still drops its own standalone lines when it is indented")
    func standaloneInside() throws {
        let part = "{{#list}}\n- {{.}}\n{{/list}}\n{{! over\nlines }}\nend\n"
        #expect(
            try render("  {{>part}}\n", with: ["list": ["a", "b"]], partials: ["part": part]) == "  - a\n  - b\n  end\n"
        )
    }

    @Test("in a partial adds its indentation to that of the other")
    func nested() throws {
        let partials = ["outer": "o\n  {{>inner}}\no\n", "inner": "i\ni\n"]
        #expect(
            try render("\t{{>outer}}\n{{>outer}}\n", partials: partials) == "\to\n\t  i\n\t  i\n\to\no\n  i\n  i\no\n")
    }

    @Test("is not mistaken for another with the same indentation")
    func sameIndentation() throws {
        let partials = ["one": "1\n1\n", "two": "2\n2\n"]
        #expect(try render(" {{>one}}\n {{>two}}\n {{>one}}\n", partials: partials) == " 1\n 1\n 2\n 2\n 1\n 1\n")
    }

    @Test("may be included any number of times, one after the other")
    func manyTimes() throws {
        let value: MustacheValue = ["rows": .list(Array(repeating: "x", count: 500))]
        let rendered = try render("{{#rows}}{{>cell}}{{/rows}}", with: value, partials: ["cell": "{{.}}"])
        #expect(rendered == String(repeating: "x", count: 500))
    }

    @Test("keeps delimiters to itself, and does not inherit them")
    func delimiters() throws {
        let partials = ["part": "{{word}}|word|{{=| |=}}|word|"]
        let rendered = try render(
            "{{=<% %>=}}<%>part%> <%word%>{{word}}|word|", with: ["word": "W"], partials: partials)
        #expect(rendered == "W|word|W W{{word}}|word|")
    }

    @Test("that is unknown is nothing when the rendering is not strict")
    func unknown() throws {
        #expect(try render("a{{>nowhere}}b\n  {{>nowhere}}\nc") == "ab\nc")
    }

    @Test("may include itself as long as the data goes on")
    func recursion() throws {
        let value: MustacheValue = [
            "name": "a",
            "children": [["name": "b", "children": [["name": "c", "children": []]]], ["name": "d", "children": []]],
        ]
        let partials = ["tree": "{{name}}\n{{#children}}\n  {{>tree}}\n{{/children}}\n"]
        #expect(try render("{{>tree}}", with: value, partials: partials) == "a\n  b\n    c\n  d\n")
    }

    @Test("may be 64 deep")
    func deepest() throws {
        let partials = ["chain": "x{{#next}}{{>chain}}{{/next}}"]
        let rendered = try render("{{>chain}}", with: chain(length: 64), partials: partials, missingNames: .refused)
        #expect(rendered == String(repeating: "x", count: 64))
    }

    @Test("may not be 65 deep", arguments: [MissingNames.empty, .refused])
    func tooDeep(missingNames: MissingNames) throws {
        let partials = ["chain": "x\n{{#next}} {{>chain}}{{/next}}"]
        let error = try #require(
            renderError("{{>chain}}", with: chain(length: 65), partials: partials, missingNames: missingNames))
        #expect(error.kind == .partialsTooDeep)
        #expect(error.template == "chain")
        #expect(error.position?.description == "2:11")
        #expect(error.message.contains("'chain' is more than 64 partials deep"))
    }

    @Test(
        "that includes itself without end is an error", arguments: ["{{>page}}", "  {{>page}}\n", "{{>page}}{{>page}}"])
    func endless(source: String) throws {
        let error = try #require(renderError(source, missingNames: .empty))
        #expect(error.kind == .partialsTooDeep)
        #expect(error.template == "page")
        #expect(error.position?.line == 1)
        #expect(error.position?.column == (source.hasPrefix(" ") ? 3 : 1))
    }

    @Test("of two that include each other without end is an error, whichever it strikes")
    func endlessPair() throws {
        let error = try #require(renderError("{{>a}}", partials: ["a": "{{>b}}", "b": "-{{>a}}"]))
        #expect(error.kind == .partialsTooDeep)
        #expect(error.description.hasPrefix("b:1:2: The partial 'a'"))
    }

    /// Objects in objects; the last has an empty list in place of the next.
    private func chain(length: Int) -> MustacheValue {
        (0..<length).reduce(MustacheValue.list([])) { value, _ in ["next": value] }
    }
}

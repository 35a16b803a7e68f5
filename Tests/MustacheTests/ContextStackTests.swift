import Mustache
import Testing

@Suite("A name")
struct ContextStackTests {
    @Test("is found in the innermost section that has it")
    func precedence() throws {
        let value: MustacheValue = [
            "who": "office", "where": "here", "team": ["who": "team", "lead": ["who": "lead"]],
        ]
        let source = "{{who}} {{#team}}{{who}} {{#lead}}{{who}} {{where}} {{/lead}}{{who}} {{/team}}{{who}}"
        #expect(try render(source, with: value, missingNames: .refused) == "office team lead here team office")
    }

    @Test("that is there with nothing in it hides the one outside", arguments: [.missing, "", []] as [MustacheValue])
    func hidden(nothing: MustacheValue) throws {
        let value: MustacheValue = ["note": "outside", "item": ["note": nothing]]
        #expect(try render("[{{#item}}{{note}}{{/item}}]", with: value) == "[]")
    }

    @Test("is not looked for in texts, flags and lists")
    func onlyObjects() throws {
        let value: MustacheValue = ["name": "N", "text": "t", "flag": true, "list": [["x"]]]
        let source = "{{#text}}{{name}}{{/text}}{{#flag}}{{name}}{{/flag}}{{#list}}{{name}}{{/list}}"
        #expect(try render(source, with: value, missingNames: .refused) == "NNN")
    }

    @Test("with dots is followed part by part")
    func dotted() throws {
        let value: MustacheValue = ["a": ["b": ["c": "deep"], "b.c": "not this"], "a.b.c": "nor this"]
        #expect(try render("{{a.b.c}} {{#a}}{{b.c}}{{/a}} {{#a.b}}{{c}}{{/a.b}}", with: value) == "deep deep deep")
    }

    @Test("with dots is decided by its first part alone")
    func dottedPrecedence() throws {
        let value: MustacheValue = ["a": ["x": "outer"], "inner": ["a": ["y": "inner"]]]
        #expect(try render("[{{#inner}}{{a.x}}{{/inner}}]", with: value) == "[]")
        #expect(try render("[{{#inner}}{{a.y}}{{/inner}}]", with: value) == "[inner]")
    }

    @Test("with dots does not leave the object for its later parts")
    func dottedEnd() throws {
        #expect(try render("[{{a.b}}]", with: ["a": [:], "b": "outside"]) == "[]")
        #expect(try render("[{{#a.b}}x{{/a.b}}{{^a.b}}y{{/a.b}}]", with: ["a": "text"]) == "[y]")
    }

    @Test("of a single dot is the innermost value")
    func currentValue() throws {
        #expect(try render("{{.}} {{{.}}} {{&.}}", with: "R&D") == "R&amp;D R&D R&D")
        let value: MustacheValue = ["rows": [["1", "2"], [], ["3"]]]
        #expect(try render("{{#rows}}({{#.}}{{.}},{{/.}}{{^.}}none{{/.}}){{/rows}}", with: value) == "(1,2,)(none)(3,)")
        #expect(try render("{{#.}}{{n}}{{/.}}", with: [["n": "1"], ["n": "2"]]) == "12")
        #expect(try render("{{#word}}{{.}} {{word}}{{/word}}", with: ["word": "W"]) == "W W")
    }

    @Test("stays what it was after a section ends")
    func leaving() throws {
        let value: MustacheValue = ["n": "0", "list": [["n": "1"], "text", ["n": "2"], []]]
        #expect(try render("{{#list}}{{n}}{{/list}}{{n}}", with: value) == "10200")
    }
}

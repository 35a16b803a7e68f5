import Mustache
import Testing

@Suite("A value")
struct MustacheValueTests {
    @Test("can be written as a literal")
    func literals() {
        let value: MustacheValue = ["title": "Plan", "isDraft": true, "steps": ["one", false, []]]
        let expected = MustacheValue.object([
            "title": .text("Plan"),
            "isDraft": .flag(true),
            "steps": .list([.text("one"), .flag(false), .list([])]),
        ])
        #expect(value == expected)
    }

    @Test("written as a literal with a name twice keeps the later")
    func repeatedName() {
        let value: MustacheValue = ["word": "first", "word": "second"]
        #expect(value == .object(["word": .text("second")]))
    }

    @Test(
        "shows a section, or the inverted section, by whether there is something in it",
        arguments: [
            ("a word", true), ("", false),
            (true, true), (false, false),
            (["", ""], true), ([], false),
            (["name": .missing], true), ([:], true),
            (.missing, false),
        ] as [(MustacheValue, Bool)]
    )
    func truth(value: MustacheValue, isShown: Bool) throws {
        let rendered = try render("{{#value}}shown {{/value}}{{^value}}hidden {{/value}}", with: ["value": value])
        let times = if case .list(let values) = value { values.count } else { 1 }
        #expect(rendered == (isShown ? String(repeating: "shown ", count: times) : "hidden "))
    }
}

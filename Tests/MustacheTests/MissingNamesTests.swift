import Mustache
import Testing

@Suite("Missing names that are refused")
struct MissingNamesTests {
    private static let data: MustacheValue = [
        "title": "Report", "isDraft": false, "owner": .missing, "items": [["label": "First"], ["label": "Second"]],
        "none": [], "office": ["name": "Statistics"],
    ]

    @Test(
        "leave alone what is there, even with nothing in it",
        arguments: [
            ("{{title}}", "Report"),
            ("[{{owner}}{{{owner}}}{{&owner}}]", "[]"),
            ("{{#isDraft}}draft{{/isDraft}}{{^isDraft}}final{{/isDraft}}", "final"),
            ("{{#owner}}x{{/owner}}{{^owner}}nobody{{/owner}}", "nobody"),
            ("{{#none}}x{{/none}}{{^none}}nothing{{/none}}", "nothing"),
            ("{{#items}}{{label}} {{title}} {{/items}}", "First Report Second Report "),
            ("{{office.name}}{{#office.name}}!{{/office.name}}", "Statistics!"),
            ("{{#owner}}{{unknown}}{{/owner}}", ""),
        ]
    )
    func known(source: String, expected: String) throws {
        #expect(try render(source, with: Self.data, missingNames: .refused) == expected)
    }

    @Test(
        "are an error at their tag",
        arguments: [
            ("a {{titel}}", "1:3", "The name 'titel' is not known here. Did you mean 'title'?"),
            ("a\n{{{titel}}}", "2:1", "Did you mean 'title'?"),
            ("a\r\n  {{&titel}}", "2:3", "Did you mean 'title'?"),
            ("{{#item}}x{{/item}}", "1:1", "Did you mean 'items'?"),
            ("\n{{^isdraft}}x{{/isdraft}}", "2:1", "Did you mean 'isDraft'?"),
            ("{{#items}}\n  é {{labl}}\n{{/items}}", "2:5", "Did you mean 'label'?"),
            ("{{#items}}{{ofice.name}}{{/items}}", "1:11", "Did you mean 'office'?"),
            ("{{office.nmae}}", "1:1", "There is no 'nmae' in 'office'. Did you mean 'name'?"),
            ("{{#office.names}}x{{/office.names}}", "1:1", "There is no 'names' in 'office'. Did you mean 'name'?"),
            ("{{office.title}}", "1:1", "There is no 'title' in 'office'. Known here: 'name'."),
            ("{{office.name.length}}", "1:1", "There is no 'length' in 'office.name', which is a text."),
            ("{{items.label}}", "1:1", "There is no 'label' in 'items', which is a list."),
            ("{{isDraft.reason}}", "1:1", "There is no 'reason' in 'isDraft', which is a flag (true or false)."),
            ("{{^owner.name}}x{{/owner.name}}", "1:1", "There is no 'name' in 'owner', which is missing (null)."),
        ]
    )
    func unknown(source: String, place: String, words: String) throws {
        let error = try #require(renderError(source, with: Self.data))
        #expect(error.kind == .unknownName)
        #expect(error.template == "page")
        #expect(error.position?.description == place)
        #expect(error.message.contains(words), "\(error.message)")
    }

    @Test(
        "include flags, lists and objects that are to be written",
        arguments: [
            ("\n {{isDraft}}", "2:2", "'isDraft' is a flag (true or false)", "'{{#isDraft}} … {{/isDraft}}'"),
            ("{{{items}}}", "1:1", "'items' is a list", "'{{#items}} … {{/items}}'"),
            ("{{&office}}", "1:1", "'office' is an object", "'{{#office}} … {{/office}}'"),
            ("{{#items}}{{.}}{{/items}}", "1:11", "'.' is an object", "'{{#.}} … {{/.}}'"),
            ("{{none}}", "1:1", "'none' is a list", "'{{#none}} … {{/none}}'"),
        ]
    )
    func notText(source: String, place: String, what: String, advice: String) throws {
        let error = try #require(renderError(source, with: Self.data))
        #expect(error.kind == .notText)
        #expect(error.position?.description == place)
        #expect(error.message.contains(what), "\(error.message)")
        #expect(error.message.contains(advice), "\(error.message)")
    }

    @Test("include partials")
    func unknownPartial() throws {
        let error = try #require(renderError("a\n  {{> heeder }}\n", partials: ["header": "H", "footer": "F"]))
        #expect(error.kind == .unknownPartial)
        #expect(error.position?.description == "2:3")
        #expect(error.message == "There is no template 'heeder' to include. Did you mean 'header'?")
    }

    @Test("are placed in the partial they stand in, as it was written before it was indented")
    func placeInPartial() throws {
        let partials = ["outer": "one\n  {{>inner}}\n", "inner": "\n é {{wrong}}"]
        let error = try #require(renderError("    {{>outer}}", with: Self.data, partials: partials))
        #expect(error.description.hasPrefix("inner:2:4: The name 'wrong' is not known here."))
    }
}

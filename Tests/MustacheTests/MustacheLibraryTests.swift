import Mustache
import Testing

@Suite("A library")
struct MustacheLibraryTests {
    @Test("renders any of its templates, as often as one likes")
    func render() throws {
        let library = MustacheLibrary([
            try MustacheTemplate("Dear {{name}},", name: "greeting"),
            try MustacheTemplate("Bye {{name}}", name: "farewell"),
        ])
        for name in ["Ada", "Bo"] {
            let value: MustacheValue = ["name": .text(name)]
            #expect(
                try library.render("greeting", with: value, escaping: .none, missingNames: .refused) == "Dear \(name),")
            #expect(
                try library.render("farewell", with: value, escaping: .none, missingNames: .refused) == "Bye \(name)")
        }
    }

    @Test("lets a later template replace an earlier one of the same name")
    func replacement() throws {
        let library = MustacheLibrary([
            try MustacheTemplate("{{>logo}}", name: "page"), try MustacheTemplate("built in", name: "logo"),
            try MustacheTemplate("the office's own", name: "logo"),
        ])
        #expect(try library.render("page", with: [:], escaping: .html, missingNames: .refused) == "the office's own")
    }

    @Test("has no template of an unknown name, strict or not", arguments: [MissingNames.empty, .refused])
    func unknownTemplate(missingNames: MissingNames) throws {
        let library = MustacheLibrary([try MustacheTemplate("", name: "report.html")])
        let error = try #require(throws: MustacheError.self) {
            try library.render("reprot.html", with: [:], escaping: .html, missingNames: missingNames)
        }
        #expect(error.kind == .unknownTemplate)
        #expect(error.template == "reprot.html")
        #expect(error.position == nil)
        #expect(error.description == "There is no template 'reprot.html'. Did you mean 'report.html'?")
    }

    @Test("can be used by many tasks at once")
    func concurrency() async throws {
        let library = MustacheLibrary([
            try MustacheTemplate("{{#list}}\n  {{>item}}\n{{/list}}\n", name: "page"),
            try MustacheTemplate("{{.}}\n", name: "item"),
        ])
        let pages = try await withThrowingTaskGroup(of: (Int, String).self) { group in
            for number in 0..<20 {
                group.addTask {
                    let value: MustacheValue = ["list": .list([.text("\(number)"), "x"])]
                    return (number, try library.render("page", with: value, escaping: .html, missingNames: .refused))
                }
            }
            return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        #expect(pages == Dictionary(uniqueKeysWithValues: (0..<20).map { ($0, "  \($0)\n  x\n") }))
    }
}

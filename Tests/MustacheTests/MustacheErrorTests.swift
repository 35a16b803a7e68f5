import Mustache
import Testing

@Suite("An error")
struct MustacheErrorTests {
    @Test("is described the way compilers do it")
    func description() throws {
        let error = try #require(throws: MustacheError.self) {
            try MustacheTemplate("one\n {{#items}}\n", name: "report.html")
        }
        let message = "The section 'items' is opened here and never closed. Add '{{/items}}' where it should end."
        #expect(error.message == message)
        #expect(error.description == "report.html:2:2: \(message)")
        #expect("\(error)" == error.description)
    }

    @Test("of two templates differs by the template's name alone")
    func equality() {
        let errors = ["a", "b", "a"].map { name in
            #expect(throws: MustacheError.self) { try MustacheTemplate("{{", name: name) }
        }
        #expect(errors[0] != errors[1])
        #expect(errors[0] == errors[2])
    }
}

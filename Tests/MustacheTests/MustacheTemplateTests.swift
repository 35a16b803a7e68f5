import Mustache
import Testing

@Suite("A template that is not well formed")
struct MustacheTemplateTests {
    /// A faulty template, and what the error must say.
    struct Fault: CustomTestStringConvertible {
        let source: String
        let kind: MustacheError.Kind
        let line: Int
        let column: Int
        let words: [String]

        init(_ source: String, _ kind: MustacheError.Kind, _ line: Int, _ column: Int, _ words: String...) {
            self.source = source
            self.kind = kind
            self.line = line
            self.column = column
            self.words = words
        }

        var testDescription: String { source.debugDescription }
    }

    @Test(
        "is refused, with the place of the opening tag and advice",
        arguments: [
            Fault("one\n two {{name", .unclosedTag, 2, 6, "'{{'", "'}}'"),
            Fault("{{", .unclosedTag, 1, 1, "'}}'"),
            Fault("a {{   ", .unclosedTag, 1, 3, "'}}'"),
            Fault("{{#", .unclosedTag, 1, 1, "'}}'"),
            Fault("{{{name}}", .unclosedTag, 1, 1, "'}}}'"),
            Fault("{{{name}} and {{{other}}}", .unclosedTag, 1, 1, "'}}}'"),
            Fault("{{{name}}{{other}}}", .unclosedTag, 1, 1, "'}}}'"),
            Fault("{{{a}}b}}}", .unclosedTag, 1, 1, "'}}}'"),
            Fault("x\n{{name\n{{other}}", .unclosedTag, 2, 1, "'}}'"),
            Fault("{{name{{other}}", .unclosedTag, 1, 1, "'}}'"),
            Fault("a\n  {{! never\nclosed }", .unclosedTag, 2, 3, "comment", "'}}'"),
            Fault("{{=<% %>=}}\n <%name}}", .unclosedTag, 2, 2, "'<%'", "'%>'"),
            Fault("é{{}}", .invalidName, 1, 2, "no name"),
            Fault("{{# }}{{/ }}", .invalidName, 1, 1, "no name"),
            Fault("{{>}}", .invalidName, 1, 1, "no name"),
            Fault("{{{ }}}", .invalidName, 1, 1, "no name"),
            Fault("{{two words}}", .invalidName, 1, 1, "'two words'", "white space"),
            Fault("{{#a}}{{/a b}}", .invalidName, 1, 7, "'a b'"),
            Fault("{{> a b }}", .invalidName, 1, 1, "'a b'"),
            Fault("{{a..b}}", .invalidName, 1, 1, "'a..b'", "dot"),
            Fault("{{.a}}", .invalidName, 1, 1, "'.a'"),
            Fault("{{#a.}}{{/a.}}", .invalidName, 1, 1, "'a.'"),
            Fault("{{..}}", .invalidName, 1, 1, "'..'"),
            Fault("\r\n{{=<%=}}", .invalidDelimiters, 2, 1, "'{{=<% %>=}}'"),
            Fault("{{==}}", .invalidDelimiters, 1, 1, "two delimiters"),
            Fault("{{=}}", .invalidDelimiters, 1, 1, "two delimiters"),
            Fault("{{=a b c=}}", .invalidDelimiters, 1, 1, "two delimiters"),
            Fault("{{=<% %>}}", .invalidDelimiters, 1, 1, "'{{=<% %>=}}'"),
            Fault("{{=<= =>=}}", .invalidDelimiters, 1, 1, "equals sign"),
            Fault("{{=<% %>", .unclosedTag, 1, 1, "'=}}'"),
            Fault("a\n {{#open}}\nb", .unclosedSection, 2, 2, "'open'", "'{{/open}}'"),
            Fault("{{^a}}{{#b}}{{/b}}", .unclosedSection, 1, 1, "'a'"),
            Fault("{{#a}}{{#b}}", .unclosedSection, 1, 7, "'b'"),
            Fault("{{=<% %>=}}<%#a%>", .unclosedSection, 1, 12, "'<%/a%>'"),
            Fault("{{#a}}\n{{#b}}\n  {{/a}}\n{{/b}}", .mismatchedSection, 2, 1, "'b'", "'{{/a}}'", "3:3"),
            Fault("{{#a.b}}{{/a}}", .mismatchedSection, 1, 1, "'a.b'", "'{{/a}}'"),
            Fault("{{#a}}{{/A}}", .mismatchedSection, 1, 1, "'a'", "'{{/A}}'", "1:7"),
            Fault("a\n {{/gone}}", .unopenedSection, 2, 2, "'{{/gone}}'", "'{{#gone}}'"),
            Fault("{{#a}}{{/a}}{{/a}}", .unopenedSection, 1, 13, "'{{/a}}'"),
        ]
    )
    func fault(fault: Fault) throws {
        let error = try #require(throws: MustacheError.self) { try MustacheTemplate(fault.source, name: "faulty.html") }
        #expect(error.kind == fault.kind)
        #expect(error.template == "faulty.html")
        #expect(error.position?.line == fault.line)
        #expect(error.position?.column == fault.column)
        for words in fault.words {
            #expect(error.message.contains(words), "\(error.message)")
        }
    }

    @Test(
        "is measured in Unicode scalars and lines",
        arguments: [
            ("{{}}", 1, 1), ("\n{{}}", 2, 1), ("\r\n\r\n{{}}", 3, 1), ("\r{{}}", 1, 2), ("\t{{}}", 1, 2),
            ("é{{}}", 1, 2), ("e\u{301}{{}}", 1, 3), ("統計{{}}", 1, 3), ("👍{{}}", 1, 2), ("\n\nab👩‍🔬{{}}", 3, 6),
        ]
    )
    func positions(source: String, line: Int, column: Int) throws {
        let error = try #require(throws: MustacheError.self) { try MustacheTemplate(source, name: "page") }
        #expect(error.position?.line == line)
        #expect(error.position?.column == column)
    }

    @Test("keeps its name when it is well formed")
    func name() throws {
        #expect(try MustacheTemplate("text", name: "parts/header.html").name == "parts/header.html")
    }
}

import Mustache
import Testing

@Suite("Reading a template")
struct TemplateParserTests {
    @Test(
        "keeps text without tags as it is",
        arguments: ["", "\n", "plain", "{ one } brace", "}} closed first", "line\r\nline\n\n", "a { {b} }", "統計 {x}"]
    )
    func text(source: String) throws {
        #expect(Array(try render(source).utf8) == Array(source.utf8))
    }

    @Test(
        "drops comments",
        arguments: [
            ("a{{! not shown }}b", "ab"),
            ("a {{!}} b", "a  b"),
            ("a{{! over\nlines }}b", "ab"),
            ("a{{!{{b}}", "a"),
            ("{{!#word}}{{word}}", "W"),
            ("{{! word }}{{!word}}", ""),
        ]
    )
    func comments(source: String, expected: String) throws {
        #expect(try render(source, with: ["word": "W"]) == expected)
    }

    @Test(
        "allows white space inside a tag",
        arguments: [
            "{{ word }}", "{{\tword\n}}", "{{{ word }}}", "{{& word}}", "{{ & word }}", "{{# word }}W{{/ word }}",
            "{{ #word }}W{{ /word }}",
        ]
    )
    func padding(source: String) throws {
        #expect(try render(source, with: ["word": "W"], missingNames: .refused) == "W")
    }

    @Test(
        "drops the whole line of a tag that stands alone",
        arguments: [
            ("a\n{{! c }}\nb\n", "a\nb\n"),
            ("a\n \t{{! c }}\t \nb\n", "a\nb\n"),
            ("{{! first line }}\nb", "b"),
            ("a\n  {{! last line }}", "a\n"),
            ("  {{! only line }}  ", ""),
            ("a\r\n{{! c }}\r\nb\r\n", "a\r\nb\r\n"),
            ("a\n  {{! over\n lines\n}}  \nb", "a\nb"),
            ("a\n\n{{! c }}\n\nb", "a\n\n\nb"),
            ("a\n{{! c }}\n{{! d }}\nb", "a\nb"),
            ("a\n{{#yes}}\nb\n{{/yes}}\nc", "a\nb\nc"),
            ("a\n  {{^no}}\n  b\n  {{/no}}\nc", "a\n  b\nc"),
            ("a\n{{=<% %>=}}\nb", "a\nb"),
            ("a\n  {{> unknown }}\nb", "a\nb"),
        ]
    )
    func standalone(source: String, expected: String) throws {
        #expect(Array(try render(source, with: ["yes": true, "no": false]).utf8) == Array(expected.utf8))
    }

    @Test(
        "keeps the line of a tag that does not stand alone",
        arguments: [
            ("a\n  {{! c }} d\nb", "a\n   d\nb"),
            ("a\n  d {{! c }}\nb", "a\n  d \nb"),
            ("{{! c }}{{! d }}\nb", "\nb"),
            ("{{#yes}} {{! c }}\n{{/yes}}\nb", " \nb"),
            ("{{#yes}}a{{/yes}}\nb", "a\nb"),
            ("\u{A0}{{! c }}\nb", "\u{A0}\nb"),
            ("{{! c }}\rb", "\rb"),
            ("  {{word}}  \n  {{{word}}}\n  {{&word}}\n", "  W  \n  W\n  W\n"),
        ]
    )
    func inline(source: String, expected: String) throws {
        #expect(Array(try render(source, with: ["yes": true, "word": "W"]).utf8) == Array(expected.utf8))
    }

    @Test(
        "changes delimiters",
        arguments: [
            ("{{=<% %>=}}<%word%> {{word}}", "W {{word}}"),
            ("{{= | | =}}|word| |&word| |{word}|", "W W W"),
            ("{{=[ ]=}}[#word]![/word][^word]?[/word][! comment ]", "!"),
            ("{{=<< >>=}}<<={{ }}=>>{{word}}<<word>>", "W<<word>>"),
            ("{{=  «   »\n=}}«word»", "W"),
            ("{{#word}}{{=<% %>=}}<%word%><%/word%>{{word}}", "W{{word}}"),
            ("{{={ }=}}{word}", "W"),
        ]
    )
    func delimiters(source: String, expected: String) throws {
        #expect(try render(source, with: ["word": "W"]) == expected)
    }

    @Test("takes any characters but white space and delimiters as a name")
    func names() throws {
        let value: MustacheValue = ["año-1": "a", "項目": "b", "x:y/z@": "c", "👍": "d", "$": "e"]
        let rendered = try render("{{año-1}}{{項目}}{{x:y/z@}}{{👍}}{{$}}", with: value, missingNames: .refused)
        #expect(rendered == "abcde")
    }
}

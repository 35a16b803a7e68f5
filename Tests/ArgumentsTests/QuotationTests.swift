import Testing

@testable import Arguments

struct QuotationTests {
    @Test(arguments: [
        ("nso", "'nso'"),
        ("", "''"),
        ("État d'âme 東京 🙂", "'État d'âme 東京 🙂'"),
        ("a\tb\r\n", #"'a\u{9}b\u{D}\u{A}'"#),
        ("\u{1B}[2J", #"'\u{1B}[2J'"#),
        ("a\u{202E}b", #"'a\u{202E}b'"#),
        ("\u{2028}", #"'\u{2028}'"#),
        ("e\u{301}", "'e\u{301}'"),
    ])
    func controlCharactersAreSpeltOut(text: String, quotation: String) {
        #expect(quoted(text) == quotation)
    }
}

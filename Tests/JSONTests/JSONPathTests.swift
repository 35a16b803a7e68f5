import Testing

@testable import JSON

struct JSONPathTests {
    @Test func rootIsADollarSign() {
        #expect(JSONPath.root.text == "$")
    }

    @Test func stepsFollowOneAnother() {
        let path = JSONPath.member(.element(.member(.element(.root, 0), "items"), 12), "anchors")
        #expect(path.text == "$[0].items[12].anchors")
    }

    @Test(arguments: ["a", "Z", "_", "camelCase", "a1", "_0"])
    func plainNamesFollowADot(name: String) {
        #expect(JSONPath.member(.root, name).text == "$.\(name)")
    }

    /// RFC 9535, section 2.3.1.1 (the grammar of quoted names) and section 2.7 (which escapes a normalised path uses).
    @Test(
        arguments: [
            ("", "$['']"),
            ("2", "$['2']"),
            ("a-b", "$['a-b']"),
            ("a.b", "$['a.b']"),
            ("a b", "$['a b']"),
            ("*", "$['*']"),
            ("it's", #"$['it\'s']"#),
            (#"say "so""#, #"$['say "so"']"#),
            (#"a\b"#, #"$['a\\b']"#),
            ("/", "$['/']"),
            ("ä", "$['ä']"),
            ("😀", "$['😀']"),
            ("\u{8}\t\n\u{C}\r", #"$['\b\t\n\f\r']"#),
            ("\u{0}", #"$['\u0000']"#),
            ("\u{B}", #"$['\u000b']"#),
            ("\u{1F}", #"$['\u001f']"#),
            ("\u{7F}", #"$['\u007f']"#),
        ])
    func otherNamesStandInBrackets(name: String, text: String) {
        #expect(JSONPath.member(.root, name).text == text)
    }
}

import Testing

@testable import Questionnaires

struct IdentifierTests {
    @Test(
        arguments: [
            "a", "Z", "0", "OF1", "ml-maturity", "a_b", "J2.05", "2026", "1.0.0", "a--b..c__",
            String(repeating: "x", count: 100),
        ])
    func idIsValid(text: String) {
        #expect(Identifier.isValid(text))
    }

    @Test(
        arguments: [
            "", ".", "..", "../../x", "-a", "_a", ".a", "a/b", "a\\b", "a b", " a", "a ", "a\n", "\na", "a\u{0}", "ä",
            "a\u{301}",
            "é", "\u{212A}1", "a:b", "a'b", "<a>", "a\"b", "a$", "~", "%2e", String(repeating: "x", count: 101),
        ])
    func otherTextIsNoID(text: String) {
        #expect(!Identifier.isValid(text))
    }
}

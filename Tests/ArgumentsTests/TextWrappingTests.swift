import Testing

@testable import Arguments

struct TextWrappingTests {
    @Test(arguments: [
        ("", 5, []),
        ("   ", 5, []),
        ("ab cd", 5, ["ab cd"]),
        ("ab cd", 4, ["ab", "cd"]),
        ("ab cdefgh ij", 4, ["ab", "cdefgh", "ij"]),
        (" a  b\n c ", 80, ["a b c"]),
        ("été été", 7, ["été été"]),
    ])
    func breaksAtSpacesOnly(text: String, width: Int, lines: [String]) {
        #expect(wrapped(text, width: width) == lines)
    }

    @Test func blankLinesSeparateParagraphs() {
        #expect(paragraphs(of: "a\nb\n\nc\n  \n\nd\n") == ["a b", "c", "d"])
        #expect(paragraphs(of: "").isEmpty)
    }
}

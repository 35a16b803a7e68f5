import Testing

@testable import JSON

struct TextPositionTests {
    @Test(
        arguments: [
            ("", 0, 1, 1),
            ("abc", 0, 1, 1),
            ("abc", 2, 1, 3),
            ("abc", 3, 1, 4),
            // The line feed belongs to the line that it ends.
            ("a\nb", 1, 1, 2),
            ("a\nb", 2, 2, 1),
            ("a\n", 2, 2, 1),
            ("\n\n\n", 3, 4, 1),
            ("a\r\nb", 3, 2, 1),
            // Two, three and four bytes make one scalar; a combining mark is a scalar of its own.
            ("äb", 2, 1, 2),
            ("中b", 3, 1, 2),
            ("😀b", 4, 1, 2),
            ("e\u{301}b", 3, 1, 3),
        ])
    func linesAndScalarsAreCountedFromOne(text: String, offset: Int, line: Int, column: Int) {
        #expect(TextPosition(offset: offset, in: Array(text.utf8)) == TextPosition(line: line, column: column))
    }

    @Test func offsetPastTheEndGivesTheEnd() {
        #expect(TextPosition(offset: 99, in: Array("a\nbc".utf8)) == TextPosition(line: 2, column: 3))
    }

    @Test func byteOrderMarkTakesNoColumn() {
        let bytes = Array("\u{FEFF}ab\nc".utf8)
        #expect(TextPosition(offset: 0, in: bytes) == TextPosition(line: 1, column: 1))
        #expect(TextPosition(offset: 3, in: bytes) == TextPosition(line: 1, column: 1))
        #expect(TextPosition(offset: 4, in: bytes) == TextPosition(line: 1, column: 2))
        #expect(TextPosition(offset: 6, in: bytes) == TextPosition(line: 2, column: 1))
    }

    @Test func onlyTheFirstByteOrderMarkIsOne() {
        #expect(TextPosition(offset: 4, in: Array("a\u{FEFF}b".utf8)) == TextPosition(line: 1, column: 3))
    }
}

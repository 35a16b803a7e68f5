import Testing

@testable import Forms

@Suite struct TextWrappingTests {
    @Test func wordsStayWhole() {
        #expect(TextWrapping.lines("one two  three", width: 8) == ["one two", "three"])
        #expect(TextWrapping.lines("one two three", width: 12, first: "1  ") == ["1  one two", "   three"])
        #expect(TextWrapping.lines("", width: 20, first: "* ") == ["* "])
    }

    @Test func whatIsLongerThanALineIsBroken() {
        #expect(TextWrapping.lines("abcdefghijkl mn", width: 8) == ["abcdefgh", "ijkl mn"])
    }
}

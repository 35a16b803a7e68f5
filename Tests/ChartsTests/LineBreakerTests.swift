import SeededRandomness
import Testing

@testable import Charts

struct LineBreakerTests {
    /// A breaker for so many characters of the breadth of `n`.
    private func breaker(_ count: Double) -> LineBreaker {
        LineBreaker(width: count * TextWidth.of("n", .label) + 0.001, style: .label)
    }

    @Test func shortTextIsOneLine() {
        #expect(breaker(10).lines(of: "nnn nnn") == ["nnn nnn"])
        #expect(breaker(10).lines(of: "  nnn \n nnn ") == ["nnn nnn"])
    }

    @Test(arguments: ["", " ", "\n\t "])
    func noVisibleCharacterIsNoLine(text: String) {
        #expect(breaker(10).lines(of: text) == [])
    }

    @Test func breaksAtSpaces() {
        #expect(breaker(5).lines(of: "nn nn nnn nnnnn n") == ["nn nn", "nnn", "nnnnn", "n"])
    }

    @Test func doesNotBreakAtSpacesThatForbidIt() {
        #expect(breaker(7).lines(of: "nnnn\u{A0}: nn") == ["nnnn\u{A0}:", "nn"])
        #expect(breaker(7).lines(of: "nnn «\u{A0}n\u{A0}»\u{202F}; n") == ["nnn", "«\u{A0}n\u{A0}»\u{202F};", "n"])
        #expect(breaker(5).lines(of: "\u{A0}\u{202F}") == [])
    }

    @Test func breaksAfterHyphensBetweenLetters() {
        #expect(breaker(5).lines(of: "nnnn-nnnn") == ["nnnn-", "nnnn"])
        #expect(breaker(5).lines(of: "nnnn -5") == ["nnnn", "-5"])
    }

    @Test func breaksAWordOnlyWhereItMust() {
        #expect(breaker(4).lines(of: "n nnnnnnnnnn nn") == ["n", "nnnn", "nnnn", "nn", "nn"])
    }

    @Test func breaksBetweenSquareCharactersButNotBeforeClosingPunctuation() {
        let four = LineBreaker(width: 4 * TextWidth.of("統", .label) + 0.001, style: .label)
        #expect(four.lines(of: "統計局機械学習") == ["統計局機", "械学習"])
        #expect(four.lines(of: "統計局機、械学") == ["統計局", "機、械学"])
        #expect(four.lines(of: "統計局「械学」") == ["統計局", "「械学」"])
    }

    @Test func clustersStayWhole() {
        let narrow = LineBreaker(width: 1, style: .label)
        #expect(narrow.lines(of: "e\u{301}👩‍💻न्") == ["e\u{301}", "👩‍💻", "न्"])
    }

    @Test func balancedLinesAreAsFewButMoreEven() {
        #expect(breaker(10).lines(of: "nnn nnn nnn nn") == ["nnn nnn", "nnn nn"])
        #expect(breaker(12).lines(of: "nnn nnn nnn nn") == ["nnn nnn nnn", "nn"])
        #expect(breaker(12).balancedLines(of: "nnn nnn nnn nn") == ["nnn nnn", "nnn nn"])
        #expect(breaker(30).balancedLines(of: "nnn nnn nnn nn") == ["nnn nnn nnn nn"])
    }

    @Test func everyLineFitsAndNothingIsLost() {
        var charts = SeededGenerator(seed: 5)
        let stock = ["a", "wide", "W統計、", "machine-learning", "MMMMMMMMMMMMMMMM", "i", "「学」", "50.0"]
        for _ in 0..<200 {
            let words = (0..<12).map { _ in stock.randomElement(using: &charts) ?? "" }
            let text = words.joined(separator: " ")
            let breaker = LineBreaker(width: Double.random(in: 60...300, using: &charts), style: .note)
            let lines = breaker.lines(of: text)
            #expect(lines.allSatisfy { TextWidth.of($0, .note) <= breaker.width })
            #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
        }
    }
}

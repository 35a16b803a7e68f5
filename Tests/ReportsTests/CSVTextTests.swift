import Testing

@testable import Reports

@Suite struct CSVTextTests {
    @Test(arguments: [
        ("plain", "plain"), ("two words", "two words"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""),
        ("a;b", "\"a;b\""), ("it's", "\"it's\""), ("=1+1", "\"'=1+1\""), ("-1", "\"'-1\""), ("", ""),
        ("two\nlines", "two lines"), ("a,\u{301}b", "\"a,\u{301}b\""), ("\"\u{301}", "\"\"\"\u{301}\""),
        ("'\u{301}", "\"'\u{301}\""), ("a\u{1B}[0m", "a⟨U+001B⟩[0m"),
    ])
    func texts(text: String, expected: String) {
        #expect(CSVText.line([.text(text)]) == expected + "\r\n")
    }

    @Test(arguments: [
        (0.0, "0"), (1.0, "1"), (0.5, "0.5"), (1.0 / 3, "0.3333333333333333"), (-2.5, "-2.5"),
        (0.00005, "0.000050000000"), (-0.00005, "-0.000050000000"), (1e-20, "0.000000000000"),
        (1e18, "1000000000000000000"),
        (1e300, "1e+300"), (.infinity, ""), (.nan, ""),
    ])
    func numbers(number: Double, expected: String) {
        #expect(CSVText.line([.number(number)]) == expected + "\r\n")
    }

    @Test func whatIsNotKnownIsEmpty() {
        #expect(CSVText.line([.number(nil), .count(nil), .text(""), .count(3)]) == ",,,3\r\n")
    }

    @Test(arguments: Injection.all)
    func everyTextComesBackAndNoneIsAFormula(text: String) throws {
        let records = try CSVReader.records(CSVText.line([.text(text), .text("next"), .text("a" + text)]))
        try #require(records.count == 1 && records[0].count == 3, "\(text.debugDescription)")
        let shown = VisibleText.line(text)
        #expect(records[0][0] == shown || records[0][0] == "'" + shown)
        #expect(records[0][1] == "next")
        #expect(records[0][2] == VisibleText.line("a" + text))
        let first = records[0][0].unicodeScalars.first
        #expect(first.map { "=+-@\t\r\n|%＝＋－＠".unicodeScalars.contains($0) } != true)
    }
}

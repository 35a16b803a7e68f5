import JSON
import Testing

@testable import Reports

@Suite struct NumberFormatTests {
    private func strings(_ settings: String) throws -> Strings {
        try PackageFolder.decode(
            #"{"formatVersion": 1, "language": "xx", "direction": "ltr", \#(settings) "text": {}}"#)
    }

    /// Four digits are grouped in English, and only five in Spanish; in French by a narrow no-break space.
    @Test(arguments: [
        ("", "999", "1,000", "1,234,567.8"),
        ("\"decimalSeparator\": \",\",", "999", "1.000", "1.234.567,8"),
        (
            "\"decimalSeparator\": \",\", \"grouping\": {\"separator\": \"\u{202F}\", \"from\": 4},", "999",
            "1\u{202F}000", "1\u{202F}234\u{202F}567,8"
        ),
        (
            "\"decimalSeparator\": \",\", \"grouping\": {\"separator\": \".\", \"from\": 5},", "999", "1000",
            "1.234.567,8"
        ),
        ("\"grouping\": {\"separator\": \"\"},", "999", "1000", "1234567.8"),
    ])
    func numbers(settings: String, hundreds: String, thousand: String, decimals: String) throws {
        let numbers = NumberText(try strings(settings).numbers)
        #expect(numbers.count(999) == hundreds)
        #expect(numbers.count(1000) == thousand)
        #expect(numbers.count(-1000) == "−\(thousand)")
        #expect(numbers.fixed(1_234_567.8, decimals: 1) == decimals)
        #expect(numbers.shortest(1_234_567.8) == decimals)
        #expect(numbers.fixed(999.6, decimals: 0) == thousand)
    }

    @Test func countsInTextsAreGroupedToo() throws {
        let words = Words(
            try PackageFolder.decode(
                #"""
                {"formatVersion": 1, "language": "xx", "direction": "ltr",
                "text": {"people": {"one": "{{count}} person", "other": "{{count}} people"}}}
                """#))
        #expect(words.plural("people", 12_000) == "12,000 people")
    }

    @Test func aGroupLikeADecimalIsRefused() throws {
        let text = #"""
            {"formatVersion": 1, "language": "xx", "direction": "ltr", "decimalSeparator": ",",
            "grouping": {"separator": ","}, "text": {}}
            """#
        let reader = JSONReader(try JSONDocument(parsing: Array(text.utf8)), file: "xx.json")
        #expect(Strings.decode(reader) == nil)
        #expect(
            reader.findings.list.map(\.problem) == ["groups of digits are kept apart by what stands before decimals"])
    }
}

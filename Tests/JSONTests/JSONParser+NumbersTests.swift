import Testing

@testable import JSON

/// RFC 8259, section 6.
@Suite("JSONParser: numbers")
struct JSONParserNumbersTests {
    private func number(_ text: String) throws -> JSONNumber? {
        if case .number(let number) = try JSONDocument(parsing: Array(text.utf8)).root.content { return number }
        return nil
    }

    @Test(
        arguments: [
            ("0", 0),
            ("7", 7),
            ("-1", -1),
            ("1234567890", 1_234_567_890),
            ("0.5", 0.5),
            ("-0.25", -0.25),
            ("10.00", 10),
            ("1e3", 1000),
            ("1E3", 1000),
            ("1e+3", 1000),
            ("1e-3", 0.001),
            ("1.5E+2", 150),
            ("0e0", 0),
            ("0e5", 0),
            ("1e05", 100_000),
            ("0.1", 0.1),
            ("123456789012345678901234567890", 1.2345678901234568e29),
            ("9007199254740993", 9_007_199_254_740_992),
            ("1.7976931348623157e308", Double.greatestFiniteMagnitude),
            ("-1.7976931348623157e308", -Double.greatestFiniteMagnitude),
            ("2.2250738585072014e-308", Double.leastNormalMagnitude),
            // The decimal on which several parsers once hung or rounded wrongly.
            ("2.2250738585072011e-308", Double.leastNormalMagnitude.nextDown),
            ("5e-324", Double.leastNonzeroMagnitude),
            // Below half of the least number, the nearest double is zero.
            ("1e-400", 0),
            ("2.4e-324", 0),
        ] as [(String, Double)])
    func numberIsTheNearestDouble(text: String, value: Double) throws {
        let number = try #require(try number(text))
        #expect(number.value == value)
        #expect(number.text == text)
    }

    @Test func minusZeroKeepsItsSign() throws {
        let number = try #require(try number("-0"))
        #expect(number.value == 0)
        #expect(number.value.sign == .minus)
    }

    @Test func manyDigitsAreNoProblem() throws {
        #expect(try number(String(repeating: "9", count: 300))?.value == 1e300)
        #expect(try number("0." + String(repeating: "0", count: 10_000) + "1")?.value == 0)
        #expect(try number("1." + String(repeating: "0", count: 10_000))?.value == 1)
        #expect(try number("0e" + String(repeating: "9", count: 10_000))?.value == 0)
    }

    @Test(
        arguments: [
            "+1", ".5", "-.5", "1.", "-1.", "1.e5", "-", "--1", "-a", "- 1", "00", "01", "-01", "-00", "012.5", "1e",
            "1e+", "1e-", "1E", "1e1.5", "1e 5", "0x10", "1_000", "1,5", "1'000", "١", "½", "-Infinity", "-NaN", "1a",
            "1.5.2", "1e5e5", "0b1",
        ])
    func malformedNumberIsRefused(text: String) {
        #expect(syntaxError(in: text) != nil)
        #expect(syntaxError(in: "{\"a\": \(text)}") != nil)
    }

    @Test(arguments: ["1e309", "-1e309", "1.7976931348623159e308", "1e99999999999999999999"])
    func numberBeyondTheRangeIsRefused(text: String) {
        #expect(syntaxError(in: text)?.problem == "the number is beyond what can be computed with")
    }

    @Test func manyDigitsBeyondTheRangeAreRefused() {
        #expect(syntaxError(in: String(repeating: "9", count: 400)) != nil)
    }
}

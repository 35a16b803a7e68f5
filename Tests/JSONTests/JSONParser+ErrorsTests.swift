import SeededRandomness
import Testing

@testable import JSON

/// Where errors are reported, and in which words.
@Suite("JSONParser: errors")
struct JSONParserErrorsTests {
    @Test(
        arguments: [
            ("", 1, 1, "the file is empty"),
            ("  \n ", 2, 2, "the file is empty"),
            ("\u{FEFF}", 1, 1, "the file is empty"),
            ("nul", 1, 1, "this is not a JSON value"),
            ("[tru]", 1, 2, "this is not a JSON value"),
            ("[\r\n\r\n  ?]", 3, 3, "this is not a JSON value"),
            ("\u{FEFF}[?]", 1, 2, "this is not a JSON value"),
            ("[\"😀\", x]", 1, 7, "this is not a JSON value"),
            ("[\"e\u{301}\", x]", 1, 8, "this is not a JSON value"),
            ("{\"ä\": 'x'}", 1, 7, "text stands in single quotes"),
            ("{\n  // old\n}", 2, 3, "the name of a member should stand here, in double quotes"),
            ("[1, /* two */ 2]", 1, 5, "JSON has no comments"),
            ("# a\n1", 1, 1, "JSON has no comments"),
            ("[,1]", 1, 2, "a value is missing here"),
            ("[1,,2]", 1, 4, "a value is missing here"),
            ("{\"a\":}", 1, 6, "a value is missing here"),
            ("]", 1, 1, "a value is missing here"),
            ("[1,\n", 2, 1, "the file ends where a value should stand"),
            ("{\"a\":", 1, 6, "the file ends where a value should stand"),
            ("1 2", 1, 3, "there is more text after the end of the value"),
            ("{}\n}", 2, 1, "there is more text after the end of the value"),
            ("[1,]", 1, 3, "there is a comma after the last element"),
            ("{\"a\": 1,\n}", 1, 8, "there is a comma after the last element"),
            ("[1 2]", 1, 4, "a comma or the end of the array should stand here"),
            ("{\"a\": 1\n \"b\": 2}", 2, 2, "a comma or the end of the object should stand here"),
            ("[1}", 1, 3, "a comma or the end of the array should stand here"),
            ("\n[1,\n[2", 3, 3, "the file ends inside the array that begins in line 3"),
            ("\n{\"a\": 1\n\n", 4, 1, "the file ends inside the object that begins in line 2"),
            ("{", 1, 2, "the file ends inside an object"),
            ("{\"a\": 1,", 1, 9, "the file ends inside an object"),
            ("{a: 1}", 1, 2, "the name of a member should stand here, in double quotes"),
            ("{\"a\": 1,, \"b\": 2}", 1, 9, "the name of a member should stand here, in double quotes"),
            ("{\"a\" 1}", 1, 6, "a colon is missing after the name \"a\""),
            ("{\n  \"a\": 1,\n  \"a\": 2\n}", 3, 3, "the name \"a\" occurs twice in this object"),
            ("[0, -01]", 1, 5, "a number begins with a superfluous zero"),
            ("[0, -]", 1, 5, "a digit is missing in the number"),
            ("[0, 1.]", 1, 5, "a digit is missing after the decimal point"),
            ("[0, 1e+]", 1, 5, "a digit is missing in the exponent"),
            ("[0, 1e400]", 1, 5, "the number is beyond what can be computed with"),
            ("\"abc", 1, 1, "the file ends inside a text"),
            ("\"ab\\", 1, 4, "the file ends inside a text"),
            ("\"ab\nc\"", 1, 4, "text breaks off at the end of the line"),
            ("\"ab\tc\"", 1, 4, "text holds a control character"),
            ("\"ab\\x\"", 1, 4, "a backslash is followed by a character it cannot stand before"),
            ("\"ab\\u12G4\"", 1, 4, "\\u needs four hexadecimal digits"),
            ("\"ab\\uD800\"", 1, 4, "an escape gives half of a character (a lone surrogate)"),
        ])
    func placeAndProblemAreExact(text: String, line: Int, column: Int, problem: String) {
        let error = syntaxError(in: text)
        #expect(error?.position == TextPosition(line: line, column: column))
        #expect(error?.problem == problem)
        #expect(error?.remedy.isEmpty == false)
    }

    /// The remedy fits what stands there, as the reader will do what it says.
    @Test(
        arguments: [
            ("[,1]", "write a value before this comma, or remove the comma"),
            ("[1,,2]", "write a value before this comma, or remove the comma"),
            ("{\"a\": , \"b\": 1}", "write a value before this comma, or remove the comma"),
            ("{\"a\": }", "write a value before this bracket, or check that the brackets match"),
            ("]", "write a value before this bracket, or check that the brackets match"),
            ("[1,]", "remove this comma"),
            ("{\"a\": 1,}", "remove this comma"),
            ("{a: 1}", "put the name in double quotes"),
            ("{'a': 1}", "put the name in double quotes"),
            ("['a']", "use double quotes"),
            ("1 2", "remove it: a file holds one JSON value"),
            ("[1", "complete the file; it may have been cut off"),
        ])
    func remedyFits(text: String, remedy: String) {
        #expect(syntaxError(in: text)?.remedy == remedy)
    }

    @Test func sampleIsValid() throws {
        #expect(syntaxError(in: sampleText) == nil)
    }

    @Test func textCutOffAnywhereIsRefusedWithAPlaceInsideIt() throws {
        let bytes = Array(sampleText.utf8)
        for length in bytes.indices {
            let text = Array(bytes[..<length])
            let error = try #require(syntaxError(in: text), "\(length) bytes")
            #expect(error.isSound(in: text), "\(length) bytes: \(error)")
        }
    }

    @Test func changedBytesNeverCrash() throws {
        let sample = Array(sampleText.utf8)
        let telling = Array("\"\\{}[],:0-+.eEutfn'/ \n\r\t".utf8) + [0x00, 0x7F, 0x80, 0xC3, 0xE2, 0xF0, 0xFF]
        var generator = SeededGenerator(seed: 8259)
        var refused = 0
        for _ in 0..<3000 {
            var text = sample
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let place = Int.random(in: text.indices, using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: text[place] = UInt8.random(in: .min ... .max, using: &generator)
                case 1: text[place] = telling.randomElement(using: &generator) ?? 0
                case 2: text.insert(telling.randomElement(using: &generator) ?? 0, at: place)
                default: text.remove(at: place)
                }
            }
            guard let error = syntaxError(in: text) else { continue }
            refused += 1
            #expect(error.isSound(in: text), "\(String(decoding: text, as: UTF8.self)): \(error)")
        }
        // Most changes break the text, but those within a string do not.
        #expect((1000..<2950).contains(refused))
    }
}

extension JSONSyntaxError {
    /// Whether the error says something, and points at a place of the text or at its end.
    fileprivate func isSound(in text: [UInt8]) -> Bool {
        let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard !problem.isEmpty, !remedy.isEmpty, lines.indices.contains(position.line - 1) else { return false }
        let scalars = String(decoding: lines[position.line - 1], as: UTF8.self).unicodeScalars.count
        return (1...scalars + 1).contains(position.column)
    }
}

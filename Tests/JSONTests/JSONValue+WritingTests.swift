import Foundation
import SeededRandomness
import Testing

@testable import JSON

@Suite("JSONValue: writing")
struct JSONValueWritingTests {
    @Test func textIsIndentedAndSorted() {
        let value: JSONValue = [
            "b": [1, 2.5, .null, true, false], "a": ["y": [], "x": [:]], "10": "zehn", "9": "neun", "Z": [["z"]],
            "ä": 0,
        ]
        let text = """
            {
              "10": "zehn",
              "9": "neun",
              "Z": [
                [
                  "z"
                ]
              ],
              "a": {
                "x": {},
                "y": []
              },
              "b": [
                1,
                2.5,
                null,
                true,
                false
              ],
              "ä": 0
            }

            """
        #expect(value.canonicalText() == text)
    }

    @Test(
        arguments: [
            (.null, "null"), (true, "true"), (false, "false"), ("", "\"\""), ([], "[]"), ([:], "{}"), (7, "7"),
        ] as [(JSONValue, String)])
    func plainValueIsOneLine(value: JSONValue, text: String) {
        #expect(value.canonicalText() == text + "\n")
    }

    @Test(
        arguments: [
            (0, "0"),
            (-0.0, "0"),
            (1, "1"),
            (-17, "-17"),
            (0.1, "0.1"),
            (-2.5, "-2.5"),
            (0.1 + 0.2, "0.30000000000000004"),
            (1.0 / 3, "0.3333333333333333"),
            (1e15, "1000000000000000"),
            (9_007_199_254_740_991, "9007199254740991"),
            (-9_007_199_254_740_991, "-9007199254740991"),
            (1e16, "1e+16"),
            (1e300, "1e+300"),
            (1e-7, "1e-07"),
            (Double.leastNonzeroMagnitude, "5e-324"),
            (Double.greatestFiniteMagnitude, "1.7976931348623157e+308"),
            // The least Int, whose magnitude is no Int.
            (-9_223_372_036_854_775_808, "-9.223372036854776e+18"),
            (9_223_372_036_854_775_808, "9.223372036854776e+18"),
            (Double.nan, "null"),
            (Double.infinity, "null"),
            (-Double.infinity, "null"),
        ] as [(Double, String)])
    func numberIsShort(number: Double, text: String) {
        #expect(JSONValue.number(number).canonicalText() == text + "\n")
    }

    @Test(arguments: [0, -1, Int.max, Int.min, 9_007_199_254_740_993])
    func integerIsExact(number: Int) {
        #expect(JSONValue.integer(number).canonicalText() == "\(number)\n")
    }

    @Test(
        arguments: [
            ("\"", #"\""#),
            ("\\", #"\\"#),
            ("/", "/"),
            ("\n\r\t", #"\n\r\t"#),
            ("\u{0}", #"\u0000"#),
            ("\u{8}\u{C}\u{B}\u{1F}", #"\u0008\u000c\u000b\u001f"#),
            ("\u{7F}", #"\u007f"#),
            ("ä 中 😀 e\u{301}", "ä 中 😀 e\u{301}"),
        ])
    func textIsEscapedWhereItMust(text: String, written: String) {
        #expect(Array(JSONValue.string(text).canonicalText().utf8) == Array("\"\(written)\"\n".utf8))
        #expect(Array(JSONValue.object([text: 0]).canonicalText().utf8) == Array("{\n  \"\(written)\": 0\n}\n".utf8))
    }

    @Test func everyControlCharacterComesBack() throws {
        let text = String(String.UnicodeScalarView((UInt8(0)..<0x80).map { Unicode.Scalar($0) }))
        #expect(try parse(JSONValue.string(text).canonicalText()) == .string(text))
    }

    @Test func whatIsWrittenReadsBackTheSame() throws {
        var generator = SeededGenerator(seed: 20)
        for _ in 0..<400 {
            let value = JSONValue.random(depth: 4, using: &generator)
            let text = value.canonicalText()
            let read = try parse(text)
            #expect(read == value.withDoubles)
            // The order in which a dictionary happens to hold its members does not show.
            #expect(value.rebuilt.canonicalText() == text)
        }
    }

    @Test func numberHasTheFewestDigitsThatReadBack() throws {
        var generator = SeededGenerator(seed: 754)
        for _ in 0..<1000 {
            let number = Double(bitPattern: UInt64.random(in: .min ... .max, using: &generator))
            guard number.isFinite else { continue }
            let text = JSONValue.number(number).canonicalText().dropLast()
            #expect(Double(text)?.bitPattern == number.bitPattern)
            let mantissa = text.prefix { $0 != "e" }.filter(\.isWholeNumber)
            let digits = mantissa.drop { $0 == "0" }.reversed().drop { $0 == "0" }.count
            if digits > 1 {
                #expect(Double(String(format: "%.\(digits - 2)e", number)) != number, "\(text)")
            }
        }
    }
}

extension JSONValue {
    fileprivate static func random(depth: Int, using generator: inout SeededGenerator) -> JSONValue {
        switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &generator) {
        case 0: return .null
        case 1: return .bool(Bool.random(using: &generator))
        case 2: return .integer(Int.random(in: -9_007_199_254_740_992...9_007_199_254_740_992, using: &generator))
        case 3:
            let number = Double(bitPattern: UInt64.random(in: .min ... .max, using: &generator))
            return .number(number.isFinite ? number : 0.5)
        case 4: return .number(Double(Int.random(in: -100...100, using: &generator)) / 4)
        case 5: return .string(randomText(using: &generator))
        case 6:
            return .array(
                (0..<Int.random(in: 0..<5, using: &generator)).map { _ in random(depth: depth - 1, using: &generator) })
        default:
            var members: [String: JSONValue] = [:]
            for _ in 0..<Int.random(in: 0..<5, using: &generator) {
                members[randomText(using: &generator)] = random(depth: depth - 1, using: &generator)
            }
            return .object(members)
        }
    }

    private static func randomText(using generator: inout SeededGenerator) -> String {
        let ranges: [ClosedRange<UInt32>] = [0...0x1F, 0x20...0x7F, 0x80...0x7FF, 0xE000...0xFFFF, 0x10000...0x10FFFF]
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0..<6, using: &generator) {
            let range = ranges[Int.random(in: ranges.indices, using: &generator)]
            if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &generator)) { text.append(scalar) }
        }
        return String(text)
    }

    /// The same value, its dictionaries filled in another order.
    fileprivate var rebuilt: JSONValue {
        switch self {
        case .array(let elements): return .array(elements.map(\.rebuilt))
        case .object(let members):
            var result: [String: JSONValue] = Dictionary(minimumCapacity: 64)
            for (name, value) in members.sorted(by: { $0.key > $1.key }) { result[name] = value.rebuilt }
            return .object(result)
        default: return self
        }
    }
}

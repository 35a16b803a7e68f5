import Testing

@testable import JSON

/// RFC 8259, sections 7 and 8.
@Suite("JSONParser: strings")
struct JSONParserStringsTests {
    /// The bytes are compared, as Swift takes texts for equal that differ in normal form.
    @Test(
        arguments: [
            (#""""#, ""),
            (#""plain""#, "plain"),
            (#""\"""#, "\""),
            (#""\\""#, "\\"),
            (#""\/""#, "/"),
            (#""/""#, "/"),
            (#""\b\f\n\r\t""#, "\u{8}\u{C}\n\r\t"),
            (#""\u0041""#, "A"),
            (#""\u00e4\u00E4""#, "ää"),
            (#""\u20AC""#, "€"),
            (#""\u0000""#, "\u{0}"),
            (#""\ud83d\ude00""#, "😀"),
            (#""\uD800\uDC00""#, "\u{10000}"),
            (#""\uDBFF\uDFFF""#, "\u{10FFFF}"),
            (#""\uD7FF\uE000""#, "\u{D7FF}\u{E000}"),
            (#""\uFFFE\uffff""#, "\u{FFFE}\u{FFFF}"),
            (#""a\u0308""#, "a\u{308}"),
            (#""x\ny\tz""#, "x\ny\tz"),
            (#""\\u0041""#, "\\u0041"),
            (#""ä ß 中 😀""#, "ä ß 中 😀"),
            ("\"\u{7F}\u{80}\u{2028}\u{2029}\u{FEFF}\u{FFFD}\"", "\u{7F}\u{80}\u{2028}\u{2029}\u{FEFF}\u{FFFD}"),
        ])
    func textIsRead(json: String, text: String) throws {
        guard case .string(let read) = try parse(json) else {
            Issue.record("\(json) is no string")
            return
        }
        #expect(Array(read.utf8) == Array(text.utf8))
        #expect(try parse("{\(json): 1}") == .object([text: .number(1)]))
    }

    @Test(
        arguments: [
            #"\a"#, #"\'"#, #"\0"#, #"\x41"#, #"\U0041"#, #"\ "#, #"\é"#, #"\u"#, #"\u1"#, #"\u12"#, #"\u123"#,
            #"\u123g"#, #"\u+123"#, #"\u 123"#, #"\u12\u0034"#, #"\u{41}"#, #"\u００４１"#,
        ])
    func unknownEscapeIsRefused(escape: String) {
        #expect(syntaxError(in: "\"\(escape)\"") != nil)
        #expect(syntaxError(in: "\"a\(escape)x\"")?.position == TextPosition(line: 1, column: 3))
    }

    @Test(
        arguments: [
            #"\ud800"#, #"\udbff"#, #"\udc00"#, #"\udfff"#, #"\ud800x"#, #"\ud800\n"#, #"\ud800\u0041"#,
            #"\ud800\ud800"#, #"\udc00\ud800"#, #"\ud83d\uD83D\uDE00"#,
        ])
    func halfOfACharacterIsRefused(escape: String) {
        #expect(
            syntaxError(in: "\"\(escape)\"")?.problem == "an escape gives half of a character (a lone surrogate)")
    }

    @Test(arguments: UInt8(0)..<0x20)
    func controlCharacterIsRefused(byte: UInt8) {
        for text in ["\"ab", "\"\\n"] {
            let error = syntaxError(in: Array(text.utf8) + [byte] + Array("c\"".utf8))
            #expect(error?.position == TextPosition(line: 1, column: 4))
            let isLineEnd = byte == 0x0A || byte == 0x0D
            #expect(error?.problem.contains(isLineEnd ? "end of the line" : "control character") == true)
        }
    }

    /// Unicode 16, table 3-7: what is not in it is not UTF-8.
    @Test(
        arguments: [
            [0x80], [0xBF], [0xC3], [0xC3, 0x41], [0xC0, 0x80], [0xC1, 0xBF], [0xE2, 0x82], [0xE0, 0x80, 0x80],
            [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF0, 0x9F, 0x98], [0xF0, 0x80, 0x80, 0x80],
            [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xFE], [0xFF],
        ] as [[UInt8]])
    func bytesThatAreNotUTF8AreRefused(bytes: [UInt8]) {
        for start in ["[\"a", "[\"\\n", "{\"a", "[\"a\", \"\\n"] {
            let error = syntaxError(in: Array(start.utf8) + bytes + Array("b\"]".utf8))
            #expect(error?.problem == "text is not valid UTF-8")
            #expect(error?.remedy == "save the file in the encoding UTF-8")
        }
    }

    @Test func textWithoutEndIsReportedWhereItBegins() {
        for text in [#"["a", "bc"#, #"["a", "b\n"#] {
            let error = syntaxError(in: text)
            #expect(error?.problem == "the file ends inside a text")
            #expect(error?.position == TextPosition(line: 1, column: 7))
        }
    }
}

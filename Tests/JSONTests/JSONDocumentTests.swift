import Testing

@testable import JSON

struct JSONDocumentTests {
    private func nested(_ depth: Int) -> String {
        String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }

    @Test func depthIsLimitedTo128() {
        #expect(syntaxError(in: nested(128)) == nil)
        let error = syntaxError(in: nested(129))
        #expect(error?.position == TextPosition(line: 1, column: 129))
        #expect(error?.problem == "arrays and objects stand more than 128 deep within one another")
    }

    @Test func objectsCountLikeArrays() {
        let limits = JSONLimits(depth: 4)
        #expect(syntaxError(in: #"{"a":[{"b":[1]}]}"#, limits: limits) == nil)
        #expect(
            syntaxError(in: #"{"a":[{"b":[{}]}]}"#, limits: limits)?.position == TextPosition(line: 1, column: 13))
        #expect(
            syntaxError(in: #"{"a":[{"b":[[]]}]}"#, limits: limits)?.position == TextPosition(line: 1, column: 13))
    }

    @Test func neighboursDoNotAddUp() {
        let list = "[" + Array(repeating: "[], {}, [1], {\"a\": 1}", count: 100).joined(separator: ", ") + "]"
        #expect(syntaxError(in: list, limits: JSONLimits(depth: 2)) == nil)
        #expect(syntaxError(in: list, limits: JSONLimits(depth: 1)) != nil)
    }

    @Test func plainValueHasNoDepth() {
        #expect(syntaxError(in: "1", limits: JSONLimits(depth: 0)) == nil)
        #expect(syntaxError(in: "[]", limits: JSONLimits(depth: 0)) != nil)
    }

    @Test func depthOfAMillionIsRefusedLikeAnyOther() {
        for text in ["[", "{\"a\":"] {
            let error = syntaxError(in: String(repeating: text, count: 1_000_000))
            #expect(error?.position == TextPosition(line: 1, column: 128 * text.utf8.count + 1))
        }
    }

    @Test func sizeIsLimited() {
        let text = #"["ä"]"#
        #expect(syntaxError(in: text, limits: JSONLimits(size: 6)) == nil)
        let error = syntaxError(in: text, limits: JSONLimits(size: 5))
        #expect(error?.problem == "the file has 6 bytes, more than the limit of 5")
        #expect(error?.position == TextPosition(line: 1, column: 1))
        #expect(JSONLimits().size == 67_108_864)
    }

    @Test func byteOrderMarkIsPassedOverAtTheBeginningOnly() throws {
        #expect(try parse("\u{FEFF}[1]") == [.number(1)])
        #expect(try parse("\u{FEFF} \n1") == .number(1))
        #expect(syntaxError(in: " \u{FEFF}1") != nil)
        #expect(syntaxError(in: "\u{FEFF}\u{FEFF}1") != nil)
        #expect(syntaxError(in: [0xEF, 0xBB] + Array("1".utf8)) != nil)
    }

    @Test(arguments: [[0xFF, 0xFE, 0x31, 0x00], [0xFE, 0xFF, 0x00, 0x31], [0x31, 0x00]] as [[UInt8]])
    func otherEncodingIsRefused(bytes: [UInt8]) {
        #expect(syntaxError(in: bytes) != nil)
    }

    @Test func offsetIsShownAsLineAndColumn() throws {
        let document = try JSONDocument(parsing: Array("[\n  1,\n  2]".utf8))
        guard case .array(let elements) = document.root.content else {
            Issue.record("no array")
            return
        }
        #expect(elements.map { document.position(of: $0.offset).line } == [2, 3])
        #expect(elements.map { document.position(of: $0.offset).column } == [3, 3])
    }
}

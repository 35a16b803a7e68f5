import Testing

@testable import JSON

/// Literals, arrays, objects and what stands around them; RFC 8259, sections 2 to 5.
struct JSONParserTests {
    @Test(
        arguments: [
            ("null", .null),
            ("true", true),
            ("false", false),
            ("0", .number(0)),
            (#""""#, ""),
            ("[]", []),
            ("{}", [:]),
            ("[null]", [.null]),
            ("[[[]]]", [[[]]]),
            ("[1, [true, \"a\"], {}]", [.number(1), [true, "a"], [:]]),
            (#"{"": {"a": [null]}}"#, ["": ["a": [.null]]]),
            (#"{"a":1,"b":2}"#, ["a": .number(1), "b": .number(2)]),
            (" \t\r\n[ \t\r\n1 \t\r\n, \t\r\n2 \t\r\n] \t\r\n", [.number(1), .number(2)]),
            ("\n{\n\"a\"\n:\n1\n}\n", ["a": .number(1)]),
        ] as [(String, JSONValue)])
    func valueIsRead(text: String, value: JSONValue) throws {
        #expect(try parse(text) == value)
    }

    @Test(
        arguments: [
            "nul", "nulll", "NULL", "True", "tru", "falsy", "fals", "undefined", "NaN", "Infinity", "t", "f", "n",
            "truefalse", "true false",
        ])
    func otherWordIsRefused(text: String) {
        #expect(syntaxError(in: text) != nil)
        #expect(syntaxError(in: "[\(text)]") != nil)
    }

    @Test(
        arguments: [
            "[", "]", "[1", "[1,", "[,", "[,]", "[,1]", "[1,]", "[1,,2]", "[1 2]", "[1;2]", "[1}", "(1)", "[1]]",
            "[][]",
        ])
    func malformedArrayIsRefused(text: String) {
        #expect(syntaxError(in: text) != nil)
    }

    @Test(
        arguments: [
            "{", "}", "{]", "{,}", "{\"a\"", "{\"a\"}", "{\"a\":", "{\"a\":}", "{\"a\":1", "{\"a\":1,", "{\"a\":1,}",
            "{\"a\":1,,\"b\":2}", "{\"a\":1 \"b\":2}", "{\"a\"=1}", "{\"a\"::1}", "{a:1}", "{'a':1}", "{1:1}",
            "{null:1}", "{[]:1}", "{\"a\",\"b\"}", "{\"a\":1]", "{}}", "{}{}",
        ])
    func malformedObjectIsRefused(text: String) {
        #expect(syntaxError(in: text) != nil)
    }

    /// The grammar knows four characters of white space, fewer than Unicode or C.
    @Test(arguments: ["\u{B}", "\u{C}", "\u{85}", "\u{A0}", "\u{2003}", "\u{2028}", "\u{200B}", "\u{FEFF}", "\u{0}"])
    func otherWhiteSpaceIsRefused(space: String) {
        #expect(syntaxError(in: "[1,\(space)2]") != nil)
        #expect(syntaxError(in: "[1]\(space)") != nil)
    }

    @Test(
        arguments: [[0xFF], [0xC3, 0xA4], [0x80], [0x00], [0x5B, 0xE2, 0x82], [0xFE, 0xFF, 0x00, 0x5B]] as [[UInt8]])
    func bytesOutsideOfTextAreRefused(bytes: [UInt8]) {
        #expect(syntaxError(in: bytes) != nil)
    }

    @Test func membersKeepTheOrderOfTheFile() throws {
        let document = try JSONDocument(parsing: Array(#"{"b": 1, "a": 2, "C": 3, "": 4}"#.utf8))
        guard case .object(let members) = document.root.content else {
            Issue.record("no object")
            return
        }
        #expect(members.map(\.name) == ["b", "a", "C", ""])
    }

    /// Beyond two dozen members the parser looks names up in another way.
    @Test(arguments: [2, 3, 23, 24, 25, 26, 27, 100])
    func nameThatOccursTwiceIsRefused(count: Int) throws {
        let names = (0..<count).map { "name\($0)" }
        func object(_ names: [String]) -> String { "{" + names.map { "\"\($0)\": 0" }.joined(separator: ",\n") + "}" }
        #expect(try parse(object(names)) == .object(Dictionary(uniqueKeysWithValues: names.map { ($0, .number(0)) })))
        for position in [1, count / 2, count - 1] where position > 0 {
            for earlier in [0, position - 1] {
                var mistaken = names
                mistaken[position] = names[earlier]
                let error = syntaxError(in: object(mistaken))
                #expect(error?.problem == "the name \"name\(earlier)\" occurs twice in this object")
                #expect(error?.position == TextPosition(line: position + 1, column: position == 0 ? 2 : 1))
            }
        }
    }

    @Test func escapesDoNotHideThatANameOccursTwice() {
        #expect(syntaxError(in: #"{"a": 1, "\u0061": 2}"#)?.position == TextPosition(line: 1, column: 10))
    }

    /// They look alike and are equal as text in Swift, so that one of the two would be lost.
    @Test func namesThatDifferInNormalFormOnlyCountAsTheSame() {
        #expect(syntaxError(in: #"{"\u00e4": 1, "a\u0308": 2}"#)?.position == TextPosition(line: 1, column: 15))
    }

    @Test func nameMayOccurAgainInAnotherObject() throws {
        #expect(try parse(#"{"a": {"a": 1}, "b": {"a": 2}}"#) == ["a": ["a": .number(1)], "b": ["a": .number(2)]])
    }

    @Test func placesAreThoseOfTheFirstByte() throws {
        let text = " [ 12, {\"ab\" : \"x\"}]"
        let root = try JSONDocument(parsing: Array(text.utf8)).root
        #expect(root.offset == 1)
        guard case .array(let elements) = root.content, case .object(let members) = elements[1].content else {
            Issue.record("not the structure that was written")
            return
        }
        #expect(elements.map(\.offset) == [3, 7])
        #expect(members.map(\.nameOffset) == [8])
        #expect(members.map(\.value.offset) == [15])
    }
}

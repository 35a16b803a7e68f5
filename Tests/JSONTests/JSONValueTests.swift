import Testing

@testable import JSON

struct JSONValueTests {
    @Test func literalsGiveValues() {
        let value: JSONValue = ["text": "a", "flag": true, "whole": 3, "number": 0.5, "list": [1, "b"], "object": [:]]
        #expect(
            value
                == .object([
                    "text": .string("a"), "flag": .bool(true), "whole": .integer(3), "number": .number(0.5),
                    "list": .array([.integer(1), .string("b")]), "object": .object([:]),
                ]))
    }

    @Test func nothingBecomesNull() {
        #expect(JSONValue(nil as Double?) == .null)
        #expect(JSONValue(nil as String?) == .null)
        #expect(JSONValue(0.5 as Double?) == .number(0.5))
        #expect(JSONValue("a" as String?) == .string("a"))
    }

    @Test func firstOfEqualNamesCounts() {
        let value: JSONValue = ["a": 1, "a": 2]
        #expect(value == .object(["a": 1]))
    }
}

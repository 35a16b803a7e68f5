import JSON
import Testing

/// The validator does what JSON Schema says, for the keywords that it knows, and refuses the others.
@Suite struct SchemaValidatorTests {
    private func value(_ text: String) throws -> JSONValue {
        JSONValue(try JSONDocument(parsing: Array(text.utf8)))
    }

    private func isValid(_ text: String, _ schema: String) throws -> Bool {
        try SchemaValidator(["s": value(schema)]).validate(value(text), against: "s").isValid
    }

    /// Each keyword with values that fit and values that do not.
    @Test(arguments: [
        (#"{"type": "object"}"#, ["{}"], ["[]", "null"]), (#"{"type": "array"}"#, ["[]"], ["{}"]),
        (#"{"type": "string"}"#, ["\"\""], ["1"]), (#"{"type": "boolean"}"#, ["true"], ["0"]),
        (#"{"type": "null"}"#, ["null"], ["false"]), (#"{"type": "number"}"#, ["1", "1.5"], ["\"1\""]),
        (#"{"type": "integer"}"#, ["1", "1.0", "-3"], ["1.5", "true"]),
        (#"{"const": 1}"#, ["1", "1.0"], ["2", "\"1\""]), (#"{"enum": ["a", 2]}"#, ["\"a\"", "2"], ["\"b\"", "1"]),
        (#"{"required": ["a"]}"#, [#"{"a": null}"#, "1"], ["{}"]),
        (#"{"properties": {"a": {"type": "number"}}}"#, [#"{"a": 1}"#, "{}", #"{"b": "x"}"#], [#"{"a": "x"}"#]),
        (#"{"properties": {"a": true}, "additionalProperties": false}"#, [#"{"a": 1}"#, "3"], [#"{"b": 1}"#]),
        (#"{"additionalProperties": {"type": "number"}}"#, [#"{"a": 1}"#], [#"{"a": 1, "b": "x"}"#]),
        (#"{"propertyNames": {"pattern": "^[a-z]+$"}}"#, [#"{"a": 1}"#], [#"{"A": 1}"#]),
        (#"{"minProperties": 1}"#, [#"{"a": 1}"#, "[]"], ["{}"]),
        (#"{"dependentRequired": {"a": ["b"]}}"#, [#"{"a": 1, "b": 1}"#, #"{"b": 1}"#], [#"{"a": 1}"#]),
        (#"{"items": {"type": "number"}}"#, ["[]", "[1, 2]", "{}"], ["[1, \"x\"]"]),
        (#"{"minItems": 1, "maxItems": 2}"#, ["[1]", "[1, 2]", "\"\""], ["[]", "[1, 2, 3]"]),
        (#"{"uniqueItems": true}"#, ["[1, 2]"], ["[1, 1.0]", "[{}, {}]"]),
        (#"{"minimum": 0, "maximum": 1}"#, ["0", "1", "\"2\""], ["-0.1", "1.1"]),
        (#"{"pattern": "^a|b$"}"#, ["\"a\"", "\"b\"", "1"], ["\"ab\"", "\"a\\n\""]),
        (#"{"pattern": "\\S"}"#, ["\" a\""], ["\"\"", "\" \\n\""]),
        (#"{"not": {"type": "null"}}"#, ["1"], ["null"]),
        (#"{"allOf": [{"minimum": 0}, {"maximum": 1}]}"#, ["1"], ["2", "-1"]),
        (#"{"anyOf": [{"minimum": 5}, {"maximum": 6}]}"#, ["1", "5.5", "9"], []),
        (#"{"anyOf": [{"minimum": 5}, {"maximum": 1}]}"#, ["1", "9"], ["3"]),
        (#"{"oneOf": [{"minimum": 5}, {"maximum": 6}]}"#, ["1", "9"], ["5.5"]),
        (#"{"oneOf": [{"minimum": 5}, {"maximum": 1}]}"#, ["1", "9"], ["3"]),
        (
            #"{"if": {"required": ["a"]}, "then": {"required": ["b"]}, "else": {"required": ["c"]}}"#,
            [#"{"a": 1, "b": 1}"#, #"{"c": 1}"#], [#"{"a": 1, "c": 1}"#, "{}"]
        ),
        (
            ##"{"$ref": "#/$defs/a", "maximum": 3, "$defs": {"a": {"minimum": 1}}}"##, ["2"], ["0", "4"]
        ),
        (
            ##"{"type": "object", "additionalProperties": {"$ref": "#/$defs/tree"}, "$defs": {"tree": {"type": "object", "additionalProperties": {"$ref": "#/$defs/tree"}}}}"##,
            [#"{"a": {"b": {}}}"#], [#"{"a": {"b": 1}}"#]
        ),
    ])
    func keyword(schema: String, fitting: [String], others: [String]) throws {
        for text in fitting { #expect(try isValid(text, schema), "\(text)") }
        for text in others { #expect(try !isValid(text, schema), "\(text)") }
    }

    /// What is not checked is not passed over.
    @Test(arguments: [
        #"{"format": "date"}"#, #"{"properties": {"a": {"multipleOf": 2}}}"#, #"{"oneOf": [{"contains": {}}]}"#,
        #"{"$defs": {"a": {"minLength": 1}}}"#, #"{"pattern": "a"}"#, #"{"type": "date"}"#, #"{"then": {}}"#,
        ##"{"$ref": "#/$defs/a"}"##, ##"{"$ref": "t#/$defs/a"}"##, #"{"enum": []}"#, #"{"items": 3}"#,
        #"{"required": "a"}"#, #"{"uniqueItems": false}"#,
    ])
    func whatIsNotKnownIsRefused(schema: String) throws {
        let schema = try value(schema)
        #expect(throws: SchemaMistake.self) { try SchemaValidator(["s": schema]) }
    }

    @Test func aReferenceMayLeadToAnotherFile() throws {
        let validator = try SchemaValidator([
            "s": value(##"{"$ref": "t#/$defs/a"}"##),
            "t": value(##"{"$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"minimum": 1}}}"##),
        ])
        #expect(try validator.validate(value("1"), against: "s").isValid)
        #expect(try !validator.validate(value("0"), against: "s").isValid)
    }

    @Test func keysAreToldByThePathOfTheirObject() throws {
        let schema = #"""
            {"properties": {"a": {"properties": {"c": true}, "additionalProperties": false}, "b": {"type": "object"}},
            "additionalProperties": false}
            """#
        let outcome = try SchemaValidator(["s": value(schema)])
            .validate(value(#"{"a": {"d": 1}, "b": {"x": 1}}"#), against: "s")
        #expect(outcome.keys == ["$": ["a", "b"], "$.a": ["c"]])
        #expect(outcome.problems == ["$.a.d: may not be here"])
    }
}

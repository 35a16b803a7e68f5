import Testing

@testable import JSON

struct JSONObjectReaderTests {
    private func object(_ text: String) throws -> JSONObjectReader {
        try #require(try reader(of: text).map())
    }

    @Test func memberIsFoundByName() throws {
        let object = try object(#"{"a": 1, "b": 2}"#)
        #expect(object["b"]?.number() == 2)
        #expect(object["c"] == nil)
        #expect(object.all.map(\.name) == ["a", "b"])
        #expect(object.all.map { $0.value.location.path.text } == ["$.a", "$.b"])
        #expect(object.reader.findings.list.isEmpty)
    }

    @Test func missingKeyIsReportedAtTheObject() throws {
        let root = try reader(of: "[\n {\"a\": 1}]")
        let object = try #require(root.array()?.first?.map())
        #expect(object.required("a") != nil)
        #expect(object.required("id") == nil)
        #expect(
            root.findings.list == [
                Finding(
                    file: "test.json", position: TextPosition(line: 2, column: 2), path: "$[0]",
                    problem: "the key \"id\" is missing", remedy: "add it")
            ])
    }

    @Test func keyWithNullIsNotMissing() throws {
        let object = try object(#"{"a": null}"#)
        #expect(object.required("a")?.isNull == true)
        #expect(object.reader.findings.list.isEmpty)
    }

    @Test func nameIsCheckedAgainstNames() throws {
        let object = try object("{\"OF1\": 1,\n \"OF22\": 2, \"zzz\": 3}")
        #expect(object.checkName("OF1", among: ["OF1", "OF2"], kind: "item"))
        #expect(!object.checkName("OF22", among: ["OF1", "OF2"], kind: "item"))
        #expect(!object.checkName("zzz", among: ["OF1", "OF2"], kind: "item"))
        #expect(!object.checkName("zzz", among: [], kind: "item"))
        #expect(
            object.reader.findings.list.map(\.description) == [
                "test.json:2:2: error: $.OF22: there is no item \"OF22\"; did you mean \"OF2\"?",
                "test.json:2:13: error: $.zzz: there is no item \"zzz\"; known: OF1, OF2",
                "test.json:2:13: error: $.zzz: there is no item \"zzz\"; none is defined",
            ])
    }

    @Test func supportedVersionPasses() throws {
        for text in [#"{"formatVersion": 1, "a": 2}"#, #"{"a": 2, "formatVersion": 3}"#] {
            let root = try reader(of: text)
            #expect(root.object(keys: ["formatVersion", "a"], formatVersion: 3)?["a"]?.number() == 2)
            #expect(root.findings.list.isEmpty)
        }
    }

    @Test(
        arguments: [
            ("{}", "the key \"formatVersion\" is missing", "add it"),
            (
                #"{"formatVersion": 3}"#,
                "the file has format version 3; this Waymark reads versions up to 2", "use a newer Waymark"
            ),
            (
                #"{"formatVersion": "1"}"#, "this is a text, not a whole number", "write a whole number"
            ),
            (
                #"{"formatVersion": 1.5}"#, "1.5 is not a whole number in range",
                "write a whole number from 1 to 2147483647"
            ),
            (
                #"{"formatVersion": 0}"#, "0 is not a whole number in range",
                "write a whole number from 1 to 2147483647"
            ),
            (#"{"formatVersion": null}"#, "this is null, not a whole number", "write a whole number"),
        ])
    func otherVersionIsRefused(text: String, problem: String, remedy: String) throws {
        let root = try reader(of: text)
        #expect(root.object(keys: ["formatVersion"], formatVersion: 2) == nil)
        #expect(root.findings.list.map(\.problem) == [problem])
        #expect(root.findings.list.map(\.remedy) == [remedy])
    }

    /// A newer version may have keys that this one does not know; they are no mistakes.
    @Test func unknownKeysOfANewerVersionAreNoMistakes() throws {
        let root = try reader(of: #"{"novelty": true, "formatVersion": 2}"#)
        #expect(root.object(keys: ["formatVersion"], formatVersion: 1) == nil)
        #expect(root.findings.list.map(\.path) == ["$.formatVersion"])
    }

    @Test func theNameOfTheSchemaIsAText() throws {
        let root = try reader(of: #"{"$schema": 3, "formatVersion": 1}"#)
        _ = root.object(keys: ["$schema", "formatVersion"], formatVersion: 1)
        #expect(root.findings.list.map(\.path) == ["$['$schema']"])
    }

    /// The misspelt key may be the version itself.
    @Test func unknownKeysWithoutAVersionAreMistakes() throws {
        let root = try reader(of: #"{"formatversion": 1}"#)
        #expect(root.object(keys: ["formatVersion"], formatVersion: 1) == nil)
        #expect(
            root.findings.list.map(\.remedy).sorted() == ["add it", "did you mean \"formatVersion\"?"])
    }
}

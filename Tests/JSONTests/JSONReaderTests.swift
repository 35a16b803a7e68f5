import Testing

@testable import JSON

struct JSONReaderTests {
    private enum Choice: String, CaseIterable { case facilitator, blocker, none }

    /// One value of each kind, and how findings call it.
    private static let kinds = [
        ("null", "null"), ("true", "true or false"), ("1", "a number"), ("\"a\"", "a text"), ("[]", "a list"),
        ("{}", "an object"),
    ]

    private func checkTypes(_ wanted: String, accepts: String, read: (JSONReader) -> Bool) throws {
        for (text, kind) in Self.kinds {
            let reader = try reader(of: text)
            #expect(read(reader) == (kind == accepts), "\(text)")
            let finding = Finding(
                file: "test.json", position: TextPosition(line: 1, column: 1), path: "$",
                problem: "this is \(kind), not \(wanted)", remedy: "write \(wanted)")
            #expect(reader.findings.list == (kind == accepts ? [] : [finding]))
        }
    }

    @Test func elementsAreFoundQuietly() throws {
        let list = try reader(of: "[true, [1]]")
        #expect(list.element(0)?.bool() == true)
        #expect(list.element(1)?.element(0)?.location.path.text == "$[1][0]")
        #expect(list.element(2) == nil && list.element(-1) == nil && list.element(0)?.element(0) == nil)
        #expect(list.findings.list.isEmpty)
    }

    @Test func eachMethodTakesItsOwnKindOnly() throws {
        try checkTypes("a text", accepts: "a text") { $0.string() != nil }
        try checkTypes("a text", accepts: "a text") { $0.text() != nil }
        try checkTypes("true or false", accepts: "true or false") { $0.bool() != nil }
        try checkTypes("a number", accepts: "a number") { $0.number() != nil }
        try checkTypes("a number", accepts: "a number") { $0.number(in: 0...1) != nil }
        try checkTypes("a whole number", accepts: "a number") { $0.integer(in: 0...1) != nil }
        try checkTypes("a list in square brackets", accepts: "a list") { $0.array() != nil }
        try checkTypes("an object in braces", accepts: "an object") { $0.object(keys: []) != nil }
        try checkTypes("an object in braces", accepts: "an object") { $0.map() != nil }
        try checkTypes("a text", accepts: "a text") { $0.name(among: ["a"], kind: "item") != nil }
    }

    @Test func choiceTakesATextOnly() throws {
        let root = try reader(of: "1")
        #expect(root.choice(Choice.self) == nil)
        #expect(root.findings.list.map(\.problem) == ["this is a number, not a text"])
    }

    @Test func nullIsTold() throws {
        #expect(try reader(of: "null").isNull)
        #expect(try !reader(of: "0").isNull)
        #expect(try !reader(of: "\"\"").isNull)
    }

    @Test func valuesAreReadAsTheyAre() throws {
        #expect(try reader(of: "\" a \"").string() == " a ")
        #expect(try reader(of: "\"\"").string() == "")
        #expect(try reader(of: "\" a \"").text() == " a ")
        #expect(try reader(of: "false").bool() == false)
        #expect(try reader(of: "-0.5e1").number() == -5)
        #expect(try reader(of: "12").integer(in: 0...20) == 12)
        #expect(try reader(of: "1.2e1").integer(in: 0...20) == 12)
        #expect(try reader(of: "[3, 1, 2]").array()?.compactMap { $0.number() } == [3, 1, 2])
    }

    @Test(arguments: ["", " ", "\\t\\n", "\\u00a0\\u2003"])
    func textOfWhiteSpaceIsEmpty(text: String) throws {
        let root = try reader(of: "\"\(text)\"")
        #expect(root.text() == nil)
        #expect(root.findings.list.map(\.problem) == ["the text is empty"])
        #expect(root.findings.list.map(\.remedy) == ["write the text, or leave the key out"])
    }

    @Test(
        arguments: [
            ("0", true), ("1", true), ("0.5", true), ("-0", true), ("-0.0001", false), ("1.0000001", false),
            ("1e9", false),
        ])
    func rangeIncludesItsEnds(text: String, isInside: Bool) throws {
        let root = try reader(of: text)
        #expect((root.number(in: 0...1) != nil) == isInside)
        #expect(root.findings.list.map(\.problem) == (isInside ? [] : ["\(text) is out of range"]))
        #expect(root.findings.list.map(\.remedy) == (isInside ? [] : ["write a number from 0 to 1"]))
    }

    @Test func rangeIsShownWithoutNeedlessDecimals() throws {
        let root = try reader(of: "7")
        #expect(root.number(in: -0.25...5) == nil)
        #expect(root.findings.list.map(\.remedy) == ["write a number from -0.25 to 5"])
    }

    @Test(arguments: ["0", "4", "1.5", "-2", "1e300", "-1e300", "2.0000001"])
    func integerOutOfRangeIsReported(text: String) throws {
        let root = try reader(of: text)
        #expect(root.integer(in: 1...3) == nil)
        #expect(root.findings.list.map(\.problem) == ["\(text) is not a whole number in range"])
        #expect(root.findings.list.map(\.remedy) == ["write a whole number from 1 to 3"])
    }

    @Test func choiceIsOneOfTheCases() throws {
        #expect(try reader(of: "\"blocker\"").choice(Choice.self) == .blocker)
        let near = try reader(of: "\"bloker\"")
        #expect(near.choice(Choice.self) == nil)
        #expect(near.findings.list.map(\.problem) == ["\"bloker\" is not known here"])
        #expect(near.findings.list.map(\.remedy) == ["did you mean \"blocker\"?"])
        let far = try reader(of: "\"xyz\"")
        #expect(far.choice(Choice.self) == nil)
        #expect(far.findings.list.map(\.remedy) == ["write one of facilitator, blocker, none"])
    }

    @Test func nameIsOneOfTheNames() throws {
        #expect(try reader(of: "\"TB2\"").name(among: ["TB1", "TB2"], kind: "item") == "TB2")
        let near = try reader(of: "\"TB22\"")
        #expect(near.name(among: ["OF1", "TB2"], kind: "item") == nil)
        #expect(near.findings.list.map(\.problem) == ["there is no item \"TB22\""])
        #expect(near.findings.list.map(\.remedy) == ["did you mean \"TB2\"?"])
        let far = try reader(of: "\"zzz\"")
        #expect(far.name(among: ["OF1", "TB2"], kind: "item") == nil)
        #expect(far.findings.list.map(\.remedy) == ["known: OF1, TB2"])
        let none = try reader(of: "\"zzz\"")
        #expect(none.name(among: [], kind: "item") == nil)
        #expect(none.findings.list.map(\.remedy) == ["none is defined"])
    }

    @Test func longListOfNamesIsCut() throws {
        let root = try reader(of: "\"zzz\"")
        #expect(root.name(among: (1...14).map { "N\($0)" }, kind: "item") == nil)
        #expect(
            root.findings.list.map(\.remedy) == ["known: N1, N2, N3, N4, N5, N6, N7, N8, N9, N10, N11, N12 and 2 more"])
    }

    /// The Kelvin sign and the letter K are equal as text in Swift, but not as bytes.
    @Test func nameIsGivenAsItIsDefined() throws {
        let name = try #require(try reader(of: "\"\u{212A}1\"").name(among: ["K1"], kind: "item"))
        #expect(Array(name.utf8) == Array("K1".utf8))
    }

    @Test func unknownKeyIsReportedWithTheNearest() throws {
        let root = try reader(of: "{\"id\": 1,\n  \"tilte\": 2,\n  \"zzzzz\": 3}")
        #expect(root.object(keys: ["id", "title"]) != nil)
        #expect(
            root.findings.list == [
                Finding(
                    file: "test.json", position: TextPosition(line: 2, column: 3), path: "$.tilte",
                    problem: "the key \"tilte\" is not known here", remedy: "did you mean \"title\"?"),
                Finding(
                    file: "test.json", position: TextPosition(line: 3, column: 3), path: "$.zzzzz",
                    problem: "the key \"zzzzz\" is not known here", remedy: "remove it; known keys are id, title"),
            ])
    }

    @Test func namesOfAMapAreFree() throws {
        let root = try reader(of: #"{"anything": 1, "": 2}"#)
        #expect(root.map()?.all.map(\.name) == ["anything", ""])
        #expect(root.findings.list.isEmpty)
    }

    @Test func nameCanBeReadLikeAText() throws {
        let root = try reader(of: "{\n  \"a b\": 1}")
        let object = try #require(root.map())
        let name = JSONReader(naming: "a b", in: object)
        #expect(name.string() == "a b")
        name.report("wrong", "mend it")
        #expect(root.findings.list.map(\.description) == ["test.json:2:3: error: $['a b']: wrong; mend it"])
    }

    @Test func warningIsNoError() throws {
        let root = try reader(of: "1")
        root.warn("doubtful", "look again")
        #expect(root.findings.list.map(\.severity) == [.warning])
        #expect(!root.findings.hasErrors)
        root.report("wrong", "mend it")
        #expect(root.findings.hasErrors)
    }

    @Test func allMistakesOfAFileAreCollected() throws {
        let text = """
            {
              "items": [
                {"id": 7, "weight": 2},
                {"id": "b", "wieght": 1},
                "c"
              ],
              "odd name": {"2": true},
              "flag": 0
            }
            """
        let root = try reader(of: text)
        let object = try #require(root.object(keys: ["items", "odd name", "flag"]))
        // What comes last in the file is read first.
        #expect(object["flag"]?.bool() == nil)
        #expect(object["odd name"]?.map()?["2"]?.string() == nil)
        for item in object["items"]?.array() ?? [] {
            guard let item = item.object(keys: ["id", "weight"]) else { continue }
            _ = item["weight"]?.number(in: 0...1)
            _ = item.required("id")?.string()
        }
        #expect(
            root.findings.list.sorted().map(\.description) == [
                "test.json:3:12: error: $.items[0].id: this is a number, not a text; write a text",
                "test.json:3:25: error: $.items[0].weight: 2 is out of range; write a number from 0 to 1",
                "test.json:4:17: error: $.items[1].wieght: the key \"wieght\" is not known here; "
                    + "did you mean \"weight\"?",
                "test.json:5:5: error: $.items[2]: this is a text, not an object in braces; write an object in braces",
                "test.json:7:21: error: $['odd name']['2']: this is true or false, not a text; write a text",
                "test.json:8:11: error: $.flag: this is a number, not true or false; write true or false",
            ])
    }
}

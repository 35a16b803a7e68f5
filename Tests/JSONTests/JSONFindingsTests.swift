import Testing

@testable import JSON

struct JSONFindingsTests {
    @Test func findingsCarryFilePlaceAndPath() throws {
        let document = try JSONDocument(parsing: Array("{\"a\":\n  [0, 1]}".utf8))
        let root = JSONReader(document, file: "folder/a.json")
        let element = try #require(root.map()?["a"]?.array()?.last)
        element.warn("p", "r")
        #expect(root.findings.file == "folder/a.json")
        #expect(
            root.findings.list == [
                Finding(
                    .warning, file: "folder/a.json", position: TextPosition(line: 2, column: 7), path: "$.a[1]",
                    problem: "p", remedy: "r")
            ])
    }

    @Test func placeCanBeKeptForLater() throws {
        let root = try reader(of: "[1,\n2]")
        let location = try #require(root.array()?.last).location
        root.findings.report(.error, at: location, "p", "r")
        #expect(root.findings.list.map(\.path) == ["$[1]"])
        #expect(root.findings.list.map(\.position) == [TextPosition(line: 2, column: 1)])
    }

    /// A file of another kind may give a finding for each of its members.
    @Test func manyFindingsInALongFileTakeNoTime() throws {
        let count = 10_000
        let text = "{" + (0..<count).map { "\"unknown key number \($0)\": 0" }.joined(separator: ",\n") + "}"
        let root = try reader(of: text)
        let start = ContinuousClock.now
        _ = root.object(keys: [])
        #expect(ContinuousClock.now - start < .seconds(5))
        #expect(root.findings.list.count == count)
        #expect(root.findings.list.last?.position?.line == count)
    }
}

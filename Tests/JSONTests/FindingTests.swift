import SeededRandomness
import Testing

@testable import JSON

struct FindingTests {
    @Test func readsAsCompilersWriteIt() {
        let finding = Finding(
            .warning, file: "a/b.json", position: TextPosition(line: 3, column: 14), path: "$.items[2]",
            problem: "the text is empty", remedy: "write it")
        #expect(finding.description == "a/b.json:3:14: warning: $.items[2]: the text is empty; write it")
    }

    @Test func endsWithTheRule() throws {
        let finding = Finding(file: "a.json", problem: "no file", remedy: "add it", rule: "noFile")
        #expect(finding.description == "a.json: error: no file; add it [noFile]")
        let root = try reader(of: "{}")
        let quiet = root.findings.finding(.warning, at: root.location, "it is empty", "fill it", rule: "noFile")
        #expect(quiet.description == "test.json:1:1: warning: $: it is empty; fill it [noFile]")
        #expect(root.findings.list.isEmpty)
    }

    @Test func leavesOutWhatIsNotKnown() {
        let finding = Finding(file: "a.json", problem: "no file", remedy: "add it")
        #expect(finding.description == "a.json: error: no file; add it")
    }

    @Test func takesOverASyntaxError() throws {
        let error = try #require(syntaxError(in: "[1\n,]"))
        let finding = Finding(file: "a.json", error)
        #expect(finding.severity == .error)
        #expect(finding.path == "")
        #expect(
            finding.description == "a.json:2:1: error: there is a comma after the last element; remove this comma")
    }

    @Test func staysOnOneLineWhateverTheFileSays() throws {
        let root = try reader(of: #"{"a\nb\u001b[31m\u0085\u2028\u202e": 1}"#)
        _ = root.object(keys: ["c"])
        let finding = try #require(root.findings.list.first)
        let scalars = finding.description.unicodeScalars
        #expect(!scalars.contains { $0.properties.generalCategory == .control })
        #expect(!scalars.contains("\u{2028}"))
        #expect(!scalars.contains("\u{202E}"))
        #expect(finding.description.contains(#"the key "a\u{a}b\u{1b}[31m\u{85}\u{2028}\u{202e}" is not known here"#))
    }

    @Test func orderIsByFileThenPlaceThenText() {
        func finding(_ file: String, _ line: Int?, _ column: Int, _ path: String, _ problem: String) -> Finding {
            Finding(
                file: file, position: line.map { TextPosition(line: $0, column: column) }, path: path,
                problem: problem, remedy: "")
        }
        let ordered = [
            finding("a", nil, 0, "$.z", "z"),
            finding("a", 2, 10, "$.a", "a"),
            finding("a", 10, 2, "$.a", "a"),
            finding("a", 10, 10, "$.a", "a"),
            finding("a", 10, 10, "$.a", "b"),
            finding("a", 10, 10, "$.b", "a"),
            finding("b", 1, 1, "$.a", "a"),
        ]
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<20 { #expect(ordered.shuffled(using: &generator).sorted() == ordered) }
    }

    /// Otherwise the order of such findings would depend on the order of reading.
    @Test func differentFindingsAreNeverOfTheSameRank() {
        let findings = [
            Finding(.error, file: "a", problem: "p", remedy: "r"),
            Finding(.warning, file: "a", problem: "p", remedy: "r"),
            Finding(.error, file: "a", problem: "p", remedy: "s"),
            Finding(.error, file: "a", problem: "p", remedy: "s", rule: "t"),
        ]
        for left in findings {
            for right in findings { #expect((left < right || right < left) == (left != right)) }
        }
    }
}

import Foundation
import Rules
import Testing

@testable import Commands

@Suite struct CheckCommandTests {
    @Test func aSoundWorkspace() {
        let outcome = Sample.files().run("check", "office")
        #expect(outcome.exitCode == 0)
        #expect(outcome.output == "6 files checked: 0 errors, 0 warnings\n")
    }

    @Test(arguments: [
        "office/waymark.json", "office/waves/2026/wave.json", "office/waves/2026/responses/r-01.json",
        "own/templates/strings/en.json", "own/questionnaires/ml-maturity/questionnaire.json",
        "own/questionnaires/ml-maturity/items/culture.json", "own/questionnaires/ml-maturity/recommendations.json",
        "own/questionnaires/ml-maturity",
    ])
    func aSingleFile(path: String) {
        let files = Sample.files()
        _ = files.run("questionnaire", "copy", "ml-maturity", "own")
        _ = files.run("template", "copy", "own")
        let outcome = files.run("check", path)
        #expect(outcome.exitCode == 0)
        #expect(outcome.output.hasSuffix("checked: 0 errors, 0 warnings\n"), "\(outcome.output)")
        files[path.hasSuffix(".json") ? path : "\(path)/questionnaire.json"] = "{\"answers\": 1"
        #expect(files.run("check", path).exitCode == 1)
    }

    /// Only what differs need stay in a workspace.
    @Test(arguments: ["items/culture.json", "questionnaire.json", "recommendations.json"])
    func aPartOfACopy(kept: String) {
        let files = Sample.files()
        _ = files.run("questionnaire", "copy", "ml-maturity", "office")
        let folder = "office/questionnaires/ml-maturity/"
        for path in files.files.keys where path.hasPrefix(folder) && path != folder + kept { files[path] = nil }
        let outcome = files.run("check", folder + kept)
        #expect(outcome.output == "1 file checked: 0 errors, 0 warnings\n")
        #expect(files.run("assess", "office").exitCode == 0)
    }

    @Test func whatIsNoFileOfOurs() {
        let files = MemoryFileSystem(["a.json": "{\"x\": 1}", "b.json": "[]", "c.json": "x"])
        let outcome = files.run("check", "a.json", "b.json", "c.json")
        #expect(outcome.exitCode == 1)
        #expect(outcome.output.contains("a.json: error: $: this is no file that Waymark knows; a response has"))
        #expect(outcome.output.contains("b.json:1:1: error: $: this is a list, not an object in braces"))
        #expect(outcome.output.contains("c.json:1:1: error: "))
        #expect(outcome.output.hasSuffix("3 files checked: 3 errors, 0 warnings\n"))
    }

    @Test func problemsAsJSON() throws {
        let files = Sample.files()
        files["\(Sample.wave)/responses/r-01.json"] = Sample.response("r-01", answers: ["OF1": "\"9\""])
        let outcome = files.run("check", "office", "--format", "json")
        #expect(outcome.exitCode == 1)
        let list = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]]
        let finding = try #require(list?.first)
        #expect(list?.count == 1)
        #expect(finding["file"] as? String == "\(Sample.wave)/responses/r-01.json")
        #expect(finding["line"] as? Int == 3 && finding["column"] as? Int == 8)
        #expect(finding["path"] as? String == "$.answers.OF1" && finding["severity"] as? String == "error")
        #expect(finding.keys.sorted() == ["column", "file", "line", "path", "problem", "remedy", "severity"])
    }

    @Test func aWaveWithoutResponsesIsAWarning() {
        let files = Sample.files()
        files.removeFolder("\(Sample.wave)/responses")
        let outcome = files.run("check", "office")
        #expect(outcome.exitCode == 0)
        #expect(outcome.output.hasPrefix("\(Sample.wave): warning: the wave has no responses; put a file"))
    }

    /// The folder is how a questionnaire is found, the id is what responses and the workspace name.
    @Test func aFolderThatDiffersFromTheID() {
        let files = Sample.files()
        files["office/questionnaires/small/questionnaire.json"] = """
            {"formatVersion": 1, "id": "smal", "version": "1", "language": "en", "title": "Small",
            "dimensions": [{"id": "all", "title": "All"}],
            "items": [{"id": "A", "dimension": "all", "direction": "none", "answer": {"type": "yesNo"}}]}
            """
        let outcome = files.run("check", "office/questionnaires/small")
        #expect(outcome.exitCode == 1)
        #expect(
            outcome.output.hasPrefix(
                "office/questionnaires/small/questionnaire.json:1:28: error: $.id: the questionnaire is called \"smal\", "
                    + "but its folder is \"small\"; give both the same name\n"), "\(outcome.output)")
        // What else is wrong is said in the same go.
        #expect(outcome.output.contains("$.items[0]: the key \"label\" is missing"))
        #expect(files.run("questionnaire", "show", "small", "office").exitCode == 65)
    }

    @Test func whatIsNamedTwiceIsSaidOnce() {
        let files = MemoryFileSystem(["a.json": "{"])
        let outcome = files.run("check", "a.json", "a.json")
        #expect(outcome.output.split(separator: "\n").count == 2)
    }

    @Test func rulesFindWhatIsProbablyNotMeant() throws {
        let files = Sample.files()
        _ = files.run("questionnaire", "copy", "ml-maturity", "office")
        let path = "office/questionnaires/ml-maturity/questionnaire.json"
        let text = try #require(files[path])
        files[path] = text.replacingOccurrences(
            of: "\"tags\": [", with: "\"channels\": [{\"id\": \"c\", \"title\": \"C\"}],\n  \"tags\": [")
        for arguments in [["office"], [path]] {
            let outcome = files.run(["check"] + arguments)
            #expect(outcome.exitCode == 0)
            #expect(outcome.output.contains(": warning: $.channels[0].id: no metric reads the channel \"c\"; add"))
            #expect(outcome.output.contains(" [unreadChannel]\n"))
            #expect(outcome.output.hasSuffix("0 errors, 1 warning\n"), "\(outcome.output)")
        }
        let list =
            try JSONSerialization.jsonObject(
                with: Data(files.run("check", path, "--format", "json").output.utf8)) as? [[String: Any]]
        #expect(list?.first?["rule"] as? String == "unreadChannel")
        // Whoever only assesses is not told.
        #expect(!files.run("assess", "office").notes.contains("unreadChannel"))
    }

    @Test func rulesAreListedAndExplained() throws {
        let files = MemoryFileSystem([:])
        let list = files.run("check", "--list-rules")
        let lines = list.output.split(separator: "\n")
        #expect(list.exitCode == 0 && lines.count == Rule.all.count)
        for (line, rule) in zip(lines, Rule.all) {
            #expect(line.hasPrefix(rule.id + "  ") && line.hasSuffix("  " + rule.summary) && line.count <= 110)
        }
        let explanation = files.run("check", "--explain-rule", "unreachableItem")
        #expect(explanation.exitCode == 0)
        for part in [Rule.all.first { $0.id == "unreachableItem" }].compactMap({ $0 }).flatMap({
            [$0.bad, $0.good, $0.why]
        }) {
            #expect(explanation.output.contains(part))
        }
        let unknown = files.run("check", "--explain-rule", "unreachableitem")
        #expect(unknown.exitCode == 64 && unknown.output.isEmpty)
        #expect(unknown.notes == "waymark: there is no rule \"unreachableitem\"; did you mean \"unreachableItem\"?\n")
    }

    /// The page for authors names the rules as they are.
    @Test func theReferenceListsTheRules() throws {
        let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("questionnaires/README.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        let start = try #require(text.range(of: "## What check looks for")).upperBound
        let section = text[start...].prefix { $0 != "#" }
        let rows = section.split(separator: "\n").filter { $0.hasPrefix("| `") }
        #expect(rows.map(String.init) == Rule.all.map { "| `\($0.id)` | \($0.summary) |" })
    }
}

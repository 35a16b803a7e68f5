import Digests
import Foundation
import Testing

@testable import Commands

/// Files of a workspace take the place of built-in ones, without another build, and the report says so.
@Suite struct OverrideTests {
    private static let report = "office/reports/2026/ml-maturity"

    /// A workspace that was assessed, and again after a text in a copy was changed.
    private func assessed(
        _ path: String, replacing old: String, by new: String
    ) throws -> (before: MemoryFileSystem, after: MemoryFileSystem) {
        let before = Sample.files()
        let copies = Sample.files()
        #expect(copies.run("questionnaire", "copy", "ml-maturity", "office").exitCode == 0)
        #expect(copies.run("template", "copy", "office").exitCode == 0)
        let source = try #require(copies["office/\(path)"])
        try #require(source.contains(old))
        let after = Sample.files()
        after["office/\(path)"] = source.replacingOccurrences(of: old, with: new)
        #expect(before.run("assess", "office", "--format", "md,json,csv").exitCode == 0)
        #expect(after.run("assess", "office", "--format", "md,json,csv").exitCode == 0)
        let bytes = try #require(after.files["office/\(path)"])
        let markdown = try #require(after["\(Self.report).md"])
        let line = "- \(path): `\(SHA256.hexadecimalDigest(of: bytes))`\n"
        let place = try #require(markdown.range(of: "### Files of this workspace that take the place"))
        #expect(markdown[place.upperBound...].contains(line))
        #expect(before["\(Self.report).md"]?.contains("No built-in file was replaced.") == true)
        return (before, after)
    }

    private func figure(_ id: String, in files: MemoryFileSystem) throws -> Double {
        let text = try #require(files["\(Self.report).json"])
        let tree = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        let metrics = try #require(tree?["metrics"] as? [[String: Any]])
        return try #require(metrics.first { $0["id"] as? String == id }?["value"] as? Double)
    }

    @Test func anAnchor() throws {
        let old = "Two of the three are on paper, for instance a purpose"
        let (before, after) = try assessed(
            "questionnaires/ml-maturity/items/organisation.json", replacing: old, by: "Our own | anchor")
        #expect(before["\(Self.report).md"]?.contains(old) == true)
        #expect(after["\(Self.report).md"]?.contains("Our own \\| anchor") == true)
        #expect(after.run("questionnaire", "show", "ml-maturity", "office").output.contains("Our own \\| anchor"))
        #expect(try figure("overall", in: before) == figure("overall", in: after))
    }

    @Test func theValueOfAnAnswer() throws {
        let (before, after) = try assessed(
            "questionnaires/ml-maturity/questionnaire.json", replacing: "\"label\": \"Level 2\", \"value\": 0.5",
            by: "\"label\": \"Level 2\", \"value\": 0.6")
        #expect(try figure("culture.facilitators", in: after) > figure("culture.facilitators", in: before))
    }

    @Test func theWeightOfARole() throws {
        let (before, after) = try assessed(
            "questionnaires/ml-maturity/questionnaire.json", replacing: "\"weights\": { \"organisation\": 2 }",
            by: "\"weights\": { \"organisation\": 2, \"culture\": 9 }")
        #expect(try figure("organisation.score", in: before) == figure("organisation.score", in: after))
        let (first, second) = (try Sample.surveyOfRoles(before), try Sample.surveyOfRoles(after))
        #expect(first != second)
    }

    @Test func aCap() throws {
        let (before, after) = try assessed(
            "questionnaires/ml-maturity/questionnaire.json", replacing: "\"critical\": { \"3\": 0.5, \"4\": 0.15 }",
            by: "\"critical\": { \"3\": 0.5, \"4\": 0.25 }")
        #expect(try figure("technology.cap", in: before) == 0.15)
        #expect(try figure("technology.cap", in: after) == 0.25)
        #expect(try figure("technology.score", in: after) == 0.25)
        #expect(try figure("overall", in: after) > figure("overall", in: before))
    }

    @Test func aTemplate() throws {
        let (before, after) = try assessed(
            "templates/report.md.mustache", replacing: "# {{title}}\n", by: "# Report: {{title}}\n")
        let (old, new) = (try #require(before["\(Self.report).md"]), try #require(after["\(Self.report).md"]))
        #expect(old.hasPrefix("# Statistics Merrow, 2026"))
        #expect(new.hasPrefix("# Report: Statistics Merrow, 2026"))
        #expect(before["\(Self.report).csv"] == after["\(Self.report).csv"])
    }

    @Test func aText() throws {
        let (before, after) = try assessed(
            "templates/strings/en.json", replacing: "Where we stand", by: "Where are we")
        #expect(before["\(Self.report).md"]?.contains("## Where we stand\n") == true)
        #expect(after["\(Self.report).md"]?.contains("## Where are we\n") == true)
    }

    @Test func anotherLanguageIsNamedToo() throws {
        let files = Sample.files()
        _ = files.run("template", "copy", "office")
        let english = try #require(files["office/templates/strings/en.json"])
        for path in files.files.keys where path.hasPrefix("office/templates/") { files[path] = nil }
        files["office/templates/strings/fr.json"] = english.replacingOccurrences(of: "\"en\"", with: "\"fr\"")
            .replacingOccurrences(of: "Where we stand", with: "Notre position")
            .replacingOccurrences(of: "\"decimalSeparator\": \".\"", with: "\"decimalSeparator\": \",\"")
            .replacingOccurrences(of: "\"separator\": \",\"", with: "\"separator\": \".\"")
        files["office/waymark.json"] = Sample.record.replacingOccurrences(of: "\"en\"", with: "\"fr\"")
        #expect(files.run("check", "office").exitCode == 0)
        #expect(files.run("assess", "office", "--format", "md,json,csv").exitCode == 0)
        let markdown = try #require(files["\(Self.report).md"])
        #expect(markdown.contains("## Notre position\n") && markdown.contains("| 15,0 ◀ |"))
        let bytes = try #require(files.files["office/templates/strings/fr.json"])
        #expect(markdown.contains("- templates/strings/fr.json: `\(SHA256.hexadecimalDigest(of: bytes))`"))
    }

    @Test func aCopyThatIsNotChangedGivesTheSameFigures() throws {
        let (before, after) = (Sample.files(), Sample.files())
        _ = after.run("questionnaire", "copy", "ml-maturity", "office")
        _ = after.run("template", "copy", "office")
        _ = before.run("assess", "office", "--format", "md,json,csv")
        _ = after.run("assess", "office", "--format", "md,json,csv")
        #expect(before["\(Self.report).csv"] == after["\(Self.report).csv"])
        let markdown = try #require(after["\(Self.report).md"])
        let copied = after.files.keys.filter {
            $0.hasPrefix("office/templates/") || $0.hasPrefix("office/questionnaires/")
        }
        // Schemas help editors, and take the place of nothing.
        #expect(!markdown.contains("schemas/") && copied.contains { $0.hasSuffix(".schema.json") })
        for path in copied where !path.hasSuffix(".md") && !path.hasSuffix(".schema.json") {
            #expect(markdown.contains("\n- \(path.dropFirst("office/".count)): `"), "\(path)")
        }
        #expect(copied.count > 12 + 7)
    }

    @Test func aQuestionnaireFromAFile() throws {
        let files = Sample.files()
        _ = files.run("questionnaire", "copy", "ml-maturity", "drafts")
        let main = "drafts/questionnaires/ml-maturity/questionnaire.json"
        files[main] = files[main]?.replacingOccurrences(of: "\"4\": 0.15", with: "\"4\": 0.1")
        #expect(files.run("assess", "office", "-q", main, "--format", "json").exitCode == 0)
        #expect(try figure("technology.cap", in: files) == 0.1)
    }
}

extension Sample {
    /// The score of the domain of culture in a wave in which roles answer differently.
    static func surveyOfRoles(_ files: MemoryFileSystem) throws -> String {
        let responses = (1...3).map { ("l-\($0)", "leadership", "4") } + (1...3).map { ("i-\($0)", "it", "1") }
        for (id, role, option) in responses {
            files["\(wave)/responses/\(id).json"] = response(id, role: role, option: option)
        }
        let text = files.run("explain", "culture.facilitators", "office").output
        return String(try #require(text.split(separator: "\n").first { $0.contains(" = ") }))
    }
}

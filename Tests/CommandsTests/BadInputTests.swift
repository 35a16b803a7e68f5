import Foundation
import Testing

@testable import Commands

/// Input that cannot be used: what is said about it, where, and that nothing is written.
@Suite struct BadInputTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        /// What is wrong with the files of the sample.
        let change: @Sendable (MemoryFileSystem) -> Void
        var exitCode: Int32 = 65
        /// The beginning of the line about it: file, and line and column where there are any.
        let place: String
        /// What else the line says: path, cause and remedy.
        let parts: [String]
        var arguments = ["assess", "office"]
        /// Whether `check` finds it, too.
        var isFoundByCheck = true

        var testDescription: String { name }
    }

    private static let first = "\(Sample.wave)/responses/r-01.json"

    private static func response(
        _ name: String, _ text: @autoclosure @escaping @Sendable () -> String, at position: String?, _ parts: String...
    ) -> Case {
        Case(
            name: name, change: { $0[first] = text() },
            place: first + (position.map { ":\($0): error: " } ?? ": error: "),
            parts: parts)
    }

    private static func changed(_ old: String, _ new: String) -> String {
        Sample.response("r-01").replacingOccurrences(of: old, with: new)
    }

    static let responses = [
        response("truncated", String(Sample.response("r-01").dropLast(200)), at: nil, "add").anywhere,
        response("empty", "", at: "1:1", "empty"),
        response("no object", "[]", at: "1:1", "$: this is a list, not an object", "write an object"),
        response("wrong type", changed(#""OF1": "2""#, #""OF1": 2"#), at: "3:8", "$.answers.OF1: this is a number"),
        response("answers as a list", #"{"formatVersion": 1, "answers": []}"#, at: "1:33", "$.answers: this is a list"),
        response(
            "unknown option", changed(#""OF1": "2""#, #""OF1": "7""#), at: "3:8",
            "$.answers.OF1: there is no option of OF1 \"7\"", "known: 0, 1, 2, 3, 4"),
        response("unknown item", changed("\"OF1\"", "\"OF11\""), at: "3:1", "$.answers.OF11", "did you mean \"OF1\"?"),
        response("unknown key", changed("\"role\"", "\"rolle\""), at: "2:23", "\"rolle\"", "did you mean \"role\"?"),
        response("unknown role", changed("\"it\"", "\"itt\""), at: "2:31", "$.role", "did you mean \"it\"?"),
        response("one name twice", changed("\"OF2\"", "\"OF1\""), at: "4:1", "\"OF1\"", "twice"),
        response(
            "another questionnaire", changed("\"ml-maturity\"", "\"samm\""), at: "1:39", "samm", "--questionnaire"),
        response("another version", changed(Sample.version, "0.9"), at: "1:78", "\"0.9\"", "--questionnaire FILE"),
        response(
            "another wave", changed("\"2026\"", "\"2025\""), at: "1:95", "\"2025\", but stands in the wave \"2026\"",
            "move"),
        response("a path as a wave", changed("\"2026\"", "\"../../x\""), at: "1:95", "\"../../x\" cannot be an id"),
        response("a path as a name", changed("\"r-01\"", "\"../../x\""), at: "2:15", "\"../../x\" cannot be an id"),
        response("a newer format", changed("Version\": 1,", "Version\": 2,"), at: "1:19", "format version 2", "newer"),
        response("no reason", changed(#""OF1": "2""#, #""OF1": {"state": "notApplicable"}"#), at: "3:18", "reason"),
        response("half a character", changed("\"it\"", #""\ud800""#), at: "2:32", "surrogate"),
        response("far too deep", String(repeating: "[", count: 100_000), at: "1:129", "deep"),
        Case(
            name: "invalid UTF-8",
            change: { files in
                files.set(Sample.response("r\u{1}01").utf8.map { $0 == 1 ? 0xFF : $0 }, at: first)
            }, place: "\(first):2:15: error: ", parts: ["UTF-8"]),
        Case(
            name: "one respondent twice",
            change: { $0["\(Sample.wave)/responses/r-05.json"] = Sample.response("r-01") },
            place: "\(Sample.wave)/responses/r-05.json: error: ",
            parts: ["$.respondent: the respondent \"r-01\" has answered in \(first) too", "keep one of the two"]),
    ]

    static let records = [
        Case(
            name: "a wave without a record", change: { $0["\(Sample.wave)/wave.json"] = nil }, exitCode: 66,
            place: "waymark: \(Sample.wave)/wave.json: ", parts: ["the wave has no record", "say in it how"]),
        Case(
            name: "a wave without responses", change: { $0.removeFolder("\(Sample.wave)/responses") },
            place: "waymark: \(Sample.wave)/responses holds no valid response", parts: ["put a file there"],
            isFoundByCheck: false),
        Case(
            name: "a survey with two responses",
            change: {
                $0["\(Sample.wave)/responses/r-03.json"] = nil
                $0["\(Sample.wave)/responses/r-04.json"] = nil
            }, place: "waymark: \(Sample.wave) is a survey with 2 responses; at least 3 are needed",
            parts: ["\"collection\": \"consensus\" in \(Sample.wave)/wave.json"], isFoundByCheck: false),
        Case(
            name: "a consensus with four", change: { $0["\(Sample.wave)/wave.json"] = Sample.waveRecord("consensus") },
            place: "waymark: \(Sample.wave) is a consensus with 4 responses; it must be one",
            parts: ["Keep the agreed"],
            isFoundByCheck: false),
        Case(
            name: "an unknown collection", change: { $0["\(Sample.wave)/wave.json"] = Sample.waveRecord("vote") },
            place: "\(Sample.wave)/wave.json:1:50: error: ", parts: ["$.collection: \"vote\" is not known", "survey"]),
        Case(
            name: "a wave of another name",
            change: { $0["\(Sample.wave)/wave.json"] = #"{"formatVersion": 1, "id": "2025", "collection": "survey"}"# },
            place: "\(Sample.wave)/wave.json:1:28: error: ", parts: ["$.id: ", "\"2025\", but its folder is \"2026\""]),
        Case(
            name: "a path as the id of a wave",
            change: { $0["\(Sample.wave)/wave.json"] = #"{"formatVersion": 1, "id": "../x", "collection": "survey"}"# },
            place: "\(Sample.wave)/wave.json:1:28: error: ", parts: ["$.id: \"../x\" cannot be an id"]),
        Case(
            name: "a broken record of a wave", change: { $0["\(Sample.wave)/wave.json"] = "{\"id\" 1}" },
            place: "\(Sample.wave)/wave.json:1:7: error: ", parts: ["colon"]),
        Case(
            name: "an unknown language", change: { $0["office/waymark.json"] = record("\"en\"", "\"eng\"") },
            place: "office/waymark.json:1:", parts: ["$.language: there is no language \"eng\"; did you mean \"en\"?"]),
        Case(
            name: "an unknown questionnaire",
            change: { $0["office/waymark.json"] = record("ml-maturity", "ml-matuirty") },
            place: "office/waymark.json:1:", parts: ["$.questionnaire: ", "did you mean \"ml-maturity\"?"]),
        Case(
            name: "a path as a questionnaire", change: { $0["office/waymark.json"] = record("ml-maturity", "../x") },
            place: "office/waymark.json:1:", parts: ["$.questionnaire: \"../x\" cannot be an id"]),
        Case(
            name: "an unknown target", change: { $0["office/waymark.json"] = record("technology", "tecnology") },
            place: "office/waymark.json:2:13: error: ", parts: ["$.targets.tecnology", "did you mean \"technology\"?"]),
        Case(
            name: "an empty name", change: { $0["office/waymark.json"] = record("Statistics Merrow", " ") },
            place: "office/waymark.json:1:", parts: ["$.organisation: the text is empty"]),
        Case(
            name: "no workspace", change: { $0["office/waymark.json"] = nil }, exitCode: 66,
            place: "waymark: office is not a workspace", parts: ["waymark init"], isFoundByCheck: false),
    ]

    private static func record(_ old: String, _ new: String) -> String {
        Sample.record.replacingOccurrences(of: old, with: new)
    }

    static let overrides = [
        Case(
            name: "a broken questionnaire",
            change: { $0["office/questionnaires/ml-maturity/questionnaire.json"] = "{" },
            place: "office/questionnaires/ml-maturity/questionnaire.json:1:2: error: ", parts: ["complete the file"]),
        Case(
            name: "a broken part", change: { $0["office/questionnaires/ml-maturity/items/culture.json"] = "[" },
            place: "office/questionnaires/ml-maturity/items/culture.json:1:2: error: ", parts: ["complete the file"]),
        Case(
            name: "an unknown key in a part",
            change: {
                $0["office/questionnaires/ml-maturity/items/culture.json"] = #"{"formatVersion": 1, "itms": []}"#
            }, place: "office/questionnaires/ml-maturity/items/culture.json:1:22: error: ",
            parts: ["$.itms", "did you mean \"items\"?"]),
        Case(
            name: "a broken template", change: { $0["office/templates/report.md.mustache"] = "a\n{{#b}}" },
            place: "office/templates/report.md.mustache:2:1: error: ", parts: ["never closed; add '{{/b}}'"]),
        Case(
            name: "a template that is no text",
            change: { $0.set([0xFF, 0xFE], at: "office/templates/summary.txt.mustache") },
            place: "office/templates/summary.txt.mustache: error: ", parts: ["UTF-8"]),
        Case(
            name: "an unknown name in a template",
            change: { $0["office/templates/md/items.mustache"] = "|\n| {{labl}}" },
            place: "office/templates/md/items.mustache:2:3: error: ", parts: ["'labl'", "known here: "],
            isFoundByCheck: false),
        Case(
            name: "a partial that is not there",
            change: { $0["office/templates/summary.txt.mustache"] = "{{> md/item}}" },
            place: "office/templates/summary.txt.mustache:1:1: error: ", parts: ["'md/item'", "'md/items'"],
            isFoundByCheck: false),
        Case(
            name: "a theme without such a colour",
            change: {
                $0["office/templates/theme.json"] = #"{"formatVersion": 1, "colours": {"light": {"text": "red"}}}"#
            }, place: "office/templates/theme.json:1:52: error: ", parts: ["$.colours.light.text", "is not a colour"]),
        Case(
            name: "a logo from elsewhere",
            change: { $0["office/templates/theme.json"] = #"{"formatVersion": 1, "logo": "../../logo.png"}"# },
            place: "office/templates/theme.json:1:30: error: ", parts: ["$.logo", "put it into templates/"]),
        Case(
            name: "a logo that is not there",
            change: { $0["office/templates/theme.json"] = #"{"formatVersion": 1, "logo": "logo.png"}"# },
            place: "office/templates/theme.json:1:30: error: ", parts: ["$.logo", "there is no such file"]),
        Case(
            name: "broken strings", change: { $0["office/templates/strings/en.json"] = "{\"formatVersion\": 1}" },
            place: "office/templates/strings/en.json:1:1: error: ", parts: ["\"text\" is missing"]),
        Case(
            name: "strings without a text",
            change: {
                $0["office/templates/strings/en.json"] =
                    #"{"formatVersion": 1, "language": "en", "direction": "ltr", "text": {"a": "b"}}"#
            }, place: "office/templates/strings/en.json: error: ",
            parts: ["$.text: the text \"", "is missing; add it"],
            isFoundByCheck: false),
    ]

    static let commandLines = [
        Case(
            name: "no such workspace", change: { _ in }, exitCode: 66, place: "waymark: ofice: ",
            parts: ["there is no such folder", "'waymark init ofice'"], arguments: ["assess", "ofice"]),
        Case(
            name: "a mistyped wave", change: { _ in }, exitCode: 66, place: "waymark: office has no wave \"2062\"",
            parts: ["did you mean \"2026\"?"], arguments: ["assess", "office", "--wave", "2062"]),
        Case(
            name: "a path as a wave", change: { _ in }, exitCode: 66, place: "waymark: office has no wave \"../../x\"",
            parts: ["it has: 2026"], arguments: ["assess", "office", "--wave", "../../x"]),
        Case(
            name: "no such questionnaire", change: { _ in }, exitCode: 66,
            place: "waymark: there is no questionnaire \"ml-matuirty\"", parts: ["did you mean \"ml-maturity\"?"],
            arguments: ["assess", "office", "-q", "ml-matuirty"]),
        Case(
            name: "no such file of a questionnaire", change: { _ in }, exitCode: 66, place: "waymark: x/q.json: ",
            parts: ["there is no such file", "check the path"], arguments: ["assess", "office", "-q", "x/q.json"]),
        Case(
            name: "a part above the questionnaire", change: { $0["q.json"] = #"{"parts": ["../../x.json"]}"# },
            place: "q.json:1:12: error: ",
            parts: ["$.parts[0]: ", "\"../../x.json\" is not below", "name files beside"],
            arguments: ["assess", "office", "-q", "./q.json"]
        ).within("./"),
        Case(
            name: "no such metric", change: { _ in }, exitCode: 64,
            place: "waymark: there is no metric or item \"TB22\"",
            parts: ["did you mean \"TB2\"?"], arguments: ["explain", "TB22", "office"]),
        Case(
            name: "nothing that resembles a metric", change: { _ in }, exitCode: 64,
            place: "waymark: there is no metric or item \"quux.zork\"", parts: ["metrics are called organisation"],
            arguments: ["explain", "quux.zork", "office"]),
        Case(
            name: "no such file to check", change: { _ in }, exitCode: 66, place: "waymark: x.json: ",
            parts: ["there is no such file or folder"], arguments: ["check", "x.json"]),
        Case(
            name: "a folder of another kind", change: { $0["other/x.txt"] = "x" }, exitCode: 66,
            place: "waymark: other: ",
            parts: ["neither waymark.json nor questionnaire.json"], arguments: ["check", "other"]),
    ]

    @Test(arguments: responses + records + overrides + commandLines)
    func isExplainedAndWritesNothing(bad: Case) throws {
        let files = Sample.files()
        bad.change(files)
        let before = files.files
        let outcome = files.run(bad.arguments)
        #expect(outcome.exitCode == bad.exitCode)
        #expect(outcome.output.isEmpty)
        let line = outcome.notes.split(separator: "\n").first { line in
            line.hasPrefix(bad.place) && bad.parts.allSatisfy(line.contains)
        }
        #expect(line != nil, "\(outcome.notes)")
        #expect(files.files == before && files.writes.isEmpty)
    }

    @Test(arguments: (responses + records + overrides).filter(\.isFoundByCheck))
    func isFoundByCheck(bad: Case) {
        let files = Sample.files()
        bad.change(files)
        let before = files.files
        let outcome = files.run("check", "office")
        #expect(outcome.exitCode == 1)
        #expect(outcome.notes.isEmpty)
        let place = bad.place.hasPrefix("waymark: ") ? String(bad.place.dropFirst(9).dropLast(2)) : bad.place
        let line = outcome.output.split(separator: "\n").first { line in
            line.hasPrefix(place) && bad.parts.prefix(1).allSatisfy(line.contains)
        }
        #expect(line != nil, "\(outcome.output)")
        #expect(files.files == before && files.writes.isEmpty)
    }

    /// Each response is left out and listed, and the rest is assessed.
    @Test(arguments: responses)
    func canBeSkipped(bad: Case) throws {
        let files = Sample.files()
        bad.change(files)
        let outcome = files.run("assess", "office", "--skip-invalid", "--format", "md,json")
        #expect(outcome.exitCode == 0, "\(outcome.notes)")
        let report = try #require(files["office/reports/2026/ml-maturity.md"])
        let name = bad.name == "one respondent twice" ? "r-05.json" : "r-01.json"
        #expect(report.contains("| responses/\(name) | "))
        #expect(report.contains("One response was left out because it is invalid"))
        #expect(report.contains(name == "r-05.json" ? "- 4 people answered." : "- 3 people answered."))
        #expect(files["office/reports/2026/ml-maturity.json"]?.contains("\"file\": \"responses/\(name)\"") == true)
    }

    @Test func explainSkipsToo() {
        let files = Sample.files()
        files[Self.first] = "{"
        #expect(files.run("explain", "overall", "office").exitCode == 65)
        #expect(files.run("explain", "overall", "office", "--skip-invalid").exitCode == 0)
    }

    /// What is wrong with the record of a wave cannot be left out.
    @Test func aRecordCannotBeSkipped() {
        let files = Sample.files()
        files["\(Sample.wave)/wave.json"] = Sample.waveRecord("vote")
        #expect(files.run("assess", "office", "--skip-invalid").exitCode == 65)
        #expect(files.writes.isEmpty)
    }

    @Test func everyProblemIsFoundInOneGo() {
        let files = Sample.files()
        let names = ["unknown item", "a broken template", "broken strings", "an unknown target"]
        let chosen = (Self.responses + Self.overrides + Self.records).filter { names.contains($0.name) }
        #expect(chosen.count == names.count)
        for bad in chosen { bad.change(files) }
        files["office/waves/2024/wave.json"] = "{"
        files["office/waves/2025/responses/r.json"] = "{"
        let outcome = files.run("check", "office")
        #expect(outcome.exitCode == 1)
        for place in [
            "office/templates/report.md.mustache:2:1", "office/templates/strings/en.json:1:1",
            "office/waves/2024/wave.json:1:2", "office/waves/2025/wave.json", "\(Sample.wave)/responses/r-01.json:3:1",
            "office/waymark.json:2:13",
        ] {
            #expect(outcome.output.contains(place), "\(place)")
        }
    }
}

extension BadInputTests.Case {
    /// The same, wherever in the file it is found.
    fileprivate var anywhere: Self {
        Self(
            name: name, change: change, exitCode: exitCode, place: place.replacingOccurrences(of: " error: ", with: ""),
            parts: ["error: "], arguments: arguments, isFoundByCheck: isFoundByCheck)
    }

    /// The same with a folder before the file.
    fileprivate func within(_ folder: String) -> Self {
        Self(
            name: name, change: change, exitCode: exitCode, place: folder + place, parts: parts, arguments: arguments,
            isFoundByCheck: isFoundByCheck)
    }
}

import Foundation
import Testing

@testable import Commands

@Suite struct AssessCommandTests {
    @Test func formatsAndFolder() throws {
        let files = Sample.files()
        #expect(files.run("assess", "office", "--format", "csv,md,csv", "-o", "out").exitCode == 0)
        #expect(files.writes == ["out/ml-maturity.md", "out/ml-maturity.csv"])
    }

    /// How far the result depends on choices stands in every format that has sections, and only on request.
    @Test func sensitivityOnRequest() throws {
        let files = Sample.files()
        let heading = "How far the result depends on choices"
        #expect(files.run("assess", "office", "-o", "plain").exitCode == 0)
        #expect(files.run("assess", "office", "--sensitivity", "-o", "more").exitCode == 0)
        for ending in ["md", "html"] {
            #expect(try #require(files["plain/ml-maturity.\(ending)"]).contains(heading) == false)
            #expect(try #require(files["more/ml-maturity.\(ending)"]).contains(heading))
        }
        let markdown = try #require(files["more/ml-maturity.md"])
        let section = try #require(markdown.split(separator: "### \(heading)\n").last)
        let choices = section.split(separator: "\n").filter { $0.hasSuffix(" |") }.dropFirst(2)
        // Two spreads of weights; then a head, a rule and a line for each of the five domains and the five choices.
        #expect(choices.prefix(14).count == 14)
        #expect(section.contains("| Weight of Technology | ") && section.contains("| Caps, or none | "))
        #expect(try #require(files["plain/ml-maturity.json"]).contains("\"sensitivity\"") == false)
        #expect(try #require(files["more/ml-maturity.json"]).contains("\"sensitivity\""))
    }

    @Test func theReportIsOpenedOnRequest() {
        let files = Sample.files()
        #expect(files.run("assess", "office").opened == [])
        #expect(files.run("assess", "office", "--open").opened == ["office/reports/2026/ml-maturity.html"])
        let outcome = files.run(["assess", "office", "--open"], canOpen: false)
        #expect(outcome.exitCode == 0)
        #expect(
            outcome.notes.hasSuffix(
                "No program here opens office/reports/2026/ml-maturity.html; open it in a browser\n"))
    }

    /// A mistake on the command line is found before anything is written.
    @Test func whatIsNotWrittenCannotBeOpened() {
        let files = Sample.files()
        let outcome = files.run("assess", "office", "--open", "--format", "md")
        #expect(outcome.exitCode == 64 && outcome.output.isEmpty)
        #expect(outcome.notes == "waymark: --open shows the HTML report, and --format leaves it out; add html\n")
        #expect(files.writes.isEmpty && outcome.opened.isEmpty)
    }

    @Test func aThemeThatIsHardToReadIsWarnedOfOnce() {
        let files = Sample.files()
        files["office/templates/theme.json"] = ##"""
            {"formatVersion": 1, "colours": {"light": {"text": "#EEEEEE", "background": "#FFFFFF"}}}
            """##
        let outcome = files.run("assess", "office")
        let lines = outcome.notes.split(separator: "\n").filter { $0.contains("has a contrast of") }
        #expect(outcome.exitCode == 0)
        #expect(lines.count == Set(lines).count && !lines.isEmpty)
        #expect(lines.allSatisfy { $0.hasPrefix("office/templates/theme.json:1:") && $0.contains(" warning: ") })
        let checked = files.run("check", "office")
        #expect(checked.exitCode == 0 && checked.output.contains("office/templates/theme.json:1:"))
        #expect(files.run("check", "office/templates/theme.json").output.contains("office/templates/theme.json:1:"))
    }

    @Test func theLastWaveUnlessAnotherIsNamed() throws {
        let files = Sample.files()
        for (path, text) in Sample.texts where path.contains("/2026/") {
            files[path.replacingOccurrences(of: "2026", with: "2025")] = text.replacingOccurrences(
                of: "2026", with: "2025")
        }
        #expect(files.run("assess", "office").output.hasPrefix("Statistics Merrow, 2026"))
        #expect(files.run("assess", "office", "-w", "2025").output.hasPrefix("Statistics Merrow, 2025"))
        #expect(files["office/reports/2025/ml-maturity.md"] != nil)
    }

    @Test func markupAndFormulasInAComment() throws {
        let files = Sample.files()
        let comment = #"{"option": "1", "comment": "=cmd() <script>|x| [a](b) {{title}}", "evidence": "=1+1"}"#
        files["\(Sample.wave)/responses/r-01.json"] = Sample.response("r-01", answers: ["OF1": comment])
        #expect(files.run("assess", "office").exitCode == 0)
        let markdown = try #require(files["office/reports/2026/ml-maturity.md"])
        #expect(markdown.contains("  - Comment: \\=cmd() &lt;script&gt;\\|x\\| \\[a\\](b) \\{\\{title\\}\\}\n"))
        #expect(!markdown.contains("<script"))
    }

    /// Where a formula could reach a spreadsheet: the name of the office stands in every row.
    @Test func aFormulaAsTheNameOfTheOffice() throws {
        let files = Sample.files()
        files["office/waymark.json"] = Sample.record.replacingOccurrences(
            of: "Statistics Merrow", with: "=cmd|'/C calc'!A0")
        #expect(files.run("assess", "office").exitCode == 0)
        let rows = try #require(files["office/reports/2026/ml-maturity.csv"]).components(separatedBy: "\r\n")
            .dropFirst()
        #expect(rows.dropLast().allSatisfy { $0.hasPrefix("\"'=cmd|'/C calc'!A0\",") })
    }

    @Test func theSameFilesGiveTheSameReports() {
        let (first, second) = (Sample.files(), Sample.files())
        _ = first.run("assess", "office")
        _ = second.run("assess", "office")
        #expect(first.files == second.files)
    }

    @Test func warningsAreSaidAndDoNotStopIt() {
        let files = Sample.files()
        let answer = #"{"option": "1", "reason": "because"}"#
        files["\(Sample.wave)/responses/r-01.json"] = Sample.response("r-01", answers: ["OF1": answer])
        let outcome = files.run("assess", "office")
        #expect(outcome.exitCode == 0)
        #expect(outcome.notes.hasPrefix("\(Sample.wave)/responses/r-01.json:3:34: warning: $.answers.OF1.reason: "))
    }

    @Test func filesThatAreNoResponsesArePassedOver() {
        let files = Sample.files()
        for name in [".hidden.json", "notes.txt", "r-09.json~"] { files["\(Sample.wave)/responses/\(name)"] = "{" }
        files["office/waves/.git/config"] = "x"
        files["office/waves/README"] = "x"
        #expect(files.run("assess", "office").exitCode == 0)
    }
}

import Digests
import Foundation
import Testing

@testable import Commands

/// The binary from outside: exit codes, streams, folders.
@Suite struct ProgramTests {
    private func office() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(Sample.texts)
        return folder
    }

    @Test(arguments: WaymarkTests.commands)
    func helpOfEveryCommand(path: [String]) throws {
        let outcome = try Program.run(path + ["--help"])
        #expect(outcome.exitCode == 0)
        #expect(outcome.output.hasPrefix("Usage: waymark"))
        #expect(outcome.notes.isEmpty)
    }

    @Test func theVersion() throws {
        let outcome = try Program.run("--version")
        #expect(outcome.output == "waymark \(Waymark.version)\n" && outcome.exitCode == 0)
    }

    @Test func success() throws {
        let folder = try office()
        let outcome = try Program.run("assess", "office", in: folder.url)
        #expect(outcome.exitCode == 0)
        #expect(outcome.output.hasPrefix("Statistics Merrow, 2026: "))
        #expect(
            outcome.notes == """
                Wrote office/reports/2026/ml-maturity.html
                Wrote office/reports/2026/ml-maturity.md
                Wrote office/reports/2026/ml-maturity.json
                Wrote office/reports/2026/ml-maturity.csv

                """)
        #expect(try folder.text("office/reports/2026/ml-maturity.md").hasPrefix("# Statistics Merrow, 2026"))
    }

    @Test func theWholeWayFromAnEmptyFolder() throws {
        let folder = try TemporaryFolder()
        #expect(try Program.run("init", "office", "--wave", "2026", in: folder.url).exitCode == 0)
        #expect(try Program.run("check", "office", in: folder.url).exitCode == 0)
        #expect(try Program.run("assess", "office", in: folder.url).exitCode == 65)
        let template = try folder.text("office/waves/2026/template/response.json")
        for number in 1...3 {
            let filled = template.replacingOccurrences(of: "null", with: "\"\(number)\"")
                .replacingOccurrences(of: "r-01", with: "r-0\(number)")
            try folder.write(["office/waves/2026/responses/r-0\(number).json": filled])
        }
        let checked = try Program.run("check", "office", in: folder.url)
        #expect(checked.output == "5 files checked: 0 errors, 0 warnings\n" && checked.exitCode == 0)
        #expect(try Program.run("assess", "office", in: folder.url).exitCode == 0)
        #expect(try Program.run("explain", "technology", "office", in: folder.url).output.contains("TB2 "))
    }

    @Test func problemsFoundIsOne() throws {
        let folder = try office()
        try folder.write(["office/waves/2026/responses/r-01.json": "{"])
        let outcome = try Program.run("check", "office", in: folder.url)
        #expect(outcome.exitCode == 1)
        #expect(outcome.output.hasPrefix("office/waves/2026/responses/r-01.json:1:2: error: "))
        #expect(outcome.output.hasSuffix("\n6 files checked: 1 error, 0 warnings\n"))
        #expect(outcome.notes.isEmpty)
    }

    @Test func usageIsSixtyFour() throws {
        let outcome = try Program.run("asess")
        #expect(outcome.exitCode == 64)
        #expect(outcome.output.isEmpty && outcome.notes.contains("Did you mean 'assess'?"))
    }

    @Test func badDataIsSixtyFive() throws {
        let folder = try office()
        try folder.write(["office/waves/2026/responses/r-01.json": "{"])
        let before = try folder.contents()
        let outcome = try Program.run("assess", "office", in: folder.url)
        #expect(outcome.exitCode == 65)
        #expect(outcome.output.isEmpty)
        #expect(outcome.notes.hasPrefix("office/waves/2026/responses/r-01.json:1:2: error: "))
        #expect(try folder.contents() == before)
    }

    @Test func missingInputIsSixtySix() throws {
        let outcome = try Program.run("assess", "nowhere")
        #expect(outcome.exitCode == 66)
        #expect(outcome.output.isEmpty)
        #expect(
            outcome.notes == "waymark: nowhere: there is no such folder; make a workspace with 'waymark init nowhere'\n"
        )
    }

    @Test func aFileInTheWayIsSeventyThree() throws {
        let folder = try office()
        try folder.write(["taken": "mine"])
        let before = try folder.contents()
        let outcome = try Program.run("assess", "office", "--output", "taken", in: folder.url)
        #expect(outcome.exitCode == 73)
        #expect(outcome.notes.contains("waymark: taken cannot be made: a file is in the way; name another folder\n"))
        #expect(try Program.run("init", "taken", in: folder.url).exitCode == 73)
        #expect(try Program.run("template", "copy", "taken", in: folder.url).exitCode == 73)
        #expect(try Program.run("demo", "--output", "taken", in: folder.url).exitCode == 73)
        #expect(try folder.contents() == before)
    }

    @Test func aFullDeviceIsSeventyFour() throws {
        let folder = try office()
        let full = URL(fileURLWithPath: "/dev/full")
        for arguments in [["explain", "overall", "office"], ["assess", "office"]] {
            let outcome = try Program.run(arguments, in: folder.url, output: full)
            #expect(outcome.exitCode == 74)
            #expect(outcome.notes.contains("waymark: standard output cannot be written: "))
        }
        #expect(try folder.contents().keys.filter { $0.contains("reports") } == [])
    }

    @Test(.enabled(if: getuid() != 0, "root may write anywhere"))
    func aFolderWithoutRightsIsSeventyThree() throws {
        let folder = try office()
        let closed = folder.url.appendingPathComponent("closed")
        try FileManager.default.createDirectory(
            at: closed, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o500])
        let outcome = try Program.run("assess", "office", "--output", "closed/reports", in: folder.url)
        #expect(outcome.exitCode == 73)
        #expect(outcome.notes.contains("access is not permitted"))
    }

    @Test func noColourIsHarmless() throws {
        let folder = try office()
        let plain = try Program.run("explain", "overall", "office", in: folder.url)
        let without = try Program.run("explain", "overall", "office", in: folder.url, environment: ["NO_COLOR": "1"])
        #expect(plain.output == without.output)
        #expect(!plain.output.contains("\u{1B}"))
    }

    @Test func aMovedProgramRunsInAnyFolder() throws {
        let folder = try TemporaryFolder()
        let moved = folder.url.appendingPathComponent("bin/elsewhere")
        try FileManager.default.createDirectory(
            at: moved.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: Program.url, to: moved)
        let root = URL(fileURLWithPath: "/")
        let demo = folder.url.appendingPathComponent("demo").path
        let outcome = try Program.run("demo", "--output", demo, in: root, program: moved)
        #expect(outcome.exitCode == 0, "\(outcome.notes)")
        #expect(outcome.output.contains("  \(demo)/reports/2026/ml-maturity.md\n"))
        #expect(try Program.run("assess", demo, in: root, program: moved).exitCode == 0)
        let inside = URL(fileURLWithPath: demo)
        #expect(try Program.run("assess", in: inside, program: moved).exitCode == 0)
    }

    @Test func theDemoTwiceIsTheSameToTheByte() throws {
        let (first, second) = (try TemporaryFolder(), try TemporaryFolder())
        let one = try Program.run("demo", in: first.url)
        let two = try Program.run("demo", in: second.url)
        #expect(one.exitCode == 0 && one.output == two.output)
        let contents = try first.contents()
        #expect(try contents == second.contents())
        #expect(contents.keys.filter { $0.hasSuffix("ml-maturity.md") }.count == 2)
        // And again in the same place.
        #expect(try Program.run("demo", in: first.url).exitCode == 0)
        #expect(try first.contents() == contents)
    }

    @Test func theSampleOfTheDemoIsSound() throws {
        let folder = try TemporaryFolder()
        _ = try Program.run("demo", in: folder.url)
        let outcome = try Program.run("check", "waymark-demo", in: folder.url)
        #expect(outcome.exitCode == 0)
        #expect(outcome.output.hasSuffix(" files checked: 0 errors, 0 warnings\n"))
    }

    @Test func aFileFarTooLargeIsRefusedAtOnce() throws {
        let folder = try office()
        let large = folder.url.appendingPathComponent("office/waves/2026/responses/r-09.json")
        try Data().write(to: large)
        let handle = try FileHandle(forWritingTo: large)
        try handle.truncate(atOffset: 100_000_000)
        try handle.close()
        let shell = URL(fileURLWithPath: "/bin/sh")
        let start = ContinuousClock.now
        for command in ["check", "assess"] {
            let outcome = try Program.run(
                "-c", "ulimit -v 500000; exec \"$0\" \(command) office", Program.url.path, in: folder.url,
                program: shell)
            #expect(outcome.exitCode == (command == "check" ? 1 : 65))
            let line = "office/waves/2026/responses/r-09.json: error: the file has 100000000 bytes, more than the limit"
            #expect((outcome.output + outcome.notes).contains(line))
        }
        #expect(ContinuousClock.now - start < .seconds(10))
        try FileManager.default.removeItem(at: large)
    }

    /// An auditor needs no other program than `sha256sum`.
    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/sha256sum"), "there is no sha256sum"))
    func theHashesAreThoseOfSha256sum() throws {
        let folder = try office()
        _ = try Program.run("template", "copy", "office", in: folder.url)
        _ = try Program.run("assess", "office", in: folder.url)
        let report = try folder.text("office/reports/2026/ml-maturity.md")
        func shell(_ line: String) throws -> String {
            String(
                try Program.run("-c", line, in: folder.url, program: URL(fileURLWithPath: "/bin/sh")).output
                    .prefix { $0 != " " })
        }
        let answers = try shell("cd office/waves/2026 && LC_ALL=C sha256sum responses/*.json wave.json | sha256sum")
        #expect(answers.count == 64)
        #expect(report.contains("SHA-256 of the answers: `\(answers)`"))
        let template = try shell("sha256sum office/templates/report.md.mustache")
        #expect(report.contains("- templates/report.md.mustache: `\(template)`"))
        _ = try Program.run("questionnaire", "copy", "ml-maturity", "office", in: folder.url)
        let questionnaire = try shell(
            "cd office/questionnaires/ml-maturity && LC_ALL=C sha256sum items/*.json questionnaire.json "
                + "recommendations.json | sha256sum")
        #expect(report.contains("SHA-256 of the questionnaire's files: `\(questionnaire)`"))
    }

    /// The same for a questionnaire that takes parts from the one beside it; and its file can be checked from inside its
    /// folder, where the one beside it is only to be had by going up.
    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/sha256sum"), "there is no sha256sum"))
    func theHashOfSharedPartsIsThatOfSha256sum() throws {
        let folder = try TemporaryFolder()
        let id = "ml-maturity-six-areas"
        _ = try Program.run("init", "office", "-q", id, "--wave", "2026", "--collection", "self", in: folder.url)
        let template = try folder.text("office/waves/2026/template/response.json")
        try folder.write([
            "office/waves/2026/responses/r-01.json": template.replacingOccurrences(of: "null", with: "\"2\"")
        ])
        _ = try Program.run("questionnaire", "copy", id, "office", in: folder.url)
        #expect(try Program.run("assess", "office", in: folder.url).exitCode == 0)
        let line =
            "cd office/questionnaires/\(id) && LC_ALL=C sha256sum ../ml-maturity/items/*.json "
            + "../ml-maturity/recommendations.json items/*.json questionnaire.json recommendations.json | sha256sum"
        let hash = try Program.run("-c", line, in: folder.url, program: URL(fileURLWithPath: "/bin/sh")).output.prefix(
            64)
        let report = try folder.text("office/reports/2026/\(id).md")
        #expect(hash.count == 64)
        #expect(report.contains("SHA-256 of the questionnaire's files: `\(hash)`"))
        let drafts = folder.url.appendingPathComponent("office/questionnaires")
        try FileManager.default.copyItem(at: drafts, to: folder.url.appendingPathComponent("drafts"))
        let inside = folder.url.appendingPathComponent("drafts/\(id)")
        let outcome = try Program.run("check", "questionnaire.json", in: inside)
        #expect(outcome.output == "9 files checked: 0 errors, 0 warnings\n")
    }
}

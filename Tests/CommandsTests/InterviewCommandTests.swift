import Foundation
import Testing

@testable import Commands

@Suite struct InterviewCommandTests {
    private static let file = "office/waves/2026/responses/maria.json"
    private static let draft = file + ".draft"

    private func run(_ files: MemoryFileSystem, _ typed: [String], _ more: String...) -> Outcome {
        files.run(["interview", "ml-maturity", "--workspace", "office"] + more, typed: typed)
    }

    /// All 37 questions; the file that comes out is a response like any other.
    @Test func fromTheNameToAFileThatIsChecked() throws {
        let files = Sample.files()
        let typed = ["Maria Smith!", "maria", "2"] + [String](repeating: "3", count: Sample.items.count) + ["f"]
        let outcome = run(files, typed)
        #expect(outcome.exitCode == 0)
        #expect(outcome.notes.contains("Written: \(Self.file)\n"))
        let text = try #require(files[Self.file])
        #expect(text.contains("\"completed\": \"20") && text.contains("\"respondent\": \"maria\""))
        #expect(files[Self.draft] == nil)
        #expect(files.run("check", "office").output.hasSuffix("0 errors, 0 warnings\n"))
        #expect(files.run("assess", "office").output.contains("5 people answered"))
    }

    /// Whoever leaves, or whose line breaks off, finds every answer again.
    @Test func whoLeavesGoesOnLater() throws {
        let files = Sample.files()
        #expect(run(files, ["2", "4", "d"], "-r", "maria").exitCode == 0)
        #expect(files[Self.file] == nil)
        let draft = try #require(files[Self.draft])
        #expect(draft.contains("\"OF1\": \"4\"") && draft.contains("dontKnow"))
        // A draft is no answer yet.
        #expect(files.run("assess", "office").output.contains("4 people answered"))
        let second = run(files, ["q"], "-r", "maria")
        #expect(second.output.contains("2 answers of yours were kept"))
        #expect(second.output.contains("3 of 37"))
        #expect(files[Self.draft] == draft)
        #expect(second.notes.contains("Kept in \(Self.draft)."))
    }

    @Test func aFinishedFileCanBeChanged() throws {
        let files = Sample.files()
        files["office/waves/2026/responses/r-01.json"] = Sample.response("r-01", answers: ["TB2": "\"4\""])
        #expect(run(files, ["OF1", "0", "r", "f"], "-r", "r-01").exitCode == 0)
        #expect(try #require(files["office/waves/2026/responses/r-01.json"]).contains("\"OF1\": \"0\""))
    }

    @Test func aDraftThatWasSpoiltIsNotOverwritten() throws {
        let files = Sample.files()
        let spoilt = Sample.response("maria").replacingOccurrences(of: "\"OF1\": \"2\"", with: "\"OF1\": \"9\"")
        files[Self.draft] = spoilt
        let outcome = run(files, ["2"], "-r", "maria")
        #expect(outcome.exitCode == 65)
        #expect(outcome.notes.contains("\(Self.draft):") && outcome.notes.contains("move the file away to begin anew"))
        #expect(files[Self.draft] == spoilt)
    }

    @Test func answersOfSomebodyElseAreNotTakenOver() {
        let files = Sample.files()
        let outcome = run(files, ["2"], "-r", "maria", "-o", "office/waves/2026/responses/r-01.json")
        #expect(outcome.exitCode == 64)
        #expect(outcome.notes.contains("holds the answers of \"r-01\""))
    }

    @Test func whatCannotBeKeptEndsItWithAMessage() {
        let files = Sample.files()
        files.writeFailure = { _, _ in .diskFull }
        let outcome = run(files, ["2", "4"], "-r", "maria")
        #expect(outcome.exitCode == 74 && outcome.notes.contains("the disk is full"))
    }

    @Test func withoutAWorkspace() throws {
        let files = MemoryFileSystem()
        let none = files.run(["interview", "ml-maturity", "-r", "maria"], typed: ["1"])
        #expect(none.exitCode == 64 && none.notes.contains("name the wave with --wave"))
        #expect(files.run(["interview", "ml-maturity", "-r", "maria", "-w", "2026"], typed: ["1", "2"]).exitCode == 0)
        #expect(files["maria.json.draft"] != nil)
        #expect(files.run("interview", "ml-maturity", "-w", "2026", "--workspace", "office").exitCode == 66)
        #expect(files.run("interview", "ml-maturity", "-r", "../x", "-w", "2026").exitCode == 64)
    }

    @Test func aboutAProject() throws {
        let files = MemoryFileSystem()
        let missing = files.run("interview", "ml-project")
        #expect(missing.exitCode == 64 && missing.notes.contains("name the project with --project"))
        let outcome = files.run(["interview", "ml-project", "-p", "coding", "-r", "lead"], typed: ["1", "1"])
        #expect(outcome.exitCode == 0)
        #expect(try #require(files["lead.json.draft"]).contains("\"project\": \"coding\""))
        #expect(files.run("interview", "ml-project", "-p", "coding", "-w", "2026").exitCode == 64)
        #expect(files.run("interview", "ml-maturity", "-p", "coding").exitCode == 64)
    }

    /// The program killed between two lines has kept what was answered before.
    @Test func killedInTheMiddle() throws {
        let folder = try TemporaryFolder()
        let process = Process()
        process.executableURL = Program.url
        process.arguments = ["interview", "ml-maturity", "--wave", "2026", "-r", "maria"]
        process.currentDirectoryURL = folder.url
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        input.fileHandleForWriting.write(Data("2\n4\n3\n".utf8))
        // The third question is on the screen once two answers are kept.
        var seen = ""
        while !seen.contains("3 of 37") {
            let part = output.fileHandleForReading.availableData
            try #require(!part.isEmpty)
            seen += String(decoding: part, as: UTF8.self)
        }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        let kept = try folder.text("maria.json.draft")
        #expect(kept.contains("\"OF1\": \"4\"") && kept.contains("\"OF2\": \"3\""))
    }
}

import Digests
import Foundation
import JSON
import Testing

@testable import Commands

@Suite struct ResponseIntakeTests {
    private static let lines = "\(Sample.wave)/responses.jsonl"

    /// Responses of people who differ.
    private static func people(_ count: Int) -> [String] {
        (0..<count).map { number in
            Sample.response(
                "p-\(number)", role: ["it", "dataScience", "leadership", "methodology"][number % 4],
                option: "\((number * 7 + number / 5) % 5)",
                answers: [
                    "TB2": [
                        "\"4\"", "{\"state\": \"dontKnow\"}", "null",
                        "{\"option\": \"1\", \"comment\": \"é \(number)\"}",
                    ][
                        number % 4],
                    "OF1": number % 6 == 0 ? "{\"state\": \"notApplicable\", \"reason\": \"why\"}" : "\"3\"",
                ])
        }
    }

    private static func line(_ response: String) -> String { response.replacingOccurrences(of: "\n", with: " ") + "\n" }

    private static func emptyOffice() -> MemoryFileSystem {
        MemoryFileSystem(["office/waymark.json": Sample.record, "\(Sample.wave)/wave.json": Sample.waveRecord()])
    }

    private func office(files: ArraySlice<String> = [], lines: [String]) -> MemoryFileSystem {
        let office = Self.emptyOffice()
        for (number, text) in files.enumerated() { office["\(Sample.wave)/responses/r-\(number).json"] = text }
        let text = lines.map(Self.line).joined()
        if !text.isEmpty { office[Self.lines] = text }
        return office
    }

    /// The report as JSON, without the digest of the files.
    private func report(_ files: MemoryFileSystem, _ more: String...) throws -> String {
        let outcome = files.run(["assess", "office"] + more)
        #expect(outcome.exitCode == 0, "\(outcome.notes)")
        let text = try #require(files["office/reports/2026/ml-maturity.json"])
        return text.split(separator: "\n").filter { !$0.contains("\"answers\": \"") }
            .joined(separator: "\n").replacing(/\ *"lines": \[[^\]]*\],\n/, with: "")
    }

    @Test func filesAndLinesGiveTheSameReport() throws {
        let people = Self.people(31)
        let files = try report(office(files: people[...], lines: []))
        #expect(files.contains("\"answered\": 31") || files.contains("\"answered\": 8"))
        #expect(try report(office(lines: people)) == files)
        #expect(try report(office(lines: people.reversed())) == files)
        #expect(try report(office(files: people[..<9], lines: people[9...].shuffled())) == files)
    }

    /// How the file comes, and which thread is the faster, makes no difference.
    @Test(arguments: [100, 5000]) func partsMakeNoDifference(size: Int) throws {
        let people = Self.people(400)
        let whole = try report(office(lines: people))
        for _ in 0..<3 {
            let files = office(lines: people)
            files.partSize = size
            #expect(try report(files) == whole)
        }
    }

    /// So many people of a role that random groups of them are drawn: files, and lines that are read as codes or in the
    /// ordinary way, in any order, give the same intervals.
    @Test func manyPeopleGiveTheSameReport() throws {
        let people = Self.people(4400)
        let lines = try report(office(lines: people))
        #expect(lines.contains("\"randomGroups\": {"))
        #expect(try report(office(lines: people.shuffled())) == lines)
        #expect(try report(office(files: people[..<300], lines: people[300...].reversed())) == lines)
        // Where remarks are not shown, lines that have some are read as codes.
        let silent = office(lines: people)
        silent["office/waymark.json"] = Sample.record.replacing("\"comments\": true", with: "\"comments\": false")
        let withoutWords = try report(silent)
        #expect(withoutWords != lines)
        func figures(_ report: String) -> [Substring] {
            report.split(separator: "\n").filter { $0.contains("standardError") || $0.contains("\"value\"") }
        }
        #expect(figures(withoutWords) == figures(lines))
        #expect(figures(lines).count > 40)
    }

    @Test func theDigestIsThatOfTheFile() throws {
        let people = Self.people(4)
        let first = office(lines: people)
        let second = office(lines: people.reversed())
        for files in [first, second] { #expect(files.run("assess", "office").exitCode == 0) }
        #expect(first["office/reports/2026/ml-maturity.json"] != second["office/reports/2026/ml-maturity.json"])
        // As b2sum and sha256sum would compute them.
        func bytes(_ name: String) -> [UInt8] { first.files["\(Sample.wave)/\(name)"] ?? [] }
        let ofLines = BLAKE2b.hexadecimalDigest(of: bytes("responses.jsonl"))
        let list = "\(ofLines)  responses.jsonl\n\(SHA256.hexadecimalDigest(of: bytes("wave.json")))  wave.json\n"
        let report = try #require(first["office/reports/2026/ml-maturity.json"])
        #expect(report.contains("\"blake2b\": \"\(ofLines)\""))
        #expect(report.contains("\"answers\": \"\(SHA256.hexadecimalDigest(of: Array(list.utf8)))\""))
        let markdown = try #require(first["office/reports/2026/ml-maturity.md"])
        #expect(
            markdown.contains(
                "- BLAKE2b of responses.jsonl, which stands for the file in the SHA-256 of the answers: `\(ofLines)`"))
    }

    @Test func whoAnswersTwiceIsNamedWithBothPlaces() {
        let people = Self.people(5)
        let files = office(files: people[..<2], lines: [people[2], people[1], people[3], people[4], people[2]])
        let outcome = files.run("check", "office")
        #expect(outcome.exitCode == 1)
        #expect(
            outcome.output == """
                \(Self.lines):2:1: error: $.respondent: the respondent "p-1" has answered in \
                \(Sample.wave)/responses/r-1.json too; keep one of the two responses, or give each person an id of their \
                own
                \(Self.lines):5:1: error: $.respondent: the respondent "p-2" has answered in \(Self.lines):1 too; keep \
                one of the two responses, or give each person an id of their own
                5 files checked: 2 errors, 0 warnings

                """)
        let skipped = files.run("assess", "office", "--skip-invalid")
        #expect(skipped.exitCode == 0)
        #expect(files["office/reports/2026/ml-maturity.json"]?.contains("\"file\": \"responses.jsonl:5\"") == true)
    }

    @Test func manyBadLinesAreCountedAndNotAllListed() throws {
        let good = Self.people(6)
        let bad = good[0].replacingOccurrences(of: "\"OF2\": \"0\"", with: "\"OF2\": \"9\"")
        #expect(bad != good[0])
        let files = office(lines: good + [String](repeating: bad, count: 250))
        let checked = files.run("check", "office")
        #expect(checked.exitCode == 1)
        let listed = checked.output.split(separator: "\n")
        #expect(listed.count == 102)
        #expect(listed[99].hasPrefix("\(Self.lines):106:"))
        #expect(listed[100].hasPrefix("\(Self.lines):107:"))
        #expect(
            listed[100].hasSuffix(
                "the 150 problems from here on are not listed; put right what is listed, and check again"))
        let refused = files.run("assess", "office")
        #expect(refused.exitCode == 65)
        #expect(refused.notes.contains("because 250 problems must be put right first; --skip-invalid leaves"))
        let skipped = files.run("assess", "office", "--skip-invalid")
        #expect(skipped.exitCode == 0)
        let markdown = try #require(files["office/reports/2026/ml-maturity.md"])
        #expect(markdown.contains("250 responses were left out because they are invalid"))
        #expect(markdown.contains("150 more responses were left out."))
        #expect(markdown.contains("| responses.jsonl:7 | "))
        let page = try #require(files["office/reports/2026/ml-maturity.html"])
        #expect(page.contains("<li>150 more responses were left out.</li>"))
    }

    /// Far down in a big file a mistake is found as exactly as in a small one.
    @Test func aBrokenLineInABigFile() {
        let people = Self.people(4).map(Self.line)
        let parts = people[0].components(separatedBy: "p-0")
        var lines = (1...6_000).map { "\(parts[0])q-\($0)\(parts[1])" }
        lines[5_432] = lines[5_432].replacingOccurrences(of: "\"TB2\":", with: "\"TB2\";")
        let files = Self.emptyOffice()
        files.partSize = 1 << 15
        files[Self.lines] = lines.joined()
        let column = (lines[5_432].firstIndex(of: ";")?.utf16Offset(in: lines[5_432]) ?? 0) + 1
        let refused = files.run("assess", "office")
        #expect(refused.exitCode == 65)
        #expect(
            refused.notes.contains(
                "\(Self.lines):5433:\(column): error: a colon is missing after the name \"TB2\"; write name, "
                    + "colon, value"))
        #expect(files.run("assess", "office", "--skip-invalid").exitCode == 0)
        #expect(files["office/reports/2026/ml-maturity.json"]?.contains("\"file\": \"responses.jsonl:5433\"") == true)
    }

    @Test func aWrongWaveAndALineThatIsCutOff() {
        let people = Self.people(4).map(Self.line)
        let files = Self.emptyOffice()
        files[Self.lines] =
            "\u{FEFF}" + people[0].replacingOccurrences(of: "\n", with: "\r\n")
            + people[1].replacingOccurrences(of: "\"wave\": \"2026\"", with: "\"wave\": \"2025\"") + people[2]
            + people[3].dropLast(20)
        let outcome = files.run("check", "office")
        #expect(outcome.exitCode == 1)
        let findings = outcome.output.split(separator: "\n")
        #expect(findings.count == 3)
        #expect(findings[0].hasPrefix("\(Self.lines):2:") && findings[0].contains("error: $.wave: "))
        #expect(findings[1].hasPrefix("\(Self.lines):4:") && findings[1].contains("error: the line ends"))
    }

    @Test func anEmptyFileHasNoResponses() {
        let files = Self.emptyOffice()
        files[Self.lines] = ""
        #expect(files.run("check", "office").output.contains("the wave has no responses"))
        #expect(files.run("assess", "office").exitCode == 65)
    }

    @Test func aFileThatCannotBeRead() {
        let files = office(lines: Self.people(4))
        files.readFailure = { $0 == Self.lines ? .notPermitted : nil }
        let outcome = files.run("assess", "office")
        #expect(outcome.exitCode == 66, "\(outcome.exitCode)")
        #expect(outcome.notes.contains("\(Self.lines): access is not permitted"))
    }

    @Test func theFileByItself() {
        let files = office(lines: Self.people(3) + ["{\"formatVersion\": 1"])
        let outcome = files.run("check", Self.lines)
        #expect(outcome.exitCode == 1)
        #expect(outcome.output.hasPrefix("\(Self.lines):4:"))
        #expect(outcome.output.hasSuffix("1 file checked: 1 error, 0 warnings\n"))
        files["elsewhere/answers.jsonl"] = "{}"
        let stray = files.run("check", "elsewhere/answers.jsonl")
        #expect(
            stray.exitCode == 1 && stray.output.contains("call the file responses.jsonl and put it into waves/<wave>/"))
    }

    @Test func otherCommandsReadLines() throws {
        let people = Self.people(9)
        let files = office(lines: people)
        #expect(files.run("explain", "technology", "office").exitCode == 0)
        for (path, text) in files.files where path.hasPrefix("\(Sample.wave)/") {
            let earlier = String(decoding: text, as: UTF8.self).replacingOccurrences(of: "2026", with: "2025")
            files[path.replacingOccurrences(of: "2026", with: "2025")] = earlier
        }
        let compared = files.run("compare", "2025", "2026", "--workspace", "office")
        #expect(compared.exitCode == 0, "\(compared.notes)")
        files.removeFolder("\(Sample.wave)/responses")
        #expect(files.run("check", "office").output.hasSuffix("0 errors, 0 warnings\n"))
    }

    @Test func aWaveOfEmptyLinesHasNoResponses() {
        let files = Self.emptyOffice()
        files[Self.lines] = "\n"
        let outcome = files.run("assess", "office")
        #expect(outcome.exitCode == 65)
        #expect(outcome.notes.contains("holds no valid response"))
        #expect(files.run("check", "office").output.contains("the wave has no responses"))
    }
}

import Digests
import Foundation
import Testing

@testable import Commands

/// A questionnaire may take parts from one whose folder stands beside its own.
@Suite struct SharedPartsTests {
    private static let id = "ml-maturity-six-areas"
    private static let own = "office/questionnaires/\(id)"
    private static let shared = "office/questionnaires/ml-maturity"
    private static let report = "office/reports/2026/\(id)"

    /// The workspace of the sample, with every answer given to the questionnaire with the shared parts.
    private func office() throws -> MemoryFileSystem {
        let files = MemoryFileSystem()
        #expect(files.run("init", "office", "-q", Self.id, "--wave", "2026", "--collection", "self").exitCode == 0)
        let template = try #require(files["office/waves/2026/template/response.json"])
        files["office/waves/2026/responses/r-01.json"] = template.replacingOccurrences(of: "null", with: "\"2\"")
        return files
    }

    private func assess(_ files: MemoryFileSystem) throws -> String {
        let outcome = files.run("assess", "office", "--format", "md")
        #expect(outcome.exitCode == 0, "\(outcome.notes)")
        return try #require(files["\(Self.report).md"])
    }

    @Test func fromInitToTheReport() throws {
        let files = try office()
        #expect(files.run("check", "office").output == "3 files checked: 0 errors, 0 warnings\n")
        let report = try assess(files)
        #expect(report.contains("No built-in file was replaced."))
        for label in ["Software restricted or slow", "Reuse between offices", "| Ecosystem |", "| Data |"] {
            #expect(report.contains(label), "\(label)")
        }
        let sheet = files.run("questionnaire", "show", Self.id).output
        #expect(sheet.contains("### TB2 Software restricted or slow\n") && sheet.contains("### NF1 "))
    }

    @Test func aCopyPutsEachFileInItsPlace() throws {
        let files = try office()
        let before = try assess(files)
        let outcome = files.run("questionnaire", "copy", Self.id, "office")
        #expect(outcome.exitCode == 0 && outcome.notes.isEmpty)
        let names = ["culture", "expertise", "information", "organisation", "technology"]
        let expected =
            names.map { "\(Self.shared)/items/\($0).json" }
            + ["\(Self.shared)/recommendations.json", "\(Self.own)/items/ecosystem.json"]
            + ["\(Self.own)/questionnaire.json", "\(Self.own)/recommendations.json"]
        #expect(outcome.output.split(separator: "\n").map(String.init).sorted() == expected.sorted())
        #expect(files.run("check", "office").output == "12 files checked: 0 errors, 0 warnings\n")
        // What is not changed gives the same hash of the whole, and each file is named.
        let after = try assess(files)
        #expect(try digest(in: before) == digest(in: after))
        for path in expected {
            let bytes = try #require(files.files[path])
            let line = "- \(path.dropFirst("office/".count)): `\(SHA256.hexadecimalDigest(of: bytes))`\n"
            #expect(after.contains(line), "\(path)")
        }
    }

    @Test func anOverrideOfTheSharedFileCountsAndIsNamed() throws {
        let files = try office()
        let before = try assess(files)
        _ = files.run("questionnaire", "copy", Self.id, "office")
        let path = "\(Self.shared)/items/technology.json"
        let changed = try #require(files[path]).replacingOccurrences(
            of: "Software restricted or slow", with: "Our own label")
        files.removeFolder("office/questionnaires")
        files[path] = changed
        #expect(files.run("check", "office").output == "4 files checked: 0 errors, 0 warnings\n")
        let after = try assess(files)
        #expect(after.contains("Our own label") && !after.contains("Software restricted or slow"))
        let hash = SHA256.hexadecimalDigest(of: Array(changed.utf8))
        #expect(after.contains("\n- questionnaires/ml-maturity/items/technology.json: `\(hash)`\n"))
        #expect(try digest(in: before) != digest(in: after))
        let list = files.run("questionnaire", "list", "office").output
        #expect(list.contains("(37 items, changed in this workspace)"))
        #expect(list.contains("(44 items, changed in this workspace)"))
        files[path] = "{"
        let broken = files.run("assess", "office")
        #expect(broken.exitCode == 65 && broken.notes.contains("\(path):1:2: error: "))
    }

    private func digest(in report: String) throws -> Substring {
        let start = try #require(report.range(of: "SHA-256 of the questionnaire's files: `")).upperBound
        return report[start...].prefix { $0 != "`" }
    }

    /// The list of hashes names a shared file from the folder of the questionnaire that uses it.
    @Test func theDigestIsThatOfTheListFromTheFolder() throws {
        let files = try office()
        _ = files.run("questionnaire", "copy", Self.id, "office")
        let all = files.files.filter {
            $0.key.hasPrefix("office/questionnaires/") && !$0.key.hasPrefix("office/questionnaires/schemas/")
        }
        let lines = all.map { path, bytes in
            let isOwn = path.hasPrefix("\(Self.own)/")
            let name =
                isOwn
                ? String(path.dropFirst("\(Self.own)/".count)) : "../" + path.dropFirst("office/questionnaires/".count)
            return (name: name, line: "\(SHA256.hexadecimalDigest(of: bytes))  \(name)\n")
        }
        let list = lines.sorted { $0.name < $1.name }.map(\.line).joined()
        #expect(list.contains("  ../ml-maturity/items/culture.json\n") && list.contains("  items/ecosystem.json\n"))
        #expect(try digest(in: assess(files)) == SHA256.hexadecimalDigest(of: Array(list.utf8))[...])
    }

    @Test func aSharedFileThatIsThereAlreadyStays() throws {
        let files = MemoryFileSystem()
        _ = files.run("questionnaire", "copy", "ml-maturity", "office")
        let path = "\(Self.shared)/items/technology.json"
        files[path] = "mine"
        let outcome = files.run("questionnaire", "copy", Self.id, "office")
        #expect(outcome.exitCode == 0)
        #expect(outcome.output.split(separator: "\n").count == 3 && !outcome.output.contains("ml-maturity/"))
        #expect(outcome.notes.contains("\(path) is there already and was left as it is\n"))
        #expect(outcome.notes.split(separator: "\n").count == 6)
        #expect(files[path] == "mine")
        // Its own files are all or nothing, as ever.
        files["\(Self.own)/items/ecosystem.json"] = nil
        let count = files.writes.count
        let again = files.run("questionnaire", "copy", Self.id, "office")
        #expect(again.exitCode == 73 && files.writes.count == count)
    }

    @Test func theFileOfACopyCanBeUsed() throws {
        let files = try office()
        _ = files.run("questionnaire", "copy", Self.id, "drafts")
        let main = "drafts/questionnaires/\(Self.id)/questionnaire.json"
        #expect(files.run("check", main).output == "9 files checked: 0 errors, 0 warnings\n")
        let built = try assess(files)
        #expect(files.run("assess", "office", "-q", main, "--format", "md").exitCode == 0)
        #expect(try digest(in: built) == digest(in: #require(files["\(Self.report).md"])))
    }

    // MARK: Refusals

    private func definition(naming part: String) throws -> String {
        let files = MemoryFileSystem()
        _ = files.run("questionnaire", "copy", Self.id, "office")
        let text = try #require(files["\(Self.own)/questionnaire.json"])
        return text.replacingOccurrences(of: "\"../ml-maturity/items/technology.json\"", with: "\"\(part)\"")
    }

    @Test(arguments: [
        "../../x.json", "../../ml-maturity/items/technology.json", "/x.json", "/etc/x.json", "../x.json",
        "../ml-maturity/../../x.json", "../../../x.json", "./../ml-maturity/items/technology.json",
        "../\u{301}/../../x.json",
    ])
    func whatIsFurtherOutIsNotRead(part: String) throws {
        for reference in [Self.id, "\(Self.own)/questionnaire.json"] {
            let files = try office()
            // By its file, the parts beside it are on the disk too.
            _ = files.run("questionnaire", "copy", Self.id, "office")
            files["\(Self.own)/questionnaire.json"] = try definition(naming: part)
            for path in ["x.json", "/x.json", "/etc/x.json", "office/x.json", "office/questionnaires/x.json"] {
                files[path] = #"{"formatVersion": 1, "items": []}"#
            }
            var read: [String] = []
            files.readFailure = { path in
                read.append(path)
                return nil
            }
            let outcome = files.run("assess", "office", "-q", reference, "--format", "md")
            #expect(outcome.exitCode == 65)
            #expect(outcome.notes.hasPrefix("\(Self.own)/questionnaire.json:12:5: error: $.parts[1]: the part \""))
            #expect(outcome.notes.contains("is not below the folder of the questionnaire, nor below that of a"))
            #expect(outcome.notes.contains("name files beside or below the questionnaire"))
            #expect(read.filter { $0.hasSuffix("x.json") } == [] && !read.isEmpty)
            #expect(files["\(Self.report).md"] == nil)
        }
    }

    @Test(arguments: [
        (
            "../ml-matuirty/items/technology.json",
            "there is no questionnaire \"ml-matuirty\" beside this one, which the part \"../ml-matuirty/items/technology.json\" belongs to; did you mean \"ml-maturity\"?"
        ),
        (
            "../samm/items/technology.json",
            "there is no questionnaire \"samm\" beside this one, which the part \"../samm/items/technology.json\" belongs to; known: ml-maturity, ml-maturity-six-areas"
        ),
        (
            "../ml-maturity/items/tecnology.json",
            "there is no file for the part \"../ml-maturity/items/tecnology.json\"; did you mean \"../ml-maturity/items/technology.json\"?"
        ),
        (
            "../ml-maturity/items/quux.json",
            "there is no file for the part \"../ml-maturity/items/quux.json\"; name files beside or below"
        ),
        (
            "items/ecosistem.json",
            "there is no file for the part \"items/ecosistem.json\"; did you mean \"items/ecosystem.json\"?"
        ),
    ])
    func whatIsMissingIsSaid(part: String, message: String) throws {
        let files = try office()
        files["\(Self.own)/questionnaire.json"] = try definition(naming: part)
        let outcome = files.run("assess", "office", "--format", "md")
        #expect(outcome.exitCode == 65 && files["\(Self.report).md"] == nil)
        #expect(
            outcome.notes.hasPrefix("\(Self.own)/questionnaire.json:12:5: error: $.parts[1]: \(message)"),
            "\(outcome.notes)")
        #expect(files.run("check", "office").output.contains("$.parts[1]: \(message)"))
    }

    /// A questionnaire that is named by its file takes nothing from the program.
    @Test func aMissingFolderBesideAFileIsSaid() throws {
        let files = try office()
        files["drafts/\(Self.id)/questionnaire.json"] = try definition(
            naming: "../ml-maturity/items/technology.json")
        files["drafts/ml-maturty/items/information.json"] = "{}"
        let outcome = files.run("check", "drafts/\(Self.id)")
        let place = "drafts/\(Self.id)/questionnaire.json"
        let problem = "there is no questionnaire \"ml-maturity\" beside this one"
        #expect(outcome.exitCode == 1)
        let lines = outcome.output.split(separator: "\n")
        #expect(lines[0].hasPrefix("\(place):11:5: error: $.parts[0]: \(problem)"))
        #expect(lines[0].hasSuffix("did you mean \"ml-maturty\"?"))
        #expect(lines[1].hasPrefix("\(place):12:5: error: $.parts[1]: \(problem)"))
        #expect(lines[1].hasSuffix("copy its folder to stand beside this one's"))
    }
}

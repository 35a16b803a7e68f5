import Foundation
import JSON
import Testing

@testable import Commands

@Suite struct PoolCommandTests {
    /// Offices that each agreed on one response; the answers follow from the seed.
    private static func files(_ count: Int, seed: Int = 1) -> MemoryFileSystem {
        let files = MemoryFileSystem()
        for office in 0..<count { add(office, seed: seed, to: files) }
        return files
    }

    private static func name(_ office: Int) -> String {
        "Bureau \(["Alder", "Birch", "Cedar", "Elm", "Fir"][office % 5])\(office)"
    }

    private static func add(_ office: Int, seed: Int, wave: String = "2026", to files: MemoryFileSystem) {
        let folder = "o\(office)"
        files["\(folder)/waymark.json"] =
            #"{"formatVersion": 1, "organisation": "\#(name(office))", "questionnaire": "ml-maturity"}"#
        files["\(folder)/waves/\(wave)/wave.json"] =
            #"{"formatVersion": 1, "id": "\#(wave)", "collection": "consensus"}"#
        var state = UInt64(office * 7919 + seed)
        var answers: [String: String] = [:]
        for item in Sample.items {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            answers[item] = "\"\((Int(state >> 33) % 3 + office % 3))\""
        }
        files["\(folder)/waves/\(wave)/responses/agreed.json"] =
            Sample.response("agreed", answers: answers).replacingOccurrences(
                of: "\"wave\": \"2026\"", with: "\"wave\": \"\(wave)\"")
    }

    private static func folders(_ count: Int) -> [String] { (0..<count).map { "o\($0)" } }

    @Test func fiveOffices() throws {
        let files = Self.files(5)
        let outcome = files.run(["pool"] + Self.folders(5))
        #expect(outcome.exitCode == 0, "\(outcome.notes)")
        #expect(files.writes == ["html", "md", "json", "csv"].map { "pool/pool.\($0)" })
        #expect(outcome.output.contains("5 offices are set side by side"))
        let tree = try JSONDocument(parsing: Array(try #require(files["pool/pool.json"]).utf8))
        #expect("\(tree)".contains("basis"))
        #expect(try #require(files["pool/pool.html"]).contains("<svg"))
    }

    @Test func fourOfficesAreTooFew() {
        let files = Self.files(4)
        let outcome = files.run(["pool"] + Self.folders(4))
        #expect(outcome.exitCode == 64)
        #expect(outcome.notes.contains("figures of 4 offices are known; at least 5 are needed"), "\(outcome.notes)")
        #expect(files.writes.isEmpty && outcome.output.isEmpty)
    }

    /// Whoever the report is for, what it says of all offices is the same, and it names no other office: nothing can be
    /// had from two views that is not in one of them and the office's own report.
    @Test(arguments: [5, 9, 12])
    func everyViewSaysTheSameOfAll(count: Int) throws {
        let files = Self.files(count)
        var shared: Set<String> = []
        for office in [nil] + (0..<3).map(Optional.some) {
            let choice = office.map { ["--for", $0 % 2 == 0 ? Self.name($0) : "o\($0)"] } ?? []
            let outcome = files.run(["pool"] + Self.folders(count) + choice + ["--output", "out"])
            #expect(outcome.exitCode == 0, "\(outcome.notes)")
            let texts = try ["html", "md", "json", "csv"].map { try #require(files["out/pool.\($0)"]) }
            for other in 0..<count where other != office {
                #expect((texts + [outcome.output]).allSatisfy { !$0.contains(Self.name(other)) })
            }
            // Without what is the office's own, the files are the same.
            let own = [
                "\"own\":", "\"ownCoverage\":", "\"position\":", "\"organisation\":", "\"wave\": \"2026\"",
                "\"wave\": null",
            ]
            shared.insert(
                texts[2].split(separator: "\n").filter { line in !own.contains { line.contains($0) } }
                    .joined(separator: "\n"))
        }
        #expect(shared.count == 1)
    }

    @Test func anEarlierPoolThatDiffersByAFewOffices() throws {
        let files = Self.files(11)
        #expect(files.run(["pool"] + Self.folders(6) + ["--output", "first"]).exitCode == 0)
        let earlier = ["--earlier", "first/pool.json", "--output", "second"]
        let one = files.run(["pool"] + Self.folders(7) + earlier)
        #expect(one.exitCode == 65)
        #expect(one.notes.contains("this pool differs from first/pool.json by 1 office"), "\(one.notes)")
        #expect(!files.writes.contains { $0.hasPrefix("second") } && one.output.isEmpty)
        #expect(files.run(["pool"] + Self.folders(6) + earlier).exitCode == 0)
        #expect(files.run(["pool"] + Self.folders(11) + earlier).exitCode == 0)
        Self.add(0, seed: 5, to: files)
        let changed = files.run(["pool"] + Self.folders(6) + earlier)
        #expect(changed.exitCode == 65)
        #expect(changed.notes.contains("the same offices and waves with other answers"), "\(changed.notes)")
    }

    /// An office that answered too little counts as not known, and the report says so.
    @Test func anOfficeThatIsNotKnown() throws {
        let files = Self.files(6)
        let path = "o5/waves/2026/responses/agreed.json"
        let none = Dictionary(uniqueKeysWithValues: Sample.items.map { ($0, "null") })
        files[path] = Sample.response("agreed", answers: none)
        let outcome = files.run(["pool"] + Self.folders(6))
        #expect(outcome.exitCode == 0, "\(outcome.notes)")
        #expect(outcome.output.contains("1 of them is not known"), "\(outcome.output)")
        let survey = files.run(["pool"] + Self.folders(5) + ["o5", "--for", "o5"])
        #expect(survey.output.contains("has no overall figure of its own") || survey.output.contains("Too few"))
    }

    @Test func questionnairesThatDiffer() throws {
        let files = Self.files(5)
        #expect(files.run("questionnaire", "copy", "ml-maturity", "o4").exitCode == 0)
        let written = files.writes
        let items = "o4/questionnaires/ml-maturity/items/technology.json"
        let original = try #require(files[items])
        files[items] = original.replacingOccurrences(of: "Software restricted or slow", with: "Slow software")
        #expect(files.run(["pool"] + Self.folders(5)).exitCode == 0)
        let main = "o4/questionnaires/ml-maturity/questionnaire.json"
        files[main] = try #require(files[main]).replacingOccurrences(of: "\"firm\": 0.8", with: "\"firm\": 0.9")
        let outcome = files.run(["pool"] + Self.folders(5) + ["--output", "second"])
        #expect(outcome.exitCode == 65)
        #expect(outcome.notes.contains("what differs: coverage.firm"), "\(outcome.notes)")
        #expect(!files.writes.dropFirst(written.count).contains { $0.hasPrefix("second") })
    }

    @Test(arguments: [
        (["pool"], Int32(64), "DIR"), (["pool", "o0", "o1", "o0"], 64, "workspaces of the same office"),
        (["pool", "o0", "o1", "o2", "o3", "o4", "--for", "Bureau Alder"], 64, "--for: no workspace is of the office"),
        (["pool", "o0", "o1", "o2", "o3", "o4", "--wave", "2025"], 66, "has no wave \"2025\""),
        (["pool", "o0", "nowhere"], 66, "there is no such folder"),
        (["pool", "o0", "o1", "o2", "o3", "o4", "--earlier", "o0/waymark.json"], 65, "is not the JSON of a pool"),
        (["pool", "o0", "o1", "o2", "o3", "o4", "--open", "-f", "md"], 64, "--format leaves it out"),
        (["pool", "o0", "o1", "o2", "o3", "o4", "-q", "mlops-practice"], 65, "must be put right first"),
    ])
    func whatIsWrongIsSaid(arguments: [String], code: Int32, message: String) {
        let files = Self.files(5)
        let outcome = files.run(arguments)
        #expect(outcome.exitCode == code, "\(outcome.notes)")
        #expect(outcome.notes.contains(message), "\(outcome.notes)")
        #expect(files.writes.isEmpty && outcome.output.isEmpty)
    }
}

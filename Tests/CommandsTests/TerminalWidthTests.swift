import Testing

@testable import Commands

/// What commands print fits a terminal of 80 columns.
@Suite struct TerminalWidthTests {
    /// The sample, read from what the demonstration writes.
    private static let demo: [String: [UInt8]] = {
        let files = MemoryFileSystem()
        _ = files.run("demo", "--output", "demo")
        return files.files.filter { !$0.key.contains("/reports/") }
    }()

    private static func files() -> MemoryFileSystem {
        let files = MemoryFileSystem()
        for (path, bytes) in demo { files.set(bytes, at: path) }
        return files
    }

    /// Five offices, made of one whose answers are those of the sample's first respondents.
    private static func offices() throws -> MemoryFileSystem {
        let files = MemoryFileSystem()
        for office in 0..<5 {
            files["o\(office)/waymark.json"] =
                #"{"formatVersion": 1, "organisation": "Bureau \#(office)", "questionnaire": "ml-maturity"}"#
            files["o\(office)/waves/2026/wave.json"] = #"{"formatVersion": 1, "id": "2026", "collection": "consensus"}"#
            files["o\(office)/waves/2026/responses/agreed.json"] = Sample.response("agreed", option: "\(office % 5)")
        }
        return files
    }

    private func expectNarrow(_ arguments: [String], on files: MemoryFileSystem, typed: [String] = []) {
        let outcome = files.run(arguments, typed: typed)
        #expect(outcome.exitCode == 0, "\(arguments): \(outcome.notes)")
        #expect(!outcome.output.isEmpty)
        for line in outcome.output.split(separator: "\n") where line.count > 80 {
            // A path or an address stands alone.
            #expect(!line.drop { $0 == " " }.contains(" "), "\(arguments): \(line)")
        }
    }

    @Test(arguments: ["en", "fr"])
    func theSample(language: String) throws {
        let files = Self.files()
        let projects = try files.names(in: "demo/projects")
        #expect(projects.count == 5)
        let commands =
            [["assess", "demo"], ["assess", "demo", "--wave", "2025"], ["portfolio", "demo"]]
            + [["compare", "2025", "2026", "--workspace", "demo"]] + projects.map { ["project", $0, "demo"] }
            + ["overall", "technology", "culture.cap", "overallBand", "TB2", "OF1"].map { ["explain", $0, "demo"] }
            + [["assess", "demo", "--questionnaire", "mlops-practice"]]
        for command in commands { expectNarrow(command + ["--language", language], on: files) }
        expectNarrow(
            ["interview", "ml-maturity", "--workspace", "demo", "-r", "maria", "--language", language], on: files,
            typed: ["2", "4", "d", "?", "e", "seen", "q"])
    }

    @Test(arguments: ["en", "fr"])
    func offices(language: String) throws {
        let more = ["o0", "o1", "o2", "o3", "o4", "--language", language]
        expectNarrow(["pool"] + more, on: try Self.offices())
        expectNarrow(["pool", "--for", "o1"] + more, on: try Self.offices())
    }

    @Test(arguments: ["en", "fr"], ["coverage", "changes"])
    func simulations(language: String, kind: String) {
        expectNarrow(
            ["simulate", kind, "--runs", "40", "--draws", "99", "--seed", "7", "--language", language],
            on: MemoryFileSystem())
    }
}

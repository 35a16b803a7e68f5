import Feasibility
import Foundation
import Reports
import Testing

@testable import Commands

/// `waymark benchmark` as users run it, with so little time that only texts are measured.
@Suite struct BenchmarkCommandTests {
    /// Short texts of three classes with words of their own.
    static func texts(_ count: Int, splits: Bool) -> String {
        let words = [
            ["nail", "roof", "beam", "saw"], ["dough", "oven", "flour", "bread"], ["cow", "milk", "barn", "hay"],
        ]
        var lines = [splits ? "text,label,split" : "text,label"]
        for row in 0..<count {
            let kind = row % 3
            let text =
                "\(words[kind][row / 3 % 4]) \(words[(row / 7) % 3][row / 4 % 4]) \(words[kind][row / 5 % 4]) w\(row % 50)"
            lines.append("\(text),c\(kind)" + (splits ? (row % 4 == 0 ? ",test" : ",train") : ""))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func run(_ arguments: [String], in folder: TemporaryFolder) throws -> Outcome {
        try Program.run(["benchmark", "--seconds", "0.1", "--date", "2026-06-30"] + arguments, in: folder.url)
    }

    private func json(_ folder: TemporaryFolder, _ path: String) throws -> NSDictionary {
        let value = try JSONSerialization.jsonObject(with: Data(folder.text(path).utf8))
        return try #require(value as? NSDictionary)
    }

    private func result(_ folder: TemporaryFolder, _ path: String) throws -> NSDictionary {
        try #require(json(folder, path)["result"] as? NSDictionary)
    }

    @Test func ownTextsAreMeasured() throws {
        let folder = try TemporaryFolder()
        try folder.write(["texts.csv": Self.texts(400, splits: true)])
        let outcome = try run(["--data", "texts.csv"], in: folder)
        #expect(outcome.exitCode == 0, "\(outcome.notes)")
        #expect(outcome.output.split(separator: "\n", omittingEmptySubsequences: false).count <= 26)
        #expect(outcome.output.contains("300 short texts"))
        let result = try result(folder, "waymark-benchmark/benchmark.json")
        for key in ["fitSeconds", "predictRowsPerSecond", "accuracy", "macroF1", "peakMemoryMB", "threads"] {
            #expect(result[key] is NSNumber, "\(key)")
        }
        // By chance it were a third.
        #expect(try #require(result["accuracy"] as? Double) > 0.7)
        for ending in ["html", "md"] {
            #expect(try folder.text("waymark-benchmark/benchmark.\(ending)").contains("texts.csv"))
        }
        // Not a terminal, so no progress.
        #expect(!outcome.notes.contains("\r"))
    }

    /// All but timings follow from the seed, whatever the number of threads.
    @Test func aSeedGivesTheSameAccuracy() throws {
        let folder = try TemporaryFolder()
        try folder.write(["texts.csv": Self.texts(200, splits: false)])
        var found: [NSDictionary] = []
        for (name, options) in [("a", ["--threads", "1"]), ("b", ["--threads", "2"]), ("c", ["--threads", "1"])] {
            let outcome = try run(
                ["--data", "texts.csv", "--seed", "5", "--format", "json", "--output", name] + options, in: folder)
            #expect(outcome.exitCode == 0, "\(outcome.notes)")
            let result = try result(folder, "\(name)/benchmark.json")
            let keys = ["accuracy", "macroF1", "calibrationError", "confusions", "features"]
            found.append(Dictionary(uniqueKeysWithValues: keys.map { ($0, result[$0] ?? "none") }) as NSDictionary)
            let corpus = try #require(json(folder, "\(name)/benchmark.json")["corpus"] as? NSDictionary)
            #expect(corpus["testRows"] as? String == "heldOut" && corpus["testCount"] as? Int == 40)
        }
        #expect(found[0] == found[1] && found[0] == found[2])
    }

    @Test(arguments: [
        ("text,label\na b,x\nc d,x\n", "all rows to train on have the label 'x'", "two labels"),
        ("text,label\na b,x\n ,y\n", "texts.csv:3:1: error: the text is empty", "fill it in"),
        (
            "text,code\na,x\n", "texts.csv:1:1: error: the column label is missing among 'text', 'code'",
            "name the columns"
        ),
        ("text,label\n\"a,x\n", "texts.csv:2:1: error: a quote is opened here", "close it"),
        ("", "the file is empty", "columns text and label"),
    ])
    func mistakesInTextsAreExplained(text: String, problem: String, remedy: String) throws {
        let folder = try TemporaryFolder()
        try folder.write(["texts.csv": text])
        let outcome = try run(["--data", "texts.csv"], in: folder)
        #expect(outcome.exitCode == 65)
        #expect(outcome.notes.contains(problem) && outcome.notes.contains(remedy), "\(outcome.notes)")
        #expect(try folder.contents().keys.sorted() == ["texts.csv"])
    }

    @Test func textsThatAreNotUTF8AreExplained() throws {
        let folder = try TemporaryFolder()
        try Data([UInt8]("text,label\na,x\n".utf8) + [0x62, 0xE9] + [UInt8](",y\n".utf8)).write(
            to: folder.url.appendingPathComponent("texts.csv"))
        let outcome = try run(["--data", "texts.csv"], in: folder)
        #expect(outcome.exitCode == 65)
        #expect(outcome.notes.contains("texts.csv:3:1: error: the text is not UTF-8; save the file as UTF-8"))
    }

    @Test(
        arguments: [
            (["--seconds", "soon"], 64, "--seconds: \"soon\" is not a number from 0.05"),
            (["--threads", "0"], 64, "--threads: \"0\" is not a whole number from 1"),
            (["--seed", "-1"], 64, "--seed: \"-1\" is not a whole number"),
            (["--date", "2026-02-30"], 64, "--date: \"2026-02-30\" is not a date"),
            (["--quality", "bset"], 64, "Did you mean 'best'?"),
            (["--data", "none.csv"], 66, "none.csv: there is no such"),
            (["--workload", "none.json"], 66, "none.json: there is no such"), (["elsewhere"], 66, "no such folder"),
            (["--project", "a"], 66, "is not a workspace"),
        ] as [([String], Int32, String)])
    func wrongCommandLinesAreExplained(options: [String], exitCode: Int32, message: String) throws {
        let folder = try TemporaryFolder()
        let outcome = try Program.run(["benchmark"] + options, in: folder.url)
        #expect(outcome.exitCode == exitCode)
        #expect(outcome.notes.contains(message), "\(outcome.notes)")
        #expect(try folder.contents().isEmpty)
    }

    static let workload = """
        {"formatVersion": 1, "id": "job-titles", "version": "1", "title": "Job titles",
        "task": {"kind": "text", "rows": 320, "wordsPerRow": 4, "classes": 3},
        "training": {"timesPerYear": 12, "windowSeconds": 600},
        "prediction": {"perDay": 1000, "latencySeconds": 1}}
        """

    @Test(arguments: [
        ("\"text\"", "\"txt\"", "did you mean \"text\"?"),
        ("windowSeconds", "windowSecond", "did you mean \"windowSeconds\"?"),
        (
            "\"kind\": \"text\", \"rows\": 320, \"wordsPerRow\": 4, \"classes\": 3",
            "\"kind\": \"model\", \"family\": \"resnet5\", \"items\": 100", "did you mean \"resnet50\"?"
        ),
        ("{\"formatVersion\"", "\"formatVersion\"", "workload.json:1:16"),
    ])
    func mistakesInWorkloadsAreExplained(old: String, new: String, message: String) throws {
        let folder = try TemporaryFolder()
        try folder.write(["workload.json": Self.workload.replacingOccurrences(of: old, with: new)])
        let outcome = try run(["--workload", "workload.json"], in: folder)
        #expect(outcome.exitCode == 65)
        #expect(outcome.notes.contains(message), "\(outcome.notes)")
    }

    @Test func aKnownModelNeedsTheMachineMeasured() throws {
        let folder = try TemporaryFolder()
        let model = "\"kind\": \"model\", \"family\": \"resnet50\", \"items\": 100"
        let text = "\"kind\": \"text\", \"rows\": 320, \"wordsPerRow\": 4, \"classes\": 3"
        try folder.write(["workload.json": Self.workload.replacingOccurrences(of: text, with: model)])
        let outcome = try run(["--workload", "workload.json"], in: folder)
        #expect(outcome.exitCode == 64 && outcome.notes.contains("give at least 2"))
    }
}

/// Measurements as evidence of projects.
@Suite struct BenchmarkEvidenceTests {
    @Test func aMeasurementIsFiledAndAccepted() throws {
        let folder = try TemporaryFolder()
        #expect(try Program.run("demo", "--output", "office", in: folder.url).exitCode == 0)
        try folder.write([
            "workload.json": BenchmarkCommandTests.workload,
            "texts.csv": BenchmarkCommandTests.texts(400, splits: false),
        ])
        let outcome = try Program.run(
            [
                "benchmark", "--seconds", "1.9", "--date", "2026-06-30", "--workload", "workload.json", "--data",
                "texts.csv", "--project", "product-classifier", "--host", "node 2", "office",
            ], in: folder.url)
        #expect(outcome.exitCode == 0, "\(outcome.notes)")
        // On a slow machine fewer rows are measured, and then it is only probable.
        let answers = ["Yes.", "Probably."].map { "Can this machine do “Job titles”? \($0)" }
        #expect(answers.contains { outcome.output.hasPrefix($0) }, "\(outcome.output)")
        let path = "office/projects/product-classifier/benchmarks/2026-06-30-job-titles.json"
        let record = try folder.text(path)
        #expect(record.contains("\"hostId\": \"node-2\"") && record.contains("\"date\": \"2026-06-30\""))
        #expect(record.contains("\"windowSeconds\": 600") || record.contains("\"windowSeconds\": 1"))
        #expect(try folder.text("office/reports/benchmark.md").contains("Job titles"))
        let check = try Program.run("check", "office", in: folder.url)
        #expect(check.exitCode == 0, "\(check.output)")
        let alone = try Program.run(["check", path], in: folder.url)
        #expect(alone.exitCode == 0, "\(alone.output)")
    }

    @Test func aProjectNeedsAWorkload() throws {
        let folder = try TemporaryFolder()
        #expect(try Program.run("demo", "--output", "office", in: folder.url).exitCode == 0)
        let without = try Program.run(["benchmark", "--project", "product-classifier", "office"], in: folder.url)
        #expect(without.exitCode == 64 && without.notes.contains("needs --workload FILE"))
        let misspelt = try Program.run(["benchmark", "--project", "product-clasifier", "office"], in: folder.url)
        #expect(misspelt.exitCode == 66 && misspelt.notes.contains("did you mean \"product-classifier\"?"))
    }
}

/// What stops the benchmark leaves nothing behind.
@Suite struct BenchmarkInterruptTests {
    @Test(arguments: [(SIGINT, Int32(130)), (SIGTERM, Int32(143))])
    func nothingIsLeft(signal: Int32, exitCode: Int32) throws {
        let folder = try TemporaryFolder()
        let process = Process()
        process.executableURL = Program.url
        process.arguments = ["benchmark", "--seconds", "60"]
        process.currentDirectoryURL = folder.url
        let notes = folder.url.appendingPathComponent("notes")
        try Data().write(to: notes)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try FileHandle(forWritingTo: notes)
        // Whoever started the tests may have told them not to be stopped, which programs pass on.
        Foundation.signal(signal, SIG_DFL)
        try process.run()
        // Other tests may keep every thread that tasks run on for longer than the benchmark takes.
        Thread.sleep(forTimeInterval: 1.5)
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        #expect(process.terminationReason == .exit && process.terminationStatus == exitCode)
        #expect(try folder.text("notes").contains("stopped; nothing was written"))
        #expect(try folder.contents().keys.sorted() == ["notes"])
    }
}

@Suite struct BenchmarkProgressTests {
    @Test func theLineSaysHowFarItIs() throws {
        let line = try BenchmarkProgress.line("training", elapsed: 5, expected: 20, benchmarkWords())
        #expect(line.contains("training") && line.contains("[#####---------------] 25 %, about 15 s left"))
    }

    /// What takes longer than expected is never said to be done.
    @Test func theLineNeverSaysDone() throws {
        let line = try BenchmarkProgress.line("training", elapsed: 50, expected: 20, benchmarkWords())
        #expect(line.contains("99 %, about 1 s left"))
    }
}

/// Forecasts beside what they were for.
@Suite struct BenchmarkTrialTests {
    private func trial(
        _ forecast: (Double, Double, Double)?, _ measured: [Double], before: Double? = 1, after: Double? = 1
    ) -> BenchmarkTrial {
        BenchmarkTrial(
            rows: 1000, from: 100,
            forecast: forecast.map { Interval(lower: $0.0, middle: $0.1, upper: $0.2) }, measured: measured,
            before: before, after: after)
    }

    @Test func theMiddleRunCounts() {
        let trial = trial((1, 1.15, 1.3), [1.2, 0.98, 1])
        #expect(trial.measured == 1 && trial.isNear && trial.isInside)
        #expect(abs(trial.unsteadiness - 0.22) < 1e-9 && !trial.isQuiet)
    }

    /// The same work before and after shows that a machine has become slower, even if it is steady now.
    @Test func driftIsNotQuiet() {
        #expect(trial((1, 1, 1), [1, 1, 1]).isQuiet)
        #expect(!trial((1, 1, 1), [1, 1, 1], before: 1, after: 1.06).isQuiet)
        #expect(!trial((1, 1, 1), [1, 1, 1], before: 1.06, after: 1).isQuiet)
    }

    @Test func theTableCountsWhatHolds() throws {
        let lines = try BenchmarkTrial.table(
            [
                trial((0.9, 1, 1.1), [1]), trial((0.9, 1.16, 1.3), [1]), trial((1.1, 1.14, 1.3), [1], after: 2),
                trial(nil, [1]),
            ], benchmarkWords())
        #expect(lines.contains("2 of 4 within 15 %, 2 of 4 inside their interval, 1 without a forecast"))
        #expect(lines.contains { $0.contains("in 3 of them: 1 within 15 %, 2 inside") })
        #expect(lines.last?.contains("repeat this on one that does nothing else") == true)
        #expect(lines.contains { $0.contains("no forecast") && $0.hasPrefix("1,000 ") })
    }
}

private func benchmarkWords() throws -> BenchmarkWords {
    let files = BuiltInFiles(
        context: CommandContext(files: MemoryFileSystem(), console: MemoryConsole()), workspace: nil)
    return BenchmarkWords(try files.strings().strings)
}

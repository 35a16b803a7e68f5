import Feasibility
import Foundation
import JSON
import Reports
import Testing

@testable import Commands

/// Everything that people read comes from the texts of their language: where these are of a language without a letter of
/// ASCII, no English word is left. What people typed is of such letters here, too.
@Suite struct PseudoLanguageTests {
    private static let language = "en-XA"
    private static let package = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    private static let projects = [
        "address-matching", "census-occupations", "product-classifier", "receipt-reading", "vacancy-occupations",
    ]

    // MARK: The office

    /// Keys of the sample whose values are typed even where they are one word.
    private static let typed: Set<String> = [
        "organisation", "title", "statisticsDomain", "dataSources", "method", "classification",
    ]

    /// The sample office with its texts in Hebrew letters, and the language that nobody speaks.
    private static let texts: [String: String] = {
        let sample = package.appendingPathComponent("questionnaires/ml-maturity/examples/statistics-merrow")
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: sample.path)) ?? []
        let files = MemoryFileSystem()
        for name in names where name.hasSuffix(".json") {
            guard let data = try? Data(contentsOf: sample.appendingPathComponent(name)),
                let document = try? JSONDocument(parsing: Array(data))
            else { continue }
            files["office/\(name)"] = foreign(document.root, under: "").text()
        }
        _ = files.run("translate", language, "office", "--pseudo")
        return files.files.mapValues { String(decoding: $0, as: UTF8.self) }
    }()

    private static func foreign(_ node: JSONNode, under key: String) -> JSONNode {
        switch node.content {
        case .string(let text):
            guard key != "$schema", text.contains(" ") || typed.contains(key) else { return node }
            return .string(String(PseudoText(isRightToLeft: true)(text).filter { $0 != "⟦" && $0 != "⟧" }))
        case .array(let elements): return JSONNode(.array(elements.map { foreign($0, under: key) }))
        case .object(let members):
            return .object(members.map { (name: $0.name, value: foreign($0.value, under: $0.name)) })
        case .number, .bool, .null: return node
        }
    }

    private static func office() -> MemoryFileSystem { MemoryFileSystem(texts) }

    // MARK: What stays as it is

    /// Documents and their sections are cited as they are called.
    private static let cited: Set<String> = ["sources", "section"]
    private static let citations: [String] = {
        var found: Set<String> = []
        func walk(_ node: JSONNode, isCited: Bool) {
            switch node.content {
            case .string(let text): if isCited { found.insert(text) }
            case .array(let elements): for element in elements { walk(element, isCited: isCited) }
            case .object(let members):
                for member in members { walk(member.value, isCited: isCited || cited.contains(member.name)) }
            case .number, .bool, .null: break
            }
        }
        let folder = package.appendingPathComponent("questionnaires")
        for name in (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
        where name.hasSuffix(".json") && !name.contains("/examples/") {
            guard let data = try? Data(contentsOf: folder.appendingPathComponent(name)),
                let document = try? JSONDocument(parsing: Array(data))
            else { continue }
            walk(document.root, isCited: false)
        }
        return found.sorted { ($0.count, $0) > ($1.count, $1) }
    }()

    /// Names that are the same in every language.
    private static let names: Set<String> = {
        // The symbols of metrics, by which formulas call them.
        let symbols = ["Bmean", "Bmax", "cap", "Pmin"]
        // The ids of questionnaires, of projects and of what the sample measured.
        let ids = ["ml-maturity", "ml-project", "mlops-practice", "image-network", "text-linear"] + projects
        return Set(symbols + ids)
    }()

    /// - Parameters:
    ///   - also: further names that are the same in every language, and why they are shown.
    ///   - count: how many texts of the language there are at least, so that it is known that something was read.
    private func expectNoEnglish(
        _ lines: [String], in output: String, atLeast count: Int, also: [String] = [],
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let strays = Self.strays(lines, also: also)
        #expect(
            strays.isEmpty, "\(output): \(Set(strays).sorted().prefix(12).joined(separator: "\n"))",
            sourceLocation: sourceLocation)
        let found = lines.reduce(0) { $0 + $1.count { $0 == "⟦" } }
        #expect(found >= count, "\(output): \(found) texts", sourceLocation: sourceLocation)
    }

    private static func strays(_ lines: [String], also: [String] = []) -> [String] {
        let stray = StrayWords(phrases: citations, words: names.union(also))
        return lines.compactMap(stray.found)
    }

    /// A file in the way that its name says.
    private func lines(_ files: MemoryFileSystem, _ path: String) throws -> [String] {
        let text = try #require(files[path], "\(path)")
        return switch path.split(separator: ".").last {
        case "html": ReadableText.ofPage(text)
        case "json": ReadableText.ofJSON(text)
        case "csv": ReadableText.ofTable(text)
        default: ReadableText.ofText(text)
        }
    }

    /// Runs a command in the language.
    private func run(_ files: MemoryFileSystem, _ arguments: String..., typed: [String] = []) -> Outcome {
        let outcome = files.run(arguments + ["--language", Self.language], typed: typed)
        #expect(outcome.exitCode == 0, "\(arguments): \(outcome.notes)")
        // What is printed has texts of the language, whether as result or beside it.
        #expect(outcome.output.contains("⟦") || outcome.notes.contains("⟦"), "\(arguments)")
        expectNoEnglish(ReadableText.ofText(outcome.notes), in: "notes of \(arguments)", atLeast: 0)
        return outcome
    }

    // MARK: Tests

    @Test(arguments: [("ml-maturity", 3000, 2500), ("mlops-practice", 1300, 1000)])
    func theReport(questionnaire: String, page: Int, markdown: Int) throws {
        let files = Self.office()
        let outcome = run(files, "assess", "office", "-q", questionnaire, "--sensitivity", "-o", "out")
        expectNoEnglish(ReadableText.ofText(outcome.output), in: "summary", atLeast: 20)
        for (ending, count) in [("html", page), ("md", markdown), ("csv", 40), ("json", 40)] {
            let path = "out/\(questionnaire).\(ending)"
            expectNoEnglish(try lines(files, path), in: path, atLeast: count, also: Self.metrics)
        }
    }

    /// The ids that stand beside the titles of metrics in the data of a report.
    private static let metrics = ["overall", "arithmetic", "staged", "weakest"]

    @Test func theDerivation() {
        let outcome = run(Self.office(), "explain", "overall", "office")
        // The id that was asked for.
        expectNoEnglish(ReadableText.ofText(outcome.output), in: "explain", atLeast: 400, also: ["overall"])
    }

    @Test func theComparison() throws {
        let files = Self.office()
        let outcome = run(files, "compare", "2025", "2026", "--workspace", "office", "-o", "out")
        expectNoEnglish(ReadableText.ofText(outcome.output), in: "summary", atLeast: 30)
        for (ending, count) in [("html", 400), ("md", 400), ("csv", 40), ("json", 5)] {
            let path = "out/compare-2025-2026.\(ending)"
            expectNoEnglish(try lines(files, path), in: path, atLeast: count)
        }
    }

    @Test func theProjects() throws {
        let files = Self.office()
        // The names of machines of the sample.
        let hosts = ["node-2-live", "dev-zone-b-03"]
        let outcome = run(files, "portfolio", "office", "-o", "out")
        expectNoEnglish(ReadableText.ofText(outcome.output), in: "portfolio", atLeast: 15)
        for (ending, count) in [("html", 250), ("md", 200), ("json", 0)] {
            expectNoEnglish(try lines(files, "out/portfolio.\(ending)"), in: "portfolio.\(ending)", atLeast: count)
        }
        // The one with a measurement and a draft, and one that is shelved.
        for project in ["receipt-reading", "address-matching"] {
            let outcome = run(files, "project", project, "office", "-o", "out")
            expectNoEnglish(ReadableText.ofText(outcome.output), in: project, atLeast: 15)
            for (ending, count) in [("html", 2000), ("md", 1800), ("json", 10)] {
                let path = "out/\(project).\(ending)"
                expectNoEnglish(try lines(files, path), in: path, atLeast: count, also: hosts)
            }
        }
        _ = run(files, "business-case", "receipt-reading", "office", "-o", "out")
        for ending in ["html", "md"] {
            let path = "out/receipt-reading-business-case.\(ending)"
            expectNoEnglish(try lines(files, path), in: path, atLeast: 1000, also: hosts)
        }
    }

    @Test func thePool() throws {
        let files = Self.office()
        let folders = (0..<6).map { "office\($0)" }
        for (path, text) in Self.texts where !path.hasPrefix("office/projects/") {
            for (number, folder) in folders.enumerated() {
                files[folder + path.dropFirst("office".count)] =
                    path == "office/waymark.json"
                    ? text.replacing("\"organisation\": \"", with: "\"organisation\": \"\(number) ") : text
            }
        }
        let console = MemoryConsole()
        let arguments = ["pool"] + folders + ["--for", "office1", "--language", Self.language, "-o", "out"]
        let code = Waymark.run(arguments, context: CommandContext(files: files, console: console))
        #expect(code == 0, "\(console.notes)")
        expectNoEnglish(ReadableText.ofText(console.output + console.notes), in: "pool", atLeast: 8)
        for (ending, count) in [("html", 60), ("md", 60), ("csv", 5), ("json", 1)] {
            expectNoEnglish(try lines(files, "out/pool.\(ending)"), in: "pool.\(ending)", atLeast: count)
        }
    }

    /// What an office changed in its copy of a questionnaire.
    @Test func theDifferences() throws {
        let files = Self.office()
        #expect(files.run("questionnaire", "copy", "ml-maturity", "office").exitCode == 0)
        for (path, text) in files.files.mapValues({ String(decoding: $0, as: UTF8.self) })
        where path.hasPrefix("office/") {
            files["older" + path.dropFirst("office".count)] = text
        }
        let folder = "office/questionnaires/ml-maturity"
        for (path, old, new) in [
            ("questionnaire.json", "\"version\": \"1.0.0\"", "\"version\": \"1.1.0\""),
            ("questionnaire.json", "\"weight\": 1", "\"weight\": 2"), ("items/technology.json", "\"TB4\"", "\"TB9\""),
            ("translations/\(Self.language)/items/culture.json", "⟦", "⟦æ"),
        ] {
            let text = try #require(files["\(folder)/\(path)"])
            files["\(folder)/\(path)"] = text.replacing(old, with: new)
        }
        // What an author changes is called as in the file.
        let keys = ["version", "weight", "label", "prompt", "help", "why", "evidence", "anchors"]
        for format in ["text", "md"] {
            let outcome = run(files, "diff", "older", "office", "-f", format)
            expectNoEnglish(ReadableText.ofText(outcome.output), in: "diff in \(format)", atLeast: 30, also: keys)
        }
    }

    @Test(arguments: ["coverage", "changes"])
    func theSimulations(kind: String) throws {
        let files = Self.office()
        // It is asked for where one stands in a workspace.
        for path in ["waymark.json", "templates/strings/\(Self.language).json"] {
            files[path] = files["office/\(path)"]
        }
        let outcome = run(files, "simulate", kind, "--runs", "40", "--draws", "99", "-o", "out")
        expectNoEnglish(ReadableText.ofText(outcome.output), in: "simulate \(kind)", atLeast: 5)
        for ending in ["html", "md"] {
            let path = "out/\(kind).\(ending)"
            expectNoEnglish(try lines(files, path), in: path, atLeast: 20)
        }
    }

    @Test(arguments: [("ml-maturity", 1000), ("ml-project", 4000)])
    func theForm(questionnaire: String, count: Int) throws {
        let files = Self.office()
        let subject = questionnaire == "ml-project" ? ["--project", "receipt-reading"] : []
        let outcome = files.run(
            ["form", questionnaire, "--workspace", "office", "-o", "form.html", "--language", Self.language] + subject)
        #expect(outcome.exitCode == 0, "\(outcome.notes)")
        expectNoEnglish(ReadableText.ofText(outcome.notes), in: "notes of the form", atLeast: 1)
        expectNoEnglish(try lines(files, "form.html"), in: "form.html", atLeast: count)
    }

    /// A role, a question, its help, evidence and comment, a mistake, the review, and leaving.
    @Test func theInterview() {
        let outcome = run(
            Self.office(), "interview", "ml-maturity", "--workspace", "office", "-r", "r-77", "-o", "own.json",
            typed: ["1", "?", "", "h", "", "1", "e", "1", "", "c", "77", "77", "n", "zz", "b", "r", "", "q"])
        expectNoEnglish(ReadableText.ofText(outcome.output), in: "interview", atLeast: 100)
    }

    @Test func theQuestionnaireOnPaper() {
        for (id, count) in [("ml-maturity", 500), ("ml-project", 1200)] {
            let outcome = run(Self.office(), "questionnaire", "show", id, "office")
            // For authors it names the ids of roles and options.
            let ids = [
                "leadership", "methodology", "corporate", "lead", "met", "partly", "should", "must", "could", "yes",
                "no",
            ]
            expectNoEnglish(ReadableText.ofText(outcome.output), in: "\(id) on paper", atLeast: count, also: ids)
        }
    }

    @Test func formsOfOthers() throws {
        let files = Self.office()
        // Workbooks are stored as they are, so their XML can be read in them.
        _ = run(files, "export", "xlsform", "office", "--with-evidence", "-o", "out")
        let workbook = String(decoding: try #require(files.files["out/ml-maturity.xlsx"]), as: UTF8.self)
        let cells = ReadableText.ofPage(workbook).filter { $0.contains(" ") && !$0.contains("${") }
        // Columns, the lists that a question chooses from, and a pattern.
        expectNoEnglish(cells, in: "XLSForm", atLeast: 200, also: ["label", "hint", "regex", "roles"])
        _ = run(files, "export", "limesurvey", "office", "--with-evidence", "-o", "out")
        expectNoEnglish(
            ReadableText.ofTable(try #require(files["out/ml-maturity.txt"])), in: "LimeSurvey", atLeast: 200)
        _ = run(files, "export", "sdmx", "office", "-o", "out")
        expectNoEnglish(try lines(files, "out/ml-maturity.codes.json"), in: "SDMX", atLeast: 40)
        #expect(files.run("export", "csv", "office", "-o", "out").exitCode == 0)
        let outcome = run(
            files, "import", "csv", "out/ml-maturity.csv", "--workspace", "office", "--dry-run")
        expectNoEnglish(ReadableText.ofText(outcome.output), in: "import", atLeast: 4)
    }

    /// What is printed where there is no workspace yet: one whose texts are there before it is.
    @Test func theBeginning() {
        let strings = "templates/strings/\(Self.language).json"
        let files = MemoryFileSystem(
            Self.texts.filter { $0.key.hasSuffix(strings) || $0.key.contains("/translations/") })
        let outcome = run(files, "init", "office", "--organisation", "אב")
        // The commands to go on with, and the file that one of them writes.
        let commands = ["waymark", "questionnaire", "show", "check", "assess", "null"]
        expectNoEnglish(ReadableText.ofText(outcome.output), in: "init", atLeast: 4, also: commands + ["office"])
    }

    @Test func theBenchmark() throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.texts.filter { $0.key.hasSuffix("templates/strings/\(Self.language).json") })
        try folder.write([
            "office/waymark.json": try #require(Self.texts["office/waymark.json"]),
            "workload.json": """
            {"formatVersion": 1, "id": "coding", "version": "1", "title": "אבג",
            "task": {"kind": "text", "rows": 4000, "wordsPerRow": 8, "classes": 43},
            "training": {"timesPerYear": 4, "windowSeconds": 3600}, "memoryLimitMB": 8000}
            """,
        ])
        let outcome = try Program.run(
            "benchmark", "office", "--seconds", "0.1", "--workload", "workload.json", "-o", "out", "--language",
            Self.language, in: folder.url)
        #expect(outcome.exitCode == 0, "\(outcome.notes)")
        expectNoEnglish(ReadableText.ofText(outcome.output), in: "benchmark", atLeast: 15)
        expectNoEnglish(ReadableText.ofText(outcome.notes), in: "notes of the benchmark", atLeast: 3)
        // What the processor says of itself.
        let json = try JSONDocument(parsing: Array(try folder.text("out/benchmark.json").utf8)).root
        let machine = Self.words(of: json.member("probe")?.member("processor"))
        expectNoEnglish(
            ReadableText.ofText(try folder.text("out/benchmark.md")), in: "benchmark.md", atLeast: 40, also: machine)
        expectNoEnglish(
            ReadableText.ofPage(try folder.text("out/benchmark.html")), in: "benchmark.html", atLeast: 40, also: machine
        )
    }

    private static func words(of node: JSONNode?) -> [String] {
        switch node?.content {
        case .string(let text): text.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map(String.init)
        case .array(let elements): elements.flatMap { words(of: $0) }
        case .object(let members): members.flatMap { $0.name == "source" ? [] : words(of: $0.value) }
        default: []
        }
    }

    @Test func theBenchmarkWhileItRuns() throws {
        let builtIn = try BuiltInFiles(
            context: CommandContext(files: Self.office(), console: MemoryConsole()), workspace: "office"
        ).speaking(Self.language)
        let words = BenchmarkWords(try builtIn.strings().strings)
        let steps: [BenchmarkWords.Step] = [
            .readingTexts, .inventingTexts, .firstTry, .memory, .training, .trainingOn(rows: 2000), .trainingOnAll,
            .coding, .calibrating(rows: 2000), .images, .machine,
        ]
        let trials = [Interval(lower: 1, middle: 2, upper: 3), nil].map { forecast in
            BenchmarkWords.Trial(
                rows: 1000, from: 100, forecast: forecast, measured: 2, error: forecast.map { _ in 0.1 },
                isInside: forecast != nil, unsteadiness: 0.2)
        }
        let tally = BenchmarkWords.Tally(
            trials: 2, near: 1, inside: 1, unknown: 1, quiet: 0, quietNear: 0, quietInside: 0)
        let lines =
            steps.map { BenchmarkProgress.line(words.label($0), elapsed: 1, expected: 5, words) }
            + words.table(trials, tally, near: 0.15, quiet: 0.05) + [words.load("0.2")]
        expectNoEnglish(lines, in: "progress", atLeast: 35)
    }

    /// The language is read: a text that is not in it is found, wherever it stands.
    @Test(arguments: ["html", "md"])
    func aTextThatIsNotTranslatedIsFound(ending: String) throws {
        let files = Self.office()
        let path = "office/templates/strings/\(Self.language).json"
        let text = try #require(files[path])
        let key = try #require(text.firstRange(of: "\"front\": {"))
        let value = try #require(text[key.upperBound...].firstRange(of: "⟦"))
        files[path] = text[..<value.lowerBound] + "Where we stand ⟦" + text[value.upperBound...]
        #expect(files.run("assess", "office", "-f", ending, "-o", "out", "--language", Self.language).exitCode == 0)
        let strays = Self.strays(try lines(files, "out/ml-maturity.\(ending)"), also: Self.metrics)
        #expect(!strays.isEmpty && strays.allSatisfy { $0.hasPrefix("Where stand in: ") }, "\(strays.prefix(5))")
    }

    /// Nothing is passed over but what the reading says: tags, and attributes that nobody sees.
    @Test func wordsAreFoundWhereverTheyAreRead() {
        let page = """
            <p class="hidden" title="tip">⟦á⟧ <b>bold</b></p><svg aria-label="chart"></svg><style>a { content: "shown" }
            </style><script type="application/json">{"a": "two words", "b": "code"}</script><script>let x = "code"</script>
            """
        let stray = StrayWords(phrases: ["Cited words"], words: ["known"])
        let found = ReadableText.ofPage(page).compactMap(stray.found).map { $0.prefix { $0 != " " } }
        #expect(found == ["tip", "bold", "chart", "shown", "two"])
        let lines = [
            "⟦á⟧ Cited words, known, r-01, questionnaires/a, data.score, subjectMatter 3f2a1bc", "⟦á⟧ some-word",
        ]
        #expect(lines.compactMap(stray.found) == ["some-word in: ⟦á⟧ some-word"])
    }
}

import Testing

@testable import Commands

@Suite struct DemoCommandTests {
    @Test func aForeignFolderIsLeftAlone() {
        for (path, text) in [("demo/notes.txt", "mine"), ("demo/waymark.json", "{}"), ("demo/.hidden", "mine")] {
            let files = MemoryFileSystem([path: text])
            let outcome = files.run("demo", "--output", "demo")
            #expect(outcome.exitCode == 73)
            #expect(outcome.notes.contains("demo cannot be made: the folder is not empty and not an earlier demo"))
            #expect(files.files.count == 1 && files.writes.isEmpty && outcome.output.isEmpty)
        }
    }

    /// The reports on the office, its projects and one business case: of the project that the organisation stops.
    @Test func everyReportIsWrittenAndNamed() throws {
        let files = MemoryFileSystem()
        let outcome = files.run("demo", "-o", "demo")
        let reports = files.files.keys.filter { $0.hasPrefix("demo/reports/") }
        #expect(reports.contains("demo/reports/portfolio.html"))
        #expect(reports.contains("demo/reports/projects/address-matching.md"))
        #expect(
            reports.filter { $0.contains("business-case") }.sorted()
                == ["html", "md"].map { "demo/reports/projects/receipt-reading-business-case.\($0)" })
        let named = outcome.output.split(separator: "\n").filter { $0.hasPrefix("  demo/") }.map { $0.dropFirst(2) }
        #expect(Set(named.map(String.init)) == Set(reports))
    }

    @Test func anEmptyFolderAndAnEarlierDemoAreWrittenTo() throws {
        let files = MemoryFileSystem()
        try files.makeFolder("demo")
        let first = files.run("demo", "-o", "demo")
        #expect(first.exitCode == 0)
        let written = files.files
        #expect(files.run("demo", "-o", "demo").output == first.output)
        #expect(files.files == written)
    }
}

import Foundation
import Testing

/// The reports in the repository are what the demo writes today.
@Suite struct CommittedReportsTests {
    @Test func committedReportsAreUpToDate() throws {
        let folder = try TemporaryFolder()
        let outcome = try Program.run("demo", "--output", folder.url.appendingPathComponent("office").path)
        #expect(outcome.exitCode == 0, "\(outcome.notes)")
        let package = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let office = ["2025", "2026"].flatMap { wave in
            ["html", "md", "json", "csv"].map { "reports/\(wave)/ml-maturity.\($0)" }
        }
        let comparison = ["html", "md", "json", "csv"].map { "reports/compare-2025-2026.\($0)" }
        let projects = [
            "address-matching", "census-occupations", "product-classifier", "receipt-reading", "vacancy-occupations",
        ]
        let subjects = ["portfolio"] + projects.map { "projects/\($0)" }
        let others = subjects.flatMap { subject in ["html", "md", "json"].map { "reports/\(subject).\($0)" } }
        let drafts = ["html", "md"].map { "reports/projects/receipt-reading-business-case.\($0)" }
        let names = office + comparison + others + drafts
        for name in names {
            let written = try Data(contentsOf: folder.url.appendingPathComponent("office/\(name)"))
            let committed = try? Data(contentsOf: package.appendingPathComponent(name))
            #expect(
                written == committed,
                "\(name) is out of date: run 'waymark demo --output DIR' and copy DIR/reports here")
        }
        let reports = folder.url.appendingPathComponent("office/reports")
        let all = try FileManager.default.subpathsOfDirectory(atPath: reports.path).filter {
            !$0.hasSuffix("/") && $0.contains(".")
        }
        #expect(Set(all.map { "reports/\($0)" }) == Set(names))
    }
}

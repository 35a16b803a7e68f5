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
        for wave in ["2025", "2026"] {
            for format in ["html", "md", "json", "csv"] {
                let name = "reports/\(wave)/ml-maturity.\(format)"
                let written = try Data(contentsOf: folder.url.appendingPathComponent("office/\(name)"))
                let committed = try? Data(contentsOf: package.appendingPathComponent(name))
                #expect(
                    written == committed,
                    "\(name) is out of date: run 'waymark demo --output DIR' and copy DIR/reports here")
            }
        }
    }
}

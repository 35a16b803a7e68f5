import JSON
import Testing

@testable import Questionnaires

struct CalendarDateTests {
    @Test(
        arguments: [
            "2026-03-31", "2026-01-01", "2026-12-31", "2024-02-29", "2000-02-29", "2025-02-28", "1900-02-28",
            "2026-04-30", "2026-06-30", "2026-09-30", "2026-11-30", "2026-07-31", "2026-08-31", "0001-01-01",
            "9999-12-31",
        ])
    func dayExists(text: String) {
        #expect(CalendarDate.isValid(text))
    }

    @Test(
        arguments: [
            "2025-02-29", "2026-02-29", "1900-02-29", "2100-02-29", "2024-02-30", "2026-04-31", "2026-06-31",
            "2026-09-31", "2026-11-31", "2026-01-32", "2026-01-00", "2026-00-01", "2026-13-01", "2026-1-1", "2026-01-1",
            "26-01-01", "02026-01-01", "2026-001-01", "2026/01/01", "2026.01.01", "20260101", "01-01-2026",
            "2026-01-01T00:00:00Z", "2026-01-01 ", " 2026-01-01", "2026-01", "2026", "", "-", "--", "---",
            "2026-01-01-01", "-2026-01-01", "+026-01-01", "2026-+1-01", "2026-01-+1", "2026-W05", "2026-060",
            "２０２６-01-01", "٢٠٢٦-01-01", "abcd-ef-gh", "2026-01-0a", "2026–01–01",
        ])
    func otherTextIsNoDay(text: String) {
        #expect(!CalendarDate.isValid(text))
    }

    @Test func dateIsRead() throws {
        let root = try reader(of: "\"2026-03-31\"")
        #expect(root.date() == "2026-03-31")
        #expect(root.found.isEmpty)
    }

    @Test(
        arguments: [
            ("\"2025-02-29\"", "\"2025-02-29\" is not a date; write year-month-day, as in 2026-03-31"),
            ("\"31.3.2026\"", "\"31.3.2026\" is not a date; write year-month-day, as in 2026-03-31"),
            ("20260331", "this is a number, not a text; write a text"),
            ("null", "this is null, not a text; write a text"),
        ])
    func otherValueIsReported(text: String, finding: String) throws {
        let root = try reader(of: text)
        #expect(root.date() == nil)
        #expect(root.found == ["error: $: \(finding)"])
    }

    @Test func longTextIsCutInTheReport() throws {
        let root = try reader(of: "\"" + String(repeating: "9", count: 1000) + "\"")
        #expect(root.date() == nil)
        #expect(root.findings.list.first?.problem == "\"\(String(repeating: "9", count: 40))\" is not a date")
    }
}

private func reader(of text: String) throws -> JSONReader {
    JSONReader(try JSONDocument(parsing: Array(text.utf8)), file: "test.json")
}

extension JSONReader {
    /// The findings without the name of the file and the line.
    fileprivate var found: [String] {
        findings.list.map { "\($0.severity): \($0.path): \($0.problem); \($0.remedy)" }
    }
}

import JSON
import SeededRandomness
import Testing

@testable import Exchange

@Suite struct CSVTableTests {
    static func table(_ text: String) throws -> CSVTable { try CSVTable(parsing: Array(text.utf8), file: "t.csv") }

    private func values(_ table: CSVTable) -> [[String]] {
        [table.header.map(\.text)] + table.rows.map { $0.cells.map(\.text) }
    }

    @Test(arguments: [
        ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
        ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
        ("a,b\r1,2", [["a", "b"], ["1", "2"]]),
        ("a;b\n1,5;2\n", [["a", "b"], ["1,5", "2"]]),
        ("a\tb\n1;2\t3\n", [["a", "b"], ["1;2", "3"]]),
        ("\u{FEFF}a,b\n1,2", [["a", "b"], ["1", "2"]]),
        ("sep=;\na;b\n1;2", [["a", "b"], ["1", "2"]]),
        ("a,b\n\"x\"\"y\",\"l1\nl2\"\n", [["a", "b"], ["x\"y", "l1\nl2"]]),
        ("a,b\n\"\",\n", [["a", "b"]]),
        ("a,b\n1,\n", [["a", "b"], ["1", ""]]),
        ("a,b\n1,", [["a", "b"], ["1", ""]]),
        ("a,b,,\n1,2,,\n\n,,,\n", [["a", "b"], ["1", "2"]]),
        ("\n\na,b\n\n1,2\n", [["a", "b"], ["1", "2"]]),
        ("\"a;b\",c\n1,2", [["a;b", "c"], ["1", "2"]]),
        ("a\n1\n", [["a"], ["1"]]),
        ("a,b\nx\"y,2", [["a", "b"], ["x\"y", "2"]]),
        ("a,b\n1,é\u{301}", [["a", "b"], ["1", "é\u{301}"]]),
    ])
    func tables(text: String, expected: [[String]]) throws {
        #expect(values(try Self.table(text)) == expected)
    }

    @Test func placesAreThoseOfAnEditor() throws {
        let table = try Self.table("a,b,c\n1,\"l1\nl2\",é3\n4,5,6\n")
        #expect(table.rows[0].cells[2].position == TextPosition(line: 3, column: 5))
        #expect(table.rows[1].cells[1].position == TextPosition(line: 4, column: 3))
    }

    @Test(arguments: [
        ("a,b\n\"1,2\n3,4\n", "t.csv:2:1: error: the quotation mark that opens here is never closed"),
        ("a,b\n\"1\"x,2\n", "t.csv:2:4: error: there is text after the quotation mark"),
        ("a,b,a\n1,2,3\n", "t.csv:1:5: error: the column \"a\" stands twice, first in column 1"),
        ("", "t.csv: error: the file has no header"), ("\n\n", "t.csv: error: the file has no header"),
        ("a\u{0},b\n", "zero byte at place 2"), ("PK\u{3}\u{4}\u{0}\u{0}", "a workbook cannot be read"),
    ])
    func whatIsNoTable(text: String, message: String) throws {
        let error = #expect(throws: CSVProblem.self) { try Self.table(text) }
        #expect("\(try #require(error).finding)".contains(message))
    }

    @Test func otherEncodings() throws {
        let windows = try CSVTable(
            parsing: Array("na\u{6D}e,x\n".utf8) + [0xC9, 0x74, 0xE9, 0x2C, 0x80, 0x0A], file: "t.csv")
        #expect(windows.rows[0].cells.map(\.text) == ["Été", "€"])
        #expect(windows.notes.map(\.problem).first?.contains("Windows-1252") == true)
        let text = "a\tb\né\t日\n"
        var (little, big): ([UInt8], [UInt8]) = ([0xFF, 0xFE], [0xFE, 0xFF])
        for unit in text.utf16 {
            little += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            big += [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        }
        for bytes in [little, big] {
            let table = try CSVTable(parsing: bytes, file: "t.csv")
            #expect(table.rows[0].cells.map(\.text) == ["é", "日"])
        }
    }

    @Test func rowsOfAnotherLengthAreTold() throws {
        let table = try Self.table("a,b\n1\n1,2,3\n1,2,\n")
        let problems = table.rows.map { table.lengthProblem($0)?.problem }
        #expect(
            problems == [
                "the row has 1 values, and the header 2", "the row has 3 values, and the header 2", nil,
            ])
    }

    /// Whatever the writer writes, the reader reads; whatever else comes, nothing breaks.
    @Test func writtenTablesComeBack() throws {
        var generator = SeededGenerator(seed: 2)
        for _ in 0..<500 {
            let rows = (0..<4).map { _ in
                (0..<3).map { _ in RandomResponses.texts.randomElement(using: &generator) ?? "" }
            }
            var writer = CSVWriter(startsWithMark: true)
            writer.add(["a", "b", "c"].map { .code($0) })
            for row in rows { writer.add(row.map { .text($0) }) }
            let table = try Self.table(writer.text)
            let back = table.rows.map { $0.cells.map { FormulaGuard.unguarded($0.text) } }
            #expect(back.map { $0.map { Array($0.utf8) } } == rows.map { $0.map { Array($0.utf8) } })
        }
    }

    @Test func noBytesBreakTheReader() {
        var generator = SeededGenerator(seed: 3)
        let bytes: [UInt8] = Array("\",;\t\r\na1=é".utf8) + [0xFF, 0xFE, 0x80, 0x00]
        for _ in 0..<20_000 {
            let text = (0..<Int.random(in: 0...24, using: &generator)).map { _ in
                bytes.randomElement(using: &generator) ?? 0
            }
            _ = try? CSVTable(parsing: text, file: "t.csv")
        }
    }
}

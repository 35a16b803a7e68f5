public import JSON

/// A table of comma-separated values (RFC 4180), or with semicolons or tabs between them, as spreadsheets and survey
/// platforms write it.
public struct CSVTable: Sendable {
    /// The file, for messages.
    public let file: String
    public let header: [Cell]
    /// The rows below the header; lines without any value are none.
    public let rows: [Row]
    /// What should be known of how the file was read.
    public let notes: [Finding]

    /// A value and where it begins.
    public struct Cell: Sendable, Hashable {
        public let text: String
        public let position: TextPosition
    }

    public struct Row: Sendable {
        public let cells: [Cell]
        public let position: TextPosition
    }

    /// Reads a table.
    ///
    /// - Throws: ``CSVProblem`` where the file as a whole cannot be read.
    public init(parsing bytes: [UInt8], file: String) throws(CSVProblem) {
        self.file = file
        let decoded = try TextDecoding(bytes, file: file)
        var notes = decoded.notes
        var records: [[Cell]]
        do throws(CSVSyntaxError) {
            records = try CSVParser.records(decoded.bytes)
        } catch {
            throw CSVProblem(
                Finding(file: file, position: error.position, problem: error.problem, remedy: error.remedy))
        }
        // Spreadsheets name the separator like this.
        if let first = records.first, first.count == 1, first[0].text.hasPrefix("sep=") { records.removeFirst() }
        records.removeAll { $0.allSatisfy(\.text.isEmpty) }
        guard let header = records.first else {
            throw CSVProblem(
                Finding(
                    file: file, problem: "the file has no header",
                    remedy: "write the names of the columns into its first line"))
        }
        var seen: [String: TextPosition] = [:]
        for cell in header where !cell.text.isEmpty {
            if let earlier = seen[cell.text] {
                throw CSVProblem(
                    Finding(
                        file: file, position: cell.position,
                        problem: "the column \"\(cell.text)\" stands twice, first in column \(earlier.column)",
                        remedy: "remove one of them"))
            }
            seen[cell.text] = cell.position
        }
        // Spreadsheets leave empty columns behind the last one.
        var width = header.count
        while width > 1, header[width - 1].text.isEmpty { width -= 1 }
        self.header = Array(header[..<width])
        rows = records.dropFirst().map { cells in
            var count = cells.count
            while count > width, cells[count - 1].text.isEmpty { count -= 1 }
            return Row(cells: Array(cells[..<count]), position: cells[0].position)
        }
        if rows.isEmpty {
            notes.append(
                Finding(
                    .warning, file: file, problem: "the file has a header and no rows",
                    remedy: "check that this is the right file"))
        }
        self.notes = notes
    }

    /// What is wrong with the number of a row's cells; nothing where it is that of the header.
    func lengthProblem(_ row: Row) -> Finding? {
        guard row.cells.count != header.count else { return nil }
        return Finding(
            file: file, position: row.position,
            problem: "the row has \(row.cells.count) values, and the header \(header.count)",
            remedy: row.cells.count > header.count
                ? "put quotation marks around a value that contains the separator" : "complete the row")
    }

    /// The place of a column, whatever the case of its name and the blanks around it.
    func column(_ name: String) -> Int? {
        header.firstIndex { CSVTable.key($0.text) == CSVTable.key(name) }
    }

    static func key(_ name: String) -> String { name.trimmed.lowercased() }
}

/// Why a file cannot be read as a table.
public struct CSVProblem: Error, Sendable, Equatable {
    public let finding: Finding

    init(_ finding: Finding) { self.finding = finding }
}

extension String {
    /// Without white space at both ends.
    var trimmed: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }
}

import JSON

/// Cuts a text in UTF-8 into records of cells.
struct CSVParser {
    private let bytes: [UInt8]
    private let separator: UInt8
    private var index = 0
    private var line = 1
    private var column = 1

    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    /// All records; those of empty lines have one empty cell.
    static func records(_ bytes: [UInt8]) throws(CSVSyntaxError) -> [[CSVTable.Cell]] {
        var parser = CSVParser(bytes: bytes, separator: separator(of: bytes))
        var records: [[CSVTable.Cell]] = []
        while parser.index < bytes.count { records.append(try parser.record()) }
        return records
    }

    private init(bytes: [UInt8], separator: UInt8) {
        self.bytes = bytes
        self.separator = separator
    }

    /// The separator that the first line has most of, outside quotation marks; a comma where it has none.
    private static func separator(of bytes: [UInt8]) -> UInt8 {
        let candidates = [",", ";", "\t"].map { UInt8(ascii: $0) }
        let hint = Array("sep=".utf8)
        if bytes.starts(with: hint), bytes.count > hint.count, candidates.contains(bytes[hint.count]) {
            return bytes[hint.count]
        }
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in bytes {
            if byte == quote { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == lineFeed || byte == carriageReturn {
                if !counts.isEmpty { break }
                continue
            }
            if candidates.contains(byte) { counts[byte, default: 0] += 1 }
        }
        return candidates.max { (counts[$0] ?? 0) < (counts[$1] ?? 0) } ?? candidates[0]
    }

    private mutating func record() throws(CSVSyntaxError) -> [CSVTable.Cell] {
        // The hint names the separator itself, and is one cell.
        if index == 0, bytes.starts(with: "sep=".utf8) {
            let start = TextPosition(line: line, column: column)
            while index < bytes.count, !isLineEnd { advance() }
            endLine()
            return [CSVTable.Cell(text: "sep=", position: start)]
        }
        var cells: [CSVTable.Cell] = []
        while true {
            cells.append(try cell())
            if index >= bytes.count { return cells }
            if bytes[index] == separator {
                advance()
                // A separator at the very end stands before a last, empty cell.
                if index >= bytes.count {
                    cells.append(CSVTable.Cell(text: "", position: TextPosition(line: line, column: column)))
                    return cells
                }
                continue
            }
            endLine()
            return cells
        }
    }

    private mutating func cell() throws(CSVSyntaxError) -> CSVTable.Cell {
        let start = TextPosition(line: line, column: column)
        guard index < bytes.count, bytes[index] == CSVParser.quote else {
            let first = index
            while index < bytes.count, bytes[index] != separator, !isLineEnd { advance() }
            return CSVTable.Cell(text: String(decoding: bytes[first..<index], as: UTF8.self), position: start)
        }
        advance()
        var content: [UInt8] = []
        while true {
            guard index < bytes.count else {
                throw CSVSyntaxError(
                    position: start, problem: "the quotation mark that opens here is never closed",
                    remedy: "close it, or write a quotation mark within a value twice")
            }
            let byte = bytes[index]
            if byte == CSVParser.quote {
                advance()
                guard index < bytes.count, bytes[index] == CSVParser.quote else { break }
            }
            content.append(byte)
            advance()
        }
        guard index >= bytes.count || bytes[index] == separator || isLineEnd else {
            throw CSVSyntaxError(
                position: TextPosition(line: line, column: column),
                problem: "there is text after the quotation mark that closes a value",
                remedy: "write a quotation mark within a value twice, or put the separator after the closing one")
        }
        return CSVTable.Cell(text: String(decoding: content, as: UTF8.self), position: start)
    }

    private var isLineEnd: Bool {
        bytes[index] == CSVParser.lineFeed || bytes[index] == CSVParser.carriageReturn
    }

    /// Passes over the end of a line: LF, CR LF, or CR alone.
    private mutating func endLine() {
        guard index < bytes.count else { return }
        let wasReturn = bytes[index] == CSVParser.carriageReturn
        advance()
        if wasReturn, index < bytes.count, bytes[index] == CSVParser.lineFeed {
            advance()
        } else if wasReturn {
            line += 1
            column = 1
        }
    }

    /// One byte on; columns count Unicode scalars, as in other messages.
    private mutating func advance() {
        let byte = bytes[index]
        index += 1
        if byte == CSVParser.lineFeed {
            line += 1
            column = 1
        } else if byte & 0xC0 != 0x80 {
            column += 1
        }
    }
}

/// Why a text is no table.
struct CSVSyntaxError: Error {
    let position: TextPosition
    let problem: String
    let remedy: String
}

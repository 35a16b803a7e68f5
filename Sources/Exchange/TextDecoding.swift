import JSON

/// The text of a file as valid UTF-8 without a byte order mark, whatever encoding a spreadsheet chose.
struct TextDecoding {
    let bytes: [UInt8]
    /// What was read in another way than it should be.
    private(set) var notes: [Finding] = []

    init(_ bytes: [UInt8], file: String) throws(CSVProblem) {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            let isLittle = bytes[0] == 0xFF
            var units: [UInt16] = []
            units.reserveCapacity(bytes.count / 2)
            for index in stride(from: 2, to: bytes.count - 1, by: 2) {
                let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
                units.append(isLittle ? second << 8 | first : first << 8 | second)
            }
            self.bytes = Array(String(decoding: units, as: UTF16.self).utf8)
        } else if bytes.starts(with: [0xEF, 0xBB, 0xBF]), TextDecoding.isUTF8(bytes) {
            self.bytes = Array(bytes.dropFirst(3))
        } else if TextDecoding.isUTF8(bytes) {
            self.bytes = bytes
        } else {
            self.bytes = TextDecoding.fromWindows1252(bytes)
            notes.append(
                Finding(
                    .warning, file: file,
                    problem: "the file is not in UTF-8; it was read as Windows-1252, as older spreadsheets write it",
                    remedy: "look at letters with accents, or save the file as \"CSV UTF-8\""))
        }
        if let place = self.bytes.firstIndex(of: 0) {
            throw CSVProblem(
                Finding(
                    file: file, problem: "the file has a zero byte at place \(place + 1), so it is no text",
                    remedy: "save the table as CSV; a workbook cannot be read"))
        }
    }

    private static func isUTF8(_ bytes: [UInt8]) -> Bool { String(validating: bytes, as: UTF8.self) != nil }

    /// The characters of the bytes 0x80 to 0x9F; five of them are not assigned.
    private static let upper: [Unicode.Scalar] = Array(
        "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)

    private static func fromWindows1252(_ bytes: [UInt8]) -> [UInt8] {
        var text = String.UnicodeScalarView()
        for byte in bytes {
            text.append((0x80...0x9F).contains(byte) ? upper[Int(byte) - 0x80] : Unicode.Scalar(byte))
        }
        return Array(String(text).utf8)
    }
}

/// Writes comma-separated values as RFC 4180 defines them, safe to open in a spreadsheet.
struct CSVWriter {
    private(set) var text: String

    /// - Parameter startsWithMark: whether a byte order mark tells spreadsheets that the text is UTF-8.
    init(startsWithMark: Bool = false) {
        text = startsWithMark ? "\u{FEFF}" : ""
    }

    enum Field {
        case text(String)
        case number(Double?)
        /// An id or a code, which cannot be mistaken for anything.
        case code(String)
    }

    mutating func add(_ fields: [Field]) {
        for (position, field) in fields.enumerated() {
            if position > 0 { text += "," }
            switch field {
            case .text(let value): text += CSVWriter.quoted(FormulaGuard.guarded(value))
            case .number(let number): text += number.map(CSVWriter.plain) ?? ""
            case .code(let code): text += CSVWriter.quoted(code)
            }
        }
        text += "\r\n"
    }

    /// The fewest digits that read back as the same number.
    static func plain(_ number: Double) -> String {
        guard number.isFinite else { return "" }
        return Int(exactly: number).map(String.init) ?? number.description
    }

    private static func quoted(_ text: String) -> String {
        let special: Set<Unicode.Scalar> = [",", ";", "\t", "\"", "\n", "\r", "'"]
        let first = text.unicodeScalars.first
        let last = text.unicodeScalars.last
        // White space at an end is lost in some programs unless it is quoted.
        let isPlain = !text.unicodeScalars.contains(where: special.contains) && first != " " && last != " "
        guard !isPlain else { return text }
        var result = String.UnicodeScalarView()
        result.append("\"")
        for scalar in text.unicodeScalars { result.append(contentsOf: scalar == "\"" ? [scalar, scalar] : [scalar]) }
        result.append("\"")
        return String(result)
    }
}

/// Comma-separated values as RFC 4180 defines them.
enum CSVText {
    enum Field {
        case text(String)
        case number(Double?)
        case count(Int?)
    }

    static func line(_ fields: [Field]) -> String {
        fields.map { field in
            switch field {
            case .text(let text): quoted(text)
            // Nothing at all stands for a number that is not known.
            case .number(let number): number.map(plain) ?? ""
            case .count(let count): count.map(String.init) ?? ""
            }
        }.joined(separator: ",") + "\r\n"
    }

    /// The fewest digits that read back as the same number, without an exponent where spreadsheets might stumble.
    private static func plain(_ number: Double) -> String {
        if let whole = Int(exactly: number) { return String(whole) }
        return abs(number) < 1e-4 && number != 0
            ? NumberText(decimalSeparator: ".").fixed(number, decimals: 12)
            : number.description
    }

    /// Text that no spreadsheet takes for a formula: where the first character could start one, an apostrophe goes
    /// before it.
    private static func quoted(_ text: String) -> String {
        var safe = VisibleText.line(text)
        if let first = safe.unicodeScalars.first, "=+-@\t|%＝＋－＠".unicodeScalars.contains(first) { safe = "'" + safe }
        guard safe.contains(where: { $0 == "," || $0 == "\"" || $0 == ";" || $0 == "'" }) else { return safe }
        return "\"" + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}

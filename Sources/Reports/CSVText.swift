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
        guard number.isFinite else { return "" }
        if let whole = Int(exactly: number) { return String(whole) }
        guard abs(number) < 1e-4 else { return number.description }
        // Not the sign that reports print: programs read this.
        return (number < 0 ? "-" : "") + NumberText(decimalSeparator: ".").fixed(abs(number), decimals: 12)
    }

    /// Text that no spreadsheet takes for a formula: where the first character could start one, an apostrophe goes
    /// before it.
    private static func quoted(_ text: String) -> String {
        // By scalars: to a reader of the file an accent after a comma or a quotation mark does not hide it.
        var safe = Array(VisibleText.line(text).unicodeScalars)
        if let first = safe.first, "=+-@\t|%＝＋－＠".unicodeScalars.contains(first) { safe.insert("'", at: 0) }
        var result = String.UnicodeScalarView()
        guard safe.contains(where: { ",\";'".unicodeScalars.contains($0) }) else {
            result.append(contentsOf: safe)
            return String(result)
        }
        result.append("\"")
        for scalar in safe { result.append(contentsOf: scalar == "\"" ? [scalar, scalar] : [scalar]) }
        result.append("\"")
        return String(result)
    }
}

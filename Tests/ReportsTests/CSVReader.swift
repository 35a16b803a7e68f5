/// A reader of comma-separated values that accepts what RFC 4180 defines, and nothing else.
struct CSVReader {
    struct Mistake: Error, CustomStringConvertible {
        let description: String
    }

    /// The records of a text; each ends with CR and LF.
    static func records(_ text: String) throws -> [[String]] {
        var records: [[String]] = []
        var record: [String] = []
        var field = String.UnicodeScalarView()
        var state = State.start
        for scalar in text.unicodeScalars {
            switch (state, scalar) {
            case (.quoted, "\""): state = .quote
            case (.quoted, _): field.append(scalar)
            case (.quote, "\""):
                field.append(scalar)
                state = .quoted
            case (.start, "\""): state = .quoted
            case (.start, ","), (.plain, ","), (.quote, ","):
                record.append(String(field))
                field = .init()
                state = .start
            case (.start, "\r"), (.plain, "\r"), (.quote, "\r"): state = .carriageReturn
            case (.carriageReturn, "\n"):
                records.append(record + [String(field)])
                record = []
                field = .init()
                state = .start
            case (.start, _) where scalar != "\n", (.plain, _) where scalar != "\n" && scalar != "\"":
                field.append(scalar)
                state = .plain
            default: throw Mistake(description: "\(scalar.value) in state \(state), record \(records.count)")
            }
        }
        guard state == .start, record.isEmpty, field.isEmpty else { throw Mistake(description: "the text is cut off") }
        return records
    }

    private enum State { case start, plain, quoted, quote, carriageReturn }
}

/// Reads a comma-separated file (RFC 4180) of texts and their classes, chunk by chunk, so that the file need never be
/// in memory as a whole beside the corpus.
///
/// The first row names the columns: `text`, `label` and optionally `split`, in any order; other columns are passed
/// over. `split` is `train` or `test`. A byte order mark, quoted line breaks, blank lines and line ends of any kind
/// are fine. Linear in the bytes.
public struct CorpusReader {
    /// The rows with split `train`; all rows if there is no such column.
    public private(set) var training = TextCorpus()
    /// The rows with split `test`.
    public private(set) var test = TextCorpus()

    private enum State { case fieldStart, plain, quoted, quoteInQuoted }

    private var state = State.fieldStart
    /// The fields of the row so far, one after the other, and where each ends.
    private var fields: [UInt8] = []
    private var fieldEnds: [Int] = []
    private var columns: Columns?
    private var line = 1
    private var rowLine = 1
    private var quoteLine = 1
    private var endedWithReturn = false
    /// The bytes of a possible byte order mark that were seen; nil once the file has begun otherwise.
    private var mark: Int? = 0

    private struct Columns {
        var count: Int
        var text: Int
        var label: Int
        var split: Int?
    }

    public init() {}

    /// Reads the next bytes of the file, however it is cut.
    public mutating func read(_ chunk: some Sequence<UInt8>) throws(CorpusError) {
        for byte in chunk { try read(byte) }
    }

    /// Ends the file, and checks that there is something to learn from: rows to train on with at least two labels.
    public mutating func finish() throws(CorpusError) {
        if state == .quoted { throw CorpusError(cause: .openQuote, line: quoteLine) }
        if state != .fieldStart || !fieldEnds.isEmpty { try endRow() }
        guard columns != nil else { throw CorpusError(cause: .noHeader, line: nil) }
        guard let first = training.labels.first else { throw CorpusError(cause: .noTrainingRows, line: nil) }
        if training.labels.allSatisfy({ $0 == first }) {
            throw CorpusError(cause: .oneLabel(training.classNames[Int(first)]), line: nil)
        }
    }

    @inline(__always)
    private mutating func read(_ byte: UInt8) throws(CorpusError) {
        // The usual byte of a text first.
        if byte > 0x2C || byte == 0x20 {
            switch state {
            case .plain, .quoted:
                fields.append(byte)
                return
            default: break
            }
        }
        try readSpecial(byte)
    }

    private mutating func readSpecial(_ byte: UInt8) throws(CorpusError) {
        if let seen = mark {
            if byte == [0xEF, 0xBB, 0xBF][seen] {
                mark = seen == 2 ? nil : seen + 1
                return
            }
            mark = nil
            for skipped in [0xEF, 0xBB].prefix(seen) as ArraySlice<UInt8> { try readSpecial(skipped) }
        }
        let isSecondOfPair = byte == UInt8(ascii: "\n") && endedWithReturn
        endedWithReturn = byte == UInt8(ascii: "\r")
        let isLineEnd = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
        if state == .quoted {
            if byte == UInt8(ascii: "\"") {
                state = .quoteInQuoted
            } else {
                if isLineEnd && !isSecondOfPair { line += 1 }
                fields.append(byte)
            }
            return
        }
        switch byte {
        case UInt8(ascii: "\n") where isSecondOfPair: return
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
            try endRow()
            line += 1
            rowLine = line
        case UInt8(ascii: ","):
            fieldEnds.append(fields.count)
            state = .fieldStart
        case UInt8(ascii: "\"") where state == .fieldStart:
            state = .quoted
            quoteLine = line
        case UInt8(ascii: "\"") where state == .quoteInQuoted:
            state = .quoted
            fields.append(byte)
        default:
            if state == .quoteInQuoted { throw CorpusError(cause: .textAfterQuote, line: line) }
            state = .plain
            fields.append(byte)
        }
    }

    private mutating func endRow() throws(CorpusError) {
        let isBlank = fieldEnds.isEmpty && fields.isEmpty && state == .fieldStart
        fieldEnds.append(fields.count)
        state = .fieldStart
        defer {
            fields.removeAll(keepingCapacity: true)
            fieldEnds.removeAll(keepingCapacity: true)
        }
        if isBlank { return }
        guard let columns else {
            self.columns = try header()
            return
        }
        guard fieldEnds.count == columns.count else {
            throw CorpusError(cause: .fieldCount(found: fieldEnds.count, expected: columns.count), line: rowLine)
        }
        let text = try checked(columns.text, "text")
        let label = try checked(columns.label, "label")
        guard text.contains(where: { $0 > 0x20 }) else { throw CorpusError(cause: .emptyText, line: rowLine) }
        guard !label.isEmpty else { throw CorpusError(cause: .emptyLabel, line: rowLine) }
        let name = String(decoding: label, as: UTF8.self)
        guard let split = columns.split.map(field) else { return training.append(text: text, label: name) }
        if split.elementsEqual("train".utf8) {
            training.append(text: text, label: name)
        } else if split.elementsEqual("test".utf8) {
            test.append(text: text, label: name)
        } else {
            throw CorpusError(cause: .unknownSplit(String(decoding: split, as: UTF8.self)), line: rowLine)
        }
    }

    private func header() throws(CorpusError) -> Columns {
        let names = fieldEnds.indices.map { String(decoding: field($0), as: UTF8.self) }
        var places: [String: Int] = [:]
        for (place, name) in names.enumerated() where ["text", "label", "split"].contains(name) {
            if places[name] != nil { throw CorpusError(cause: .repeatedColumn(name), line: rowLine) }
            places[name] = place
        }
        guard let text = places["text"] else {
            throw CorpusError(cause: .missingColumn("text", found: names), line: rowLine)
        }
        guard let label = places["label"] else {
            throw CorpusError(cause: .missingColumn("label", found: names), line: rowLine)
        }
        return Columns(count: names.count, text: text, label: label, split: places["split"])
    }

    private func field(_ number: Int) -> ArraySlice<UInt8> {
        fields[(number == 0 ? 0 : fieldEnds[number - 1])..<fieldEnds[number]]
    }

    private func checked(_ number: Int, _ column: String) throws(CorpusError) -> ArraySlice<UInt8> {
        let bytes = field(number)
        guard isWellFormed(bytes) else { throw CorpusError(cause: .illFormedText(column: column), line: rowLine) }
        return bytes
    }

    private func isWellFormed(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            var place = 0
            while place < bytes.count {
                if bytes[place] < 0x80 {
                    place += 1
                } else {
                    let length = ScalarKind.decode(bytes, at: place).length
                    if length == 1 { return false }
                    place += length
                }
            }
            return true
        }
    }
}

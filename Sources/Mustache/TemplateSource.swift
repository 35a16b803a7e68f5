/// The text of a template, and where in it a tag stands.
struct TemplateSource: Sendable {
    let name: String
    let bytes: [UInt8]

    /// By how many spaces and tabs each line was indented after it was written; positions leave them out.
    private let addedIndentation: Int

    init(_ text: String, name: String) {
        self.init(name: name, bytes: Array(text.utf8), addedIndentation: 0)
    }

    private init(name: String, bytes: [UInt8], addedIndentation: Int) {
        self.name = name
        self.bytes = bytes
        self.addedIndentation = addedIndentation
    }

    /// The same text with spaces and tabs before every line, empty lines included, as the specification asks.
    func indented(by indentation: String) -> TemplateSource {
        var indented: [UInt8] = []
        indented.reserveCapacity(bytes.count + bytes.count / 8)
        for line in bytes.split(separator: .lineFeed, omittingEmptySubsequences: false) {
            if line.startIndex > 0 { indented.append(.lineFeed) }
            // What follows the last line end is not a line unless there is something in it.
            guard line.startIndex < bytes.count else { break }
            indented.append(contentsOf: indentation.utf8)
            indented.append(contentsOf: line)
        }
        return TemplateSource(name: name, bytes: indented, addedIndentation: indentation.utf8.count)
    }

    func text(in range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    func error(_ kind: MustacheError.Kind, at offset: Int, _ message: String) -> MustacheError {
        MustacheError(template: name, position: position(of: offset), kind: kind, message: message)
    }

    func position(of offset: Int) -> MustacheError.Position {
        let before = bytes[..<offset]
        let line = before.count(where: { $0 == .lineFeed }) + 1
        let lineStart = before.lastIndex(of: .lineFeed).map { $0 + 1 } ?? 0
        // A scalar has one byte that does not continue another.
        let scalars = bytes[lineStart..<offset].count(where: { $0 & 0b1100_0000 != 0b1000_0000 })
        return MustacheError.Position(line: line, column: scalars + 1 - addedIndentation)
    }
}

extension TemplateSource {
    func firstOffset(of pattern: [UInt8], in range: Range<Int>) -> Int? {
        var candidates = bytes[range]
        while let first = pattern.first, let found = candidates.firstIndex(of: first) {
            candidates = candidates[found...]
            if candidates.starts(with: pattern) { return found }
            candidates = candidates.dropFirst()
        }
        return nil
    }

    func firstOffset(of pattern: [UInt8], from start: Int) -> Int? {
        firstOffset(of: pattern, in: start..<bytes.count)
    }

    /// The whole line, its end included, of a tag that has nothing but spaces and tabs beside it; else `nil`.
    ///
    /// A tag may run over several lines; then these are the whole lines from its start to its end.
    func standaloneLine(around tag: Range<Int>) -> Range<Int>? {
        let lineStart = bytes[..<tag.lowerBound].lastIndex(where: { !$0.isSpaceOrTab }).map { $0 + 1 } ?? 0
        guard lineStart == 0 || bytes[lineStart - 1] == .lineFeed else { return nil }
        let rest = bytes[tag.upperBound...].drop(while: \.isSpaceOrTab)
        if rest.isEmpty { return lineStart..<bytes.count }
        if rest.starts(with: [.lineFeed]) { return lineStart..<rest.startIndex + 1 }
        if rest.starts(with: [.carriageReturn, .lineFeed]) { return lineStart..<rest.startIndex + 2 }
        return nil
    }
}

extension UInt8 {
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")

    var isSpaceOrTab: Bool {
        self == UInt8(ascii: " ") || self == UInt8(ascii: "\t")
    }

    /// Whether this is white space of ASCII: a space, or one of tab, line feed, vertical tab, form feed, return.
    var isWhitespace: Bool {
        self == UInt8(ascii: " ") || (9...13).contains(self)
    }
}

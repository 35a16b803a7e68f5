/// A place in a text file, as an editor shows it.
public struct TextPosition: Sendable, Hashable {
    /// The line, counted from 1; a line ends with a line feed.
    public private(set) var line: Int
    /// The column, counted from 1 in Unicode scalars; a byte order mark at the beginning takes none.
    public private(set) var column: Int

    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// The position of a byte offset in UTF-8 text; an offset past the end gives the end.
    init(offset: Int, in bytes: [UInt8]) {
        self.init(line: 1, column: 1)
        advance(over: bytes[..<min(offset, bytes.count)])
    }

    /// The position where so many lines stand before the text.
    func moved(down lines: Int) -> TextPosition { TextPosition(line: line + lines, column: column) }

    /// Moves on over a part of a text.
    mutating func advance(over bytes: ArraySlice<UInt8>) {
        let isMarked = bytes.startIndex == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF])
        for byte in isMarked ? bytes.dropFirst(3) : bytes {
            if byte == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                // Continuation bytes belong to the scalar that is already counted.
                column += 1
            }
        }
    }
}

/// A place in a text file, as an editor shows it.
public struct TextPosition: Sendable, Hashable {
    /// The line, counted from 1; a line ends with a line feed.
    public let line: Int
    /// The column, counted from 1 in Unicode scalars.
    public let column: Int

    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// The position of a byte offset in UTF-8 text; an offset past the end gives the end.
    init(offset: Int, in bytes: [UInt8]) {
        var line = 1
        var column = 1
        for byte in bytes.prefix(offset) {
            if byte == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                // Continuation bytes belong to the scalar that is already counted.
                column += 1
            }
        }
        self.line = line
        self.column = column
    }
}

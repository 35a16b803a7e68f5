/// A parsed JSON text: the root value, and the text itself so that any offset can be shown as line and column.
public struct JSONDocument: Sendable {
    public let root: JSONNode
    let bytes: [UInt8]
    /// The line of the file in which the text begins.
    let firstLine: Int

    /// Parses a JSON text as RFC 8259 defines it.
    ///
    /// Stricter than the standard demands where it leaves room: a name that occurs twice in an object, a number
    /// beyond the range of a double, and a string that is not valid Unicode are refused. A byte order mark at the
    /// beginning, which some editors write, is passed over.
    ///
    /// - Throws: ``JSONSyntaxError`` for the first fault, with its position and what to do about it.
    public init(parsing bytes: [UInt8], limits: JSONLimits = JSONLimits()) throws(JSONSyntaxError) {
        self.bytes = bytes
        firstLine = 1
        root = try JSONParser.parse(bytes, extent: .file, limits: limits)
    }

    /// Parses one line of a file in JSON Lines, in which every line is a JSON text.
    ///
    /// - Parameter number: which line it is, counted from 1.
    public init(
        parsingLine bytes: [UInt8], number: Int, limits: JSONLimits = JSONLimits()
    ) throws(JSONSyntaxError) {
        self.bytes = bytes
        firstLine = number
        root = try JSONParser.parse(bytes, extent: .line(number), limits: limits)
    }

    /// The same text read as other values, which stand where those of the text do.
    public func with(root: JSONNode) -> JSONDocument { JSONDocument(root: root, bytes: bytes) }

    private init(root: JSONNode, bytes: [UInt8]) {
        self.root = root
        self.bytes = bytes
    }

    /// Line and column of a value or member.
    public func position(of offset: Int) -> TextPosition {
        TextPosition(offset: offset, in: bytes).moved(down: firstLine - 1)
    }
}

/// How much a JSON text may ask of the reader.
public struct JSONLimits: Sendable {
    /// The most arrays and objects within one another.
    public var depth: Int
    /// The most bytes.
    public var size: Int

    public init(depth: Int = 128, size: Int = 64 << 20) {
        self.depth = depth
        self.size = size
    }
}

/// Why a text is not JSON.
public struct JSONSyntaxError: Error, Sendable, Equatable {
    public let position: TextPosition
    /// What is wrong, as a sentence without a full stop.
    public let problem: String
    /// What to do about it, as a sentence without a full stop.
    public let remedy: String
}

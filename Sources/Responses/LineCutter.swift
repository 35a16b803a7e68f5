/// Some lines of a file, or a part of one that is too long; all pieces one after the other are the file.
public struct LinePiece: Sendable {
    enum Content: Sendable {
        /// Whole lines, of which the last of the file need not end with a line feed.
        case lines
        /// A part of a line that is longer than may be, and where it is the last part the length of the line.
        case longLine(length: Int?)
    }

    /// Which line of the file is its first, counted from 1.
    let firstLine: Int
    let content: Content
    /// The bytes, and after them a line feed and those that names may be compared with.
    let buffer: [UInt8]
    /// How many bytes of the file it has.
    let count: Int

    /// - Parameter memory: a buffer that nobody needs, in whose place this one may stand.
    fileprivate init(
        firstLine: Int, content: Content, _ start: [UInt8], _ end: ArraySlice<UInt8>, memory: consuming [UInt8] = []
    ) {
        self.firstLine = firstLine
        self.content = content
        count = start.count + end.count
        var buffer = memory
        buffer.removeAll(keepingCapacity: true)
        // Rounded up, so that it need not grow for a piece that is a little larger.
        buffer.reserveCapacity((count + 1 + ByteName.reach) | 0xFFFF)
        buffer.append(contentsOf: start)
        buffer.append(contentsOf: end)
        buffer.append(UInt8(ascii: "\n"))
        buffer.append(contentsOf: repeatElement(0, count: ByteName.reach))
        self.buffer = buffer
    }

    /// Lends its bytes, as they stand in the file.
    public func withBytes(_ body: (UnsafeRawBufferPointer) -> Void) {
        buffer.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0.prefix(count))) }
    }
}

/// Cuts a file at the ends of lines, from the parts in which it comes.
///
/// No more than a part and a line of the most allowed length are held at any time.
public struct LineCutter {
    /// What came after the last line feed.
    private var waiting: [UInt8] = []
    private var line = 1
    /// How many bytes of a line that is too long were passed on.
    private var passed = 0
    /// The buffer of a piece that is done with.
    private var spare: [UInt8] = []

    public init() {}

    /// Takes back a piece that is done with: memory that was used before costs less than new.
    public mutating func reuse(_ piece: consuming LinePiece) { spare = piece.buffer }

    /// Goes on with the next part; what stands after its last line feed waits for the one after it.
    public mutating func cut(_ part: ArraySlice<UInt8>, _ take: (LinePiece) -> Void) {
        var part = part
        if passed > 0 {
            guard let feed = part.firstIndex(of: LineCutter.lineFeed) else {
                passed += part.count
                return take(LinePiece(firstLine: line, content: .longLine(length: nil), [], part))
            }
            take(
                LinePiece(
                    firstLine: line, content: .longLine(length: passed + feed - part.startIndex), [], part[...feed]))
            line += 1
            passed = 0
            part = part[(feed + 1)...]
        }
        if let feed = part.lastIndex(of: LineCutter.lineFeed) {
            var memory: [UInt8] = []
            swap(&memory, &spare)
            take(LinePiece(firstLine: line, content: .lines, waiting, part[...feed], memory: memory))
            line += LineCutter.lineFeeds(in: part[...feed])
            waiting = []
            part = part[(feed + 1)...]
        }
        waiting += part
        guard waiting.count > ResponseLineReader.longestLine else { return }
        take(LinePiece(firstLine: line, content: .longLine(length: nil), waiting, []))
        passed = waiting.count
        waiting = []
    }

    /// Ends with the last line, which need not end with a line feed.
    public mutating func finish(_ take: (LinePiece) -> Void) {
        if passed > 0 { take(LinePiece(firstLine: line, content: .longLine(length: passed), [], [])) }
        if !waiting.isEmpty { take(LinePiece(firstLine: line, content: .lines, waiting, [])) }
        self = LineCutter()
    }

    private static let lineFeed = UInt8(ascii: "\n")

    /// How many lines end there.
    private static func lineFeeds(in bytes: ArraySlice<UInt8>) -> Int {
        bytes.withUnsafeBytes { bytes in
            var count: UInt64 = 0
            var place = 0
            while place + 8 <= bytes.count {
                // Eight counts, one for each byte of a word; of so few words that none of them goes over.
                var counts: UInt64 = 0
                let last = min(place + 8 * 255, bytes.count - 7)
                while place < last {
                    // Of this, bytes that are line feeds are zero; then the highest bits of all others are set.
                    let different = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self) ^ 0x0A0A_0A0A_0A0A_0A0A
                    let others = ((different & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F) | different
                    counts &+= (~others & 0x8080_8080_8080_8080) &>> 7
                    place &+= 8
                }
                while counts > 0 {
                    count += counts & 0xFF
                    counts >>= 8
                }
            }
            return bytes[place...].reduce(Int(count)) { $1 == lineFeed ? $0 + 1 : $0 }
        }
    }
}

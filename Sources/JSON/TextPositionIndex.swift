/// The positions at regular distances in a text, so that one more finding takes no time even in a long file.
struct TextPositionIndex {
    private static let distance = 512
    private let bytes: [UInt8]
    /// The position of every offset that is a multiple of the distance.
    private let marks: [TextPosition]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var position = TextPosition(line: 1, column: 1)
        var marks = [position]
        for start in stride(from: 0, to: bytes.count, by: TextPositionIndex.distance) {
            let end = min(start + TextPositionIndex.distance, bytes.count)
            position.advance(over: bytes[start..<end])
            marks.append(position)
        }
        self.marks = marks
    }

    /// The position of a byte offset; an offset past the end gives the end.
    func position(of offset: Int) -> TextPosition {
        let end = min(offset, bytes.count)
        let mark = end / TextPositionIndex.distance
        var position = marks[mark]
        position.advance(over: bytes[mark * TextPositionIndex.distance..<end])
        return position
    }
}

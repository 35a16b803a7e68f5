import Testing

@testable import Responses

@Suite struct LineCutterTests {
    /// The pieces of a text that comes in parts of some size: each with its first line and its text.
    private func pieces(_ text: String, by size: Int) -> [(line: Int, text: String)] {
        var pieces: [(line: Int, text: String)] = []
        func take(_ piece: LinePiece) {
            piece.withBytes { pieces.append((piece.firstLine, String(decoding: $0, as: UTF8.self))) }
        }
        let bytes = Array(text.utf8)
        var cutter = LineCutter()
        for start in stride(from: 0, to: bytes.count, by: size) {
            cutter.cut(bytes[start..<min(start + size, bytes.count)], take)
        }
        cutter.finish(take)
        return pieces
    }

    private static let text = (1...90).map { String(repeating: "x", count: $0 * $0 % 23) + "\n" }.joined()

    @Test(arguments: [1, 2, 7, 8, 9, 64, 255, 256, 5000], ["", "end"])
    func piecesAreTheFileAndBeginWithItsLines(size: Int, end: String) {
        let text = Self.text + end
        let pieces = pieces(text, by: size)
        #expect(pieces.map(\.text).joined() == text)
        var lines = 1
        for piece in pieces {
            #expect(piece.line == lines)
            lines += piece.text.count { $0 == "\n" }
            #expect(piece.text.hasSuffix("\n") || piece.text == end)
        }
    }

    /// Memory that is used again holds nothing of what stood in it, and what somebody still holds stays as it is.
    @Test(arguments: [1, 9, 64, 5000])
    func aPieceThatIsDoneWithLeavesNothing(size: Int) {
        let bytes = Array(Self.text.utf8)
        var cutter = LineCutter()
        var held: [LinePiece] = []
        for start in stride(from: 0, to: bytes.count, by: size) {
            cutter.cut(bytes[start..<min(start + size, bytes.count)]) { held.append($0) }
            if let piece = held.last { cutter.reuse(piece) }
        }
        cutter.finish { held.append($0) }
        var all: [UInt8] = []
        for piece in held {
            piece.withBytes { all += $0 }
            #expect(piece.buffer[piece.count] == 0x0A && piece.buffer.count == piece.count + 1 + ByteName.reach)
        }
        #expect(all == bytes)
    }

    /// Line feeds among bytes that differ from them by a bit, at all places of a word.
    @Test func onlyLineFeedsEndLines() {
        let text = String(
            decoding: (0..<5000).map { [0x0A, 0x0B, 0x8A, 0x09, 0x00, 0x0A, 0x2A, 0x7F, 0xF5][$0 * $0 % 9] as UInt8 }
                .map { $0 < 0x80 ? $0 : 0x0A }, as: UTF8.self)
        let pieces = pieces(text + "\nlast", by: 6000)
        #expect(pieces.last?.line == text.utf8.count { $0 == 0x0A } + 2)
    }

    @Test func aLineThatIsTooLongIsHandedOnInParts() {
        let long = String(repeating: "x", count: ResponseLineReader.longestLine + (3 << 20))
        let pieces = pieces("a\n\(long)\nb\n", by: 1 << 20)
        #expect(pieces.map(\.line).first == 1 && pieces.map(\.line).last == 3)
        #expect(pieces.dropFirst().dropLast().allSatisfy { $0.line == 2 })
        #expect(pieces.count > 4)
        #expect(pieces.map(\.text).joined().utf8.count == long.utf8.count + 5)
    }
}

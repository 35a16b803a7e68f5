import SeededRandomness
import Testing

@testable import JSON

struct TextPositionIndexTests {
    @Test(arguments: ["", "\u{FEFF}"])
    func positionsAreThoseFoundByCounting(start: String) {
        var generator = SeededGenerator(seed: 512)
        let characters = ["a", "ä", "中", "😀", "\n", "\r\n", " "]
        var text = start
        for _ in 0..<8000 { text += characters.randomElement(using: &generator) ?? "" }
        let bytes = Array(text.utf8)
        let index = TextPositionIndex(bytes)
        #expect(bytes.count > 20 * 512)
        for offset in [0, 1, 2, 3, 4, 511, 512, 513, 1023, 1024, 1025, bytes.count - 1, bytes.count]
            + Array(stride(from: 5, to: bytes.count, by: 97))
        {
            #expect(index.position(of: offset) == TextPosition(offset: offset, in: bytes), "\(offset)")
        }
    }

    @Test func lengthMayBeAMultipleOfTheDistance() {
        let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 1024)
        #expect(TextPositionIndex(bytes).position(of: 1024) == TextPosition(line: 1, column: 1025))
        #expect(TextPositionIndex(bytes).position(of: 9999) == TextPosition(line: 1, column: 1025))
    }

    @Test func emptyTextHasItsBeginning() {
        #expect(TextPositionIndex([]).position(of: 0) == TextPosition(line: 1, column: 1))
        #expect(TextPositionIndex([]).position(of: 5) == TextPosition(line: 1, column: 1))
    }
}

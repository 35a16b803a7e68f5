import Testing

@testable import Reports

@Suite struct TerminalTextTests {
    private static let words = (1...30).map { "word\($0)" }.joined(separator: " ")

    @Test func whatIsNarrowEnoughStays() {
        for text in ["", "\n", "a  b\n\n  - c\n", String(repeating: "x ", count: 40)] {
            #expect(TerminalText.wrapped(text) == text)
        }
    }

    @Test(arguments: [("", ""), ("  ", "      "), ("- ", "  "), ("  - ", "    "), ("        ", "            ")])
    func aWideLineGoesOnBelowItsText(start: String, indent: String) {
        let lines = TerminalText.wrapped("a\n\(start)\(Self.words)\nb").split(separator: "\n")
        #expect(lines.first == "a" && lines.last == "b" && lines.count > 4)
        #expect(lines.allSatisfy { $0.count <= 80 } && lines[1].count > 70)
        #expect(lines[1].hasPrefix("\(start)word1 "))
        #expect(lines[2...].dropLast().allSatisfy { $0.hasPrefix("\(indent)word") })
        #expect(
            lines[1...].dropLast().joined(separator: " ").split(separator: " ").suffix(30).joined(separator: " ")
                == Self.words)
    }

    /// A path that is broken cannot be copied.
    @Test func aWideWordStaysWhole() {
        let path = "a/" + String(repeating: "b", count: 100)
        #expect(TerminalText.wrapped("  see \(path) there") == "  see\n      \(path)\n      there")
        #expect(TerminalText.wrapped("  \(path)") == "  \(path)")
    }

    /// Words that a no-break space holds together stay so.
    @Test func whatBelongsTogetherIsNotTornApart() {
        let text = String(repeating: "x", count: 78) + " 5\u{A0}%"
        #expect(TerminalText.wrapped(text) == String(repeating: "x", count: 78) + "\n5\u{A0}%")
    }
}

/// Text from people, made safe to look at: nothing in it is invisible or changes how other text reads.
public enum VisibleText {
    /// The text with control characters and bidirectional controls written out as `⟨U+202E⟩`; line breaks stay.
    public static func make(_ text: String) -> String {
        if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) || $0 == 0x0A }) { return text }
        guard text.unicodeScalars.contains(where: { isHidden($0) || $0 == "\r" }) else { return text }
        var result = ""
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            if scalar == "\r" {
                result.append("\n")
            } else if scalar == "\n", previous == "\r" {
                // A line break of two characters is one line break.
            } else if isHidden(scalar) {
                let digits = String(scalar.value, radix: 16, uppercase: true)
                result += "⟨U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits + "⟩"
            } else {
                result.unicodeScalars.append(scalar)
            }
            previous = scalar
        }
        return result
    }

    /// The text without line breaks and tabs, each of which becomes a space; spaces stay.
    static func unbroken(_ text: String) -> String {
        let visible = make(text)
        guard visible.unicodeScalars.contains(where: { $0 == "\n" || $0 == "\t" }) else { return visible }
        var result = String.UnicodeScalarView()
        for scalar in visible.unicodeScalars { result.append(scalar == "\n" || scalar == "\t" ? " " : scalar) }
        return String(result)
    }

    /// The text on one line, with a single space for any white space.
    static func line(_ text: String) -> String {
        if isPlainLine(text) { return text }
        return make(text).unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }.joined(separator: " ")
    }

    /// Whether a text is of printable ASCII with single spaces between words, as most texts are.
    private static func isPlainLine(_ text: String) -> Bool {
        var previous = UInt8(ascii: " ")
        for byte in text.utf8 {
            guard (0x20...0x7E).contains(byte), byte != 0x20 || previous != 0x20 else { return false }
            previous = byte
        }
        return previous != 0x20 || text.isEmpty
    }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: false
        case 0..<0x20, 0x7F..<0xA0: true
        // Marks, embeddings and overrides of the bidirectional algorithm; line and paragraph separators.
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2028, 0x2029: true
        // Zero-width spaces and joiners outside emoji and scripts cannot be told apart from an attempt to hide, and
        // between them stand the isolates of the bidirectional algorithm; the byte order mark and interlinear marks
        // have no place in running text.
        case 0x200B, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB: true
        // Tag characters spell invisible text.
        case 0xE0000...0xE007F: true
        default: false
        }
    }
}

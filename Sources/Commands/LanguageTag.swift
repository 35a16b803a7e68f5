/// Tags of languages, as in `fr` and `pt-BR` (BCP 47).
enum LanguageTag {
    /// The tag in the usual letters: scripts begin with a capital, regions are capitals, all else is small; nothing where
    /// it cannot be one.
    static func usual(_ text: String) -> String? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard text.utf8.count <= longest, let language = parts.first, (2...3).contains(language.utf8.count),
            language.utf8.allSatisfy(isLetter),
            parts.dropFirst().allSatisfy({ (1...8).contains($0.utf8.count) && $0.utf8.allSatisfy(isLetterOrDigit) }),
            parts.last?.utf8.count != 1
        else { return nil }
        // What follows a single letter is an extension, which knows no scripts and regions.
        let extended = parts.firstIndex { $0.utf8.count == 1 } ?? parts.endIndex
        return parts.enumerated().map { index, part in
            guard index > 0, index < extended, part.utf8.allSatisfy(isLetter) else { return part.lowercased() }
            switch part.utf8.count {
            case 2: return part.uppercased()
            case 4: return part.prefix(1).uppercased() + part.dropFirst().lowercased()
            default: return part.lowercased()
            }
        }.joined(separator: "-")
    }

    /// No language needs more.
    private static let longest = 35

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}

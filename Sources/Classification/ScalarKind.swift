/// What a Unicode scalar is to the tokeniser, looked up in a table for the basic plane.
///
/// Letters, marks, digits and the low line make words. Scripts written without spaces between words (Han, Hiragana,
/// Katakana, Thai, Lao, Khmer, Myanmar) give a word for every scalar, so that their bigrams do the work of words.
/// Everything else separates. Scalars are lowered one by one; texts are not normalised, so a letter with a combining
/// accent and the same letter precomposed are two spellings.
struct ScalarKind {
    /// 0 for a separator, else the lower-case scalar, with `alone` set when it is a word by itself.
    let code: UInt32

    static let alone: UInt32 = 1 << 31

    /// The table is filled on first use, by text beyond ASCII alone; it takes about 10 ms.
    private static let basicPlane: [UInt32] = (0..<0x10000).map { value in
        // Ideographs and Hangul syllables are half of the plane and need no look-up.
        if (0x3400...0x4DBF).contains(value) || (0x4E00...0x9FFF).contains(value) { return UInt32(value) | alone }
        if (0xAC00...0xD7A3).contains(value) { return UInt32(value) }
        return Unicode.Scalar(UInt32(value)).map(computed) ?? 0
    }

    init(of scalar: UInt32) {
        if scalar < 0x10000 {
            code = ScalarKind.basicPlane[Int(scalar)]
        } else {
            code = Unicode.Scalar(scalar).map(ScalarKind.computed) ?? 0
        }
    }

    private static func computed(_ scalar: Unicode.Scalar) -> UInt32 {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .titlecaseLetter:
            // A few capitals lower to two scalars; the first carries the letter.
            return (scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar).value
        case .lowercaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark, .enclosingMark,
            .decimalNumber, .letterNumber, .otherNumber, .connectorPunctuation:
            return isWrittenWithoutSpaces(scalar.value) ? scalar.value | alone : scalar.value
        default:
            return 0
        }
    }

    private static func isWrittenWithoutSpaces(_ value: UInt32) -> Bool {
        switch value {
        case 0x0E00...0x0EFF,  // Thai, Lao
            0x1000...0x109F, 0xA9E0...0xA9FF, 0xAA60...0xAA7F,  // Myanmar
            0x1780...0x17FF,  // Khmer
            0x3005...0x3007, 0x3021...0x3029, 0x3040...0x30FF, 0x31F0...0x31FF,  // Hiragana, Katakana, marks
            0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF,  // Han
            0xFF66...0xFF9D:  // half-width Katakana
            true
        default: false
        }
    }

    /// For each byte: 0 for an ASCII separator, 1 for a byte of a longer sequence, else the byte in lower case.
    static let bytes: [UInt8] = (0...255).map { byte in
        switch UInt8(byte) {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt8(byte) + 32
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            UInt8(byte)
        case 0x80...: 1
        default: 0
        }
    }

    /// Decodes the sequence that starts at `start`, and says how many bytes it takes; ill-formed bytes are
    /// separators of one byte.
    @inline(never)
    static func decode(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> (code: UInt32, length: Int) {
        let lead = text[start]
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        guard lead >= 0xC2, lead <= 0xF4, start + length <= text.count else { return (0, 1) }
        var value = UInt32(lead) & (0x7F >> UInt32(length))
        for offset in 1..<length {
            let byte = text[start + offset]
            guard byte & 0xC0 == 0x80 else { return (0, 1) }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        // Longer than needed, a surrogate, or beyond the last scalar.
        guard value >= (length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000), Unicode.Scalar(value) != nil else {
            return (0, 1)
        }
        return (ScalarKind(of: value).code, length)
    }
}

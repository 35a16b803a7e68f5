/// How wide a text is at most, without asking for its font.
///
/// Widths are per class of characters, in em, taken from the broadest common sans-serif (DejaVu Sans Bold, much like
/// Verdana Bold). An inherited font that is broader still, such as a monospaced one, is not allowed for.
enum TextWidth {
    /// The width in px.
    static func of(_ text: String, _ style: TextStyle) -> Double {
        let width = text.unicodeScalars.reduce(0) { $0 + ems($1) }
        return width * style.size * (style.isBold ? 1 : 0.935)
    }

    private static func ems(_ scalar: Unicode.Scalar) -> Double {
        // What is written as U+FFFD is as wide as that.
        if Markup.isHarmful(scalar) { return 1.1 }
        return scalar.isASCII ? latin(scalar) : other(scalar)
    }

    private static func latin(_ scalar: Unicode.Scalar) -> Double {
        switch scalar {
        case "i", "j", "l", "I", "J", "|", "'", " ", ".", ",", ":", ";", "-", "/", "!", "(", ")", "[", "]": 0.46
        case "f", "r", "t", "s", "c", "z", "\"", "*", "?", "_", "\\", "`": 0.6
        case "m", "w", "M", "W", "@", "%", "&", "+", "<", "=", ">", "~", "^", "#": 1.11
        case "0"..."9", "$": 0.7
        case "A"..."Z": 0.85
        default: 0.72
        }
    }

    private static func other(_ scalar: Unicode.Scalar) -> Double {
        if isWide(scalar) { return scalar.properties.isEmojiPresentation ? 1.4 : 1.05 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        case .spacingMark: return 0.6
        case .lowercaseLetter: return scalar.value < 0x250 && !"æœ".unicodeScalars.contains(scalar) ? 0.72 : 0.9
        case .uppercaseLetter, .titlecaseLetter: return 1.05
        case .otherLetter, .modifierLetter: return 0.85
        case .decimalNumber, .initialPunctuation, .finalPunctuation, .spaceSeparator: return 0.7
        default: return 1.1
        }
    }

    /// Whether a character fills a square, as in Chinese, Japanese and Korean; lines may break at its sides.
    static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            true
        default: scalar.properties.isEmojiPresentation
        }
    }
}

/// How texts, ids and numbers are written into SVG.
enum Markup {
    /// Text for an element or a quoted attribute, on one line.
    ///
    /// Spaces that do not break stay. Control characters, characters that XML forbids, and those that embed, override
    /// or isolate a direction (they could make other text read differently) become U+FFFD, so that one sees that
    /// something stood there.
    static func text(_ text: String) -> String {
        var result = ""
        var pendingSpace = false
        for scalar in text.unicodeScalars {
            if isBreakingSpace(scalar) {
                pendingSpace = !result.isEmpty
                continue
            }
            if pendingSpace { result += " " }
            pendingSpace = false
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(isHarmful(scalar) ? "\u{FFFD}" : scalar)
            }
        }
        return result
    }

    /// Whether a line may end at a character; before a colon, say, French has a space at which it may not.
    static func isBreakingSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace && scalar != "\u{A0}" && scalar != "\u{202F}"
    }

    /// Whether a character is invisible and can change how others read, or must not stand in XML.
    static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0: true
        case 0x202A...0x202E, 0x2066...0x2069: true
        case 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
        default: scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value)
        }
    }

    /// An id of letters, digits, hyphens and escapes such as `_2e_`; different texts give different ids, also with a
    /// suffix after an underscore.
    static func identifier(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "-": result.unicodeScalars.append(scalar)
            default: result += "_" + String(scalar.value, radix: 16) + "_"
            }
        }
        return result.isEmpty ? "_" : result
    }

    /// A coordinate with at most two decimals and a point, whatever the locale.
    static func number(_ value: Double) -> String {
        // Beyond this no picture has its coordinates, and the conversion below could trap.
        let hundredths = Int((min(max(value.isFinite ? value : 0, -1e7), 1e7) * 100).rounded())
        let digits = hundredths.magnitude
        let sign = hundredths < 0 ? "-" : ""
        let (whole, rest) = digits.quotientAndRemainder(dividingBy: 100)
        if rest == 0 { return "\(sign)\(whole)" }
        return rest % 10 == 0 ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }

    /// A place on the scale as a percentage of the width.
    static func percent(_ fraction: Double) -> String {
        fraction == 0 ? "0" : number(fraction * 100) + "%"
    }
}

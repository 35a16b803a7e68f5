import Testing

@testable import Charts

struct TextWidthTests {
    private let styles: [TextStyle] = [.label, .number, .note]

    @Test func noCharacterIsWiderThanAssumed() {
        for style in styles {
            for code in UInt8(0x20)...0x7E {
                let text = String(UnicodeScalar(code))
                let width = DejaVuSans.width(of: text, size: style.size, isBold: style.isBold)
                #expect(TextWidth.of(text, style) >= width, "\(text)")
            }
        }
    }

    /// Too cautious a table would break lines that fit.
    @Test(arguments: [
        "Software restricted or slow", "Organisation", "Held at 50.0 by Expertise in silos", "62.5", "100.0",
    ])
    func wordsAreNotMuchNarrowerThanAssumed(text: String) {
        for style in styles {
            let width = DejaVuSans.width(of: text, size: style.size, isBold: style.isBold)
            #expect(TextWidth.of(text, style) <= 1.25 * width)
        }
    }

    /// Widths in px at 100 px bold, measured in Chromium with DejaVu Sans and, for what it lacks, Noto Sans.
    @Test(arguments: [
        ("統計局の機械学習", 800.0), ("통계청", 276), ("Статистическая служба", 1379), ("Στατιστική υπηρεσία", 1192),
        ("الجهاز المركزي للإحصاء", 1160), ("राष्ट्रीय सांख्यिकी", 582), ("Éléments de preuve", 1123),
        ("สำนักงานสถิติแห่งชาติ", 884), ("הלשכה המרכזית לסטטיסטיקה", 1397), ("Œuvre – “ça” … 50 %", 1192),
        ("Հայաստան", 615), ("სტატისტიკა", 603), ("😀👩‍💻", 224),
    ])
    func otherScripts(text: String, measured: Double) {
        let assumed = TextWidth.of(text, .label) / TextStyle.label.size * 100
        #expect(assumed >= measured)
        #expect(assumed <= 2 * measured)
    }

    @Test func whatBecomesAReplacementCharacterIsAsWideAsOne() {
        #expect(TextWidth.of("\u{202E}\u{202E}", .label) == TextWidth.of("\u{FFFD}\u{FFFD}", .label))
    }
}

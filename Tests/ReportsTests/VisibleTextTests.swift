import Testing

@testable import Reports

@Suite struct VisibleTextTests {
    @Test(arguments: [
        ("plain", "plain"), ("tab\tstays", "tab\tstays"), ("a\r\nb\rc\nd", "a\nb\nc\nd"), ("a\r\r\nb", "a\n\nb"),
        ("\u{1B}[31m", "⟨U+001B⟩[31m"), ("\u{0}", "⟨U+0000⟩"), ("\u{9B}", "⟨U+009B⟩"), ("\u{7F}", "⟨U+007F⟩"),
        ("\u{202E}x", "⟨U+202E⟩x"), ("\u{2028}", "⟨U+2028⟩"), ("\u{200B}", "⟨U+200B⟩"), ("\u{FEFF}", "⟨U+FEFF⟩"),
        ("\u{206A}", "⟨U+206A⟩"), ("\u{E0041}", "⟨U+E0041⟩"), ("\u{61C}", "⟨U+061C⟩"),
    ])
    func hiddenCharacters(text: String, expected: String) {
        #expect(VisibleText.make(text) == expected)
    }

    /// Scripts and emoji need joiners, and text from right to left needs no marks at all.
    @Test(arguments: [
        "دفتر الإحصاء", "לשכה לסטטיסטיקה", "می\u{200C}خواهم", "क\u{94D}\u{200D}ष", "👩\u{200D}💻", "e\u{301}", "北京市统计局",
    ])
    func writingStaysAsItIs(text: String) {
        #expect(VisibleText.make(text) == text)
        #expect(VisibleText.line(text) == text)
    }

    @Test(arguments: [
        ("  a  b ", "a b"), ("a\n\nb", "a b"), ("a\r\nb", "a b"), ("a\tb", "a b"), ("a\u{A0}b", "a b"), ("\n", ""),
        ("a \u{301}b", "a \u{301}b"),
    ])
    func oneLine(text: String, expected: String) {
        #expect(VisibleText.line(text) == expected)
    }

    @Test(arguments: Injection.all)
    func nothingHiddenIsLeft(text: String) {
        let hidden = VisibleText.line(text).unicodeScalars.filter {
            $0.properties.generalCategory == .control || (0x202A...0x202E).contains($0.value)
                || (0x2060...0x206F).contains($0.value)
        }
        #expect(hidden.isEmpty)
        #expect(VisibleText.make(VisibleText.make(text)) == VisibleText.make(text))
    }
}

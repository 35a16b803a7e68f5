import Testing

@testable import Reports

@Suite struct MarkdownEscapingTests {
    @Test(arguments: [
        ("Plain text, with (brackets) and: a colon.", "Plain text, with (brackets) and: a colon."),
        ("# no heading", "\\# no heading"), ("C# and F#", "C# and F#"), ("C #", "C \\#"), ("a ## b", "a \\## b"),
        ("- a - b", "\\- a - b"), ("+1", "\\+1"), ("===", "\\==="), ("a|b", "a\\|b"), ("a\\|b", "a\\\\\\|b"),
        ("*a* _b_ ~c~ `d`", "\\*a\\* \\_b\\_ \\~c\\~ \\`d\\`"), ("[a](b)", "\\[a\\](b)"),
        ("![a][b]", "\\!\\[a\\]\\[b\\]"), ("wow!", "wow!"), ("<b> & c", "&lt;b&gt; &amp; c"),
        ("&lt;", "&amp;lt;"), ("{{title}}", "\\{\\{title\\}\\}"), ("$x^2$", "\\$x\\^2\\$"),
        ("1. one", "1\\. one"), ("12) two", "12\\) two"), ("1.", "1\\."), ("1.5 points", "1.5 points"),
        ("in 2026. Then", "in 2026. Then"), ("1234567890. a", "1234567890. a"), ("https://a.b", "https\\://a.b"),
        ("ratio 1:2", "ratio 1:2"), ("www.a.b", "www\\.a.b"), ("WWW.a.b", "WWW\\.a.b"),
        ("mailto:a", "mailto\\:a"), ("two\nlines\r\nand\rmore", "two lines and more"), ("  spaces  ", "spaces"),
        ("a\u{202E}b", "a⟨U+202E⟩b"), ("", ""),
    ])
    func knownTexts(text: String, expected: String) {
        #expect(MarkdownEscaping.escape(text) == expected)
    }

    /// Programs that turn addresses into links look at the text after escapes are resolved, so a backslash does not
    /// stop them; a character that is not part of an address does.
    @Test(arguments: [
        ("eve@evil.example", "eve@&NoBreak;evil.example"), ("@everyone", "@&NoBreak;everyone"), ("a @ b", "a @ b"),
        ("a@", "a@"), ("a@é", "a@&NoBreak;é"),
    ])
    func addresses(text: String, expected: String) {
        #expect(MarkdownEscaping.escape(text) == expected)
    }

    @Test(arguments: Injection.all)
    func whatIsEscapedReadsAsItWasWritten(text: String) {
        #expect(MarkdownStructure.visibleText(MarkdownEscaping.escape(text)) == VisibleText.line(text))
    }

    @Test(arguments: Injection.all)
    func nothingIsMarkup(text: String) {
        for place in [text, "a" + text, text + "b", "1" + text, "\\" + text] {
            let structure = MarkdownStructure(MarkdownEscaping.escape(place))
            #expect(structure.bareMarks == [:], "\(place.debugDescription)")
            #expect(structure.blocks == [.paragraph], "\(place.debugDescription)")
        }
    }

    @Test(.enabled(if: CommonMark.program != nil, "cmark-gfm is not installed"), arguments: Injection.all)
    func nothingIsMarkupToARenderer(text: String) throws {
        let html = try CommonMark.html(Self.page(MarkdownEscaping.escape(text)))
        #expect(CommonMark.tags(in: html) == (try Self.harmlessTags.get()))
        #expect(MarkdownStructure.withoutEntities(html).contains(VisibleText.line(text)), "\(html)")
    }

    private static let harmlessTags = Result { CommonMark.tags(in: try CommonMark.html(page("text"))) }

    /// A text in a paragraph, at the end of a heading, in a list and in a table.
    private static func page(_ text: String) -> String {
        "\(text)\n\n# a \(text)\n\n- \(text)\n\n| a | b |\n| --- | --- |\n| \(text) | x |\n"
    }

    /// The quick look at a text must never let anything pass that the close look would change.
    @Test func whatLooksHarmlessIs() {
        let alphabet =
            Array(
                "aow p0.):/-+#=!@<&|*_ \u{A0}\u{2028}\u{2029}\u{202E}\u{2010}\u{200B}\u{3000}\u{E9}\u{85}"
                    .unicodeScalars)
            + ["www.", "mailto:", "xmpp:", "1. ", "\n"].flatMap { Array($0.unicodeScalars) }
        var state: UInt64 = 7
        func draw(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        var harmless = 0
        for _ in 0..<30_000 {
            var scalars = String.UnicodeScalarView()
            for _ in 0..<(1 + draw(5)) { scalars.append(alphabet[draw(alphabet.count)]) }
            let text = String(scalars)
            guard MarkdownEscaping.isHarmless(text) else { continue }
            harmless += 1
            #expect(MarkdownEscaping.escapeEach(text).unicodeScalars.elementsEqual(scalars), "\(text.debugDescription)")
        }
        #expect(harmless > 1000)
        let single = (0...0x2FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init).map { String($0) }
        let wrong = single.filter { MarkdownEscaping.isHarmless($0) && MarkdownEscaping.escapeEach($0) != $0 }
        #expect(wrong == [])
    }

    @Test func aMegabyte() {
        let text = String(repeating: "[x](y)|", count: 150_000)
        #expect(MarkdownEscaping.escape(text).utf8.count == text.utf8.count + 3 * 150_000)
    }
}

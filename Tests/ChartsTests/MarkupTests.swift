import Testing

@testable import Charts

struct MarkupTests {
    @Test(arguments: [
        ("plain words", "plain words"),
        ("a & b < c > d", "a &amp; b &lt; c &gt; d"),
        (#"" onload="alert(1)"#, "&quot; onload=&quot;alert(1)"),
        ("it's", "it&#39;s"),
        ("</title><script>alert(1)</script>", "&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("]]>", "]]&gt;"),
        ("<!--", "&lt;!--"),
        ("&amp;", "&amp;amp;"),
        // White space of all kinds is one space, and none at the ends.
        (" a \t\r\n b\u{2028}c ", "a b c"),
        ("Plafond\u{A0}: «\u{A0}b\u{A0}»\u{202F}; c", "Plafond\u{A0}: «\u{A0}b\u{A0}»\u{202F}; c"),
        // What XML forbids, what is invisible, and what makes other text read differently.
        ("a\u{0}b\u{7}c\u{1B}d\u{7F}e\u{9B}f", "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}e\u{FFFD}f"),
        ("\u{202E}50\u{202C}", "\u{FFFD}50\u{FFFD}"),
        ("\u{2066}a\u{2069}", "\u{FFFD}a\u{FFFD}"),
        ("\u{FEFF}a\u{FFFE}\u{1FFFF}\u{E0041}", "\u{FFFD}a\u{FFFD}\u{FFFD}\u{FFFD}"),
        // Joiners and marks that languages need stay.
        ("می\u{200C}خواهم", "می\u{200C}خواهم"),
        ("e\u{301} 👩‍💻", "e\u{301} 👩‍💻"),
    ])
    func text(written: String, read: String) {
        #expect(Array(Markup.text(written).unicodeScalars) == Array(read.unicodeScalars))
    }

    @Test(arguments: [
        ("domains", "domains"), ("item-7", "item-7"), ("a b", "a_20_b"), ("a_b", "a_5f_b"), ("\"><x", "_22__3e__3c_x"),
        ("é", "_e9_"), ("", "_"),
    ])
    func identifier(id: String, written: String) {
        #expect(Markup.identifier(id) == written)
    }

    @Test(arguments: [
        (0.0, "0"), (-0.0, "0"), (12, "12"), (12.5, "12.5"), (12.25, "12.25"), (33.333333, "33.33"),
        (66.666666, "66.67"),
        (0.05, "0.05"), (0.004, "0"), (-0.004, "0"), (-7.5, "-7.5"), (99.999, "100"), (.nan, "0"), (.infinity, "0"),
        (1e300, "10000000"), (-1e300, "-10000000"),
    ])
    func number(value: Double, written: String) {
        #expect(Markup.number(value) == written)
    }
}

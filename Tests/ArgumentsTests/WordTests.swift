import Testing

@testable import Arguments

struct WordTests {
    @Test(
        arguments: [
            ("", .plain("")),
            ("-", .plain("-")),
            ("nso", .plain("nso")),
            ("a-b=c", .plain("a-b=c")),
            ("–wave", .plain("–wave")),
            ("--", .endOfOptions),
            ("--wave", .long(name: "wave", value: nil)),
            ("--wave=", .long(name: "wave", value: "")),
            ("--wave=a=b", .long(name: "wave", value: "a=b")),
            ("---", .long(name: "-", value: nil)),
            ("--=a", .long(name: "=a", value: nil)),
            ("-q", .cluster("q")),
            ("-w=1", .cluster("w=1")),
        ] as [(String, Word)])
    func formIsRecognised(text: String, word: Word) {
        #expect(Word(text) == word)
    }

    @Test func combiningMarksDoNotHideTheForm() {
        let accent = "\u{301}"
        #expect(Word("--wave=\(accent)a") == .long(name: "wave", value: "\(accent)a"))
        #expect(Word("-\(accent)a") == .cluster("\(accent)a"))
        #expect(Word("--\(accent)") == .long(name: accent, value: nil))
    }

    @Test(arguments: ["-1", "-0", "-12.75", "-.5", "-1e9", "-1.5E-3"])
    func negativeNumberIsAValue(text: String) {
        #expect(Word.isNegativeNumber(text))
        #expect(Word.isValue(text))
    }

    @Test(arguments: ["-", "1", "-x", "-inf", "-nan", "-1x", "--1", "-1-2", "", "-.", "-e5"])
    func anythingElseIsNoNegativeNumber(text: String) {
        #expect(!Word.isNegativeNumber(text))
    }

    @Test func optionsAreNoValues() {
        #expect(Word.isValue("-"))
        #expect(Word.isValue(""))
        #expect(!Word.isValue("--"))
        #expect(!Word.isValue("--wave"))
        #expect(!Word.isValue("-w"))
    }
}

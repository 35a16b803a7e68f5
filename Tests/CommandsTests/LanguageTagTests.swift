import Testing

@testable import Commands

@Suite struct LanguageTagTests {
    @Test(arguments: [
        ("fr", "fr"), ("FR", "fr"), ("pt-br", "pt-BR"), ("ZH-hant-tw", "zh-Hant-TW"), ("es-419", "es-419"),
        ("haw", "haw"), ("sl-rozaj-biske", "sl-rozaj-biske"), ("de-1996", "de-1996"), ("en-XA", "en-XA"),
        ("de-DE-u-co-phonebk", "de-DE-u-co-phonebk"), ("fr-x-ab", "fr-x-ab"),
    ])
    func whatIsATag(text: String, usual: String) { #expect(LanguageTag.usual(text) == usual) }

    @Test(arguments: [
        "", "d", "german", "pt_BR", "fr-", "-fr", "fr--CA", "fr-x", "f1", "1fr", "fr.json", "../fr", "fr/x", "fr CA",
        "fré", "fr-\u{E9}\u{E9}", "fr-abcdefghi", "fr-abcdefgh-abcdefgh-abcdefgh-abcdefgh", "fr\u{0}", "ﬁ",
    ])
    func whatIsNone(text: String) { #expect(LanguageTag.usual(text) == nil) }
}

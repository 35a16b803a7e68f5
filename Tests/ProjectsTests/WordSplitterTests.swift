import Testing

@testable import Projects

@Suite struct WordSplitterTests {
    @Test(arguments: [
        ("", []), ("12-34 / 5.", []), ("ISCO-08 codes", ["ISCO", "codes"]),
        ("l'enquête d’emploi", ["l", "enquête", "d", "emploi"]), ("e-commerce", ["e", "commerce"]),
        ("Обследование населения", ["Обследование", "населения"]), ("मूल्य सूचकांक", ["मूल्य", "सूचकांक"]),
        ("مسح القوى العاملة", ["مسح", "القوى", "العاملة"]), ("職業分類", ["職業", "業分", "分類"]), ("米", ["米"]),
        ("産業", ["産業"]), ("AIデータ", ["AI", "デー", "ータ"]),
    ])
    func wordsInAnyScript(text: String, words: [String]) {
        #expect(WordSplitter.words(in: text).map(String.init) == words)
    }

    @Test func accentsWrittenApartAreThoseWrittenTogether() {
        let together = WordSplitter.words(in: "m\u{E9}tier")
        let apart = WordSplitter.words(in: "me\u{301}tier")
        #expect(together == apart)
        #expect(together.count == 1)
    }
}

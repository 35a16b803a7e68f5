import Testing

@testable import Classification

@Suite struct TextCorpusTests {
    private let corpus = TextCorpus([
        ("bakes", "baker"), ("", "none"), ("sails été", "sailor"), ("bakes more", "baker"),
    ])

    @Test func rowsComeBack() {
        #expect(corpus.count == 4)
        #expect((0..<4).map { corpus.text(of: $0) } == ["bakes", "", "sails été", "bakes more"])
        #expect(corpus.labels == [0, 1, 2, 0])
        #expect(corpus.classNames == ["baker", "none", "sailor"])
    }

    @Test func chosenRowsKeepTheirClassNumbers() {
        let chosen = corpus.rows([3, 2])
        #expect(chosen.text(of: 0) == "bakes more" && chosen.text(of: 1) == "sails été")
        #expect(chosen.labels == [0, 2])
        #expect(chosen.classNames == corpus.classNames)
        var more = chosen
        more.append(text: "x".utf8, label: "sailor")
        #expect(more.labels == [0, 2, 2])
    }

    @Test func shuffledRowsAreAPermutation() {
        let large = OccupationCorpus(rows: 100).corpus()
        #expect(large.shuffledRows(seed: 1).sorted() == Array(0..<100))
        #expect(large.shuffledRows(seed: 1) == large.shuffledRows(seed: 1))
        #expect(large.shuffledRows(seed: 1) != large.shuffledRows(seed: 2))
    }
}

import Testing

@testable import Classification

@Suite struct OccupationCorpusTests {
    @Test func aSmallerCorpusIsTheBeginningOfALargerOne() {
        let small = OccupationCorpus(rows: 50).corpus()
        let large = OccupationCorpus(rows: 200).corpus()
        for row in 0..<50 {
            #expect(small.text(of: row) == large.text(of: row))
            #expect(small.classNames[Int(small.labels[row])] == large.classNames[Int(large.labels[row])])
        }
        #expect(OccupationCorpus(rows: 50, seed: 2).corpus().text(of: 0) != small.text(of: 0))
    }

    @Test(arguments: [1, 2, 5, 46, 300])
    func parametersAreKept(classes: Int) {
        for words in [1, 2, 12] {
            let corpus = OccupationCorpus(rows: 400, classes: classes, wordsPerRow: words).corpus()
            #expect(corpus.classNames.count <= classes)
            if classes <= 5 { #expect(corpus.classNames.count == classes) }
            for row in 0..<corpus.count {
                let count = corpus.text(of: row).split(separator: " ").count
                // A pair of words may go one beyond.
                #expect((max(1, words / 2)...words / 2 + words + 1).contains(count))
            }
        }
    }

    @Test func withoutMisspellingsAllWordsAreInTheVocabulary() {
        let corpus = OccupationCorpus(rows: 2000, misspellings: 0, vocabulary: 1000).corpus()
        let words = Set((0..<corpus.count).flatMap { corpus.text(of: $0).split(separator: " ") })
        #expect(words.count <= 1000 && words.count > 700)
        let slips = OccupationCorpus(rows: 2000, misspellings: 0.5, vocabulary: 1000).corpus()
        #expect(Set((0..<slips.count).flatMap { slips.text(of: $0).split(separator: " ") }).count > 2000)
    }

    @Test func noiseMovesLabelsWithinTheGroup() {
        let clean = OccupationCorpus(rows: 1000, noise: 0).corpus()
        let noisy = OccupationCorpus(rows: 1000, noise: 1).corpus()
        var moved = 0
        for row in 0..<1000 {
            #expect(clean.text(of: row) == noisy.text(of: row))
            let before = clean.classNames[Int(clean.labels[row])]
            let after = noisy.classNames[Int(noisy.labels[row])]
            #expect(before.dropLast(2) == after.dropLast(2))
            if before != after { moved += 1 }
        }
        // Four of five siblings are another occupation, fewer in the last group, which is not full.
        #expect((700...850).contains(moved))
    }

    @Test func moreNoiseIsHarder() async throws {
        var last = 1.0
        for noise in [0, 0.2, 0.5] {
            let corpus = OccupationCorpus(rows: 3000, classes: 10, noise: noise).corpus()
            let model = try await TextClassifier.train(on: corpus.rows(0..<2000), threads: 2)
            let accuracy = await model.evaluate(corpus.rows(2000..<3000)).accuracy
            #expect(accuracy < last - 0.05)
            last = accuracy
        }
    }
}

import Testing

@testable import Classification

@Suite struct PredictionTests {
    private func model(classes: Int) async throws -> (TextClassifier, TextCorpus) {
        let corpus = OccupationCorpus(rows: 800, classes: classes).corpus()
        return (try await TextClassifier.train(on: corpus), corpus)
    }

    /// Scores against the formula, for every number of blocks that is summed in a way of its own.
    @Test(arguments: [3, 20, 40, 60, 75])
    func scoresFollowTheirFormula(classes: Int) async throws {
        let (model, corpus) = try await model(classes: classes)
        #expect(model.blockCount == (model.classNames.count + 15) / 16)
        let hasher = FeatureHasher(kinds: model.features, bits: model.hashBits)
        let scorer = TextScorer(model)
        let scaling = RowScaling(
            meanSquaredLength: model.meanSquaredLength, normalisation: model.lengthNormalisation)
        let columnOf = Dictionary(
            uniqueKeysWithValues: model.hashedFeatures.enumerated().map { ($0.element, $0.offset) })
        for row in 0..<50 {
            let text = Array(corpus.bytes[corpus.range(of: row)])
            text.withUnsafeBufferPointer { hasher.hash($0) }
            let columns = Set(hasher.hashed.compactMap { columnOf[$0] })
            let scale = scaling.scale(squaredLength: columns.reduce(0) { $0 + model.squaredWeights[$1] })
            text.withUnsafeBufferPointer { scorer.score($0) }
            for number in model.classNames.indices {
                let sum = columns.reduce(Float(0)) {
                    $0 + model.weights[$1 * model.blockCount + number / 16][number % 16]
                }
                let expected = sum * scale + model.biases[number / 16][number % 16]
                #expect(abs(scorer.scores[number] - expected) < 1e-4)
            }
            #expect(scorer.scores[scorer.best] == scorer.scores.max())
        }
    }

    @Test func ranksAreOrderedAndProbabilitiesSumToOne() async throws {
        let (model, corpus) = try await model(classes: 20)
        let best = await model.predict(corpus)
        let ranks = await model.rank(corpus, top: 5)
        let probabilities = await model.probabilities(corpus)
        for row in 0..<corpus.count {
            #expect(abs(probabilities[row].reduce(0, +) - 1) < 1e-5)
            #expect(ranks[row].count == 5)
            #expect(ranks[row][0].classNumber == best[row])
            #expect(zip(ranks[row], ranks[row].dropFirst()).allSatisfy { $0.probability >= $1.probability })
            for entry in ranks[row] { #expect(probabilities[row][entry.classNumber] == entry.probability) }
        }
        #expect(await model.rank(corpus, top: 99)[0].count == model.classNames.count)
    }

    @Test func threadsDoNotMatter() async throws {
        let (model, _) = try await model(classes: 20)
        let corpus = OccupationCorpus(rows: 10_000, classes: 20).corpus()
        let one = await model.predict(corpus)
        #expect(await model.predict(corpus, threads: 2) == one)
        #expect(await model.evaluate(corpus, threads: 3) == model.evaluate(corpus))
        #expect(await model.predict(TextCorpus(), threads: 2).isEmpty)
    }

    @Test func repeatedWordsCountOnce() async throws {
        let rows = (0..<40).map { (text: $0 % 2 == 0 ? "welds pipes" : "bakes bread", label: $0 % 2 == 0 ? "a" : "b") }
        let model = try await TextClassifier.train(on: TextCorpus(rows))
        // One pair of "welds pipes" more or less is all that repeating adds, and it is known already.
        let once = await model.probabilities(TextCorpus([("welds pipes", "?")]))
        let often = await model.probabilities(TextCorpus([("welds pipes, welds pipes, welds pipes", "?")]))
        #expect(once == often)
    }
}

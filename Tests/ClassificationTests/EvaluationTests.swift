import Testing

@testable import Classification

@Suite struct EvaluationTests {
    /// Six rows by hand: a, a, a, b, b, c; answers a, a, b, b, d, a.
    private let outcomes = [
        (0, 0, 0), (0, 0, 0), (0, 1, 1), (1, 1, 0), (1, 3, 2), (2, 0, nil),
    ].map { Evaluation.Outcome(truth: $0.0, predicted: $0.1, rank: $0.2, probability: 0.5) }
    private var evaluation: Evaluation { Evaluation(outcomes, classNames: ["a", "b", "c", "d", "e"]) }

    @Test func sharesByHand() throws {
        #expect(evaluation.rowCount == 6)
        #expect(evaluation.accuracy == 0.5)
        // F1: a 2×2/(3+3) = 2/3, b 2×1/(2+2) = 1/2, c 0. Class d occurs among the answers only and does not count.
        #expect(abs(evaluation.macroF1 - (2.0 / 3 + 0.5 + 0) / 3) < 1e-12)
        #expect(evaluation.accuracy(top: 0) == 0)
        #expect(evaluation.accuracy(top: 1) == 0.5)
        #expect(evaluation.accuracy(top: 2) == 4.0 / 6)
        #expect(evaluation.accuracy(top: 3) == 5.0 / 6)
        #expect(evaluation.accuracy(top: 50) == 5.0 / 6)
    }

    @Test func classesByHand() throws {
        #expect(evaluation.classes.map(\.name) == ["a", "b", "c", "d"])
        #expect(evaluation.classes[0].precision == 2.0 / 3)
        #expect(evaluation.classes[0].recall == 2.0 / 3)
        #expect(evaluation.classes[2].precision == nil)
        #expect(evaluation.classes[2].recall == 0)
        #expect(evaluation.classes[3].recall == nil)
        #expect(evaluation.classes[3].f1 == 0)
    }

    @Test func confusionsComeWorstFirst() {
        let doubled = Evaluation(outcomes + [outcomes[5]], classNames: ["a", "b", "c", "d", "e"])
        #expect(doubled.confusions.map { "\($0.truth)\($0.predicted)\($0.rows)" } == ["ca2", "ab1", "bd1"])
    }

    @Test func withoutRowsEverythingIsZero() {
        let empty = Evaluation([], classNames: ["a"])
        #expect(empty.accuracy == 0 && empty.macroF1 == 0 && empty.accuracy(top: 1) == 0)
        #expect(empty.classes.isEmpty && empty.confusions.isEmpty && empty.calibration.expectedError == 0)
    }

    @Test func theOrderOfRowsDoesNotMatter() {
        var numbers = RandomNumbers(seed: 11)
        var many = (0..<500).map { _ in
            Evaluation.Outcome(
                truth: numbers.below(5), predicted: numbers.below(5), rank: numbers.below(5), probability: 0.25)
        }
        let before = Evaluation(many, classNames: ["a", "b", "c", "d", "e"])
        numbers.shuffle(&many)
        #expect(Evaluation(many, classNames: ["a", "b", "c", "d", "e"]) == before)
    }

    @Test func labelsTheClassifierHasNeverSeenAreErrors() async throws {
        let model = try await TextClassifier.train(on: TextCorpus([("bakes", "baker"), ("paints", "painter")]))
        let evaluation = await model.evaluate(TextCorpus([("bakes", "baker"), ("sails", "sailor")]))
        #expect(evaluation.accuracy == 0.5)
        #expect(evaluation.accuracy(top: 2) == 0.5)
        #expect(evaluation.classes.first { $0.name == "sailor" }?.correctRows == 0)
        #expect(evaluation.confusions.map(\.truth) == ["sailor"])
    }
}

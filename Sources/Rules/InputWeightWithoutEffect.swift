import Questionnaires
import Scoring

extension Rule {
    static let inputWeightWithoutEffect = Rule(
        "inputWeightWithoutEffect", "a weight or coefficient of a metric's inputs that does nothing",
        why: """
            Least, greatest, median and quantile look at the numbers alone; a mean whose inputs all weigh the same is \
            the plain mean; and what is taken 0 times does not count.
            """,
        bad: """
            {
              "metrics": [{"define": [
                {"id": "score", "title": "Score", "aggregate": "mean", "of": {"items": {}}},
                {"id": "worst", "title": "Worst", "aggregate": "min", "of": {"items": {}}},
                {"id": "both", "title": "Both", "aggregate": "min", "of": {"metrics": {"score": 1, "worst": 0.5}}}]}]
            }
            """,
        at: "$.metrics[0].define[2].of.metrics",
        good: """
            {
              "metrics": [{"define": [
                {"id": "score", "title": "Score", "aggregate": "mean", "of": {"items": {}}},
                {"id": "worst", "title": "Worst", "aggregate": "min", "of": {"items": {}}},
                {"id": "both", "title": "Both", "aggregate": "mean", "of": {"metrics": {"score": 1, "worst": 0.5}}}]}]
            }
            """
    ) { facts in
        facts.defined.flatMap { definition, metric, places -> [Flaw] in
            guard case .aggregate(let aggregate) = metric.rule else { return [] }
            let key: DefinitionStep
            /// The weights that are written.
            let written: [(name: String, weight: Double)]
            let count: Int
            switch aggregate.inputs {
            case .items, .children: return []
            case .metrics(let coefficients):
                (key, count) = ("metrics", coefficients.count)
                written = coefficients.map { ($0.metric, $0.factor) }
            case .family(_, _, let weights):
                var inputs = 0
                if case .metrics(let list)? = places.first.map({ facts.metrics[$0].inputs }) { inputs = list.count }
                (key, count) = ("weights", inputs)
                written = weights.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
            }
            guard written.contains(where: { $0.weight != 1 }) else { return [] }
            let use = WeightUse(of: metric.rule)
            if use == .none {
                return [
                    Flaw(
                        definition.part, ["of", key],
                        "the weights do nothing: this aggregate looks at the numbers alone",
                        "leave them out, or take a mean or a sum")
                ]
            }
            let isLevel = written.count == count && Set(written.map(\.weight)).count == 1
            if use == .share, isLevel {
                return [
                    Flaw(
                        definition.part, ["of", key], "the weights do nothing: all are the same",
                        "leave them out, or let them differ")
                ]
            }
            return written.filter { $0.weight == 0 }.map {
                Flaw(
                    definition.part, ["of", key, .key($0.name)], "\"\($0.name)\" is taken 0 times, which does nothing",
                    "give it another weight, or leave it out")
            }
        }
    }
}

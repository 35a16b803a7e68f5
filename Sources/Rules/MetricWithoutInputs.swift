import Questionnaires
import Scoring

extension Rule {
    static let metricWithoutInputs = Rule(
        "metricWithoutInputs", "a metric that picks no items",
        why: """
            The selection leaves nothing, for no member of the family, so there is never a result but the one for \
            "empty". Direction, dimension, tags and ids must all fit.
            """,
        bad: """
            {
              "items": [{"id": "A", "dimension": "work", "direction": "facilitator", "label": "A", "scale": "level"}],
              "metrics": [{"define": [
                {"id": "score", "title": "Score", "aggregate": "mean", "of": {"items": {}}},
                {"id": "burden", "title": "Burden", "aggregate": "mean", "of": {"items": {"direction": "blocker"}}}]}]
            }
            """,
        at: "$.metrics[0].define[1].of",
        good: """
            {
              "items": [{"id": "A", "dimension": "work", "direction": "facilitator", "label": "A", "scale": "level"}],
              "metrics": [{"define": [
                {"id": "score", "title": "Score", "aggregate": "mean", "of": {"items": {"direction": "facilitator"}}}]}]
            }
            """
    ) { facts in
        facts.defined.compactMap { definition, metric, places in
            guard case .aggregate(let aggregate) = metric.rule,
                places.allSatisfy({ facts.metrics[$0].inputs.isEmpty })
            else { return nil }
            let scored = aggregate.channel.map { " of items with scores on \"\($0)\"" } ?? ""
            return Flaw(
                definition.part, ["of"],
                "the metric \"\(metric.id)\" has nothing to work on: the selection\(scored) is empty",
                "widen \"of\", or remove the metric")
        }
    }
}

extension MetricInFull.Inputs {
    var isEmpty: Bool {
        switch self {
        case .items(let list), .metrics(let list): list.isEmpty
        }
    }
}

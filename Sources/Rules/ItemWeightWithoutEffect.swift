import Questionnaires
import Scoring

extension Rule {
    static let itemWeightWithoutEffect = Rule(
        "itemWeightWithoutEffect", "a weight of an item that changes no score",
        why: """
            Least, greatest, median, quantile, count and level look at answers without weights; a mean of items that all \
            weigh the same is the plain mean; and an item of weight 0 counts for nothing. At most the coverage changes.
            """,
        bad: """
            {
              "items": [
                {"id": "A", "dimension": "work", "direction": "none", "label": "A", "scale": "level", "weight": 2},
                {"id": "B", "dimension": "work", "direction": "none", "label": "B", "scale": "level"}],
              "metrics": [{"define": [
                {"id": "weakest", "title": "Weakest", "aggregate": "min", "of": {"items": {}}}]}]
            }
            """,
        at: "$.items[0].weight",
        good: """
            {
              "items": [
                {"id": "A", "dimension": "work", "direction": "none", "label": "A", "scale": "level", "weight": 2},
                {"id": "B", "dimension": "work", "direction": "none", "label": "B", "scale": "level"}],
              "metrics": [{"define": [
                {"id": "score", "title": "Score", "aggregate": "mean", "of": {"items": {}}}]}]
            }
            """
    ) { facts in
        let uses = facts.metrics.map { WeightUse(of: $0.rule) }
        /// For each metric, whether all its items weigh the same.
        let isLevel = facts.metrics.map { metric -> Bool in
            guard case .items(let inputs) = metric.inputs, let first = inputs.first else { return false }
            return inputs.allSatisfy { $0.weight == first.weight }
        }
        let named = facts.itemsInConditions
        var flaws: [Flaw] = []
        var levelled: [Item] = []
        for (item, readers) in zip(facts.questionnaire.items, facts.readers) {
            guard item.weight != 1, !readers.isEmpty else { continue }
            if readers.allSatisfy({ uses[$0] == .none }) {
                flaws.append(
                    Flaw(
                        .item(item.id), ["weight"], "no metric that reads \"\(item.id)\" looks at weights",
                        "leave the weight out, or read the item by a mean or a sum"))
            } else if item.weight == 0 {
                guard !named.contains(item.id), readers.allSatisfy({ uses[$0] != .none }) else { continue }
                flaws.append(
                    Flaw(
                        .item(item.id), ["weight"], "the answers to \"\(item.id)\" count for nothing",
                        "give it a weight above 0, or leave it out of the metrics"))
            } else if readers.allSatisfy({ uses[$0] == .none || uses[$0] == .share && isLevel[$0] }) {
                levelled.append(item)
            }
        }
        // It is the same thing for all of them.
        if let first = levelled.first {
            let count = levelled.count
            flaws.append(
                Flaw(
                    .item(first.id), ["weight"],
                    (count == 1 ? "the item is" : "\(count) items from here on are")
                        + " read only by means in which all items weigh the same",
                    "leave the weights out, or let them differ"))
        }
        return flaws
    }
}

/// What a metric does with the weights of its inputs.
enum WeightUse {
    /// It looks at the numbers alone.
    case none
    /// Only the proportions between them matter.
    case share
    /// They matter as they are.
    case full

    init(of rule: Metric.Rule) {
        guard case .aggregate(let aggregate) = rule else {
            self = .none
            return
        }
        switch aggregate.function {
        case .sum: self = .full
        case .mean, .geometricMean, .share: self = .share
        case .min, .max, .median, .quantile, .count: self = .none
        }
    }
}

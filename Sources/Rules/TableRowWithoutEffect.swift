import Questionnaires
import Scoring

extension Rule {
    static let tableRowWithoutEffect = Rule(
        "tableRowWithoutEffect", "a row of a table that no item reaches",
        why: """
            None of the metric's items carries these tag values first, or has this option on its scale. A row for an \
            item with several values of a tag is found by the first.
            """,
        bad: """
            {
              "tags": [{"id": "class", "title": "Class",
                        "values": [{"id": "critical", "title": "Critical"}, {"id": "light", "title": "Light"}]}],
              "items": [
                {"id": "B1", "dimension": "work", "direction": "blocker", "label": "B1", "scale": "level",
                 "tags": {"class": "critical"}},
                {"id": "F1", "dimension": "work", "direction": "facilitator", "label": "F1", "scale": "level",
                 "tags": {"class": "light"}}],
              "metrics": [{"define": [
                {"id": "score", "title": "Score", "aggregate": "mean", "of": {"items": {"direction": "facilitator"}}},
                {"id": "cap", "title": "Cap", "aggregate": "min", "of": {"items": {"direction": "blocker"}},
                 "through": {"by": ["class", "gateRating"], "otherwise": 1,
                             "table": {"critical": {"yes": 0.2}, "light": {"yes": 0.8}}}}]}]
            }
            """,
        at: "$.metrics[0].define[1].through.table.light.yes",
        good: """
            {
              "tags": [{"id": "class", "title": "Class", "values": [{"id": "critical", "title": "Critical"}]}],
              "items": [
                {"id": "B1", "dimension": "work", "direction": "blocker", "label": "B1", "scale": "level",
                 "tags": {"class": "critical"}},
                {"id": "F1", "dimension": "work", "direction": "facilitator", "label": "F1", "scale": "level"}],
              "metrics": [{"define": [
                {"id": "score", "title": "Score", "aggregate": "mean", "of": {"items": {"direction": "facilitator"}}},
                {"id": "cap", "title": "Cap", "aggregate": "min", "of": {"items": {"direction": "blocker"}},
                 "through": {"by": ["class", "gateRating"], "otherwise": 1,
                             "table": {"critical": {"yes": 0.2}}}}]}]
            }
            """
    ) { facts in
        facts.defined.flatMap { definition, metric, places -> [Flaw] in
            guard case .aggregate(let aggregate) = metric.rule, let table = aggregate.through else { return [] }
            var left = Set(table.rows.keys)
            var seen: Set<[String?]> = []
            for place in places {
                guard !left.isEmpty, case .items(let inputs) = facts.metrics[place].inputs else { break }
                for item in inputs.map({ facts.questionnaire.items[$0.index] }) {
                    let tags = table.keys.map { key -> String? in
                        if case .tag(let tag) = key { return item.tags[tag]?.first }
                        return item.scale.id
                    }
                    // Items of the same tags and scale reach the same rows.
                    guard seen.insert(tags).inserted else { continue }
                    left = left.filter { row in !table.canReach(row, from: item) }
                }
            }
            return left.sorted { $0.lexicographicallyPrecedes($1) }.map { row in
                Flaw(
                    definition.part, ["through", "table"] + row.map(DefinitionStep.key),
                    "no item of the metric reaches the row \(row.map { "\"\($0)\"" }.joined(separator: ", "))",
                    "remove the row, or give its values to an item")
            }
        }
    }
}

extension LookupTable {
    /// Whether an item can have the properties of a row.
    fileprivate func canReach(_ row: [String], from item: Item) -> Bool {
        zip(keys, row).allSatisfy { key, value in
            switch key {
            case .tag(let tag): item.tags[tag]?.first == value
            case .gateRating: item.hasPositions && item.scale.position(of: value) != nil
            }
        }
    }
}

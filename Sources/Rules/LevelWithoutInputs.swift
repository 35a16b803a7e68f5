import Questionnaires
import Scoring

extension Rule {
    static let levelWithoutInputs = Rule(
        "levelWithoutInputs", "a level to which no items or metrics belong",
        why: """
            It is reached by doing nothing, or can never be reached, as "empty" says, for every member of the family. The \
            selection probably names another tag value than the items carry.
            """,
        bad: """
            {
              "tags": [{"id": "step", "title": "Step", "values": [{"id": "1", "title": "1"}]}],
              "items": [{"id": "A", "dimension": "work", "direction": "facilitator", "label": "A", "scale": "level",
                         "tags": {"step": "1"}}],
              "metrics": [{"define": [
                {"id": "stage", "title": "Stage", "level": {
                  "levels": [{"id": "1", "of": {"items": {"tags": {"step": "1"}}}},
                             {"id": "2", "of": {"items": {"tags": {"step": "1"}, "direction": "blocker"}}}],
                  "at": {"option": "yes"}}}]}]
            }
            """,
        at: "$.metrics[0].define[0].level.levels[1].of",
        good: """
            {
              "tags": [{"id": "step", "title": "Step", "values": [{"id": "1", "title": "1"}]}],
              "items": [{"id": "A", "dimension": "work", "direction": "facilitator", "label": "A", "scale": "level",
                         "tags": {"step": "1"}}],
              "metrics": [{"define": [
                {"id": "stage", "title": "Stage", "level": {
                  "levels": [{"id": "1", "of": {"items": {"tags": {"step": "1"}}}}],
                  "at": {"option": "yes"}}}]}]
            }
            """
    ) { facts in
        facts.defined.flatMap { definition, metric, places -> [Flaw] in
            guard case .level(let rule) = metric.rule else { return [] }
            return rule.levels.enumerated().compactMap { place, level in
                let isEmpty = places.allSatisfy { metric in
                    let levels = facts.metrics[metric].levels
                    return levels.indices.contains(place) && levels[place].isEmpty
                }
                guard isEmpty else { return nil }
                let effect = level.passesWhenEmpty ? "is reached by doing nothing" : "can never be reached"
                return Flaw(
                    definition.part, ["level", "levels", .index(place), "of"],
                    "nothing belongs to the level \"\(level.id)\", so it \(effect)", "widen \"of\", or remove the level"
                )
            }
        }
    }
}

import Questionnaires

extension Rule {
    static let repeatedCondition = Rule(
        "repeatedCondition", "a condition that stands twice in the same list",
        why: "The second adds nothing; one of the two was probably meant to say something else.",
        bad: """
            {
              "items": [
                {"id": "staff", "dimension": "work", "direction": "none", "label": "Staff?", "answer": {"type": "yesNo"}},
                {"id": "tools", "dimension": "work", "direction": "none", "label": "Tools?", "answer": {"type": "yesNo"}},
                {"id": "use", "dimension": "work", "direction": "none", "label": "Which use?", "scale": "level",
                 "visibleWhen": {"any": [{"item": "staff", "option": "yes"}, {"item": "staff", "option": "yes"}]}}
              ]
            }
            """,
        at: "$.items[2].visibleWhen.any[1]",
        good: """
            {
              "items": [
                {"id": "staff", "dimension": "work", "direction": "none", "label": "Staff?", "answer": {"type": "yesNo"}},
                {"id": "tools", "dimension": "work", "direction": "none", "label": "Tools?", "answer": {"type": "yesNo"}},
                {"id": "use", "dimension": "work", "direction": "none", "label": "Which use?", "scale": "level",
                 "visibleWhen": {"any": [{"item": "staff", "option": "yes"}, {"item": "tools", "option": "yes"}]}}
              ]
            }
            """
    ) { facts in
        let written =
            WrittenCondition.all(in: facts.questionnaire, places: facts.places)
            + facts.defined.flatMap { definition, metric, _ in
                WrittenCondition.all(in: metric.rule, part: definition.part, places: facts.places)
            }
        return written.flatMap { written in
            written.condition.repetitions.map { steps in
                Flaw(
                    written.part, written.steps + steps, "the same condition stands earlier in the list",
                    "remove it, or say what was meant")
            }
        }
    }
}

extension Condition {
    /// The ways to parts that stand earlier in the same list.
    fileprivate var repetitions: [[DefinitionStep]] {
        func within(_ parts: [Condition], _ key: DefinitionStep) -> [[DefinitionStep]] {
            var seen: Set<Condition> = []
            return parts.enumerated().flatMap { place, part -> [[DefinitionStep]] in
                let way = [key, .index(place)]
                return seen.insert(part).inserted ? part.repetitions.map { way + $0 } : [way]
            }
        }
        switch self {
        case .all(let parts): return within(parts, "all")
        case .any(let parts): return within(parts, "any")
        case .not(let part): return part.repetitions.map { ["not"] + $0 }
        case .item, .metric, .tag, .asOf, .subject: return []
        }
    }
}

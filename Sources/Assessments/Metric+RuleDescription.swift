import Questionnaires

/// Metrics that are not aggregates or bands, by the keys of the definition. Where the order of a list decides, as with
/// steps and rules, its entries go by their place, counted from 1.
extension PossibleRule {
    var described: DescribedKeys {
        var keys = DescribedKeys()
        keys.describe("possible", name: metric)
        keys.describe(
            "exclusive",
            names: exclusive.map { branches in
                "[\(branches.map(\.canonicalText).sorted().joined(separator: ", "))]"
            }.sorted())
        return keys
    }
}

extension AdjustRule {
    var described: DescribedKeys {
        var keys = DescribedKeys()
        keys.describe("adjust", name: metric)
        for (position, step) in steps.enumerated() { keys.describe("steps.\(position + 1)", step.described) }
        return keys
    }
}

extension AdjustRule.Step {
    var described: DescribedKeys {
        var keys = DescribedKeys()
        keys.describe("when", condition: when)
        if when != nil { keys.describe("unknown", name: unknown.rawValue) }
        switch change {
        case .scale(let amount): keys.describe("scale", amount)
        case .add(let amount): keys.describe("add", amount)
        case .cap(let amount): keys.describe("cap", amount)
        case .floor(let amount): keys.describe("floor", amount)
        case .round(let mode, let places):
            keys.describe("round", name: mode.rawValue)
            keys.describe("places", number: Double(places))
        }
        return keys
    }
}

extension DescribedKeys {
    fileprivate mutating func describe(_ key: String, _ amount: AdjustRule.Amount) {
        switch amount {
        case .number(let number): describe(key, number: number)
        case .metric(let metric, let times):
            describe("\(key).metric", name: metric)
            describe("\(key).times", number: times)
        }
    }
}

extension LevelRule {
    var described: DescribedKeys {
        var keys = DescribedKeys()
        keys.describe("level.levels", names: levels.map(\.id))
        for level in levels { keys.describe("level.levels.\(DescribedKeys.step(level.id))", level.described) }
        keys.describe("level.at", condition: at)
        // Without a condition of their own, lower levels have that of the level itself.
        if below != at { keys.describe("level.below", condition: below) }
        keys.describe("level.base", number: base)
        return keys
    }
}

extension LevelRule.Level {
    var described: DescribedKeys {
        var keys = DescribedKeys()
        keys.describe("title", text: title)
        keys.describe("value", number: value)
        keys.describe("of", inputs.described)
        keys.describe("empty", name: passesWhenEmpty ? "passes" : "fails")
        keys.describe("missing.unanswered", name: missing.unanswered.rawValue)
        keys.describe("missing.dontKnow", name: missing.dontKnow.rawValue)
        keys.describe("missing.notApplicable", name: missing.notApplicable.rawValue)
        keys.describe("missing.withheld", name: missing.withheld.rawValue)
        return keys
    }
}

extension VerdictRule {
    var described: DescribedKeys {
        var keys = DescribedKeys()
        keys.describe("verdict.outcomes", names: outcomes.map(\.id))
        for outcome in outcomes {
            keys.describe("verdict.outcomes.\(DescribedKeys.step(outcome.id))", outcome.described)
        }
        for (position, rule) in rules.enumerated() {
            keys.describe("verdict.rules.\(position + 1)", rule.described)
        }
        keys.describe("verdict.otherwise", otherwise.described)
        return keys
    }
}

extension VerdictRule.Outcome {
    var described: DescribedKeys {
        var keys = DescribedKeys()
        keys.describe("title", text: title)
        keys.describe("description", text: description)
        keys.describe("value", number: value)
        return keys
    }
}

extension VerdictRule.Rule {
    var described: DescribedKeys {
        var keys = conclusion.described
        keys.describe("when", condition: when)
        keys.describe("unknown", name: unknown.rawValue)
        return keys
    }
}

extension VerdictRule.Conclusion {
    var described: DescribedKeys {
        var keys = DescribedKeys()
        keys.describe("is", name: outcome)
        keys.describe("because", text: because)
        return keys
    }
}

extension SubjectReference {
    var described: DescribedKeys {
        var keys = DescribedKeys()
        keys.describe("reference.subject", name: subject)
        keys.describe("reference.metric", name: metric)
        return keys
    }
}

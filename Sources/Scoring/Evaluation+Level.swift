import Questionnaires

extension Evaluation {
    /// A level and how each level fared.
    struct Reached {
        let outcome: MetricOutcome
        let levels: [Derivation.Level]
    }

    func level(_ rule: LevelRule, node: MetricGraph.Node, outcomes: [MetricOutcome]) -> Reached {
        let levels = zip(rule.levels, node.levels).map { level, inputs in
            Derivation.Level(
                id: level.id, satisfiesAt: all(rule.at, of: level, inputs, outcomes: outcomes),
                satisfiesBelow: all(rule.below, of: level, inputs, outcomes: outcomes))
        }
        let outcome = rule.highest(levels).map(MetricOutcome.value) ?? .withheld
        return Reached(outcome: outcome, levels: levels)
    }

    /// Whether every input of a level satisfies a condition; nothing where the rule withholds that.
    private func all(
        _ condition: Condition, of level: LevelRule.Level, _ inputs: MetricGraph.Inputs, outcomes: [MetricOutcome]
    ) -> Bool? {
        var results: [Bool?] = []
        switch inputs {
        case .items(let items):
            for input in items {
                let item = estimates.items[input.index]
                let estimate = estimates.plain[input.index]
                if estimate.state == .answered {
                    results.append(condition.holds(for: item, estimate) ?? false)
                } else if let result = level.missing.result(for: estimate.state) {
                    results.append(result)
                }
            }
        case .metrics(let metrics):
            for input in metrics {
                switch outcomes[input.index] {
                case .value(let number):
                    results.append(holds(condition, forInput: input.index, value: number))
                case .withheld:
                    if let result = level.missing.withheld.result { results.append(result) }
                case .notApplicable:
                    if let result = level.missing.notApplicable.result { results.append(result) }
                }
            }
        }
        if results.isEmpty { return level.passesWhenEmpty }
        return results.allHold
    }

    /// Whether the condition holds for a metric at hand.
    private func holds(_ condition: Condition, forInput place: Int, value: Double) -> Bool {
        condition.holds { leaf in
            guard case .metric(nil, let test) = leaf else { return nil }
            return test.holds(
                figure(of: place, value: value, bounds: nil), base: nil)
        } ?? false
    }

    /// The result of one input for the derivation: whether it satisfies the condition at its level.
    func satisfies(_ condition: Condition, item place: Int) -> Bool? {
        condition.holds(for: estimates.items[place], estimates.plain[place])
    }
}

extension LevelRule {
    /// The value of the highest level reached; nothing where a withheld level decides it.
    func highest(_ levels: [Derivation.Level]) -> Double? {
        var below: Bool? = true
        var best: Double? = base
        for (level, result) in zip(self.levels, levels) {
            switch [below, result.satisfiesAt].allHold {
            case .some(true): best = level.value
            case .some(false): break
            case nil: best = nil
            }
            below = [below, result.satisfiesBelow].allHold
            if below == false { break }
        }
        return best
    }
}

extension [Bool?] {
    /// Whether all hold, by Kleene's strong logic.
    var allHold: Bool? {
        if contains(false) { return false }
        return contains(nil) ? nil : true
    }
}

extension LevelRule.Treatment {
    /// The result of an input that is missing, where it counts: nothing inside stands for not known.
    var result: Bool?? {
        switch self {
        case .fails: .some(false)
        case .withhold: .some(nil)
        case .leaveOut: nil
        }
    }
}

extension LevelRule.MissingTreatment {
    /// The result of an item without a figure, where it counts.
    func result(for state: AnswerState) -> Bool?? {
        switch state {
        case .unanswered: unanswered.result
        case .dontKnow: dontKnow.result
        case .notApplicable: notApplicable.result
        case .answered, .notShown: nil
        }
    }
}

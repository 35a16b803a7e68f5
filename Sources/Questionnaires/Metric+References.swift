extension Metric.Rule {
    /// The metrics that the rule names, as they are written; families and children are not among them.
    public var metrics: [String] {
        switch self {
        case .aggregate(let aggregate): return aggregate.inputs.metrics
        case .possible(let rule): return [rule.metric]
        case .adjust(let rule):
            return [rule.metric]
                + rule.steps.flatMap { step -> [String] in
                    var names = step.when?.metrics ?? []
                    if case .metric(let id, _)? = step.change.amount { names.append(id) }
                    return names
                }
        case .level(let rule):
            return rule.levels.flatMap(\.inputs.metrics) + rule.at.metrics + rule.below.metrics
        case .band(let rule): return [rule.metric] + (rule.relativeTo.map { [$0] } ?? [])
        case .verdict(let rule): return rule.rules.flatMap(\.when.metrics)
        case .reference: return []
        }
    }

    /// The items that conditions of the rule name.
    public var itemsInConditions: [String] {
        switch self {
        case .adjust(let rule): rule.steps.flatMap { $0.when?.items ?? [] }
        case .verdict(let rule): rule.rules.flatMap(\.when.items)
        case .aggregate, .possible, .level, .band, .reference: []
        }
    }

    /// The same rule with other names for its metrics.
    public func renamingMetrics(_ rename: (String) -> String) -> Metric.Rule {
        switch self {
        case .aggregate, .reference: self
        case .possible(let rule): .possible(PossibleRule(metric: rename(rule.metric), exclusive: rule.exclusive))
        case .adjust(let rule):
            .adjust(
                AdjustRule(
                    metric: rename(rule.metric),
                    steps: rule.steps.map {
                        AdjustRule.Step(
                            when: $0.when?.renamingMetrics(rename), unknown: $0.unknown,
                            change: $0.change.renamingMetrics(rename))
                    }))
        case .level(let rule):
            .level(
                LevelRule(
                    levels: rule.levels, at: rule.at.renamingMetrics(rename),
                    below: rule.below.renamingMetrics(rename), base: rule.base))
        case .band(let rule):
            .band(BandRule(metric: rename(rule.metric), relativeTo: rule.relativeTo.map(rename), bands: rule.bands))
        case .verdict(let rule):
            .verdict(
                VerdictRule(
                    outcomes: rule.outcomes,
                    rules: rule.rules.map {
                        VerdictRule.Rule(
                            when: $0.when.renamingMetrics(rename), unknown: $0.unknown, conclusion: $0.conclusion)
                    }, otherwise: rule.otherwise))
        }
    }
}

extension AdjustRule.Change {
    fileprivate func renamingMetrics(_ rename: (String) -> String) -> AdjustRule.Change {
        func renamed(_ amount: AdjustRule.Amount) -> AdjustRule.Amount {
            if case .metric(let id, let times) = amount { return .metric(rename(id), times: times) }
            return amount
        }
        return switch self {
        case .scale(let amount): .scale(renamed(amount))
        case .add(let amount): .add(renamed(amount))
        case .cap(let amount): .cap(renamed(amount))
        case .floor(let amount): .floor(renamed(amount))
        case .round: self
        }
    }
}

extension MetricInputs {
    /// The metrics that are named one by one.
    var metrics: [String] {
        if case .metrics(let coefficients) = self { return coefficients.map(\.metric) }
        return []
    }
}

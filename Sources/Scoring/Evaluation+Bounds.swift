import Questionnaires
import Statistics

extension Evaluation {
    /// For each metric, between which numbers the missing answers could move it; nothing where it is not applicable, or
    /// where there is no telling.
    ///
    /// Interval arithmetic along the graph: exact where inputs enter with one sign, which they do in all but exotic
    /// methods, and never too narrow. The value found is always inside.
    func bounds(outcomes: [MetricOutcome]) -> [ClosedRange<Double>?] {
        var bounds: [ClosedRange<Double>?] = []
        bounds.reserveCapacity(graph.nodes.count)
        for position in graph.nodes.indices {
            if case .notApplicable = outcomes[position] {
                bounds.append(nil)
                continue
            }
            let fixed = graph.possible[position].map { $0.value...$0.value }
            guard let range = fixed ?? range(of: position, after: bounds, outcomes: outcomes),
                let value = outcomes[position].value
            else {
                bounds.append(fixed ?? range(of: position, after: bounds, outcomes: outcomes))
                continue
            }
            bounds.append(range.joined(with: value...value))
        }
        return bounds
    }

    /// - Parameter outcomes: nothing where every metric counts, whatever is answered.
    func range(
        of position: Int, after bounds: [ClosedRange<Double>?], outcomes: [MetricOutcome]?
    ) -> ClosedRange<Double>? {
        let node = graph.nodes[position]
        switch node.rule {
        case .aggregate(let aggregate):
            guard let inputs = inputRanges(aggregate, node: node, bounds: bounds, outcomes: outcomes) else {
                return nil
            }
            if inputs.isEmpty { return aggregate.empty.map { $0...$0 } }
            let range = aggregate.function.ends(inputs)
            guard inputs.allSatisfy(\.isUndecided), let empty = aggregate.empty else { return range }
            return range?.joined(with: empty...empty)
        case .possible: return nil
        case .adjust(let rule): return adjustedRange(rule, bounds: bounds)
        case .level(let rule): return levelRange(rule, node: node, bounds: bounds, outcomes: outcomes)
        case .band(let rule):
            guard let number = graph.index[rule.metric].flatMap({ bounds[$0] }) else { return nil }
            guard let relativeTo = rule.relativeTo else { return number }
            return graph.index[relativeTo].flatMap { bounds[$0] }.flatMap(number.divided(by:))
        case .verdict(let rule): return verdictRange(rule, bounds: bounds)
        case .reference(let reference): return subjects[reference.subject]?.metrics[reference.metric]?.bounds
        }
    }

    /// The ranges of what goes into an aggregate; nothing where one of them is not known.
    func inputRanges(
        _ aggregate: Aggregate, node: MetricGraph.Node, bounds: [ClosedRange<Double>?], outcomes: [MetricOutcome]?
    ) -> [InputRange]? {
        var result: [InputRange] = []
        switch node.inputs {
        case .items(let inputs):
            let available = estimates.estimates(ItemEstimates.Key(aggregate).lasting)
            for input in inputs {
                let estimate = available[input.index]
                guard let range = aggregate.range(estimates.items[input.index], estimate) else { continue }
                result.append(InputRange(range: range, weight: input.weight, isUndecided: estimate.isUndecided))
            }
        case .metrics(let inputs):
            for input in inputs {
                if case .notApplicable? = outcomes?[input.index] { continue }
                guard let range = bounds[input.index] else { return nil }
                result.append(InputRange(range: range, weight: input.weight))
            }
        }
        return result
    }

    private func adjustedRange(_ rule: AdjustRule, bounds: [ClosedRange<Double>?]) -> ClosedRange<Double>? {
        guard var range = graph.index[rule.metric].flatMap({ bounds[$0] }) else { return nil }
        for step in rule.steps {
            let holds = step.when.map { holdsFirmly($0, bounds: bounds) } ?? true
            if holds == false { continue }
            var amount: ClosedRange<Double>?
            switch step.change.amount {
            case .number(let number): amount = number...number
            case .metric(let id, let times):
                amount = graph.index[id].flatMap { bounds[$0] }.map { $0.multiplied(by: times) }
                if amount == nil { return nil }
            case nil: break
            }
            guard let changed = step.change.apply(to: range, amount: amount) else { return nil }
            range = holds == true ? changed : changed.joined(with: range)
        }
        return range.lowerBound.isFinite && range.upperBound.isFinite ? range : nil
    }

    private func levelRange(
        _ rule: LevelRule, node: MetricGraph.Node, bounds: [ClosedRange<Double>?], outcomes: [MetricOutcome]?
    ) -> ClosedRange<Double>? {
        /// Whether all at a level hold, with everything that is not certain taken to turn out one way.
        func levels(_ turn: Bool) -> [Derivation.Level] {
            zip(rule.levels, node.levels).map { level, inputs in
                func all(_ condition: Condition) -> Bool {
                    let results = certain(condition, of: level, inputs, bounds: bounds, outcomes: outcomes)
                    return results.isEmpty ? level.passesWhenEmpty : results.allSatisfy { $0 ?? turn }
                }
                return Derivation.Level(id: level.id, satisfiesAt: all(rule.at), satisfiesBelow: all(rule.below))
            }
        }
        guard let low = rule.highest(levels(false)), let high = rule.highest(levels(true)) else { return nil }
        return min(low, high)...max(low, high)
    }

    /// For each input of a level that counts, whether it satisfies a condition whatever the missing answers are.
    private func certain(
        _ condition: Condition, of level: LevelRule.Level, _ inputs: MetricGraph.Inputs,
        bounds: [ClosedRange<Double>?], outcomes: [MetricOutcome]?
    ) -> [Bool?] {
        switch inputs {
        case .items(let items):
            return items.compactMap { input -> Bool?? in
                let estimate = estimates.plain[input.index]
                switch estimate.state {
                case .notShown: return estimate.isUndecided ? .some(nil) : nil
                case .notApplicable: return level.missing.notApplicable.result
                case .unanswered, .dontKnow: return .some(nil)
                case .answered: return condition.holdsFirmly(for: estimates.items[input.index], estimate)
                }
            }
        case .metrics(let metrics):
            return metrics.compactMap { input -> Bool?? in
                if case .notApplicable? = outcomes?[input.index] { return level.missing.notApplicable.result }
                return condition.holds { leaf in
                    guard case .metric(nil, let test) = leaf else { return nil }
                    return test.holdsFirmly(figure(of: input.index, value: nil, bounds: bounds[input.index]), base: nil)
                }
            }
        }
    }

    private func verdictRange(_ verdict: VerdictRule, bounds: [ClosedRange<Double>?]) -> ClosedRange<Double>? {
        var values: [Double] = []
        func add(_ conclusion: VerdictRule.Conclusion) {
            if let value = verdict.outcome(conclusion.outcome)?.value { values.append(value) }
        }
        var isDecided = false
        for rule in verdict.rules {
            let holds = holdsFirmly(rule.when, bounds: bounds)
            if holds != false { add(rule.conclusion) }
            if holds == true {
                isDecided = true
                break
            }
        }
        if !isDecided { add(verdict.otherwise) }
        return values.min().flatMap { low in values.max().map { low...$0 } }
    }

    /// Whether a condition holds whatever the missing answers are; nothing where they decide.
    private func holdsFirmly(_ condition: Condition, bounds: [ClosedRange<Double>?]) -> Bool? {
        condition.holds { leaf in
            switch leaf {
            case .item(let id?, let test):
                guard let place = graph.itemPlaces[id] else { return nil }
                return test.holdsFirmly(estimates.items[place], estimates.plain[place])
            case .metric(let id?, let test):
                guard let place = graph.index[id] else { return nil }
                return test.holdsFirmly(
                    figure(of: place, value: nil, bounds: bounds[place]),
                    base: base(of: test).map { figure(of: $0, value: nil, bounds: bounds[$0]) })
            case .asOf(let relations): return asOf.map { relations.holds(date: $0) }
            case .subject(let subject, let condition): return subjects[subject]?.holds(condition, firmly: true)
            case .item, .metric, .tag, .all, .any, .not: return nil
            }
        }
    }
}

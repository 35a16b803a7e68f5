import Questionnaires
import Statistics

extension Evaluation {
    /// For each metric, between which numbers the missing answers could move it; nothing where it is not applicable, or
    /// where there is no telling.
    ///
    /// Interval arithmetic along the graph: exact where inputs enter with one sign, which they do in all but exotic
    /// methods, and never too narrow. The value found is always inside.
    func bounds(outcomes: [MetricOutcome]) -> [ClosedRange<Double>?] {
        let prospects = prospects(outcomes: outcomes)
        return zip(prospects, outcomes).map { prospect, outcome in
            if case .notApplicable = outcome { return nil }
            guard let range = prospect.range, let value = outcome.value else { return prospect.range }
            return range.joined(with: value...value)
        }
    }

    /// What a metric may still turn out to be.
    struct Prospect {
        var range: ClosedRange<Double>?
        /// Whether it depends on missing answers if the metric applies at all.
        var isUndecided = false
        /// Whether it does not apply, whatever is answered.
        var isOut = false
    }

    /// The prospects of all metrics, in the order of the nodes.
    func prospects(outcomes: [MetricOutcome]) -> [Prospect] {
        var prospects: [Prospect] = []
        prospects.reserveCapacity(graph.nodes.count)
        for position in graph.nodes.indices {
            if let possible = graph.possible[position] {
                prospects.append(Prospect(range: possible.value...possible.value))
                continue
            }
            var prospect = prospect(of: position, after: prospects)
            if let value = outcomes[position].value { prospect.range = prospect.range?.joined(with: value...value) }
            prospects.append(prospect)
        }
        return prospects
    }

    /// - Parameter prospects: of all metrics before it.
    func prospect(of position: Int, after prospects: [Prospect]) -> Prospect {
        let node = graph.nodes[position]
        switch node.rule {
        case .aggregate(let aggregate): return self.prospect(of: aggregate, node: node, prospects)
        case .possible: return Prospect()
        case .adjust(let rule):
            guard let base = graph.index[rule.metric] else { return Prospect() }
            var prospect = prospects[base]
            prospect.range = prospect.range.flatMap { adjustedRange(rule, from: $0, prospects) }
            return prospect
        case .level(let rule): return Prospect(range: levelRange(rule, node: node, prospects))
        case .band(let rule):
            guard let base = graph.index[rule.metric] else { return Prospect() }
            var prospect = prospects[base]
            if let relativeTo = rule.relativeTo {
                let divisor = graph.index[relativeTo].flatMap { prospects[$0].range }
                prospect.range = prospect.range.flatMap { range in divisor.flatMap(range.divided(by:)) }
            }
            return prospect
        case .verdict(let rule): return Prospect(range: verdictRange(rule, prospects))
        case .reference(let reference):
            let result = subjects[reference.subject]?.metrics[reference.metric]
            return Prospect(range: result?.bounds, isOut: result?.status == .notApplicable)
        }
    }

    private func prospect(of aggregate: Aggregate, node: MetricGraph.Node, _ prospects: [Prospect]) -> Prospect {
        guard let inputs = inputRanges(aggregate, node: node, prospects) else { return Prospect() }
        guard !inputs.isEmpty else {
            return Prospect(range: aggregate.empty.map { $0...$0 }, isOut: aggregate.empty == nil)
        }
        let mayBeEmpty = inputs.allSatisfy(\.isUndecided)
        var range = aggregate.function.ends(inputs)
        if mayBeEmpty, let empty = aggregate.empty { range = range?.joined(with: empty...empty) }
        return Prospect(range: range, isUndecided: mayBeEmpty && aggregate.empty == nil)
    }

    /// The ranges of what goes into an aggregate; nothing where one of them is not known.
    func inputRanges(
        _ aggregate: Aggregate, node: MetricGraph.Node, _ prospects: [Prospect]
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
                let prospect = prospects[input.index]
                if prospect.isOut { continue }
                guard let range = prospect.range else { return nil }
                result.append(InputRange(range: range, weight: input.weight, isUndecided: prospect.isUndecided))
            }
        }
        return result
    }

    private func adjustedRange(
        _ rule: AdjustRule, from base: ClosedRange<Double>, _ prospects: [Prospect]
    ) -> ClosedRange<Double>? {
        var range = base
        for step in rule.steps {
            let holds = step.when.map { holdsFirmly($0, prospects) } ?? true
            if holds == false { continue }
            var amount: ClosedRange<Double>?
            switch step.change.amount {
            case .number(let number): amount = number...number
            case .metric(let id, let times):
                amount = graph.index[id].flatMap { prospects[$0].range }.map { $0.multiplied(by: times) }
                if amount == nil { return nil }
            case nil: break
            }
            guard let changed = step.change.apply(to: range, amount: amount) else { return nil }
            range = holds == true ? changed : changed.joined(with: range)
        }
        return range.lowerBound.isFinite && range.upperBound.isFinite ? range : nil
    }

    private func levelRange(
        _ rule: LevelRule, node: MetricGraph.Node, _ prospects: [Prospect]
    ) -> ClosedRange<Double>? {
        /// Whether all at a level hold, with everything that is not certain taken to turn out one way.
        func levels(_ turn: Bool) -> [Derivation.Level] {
            zip(rule.levels, node.levels).map { level, inputs in
                func all(_ condition: Condition) -> Bool {
                    let results = certain(condition, of: level, inputs, prospects)
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
        _ condition: Condition, of level: LevelRule.Level, _ inputs: MetricGraph.Inputs, _ prospects: [Prospect]
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
                let prospect = prospects[input.index]
                if prospect.isOut { return level.missing.notApplicable.result }
                if prospect.isUndecided { return .some(nil) }
                return condition.holds { leaf in
                    guard case .metric(nil, let test) = leaf else { return nil }
                    return test.holdsFirmly(figure(of: input.index, value: nil, bounds: prospect.range), base: nil)
                }
            }
        }
    }

    private func verdictRange(_ verdict: VerdictRule, _ prospects: [Prospect]) -> ClosedRange<Double>? {
        var values: [Double] = []
        func add(_ conclusion: VerdictRule.Conclusion) {
            if let value = verdict.outcome(conclusion.outcome)?.value { values.append(value) }
        }
        var isDecided = false
        for rule in verdict.rules {
            let holds = holdsFirmly(rule.when, prospects)
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
    private func holdsFirmly(_ condition: Condition, _ prospects: [Prospect]) -> Bool? {
        condition.holds { leaf in
            switch leaf {
            case .item(let id?, let test):
                guard let place = graph.itemPlaces[id] else { return nil }
                return test.holdsFirmly(estimates.items[place], estimates.plain[place])
            case .metric(let id?, let test):
                guard let place = graph.index[id] else { return nil }
                let prospect = prospects[place]
                if prospect.isOut || prospect.isUndecided { return nil }
                return test.holdsFirmly(
                    figure(of: place, value: nil, bounds: prospect.range),
                    base: base(of: test).map { figure(of: $0, value: nil, bounds: prospects[$0].range) })
            case .asOf(let relations): return asOf.map { relations.holds(date: $0) }
            case .subject(let subject, let condition): return subjects[subject]?.holds(condition, firmly: true)
            case .item, .metric, .tag, .all, .any, .not: return nil
            }
        }
    }
}

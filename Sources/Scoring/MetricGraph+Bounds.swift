import Questionnaires
import Statistics

extension MetricGraph {
    /// For each metric, between which numbers the missing answers could move it; nothing where it is not applicable, or
    /// where there is no telling.
    ///
    /// Interval arithmetic along the graph: exact where inputs enter with one sign, which they do in all but exotic
    /// methods, and never too narrow. The value found is always inside.
    func bounds(_ estimates: ItemEstimates, outcomes: [MetricOutcome]) -> [ClosedRange<Double>?] {
        var result: [ClosedRange<Double>?] = []
        result.reserveCapacity(nodes.count)
        for (position, node) in nodes.enumerated() {
            let range: ClosedRange<Double>?
            switch node.metric.rule {
            case .band(let rule): range = MetricGraph.bandBounds(rule, inputs: node.inputs, bounds: result)
            case .aggregate(let aggregate):
                range = aggregateBounds(
                    aggregate, node: node, estimates: estimates, outcomes: outcomes, bounds: result)
            }
            if case .notApplicable = outcomes[position] {
                result.append(nil)
                continue
            }
            guard let range, let value = outcomes[position].value else {
                result.append(range)
                continue
            }
            result.append(min(range.lowerBound, value)...max(range.upperBound, value))
        }
        return result
    }

    private static func bandBounds(
        _ rule: BandRule, inputs: Inputs, bounds: [ClosedRange<Double>?]
    ) -> ClosedRange<Double>? {
        guard case .metrics(let inputs) = inputs, let first = inputs.first, let number = bounds[first.index] else {
            return nil
        }
        guard rule.relativeTo != nil else { return number }
        guard inputs.count == 2, let base = bounds[inputs[1].index], !base.contains(0) else { return nil }
        let corners = [number.lowerBound, number.upperBound].flatMap { [$0 / base.lowerBound, $0 / base.upperBound] }
        guard corners.allSatisfy(\.isFinite) else { return nil }
        return corners.min().flatMap { low in corners.max().map { low...$0 } }
    }

    private func aggregateBounds(
        _ aggregate: Aggregate, node: Node, estimates: ItemEstimates, outcomes: [MetricOutcome],
        bounds: [ClosedRange<Double>?]
    ) -> ClosedRange<Double>? {
        var ranges: [ClosedRange<Double>] = []
        var weights: [Double] = []
        switch node.inputs {
        case .items(let inputs):
            let available = estimates.estimates(WorstCells(aggregate.missing).lasting)
            for input in inputs {
                guard let range = aggregate.range(estimates.items[input.index], available[input.index]) else {
                    continue
                }
                ranges.append(range)
                weights.append(input.weight)
            }
        case .metrics(let inputs):
            for input in inputs {
                if case .notApplicable = outcomes[input.index] { continue }
                guard let range = bounds[input.index] else { return nil }
                ranges.append(range)
                weights.append(input.weight)
            }
        }
        if ranges.isEmpty { return aggregate.empty.map { $0...$0 } }
        return aggregate.function.ends(ranges, weights: weights)
    }
}

extension Aggregate {
    /// Between which numbers an item contributes, whatever its missing answers are.
    func range(_ item: Item, _ estimate: ItemEstimate) -> ClosedRange<Double>? {
        guard let bounds = estimate.bounds, let gates = estimate.gateBounds else { return nil }
        let isComplete = bounds.lowerBound == bounds.upperBound && gates.count == 1
        switch function {
        case .share, .count:
            guard isComplete, let number = number(item, estimate) else { return 0...1 }
            return number...number
        default: break
        }
        guard let through else { return bounds }
        let numbers = gates.map { through.lookup(item, position: $0).number }
        return numbers.min().flatMap { low in numbers.max().map { low...$0 } }
    }

    /// Whether an item without an answer could overturn the result: a blocker that no table row caps cannot.
    func couldOverturn(_ value: Double?, _ item: Item, _ estimate: ItemEstimate) -> Bool {
        guard let value, let range = range(item, estimate) else { return true }
        switch function {
        case .min: return Tolerance.isBelow(range.lowerBound, value)
        case .max: return Tolerance.isAbove(range.upperBound, value)
        default: return true
        }
    }
}

extension Aggregate.Function {
    /// The results at the lower and the upper ends of the inputs; a negative coefficient turns an input round.
    fileprivate func ends(_ ranges: [ClosedRange<Double>], weights: [Double]) -> ClosedRange<Double>? {
        let pairs = zip(ranges, weights)
        let low = apply(pairs.map { isTurned(by: $1) ? $0.upperBound : $0.lowerBound }, weights: weights)
        let high = apply(pairs.map { isTurned(by: $1) ? $0.lowerBound : $0.upperBound }, weights: weights)
        guard let low, let high else { return nil }
        return low <= high ? low...high : high...low
    }

    /// Whether a coefficient makes the result fall where its input rises; some functions look at the numbers alone.
    private func isTurned(by coefficient: Double) -> Bool {
        switch self {
        case .sum, .mean, .share, .geometricMean: coefficient < 0
        case .min, .max, .median, .quantile, .count: false
        }
    }
}

import Questionnaires

extension MetricGraph {
    /// For each metric, between which numbers the missing answers could move it; nothing where it is not applicable.
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
                range = aggregateBounds(aggregate, node: node, estimates: estimates, bounds: result)
            }
            guard let range else {
                result.append(outcomes[position].value.map { $0...$0 })
                continue
            }
            guard let value = outcomes[position].value else {
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
        return corners.min().flatMap { low in corners.max().map { low...$0 } }
    }

    private func aggregateBounds(
        _ aggregate: Aggregate, node: Node, estimates: ItemEstimates, bounds: [ClosedRange<Double>?]
    ) -> ClosedRange<Double>? {
        var ranges: [ClosedRange<Double>] = []
        var weights: [Double] = []
        switch node.inputs {
        case .items(let inputs):
            let available = estimates.estimates(WorstCells(aggregate.missing))
            for input in inputs {
                guard let range = aggregate.range(estimates.items[input.index], available[input.index]) else {
                    continue
                }
                ranges.append(range)
                weights.append(input.weight)
            }
        case .metrics(let inputs):
            for input in inputs {
                guard let range = bounds[input.index] else { continue }
                ranges.append(range)
                weights.append(input.weight)
            }
        }
        guard let ends = aggregate.function.ends(ranges, weights: weights) else { return nil }
        guard let substitute = aggregate.incomplete, ranges.contains(where: { $0.lowerBound < $0.upperBound }) else {
            return ends
        }
        return min(ends.lowerBound, substitute)...max(ends.upperBound, substitute)
    }
}

extension Aggregate {
    /// Between which numbers an item contributes, whatever its missing answers are.
    fileprivate func range(_ item: Item, _ estimate: ItemEstimate) -> ClosedRange<Double>? {
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
}

extension Aggregate.Function {
    /// The results at the lower and the upper ends of the inputs; a negative coefficient turns an input round.
    fileprivate func ends(_ ranges: [ClosedRange<Double>], weights: [Double]) -> ClosedRange<Double>? {
        let pairs = zip(ranges, weights)
        let low = apply(pairs.map { $1 < 0 ? $0.upperBound : $0.lowerBound }, weights: weights)
        let high = apply(pairs.map { $1 < 0 ? $0.lowerBound : $0.upperBound }, weights: weights)
        guard let low, let high else { return nil }
        return low <= high ? low...high : high...low
    }
}

import Questionnaires
import Scoring

/// Between which numbers metrics lie, whatever is answered, left out or does not apply: never too narrow.
struct MetricRanges {
    private(set) var list: [ClosedRange<Double>] = []

    static let everything = -Double.infinity...Double.infinity

    init(_ metrics: [MetricInFull], index: [String: Int], items: [Item]) {
        list.reserveCapacity(metrics.count)
        for metric in metrics {
            list.append(
                range(of: metric, index: index, items: items).map(MetricRanges.sound) ?? MetricRanges.everything)
        }
    }

    /// Nothing where there is no telling.
    private func range(of metric: MetricInFull, index: [String: Int], items: [Item]) -> ClosedRange<Double>? {
        switch metric.rule {
        case .aggregate(let aggregate): return range(of: aggregate, metric.inputs, items: items)
        case .possible, .reference: return nil
        case .adjust(let rule):
            guard let start = index[rule.metric] else { return nil }
            return MetricRanges.steps(of: rule, from: list[start]) { id in index[id].map { list[$0] } }.last
        case .level(let rule): return MetricRanges.around(rule.levels.map(\.value) + [rule.base])
        case .band(let rule): return rule.relativeTo == nil ? index[rule.metric].map { list[$0] } : nil
        case .verdict(let rule): return MetricRanges.around(rule.outcomes.map(\.value))
        }
    }

    private func range(
        of aggregate: Aggregate, _ inputs: MetricInFull.Inputs, items: [Item]
    ) -> ClosedRange<Double>? {
        var numbers: [(range: ClosedRange<Double>, weight: Double)] = []
        switch inputs {
        case .items(let inputs):
            numbers = inputs.map { (MetricRanges.range(of: items[$0.index], in: aggregate), $0.weight) }
        case .metrics(let inputs): numbers = inputs.map { (list[$0.index], $0.weight) }
        }
        let others = [aggregate.incomplete, aggregate.empty].compactMap { $0 }.map { $0...$0 }
        var result: ClosedRange<Double>?
        switch aggregate.function {
        // Whatever has no figure is left out, and then counts as nothing.
        case .sum, .count:
            let isWeighted = aggregate.function == .sum
            result = numbers.reduce(0...0) { sum, input in
                let number = input.range.scaled(by: isWeighted ? input.weight : 1).joined(with: 0...0)
                return sum.lowerBound + number.lowerBound...sum.upperBound + number.upperBound
            }
        case .mean, .geometricMean, .share:
            // A negative weight can carry a mean beyond its inputs.
            if numbers.contains(where: { $0.weight < 0 }) { return nil }
            result = MetricRanges.joined(numbers.map(\.range))
        case .min, .max, .median, .quantile: result = MetricRanges.joined(numbers.map(\.range))
        }
        guard !numbers.isEmpty else { return MetricRanges.joined(others) }
        return result.flatMap { MetricRanges.joined([$0] + others) }
    }

    /// What one item can contribute.
    private static func range(of item: Item, in aggregate: Aggregate) -> ClosedRange<Double> {
        let missing = aggregate.missing
        switch aggregate.function {
        case .share, .count:
            // A missing answer that counts as the worst may enter with its value.
            let entersAsWorst = [missing.unanswered, missing.dontKnow, missing.notApplicable].contains(.worst)
            return entersAsWorst ? item.range(of: aggregate.channel).joined(with: 0...1) : 0...1
        default: break
        }
        let own = item.range(of: aggregate.channel)
        guard let table = aggregate.through else { return own }
        let numbers = around(Array(table.rows.values) + [table.otherwise]) ?? own
        // Where a table cannot be read, the worst answer enters with its value.
        return item.hasPositions ? numbers : numbers.joined(with: own)
    }

    /// The ranges after each step of an adjustment, and at its beginning; nothing is known of what comes from others.
    static func steps(
        of rule: AdjustRule, from start: ClosedRange<Double>, range: (String) -> ClosedRange<Double>?
    ) -> [ClosedRange<Double>] {
        var result = [start]
        for step in rule.steps {
            let before = result.last ?? start
            var amount = 0.0...0.0
            switch step.change.amount {
            case .number(let number): amount = number...number
            case .metric(let id, let times): amount = (range(id) ?? everything).scaled(by: times)
            case nil: break
            }
            let after = sound(step.change.range(from: before, by: amount))
            // A step may be left out whenever it has a condition.
            result.append(step.when == nil ? after : after.joined(with: before))
        }
        return result
    }

    private static func around(_ numbers: [Double]) -> ClosedRange<Double>? {
        numbers.min().flatMap { low in numbers.max().map { low...$0 } }
    }

    private static func joined(_ ranges: [ClosedRange<Double>]) -> ClosedRange<Double>? {
        ranges.first.map { first in ranges.dropFirst().reduce(first) { $0.joined(with: $1) } }
    }

    private static func sound(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
        range.lowerBound.isNaN || range.upperBound.isNaN ? everything : range
    }
}

extension ClosedRange<Double> {
    func joined(with other: ClosedRange<Double>) -> ClosedRange<Double> {
        Swift.min(lowerBound, other.lowerBound)...Swift.max(upperBound, other.upperBound)
    }

    func scaled(by factor: Double) -> ClosedRange<Double> {
        if factor == 0 { return 0...0 }
        let (low, high) = (lowerBound * factor, upperBound * factor)
        return Swift.min(low, high)...Swift.max(low, high)
    }

    func multiplied(by other: ClosedRange<Double>) -> ClosedRange<Double> {
        let products = [lowerBound, upperBound].flatMap { left in
            // Nothing times whatever it may be is nothing.
            [other.lowerBound, other.upperBound].map { left == 0 || $0 == 0 ? 0 : left * $0 }
        }
        return (products.min() ?? 0)...(products.max() ?? 0)
    }
}

extension AdjustRule.Change {
    fileprivate func range(from range: ClosedRange<Double>, by amount: ClosedRange<Double>) -> ClosedRange<Double> {
        switch self {
        case .scale: return range.multiplied(by: amount)
        case .add:
            let (low, high) = (range.lowerBound + amount.lowerBound, range.upperBound + amount.upperBound)
            return low.isNaN || high.isNaN ? MetricRanges.everything : low...high
        case .cap:
            return Swift.min(range.lowerBound, amount.lowerBound)...Swift.min(range.upperBound, amount.upperBound)
        case .floor:
            return Swift.max(range.lowerBound, amount.lowerBound)...Swift.max(range.upperBound, amount.upperBound)
        case .round(_, let places):
            let unit = (0..<places).reduce(1.0) { unit, _ in unit / 10 }
            return range.lowerBound - unit...range.upperBound + unit
        }
    }
}

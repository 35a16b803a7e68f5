import Questionnaires
import Statistics

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

/// Between which numbers an input lies, and whether it counts at all.
struct InputRange {
    let range: ClosedRange<Double>
    let weight: Double
    /// Whether it depends on missing answers if the input counts.
    var isUndecided = false
}

extension Aggregate.Function {
    /// The results at the lower and the upper ends of the inputs; a negative coefficient turns an input round.
    func ends(_ inputs: [InputRange]) -> ClosedRange<Double>? {
        if inputs.contains(where: \.isUndecided) { return endsOfUndecided(inputs) }
        let weights = inputs.map(\.weight)
        let low = apply(
            inputs.map { isTurned(by: $0.weight) ? $0.range.upperBound : $0.range.lowerBound }, weights: weights)
        let high = apply(
            inputs.map { isTurned(by: $0.weight) ? $0.range.lowerBound : $0.range.upperBound }, weights: weights)
        guard let low, let high else { return nil }
        return low <= high ? low...high : high...low
    }

    /// Where some inputs may not count at all: never too narrow, and for averages wider than need be.
    private func endsOfUndecided(_ inputs: [InputRange]) -> ClosedRange<Double>? {
        let certain = inputs.filter { !$0.isUndecided }
        guard let low = inputs.map(\.range.lowerBound).min(), let high = inputs.map(\.range.upperBound).max() else {
            return nil
        }
        switch self {
        case .sum, .count:
            let ranges = inputs.map { input in
                let range = input.range.multiplied(by: input.weight)
                return input.isUndecided ? range.joined(with: 0...0) : range
            }
            return ranges.reduce(0, { $0 + $1.lowerBound })...ranges.reduce(0, { $0 + $1.upperBound })
        case .min: return low...(certain.map(\.range.upperBound).min() ?? high)
        case .max: return (certain.map(\.range.lowerBound).max() ?? low)...high
        case .mean, .median, .quantile, .geometricMean, .share: return low...high
        }
    }

    /// Whether a coefficient makes the result fall where its input rises; some functions look at the numbers alone.
    func isTurned(by coefficient: Double) -> Bool {
        switch self {
        case .sum, .mean, .share, .geometricMean: coefficient < 0
        case .min, .max, .median, .quantile, .count: false
        }
    }
}

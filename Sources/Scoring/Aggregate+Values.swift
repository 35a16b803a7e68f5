import Questionnaires
import Statistics

/// The numbers that go into an aggregate, and what is missing.
struct GatheredInputs {
    private var numbers: [Double] = []
    private var weights: [Double] = []
    private var isBlocked = false
    private var isIncomplete = false
    private var isNotApplicable = false

    mutating func add(_ number: Double, weight: Double) {
        numbers.append(number)
        weights.append(weight)
    }

    /// Adds the outcome of a metric.
    mutating func add(_ outcome: MetricOutcome, weight: Double, _ missing: MissingPolicy) {
        switch outcome {
        case .value(let number): add(number, weight: weight)
        case .withheld: miss(missing.withheld, isNotApplicable: false)
        case .notApplicable: miss(missing.notApplicable, isNotApplicable: true)
        }
    }

    /// Begins anew, in the same memory.
    mutating func reset() {
        numbers.removeAll(keepingCapacity: true)
        weights.removeAll(keepingCapacity: true)
        (isBlocked, isIncomplete, isNotApplicable) = (false, false, false)
    }

    mutating func miss(_ treatment: MissingPolicy.Treatment, isNotApplicable: Bool) {
        if !isNotApplicable { isIncomplete = true }
        if treatment == .withhold { isBlocked = true }
        if treatment == .notApplicable { self.isNotApplicable = true }
    }

    func outcome(_ rule: GatheringRule) -> MetricOutcome {
        if isIncomplete, let substitute = rule.incomplete { return .value(substitute) }
        if isNotApplicable { return .notApplicable }
        if isBlocked { return .withheld }
        if numbers.isEmpty, !isIncomplete { return rule.empty.map(MetricOutcome.value) ?? .notApplicable }
        return rule.function.apply(numbers, weights: weights).map(MetricOutcome.value) ?? .withheld
    }
}

/// What an aggregate makes of its inputs, whatever they are.
struct GatheringRule: Sendable {
    let function: Aggregate.Function
    let missing: MissingPolicy
    let incomplete: Double?
    let empty: Double?

    init(_ aggregate: Aggregate) {
        function = aggregate.function
        missing = aggregate.missing
        incomplete = aggregate.incomplete
        empty = aggregate.empty
    }
}

extension MissingPolicy {
    func treatment(of state: AnswerState) -> Treatment {
        switch state {
        case .answered, .notShown: .exclude
        case .unanswered: unanswered
        case .dontKnow: dontKnow
        case .notApplicable: notApplicable
        }
    }
}

extension Aggregate {
    /// What an item contributes; nothing where it has no figure.
    func number(_ item: Item, _ estimate: ItemEstimate) -> Double? {
        switch function {
        case .share(let condition), .count(let condition):
            guard estimate.value != nil else { return nil }
            return condition.holds(for: item, estimate).map { $0 ? 1 : 0 }
        default: break
        }
        guard let through else { return estimate.value }
        guard estimate.value != nil || estimate.gate != nil else { return nil }
        if through.keys.contains(.gateRating), estimate.gate == nil { return nil }
        return through.lookup(item, position: estimate.gate ?? 0).number
    }

    /// What the worst answer to an item would contribute.
    func worstNumber(_ item: Item) -> Double {
        let worst = ItemEstimate(
            value: item.worstValue(on: channel), gate: item.worstPosition, bounds: nil, gateBounds: nil,
            state: .answered)
        return number(item, worst) ?? item.worstValue(on: channel)
    }
}

extension Aggregate.Function {
    /// The result for numbers and weights; nothing where there is no input to speak of, or no number holds the result.
    func apply(_ numbers: [Double], weights: [Double]) -> Double? {
        guard !numbers.isEmpty, let result = unchecked(numbers, weights: weights), result.isFinite else { return nil }
        return result
    }

    private func unchecked(_ numbers: [Double], weights: [Double]) -> Double? {
        switch self {
        case .sum: return zip(numbers, weights).reduce(0) { $0 + $1.0 * $1.1 }
        case .mean, .share: return Mean.arithmetic(numbers, weights: weights)
        case .min: return numbers.min()
        case .max: return numbers.max()
        case .median: return Quantile.interpolated(numbers, probability: 0.5)
        case .quantile(let probability): return Quantile.interpolated(numbers, probability: probability)
        case .geometricMean(let offset): return Mean.geometric(numbers, weights: weights, offset: offset)
        case .count: return numbers.reduce(0, +)
        }
    }
}

import Questionnaires
import Responses
import Statistics

/// Which cells without an answer count as the worst answer.
struct WorstCells: Hashable, Sendable {
    let unanswered: Bool
    let dontKnow: Bool
    let notApplicable: Bool

    init(_ policy: MissingPolicy) {
        unanswered = policy.unanswered == .worst
        dontKnow = policy.dontKnow == .worst
        notApplicable = policy.notApplicable == .worst
    }

    /// Cells without an answer are left out.
    static let none = WorstCells(MissingPolicy())

    /// Those that no later answer can change: what is not applicable is not missing.
    var lasting: WorstCells { WorstCells(MissingPolicy(notApplicable: notApplicable ? .worst : .exclude)) }
}

/// One item as metrics see it.
struct ItemEstimate: Sendable {
    /// The pooled value; nothing where the item has no figure.
    var value: Double?
    /// The place of the gate rating on the scale.
    var gate: Int?
    /// What the missing answers could make of both; nothing where the item is not applicable.
    let bounds: ClosedRange<Double>?
    let gateBounds: ClosedRange<Int>?
    /// Why there is no value.
    let state: AnswerState
    /// Whether it depends on missing answers if the item counts at all.
    var isUndecided = false
}

extension PooledItem {
    /// Value, gate rating and bounds on a channel; cells that count as the worst are filled in.
    func estimate(pool: Pool, worst: WorstCells, channel: String?) -> ItemEstimate {
        if absence == .notApplicable, !worst.notApplicable {
            return ItemEstimate(value: nil, gate: nil, bounds: nil, gateBounds: nil, state: .notApplicable)
        }
        if absence == .notShown, undecided == 0 {
            return ItemEstimate(value: nil, gate: nil, bounds: nil, gateBounds: nil, state: .notShown)
        }
        let range = item.range(of: channel)
        let filled = (strata + silent).map { Filled($0, item: item, worst: worst, channel: channel) }
        let value = PooledItem.mean(filled, pool: pool) { $0.sum }
        let lower = PooledItem.mean(filled, pool: pool, withMissing: true) { $0.sum + $0.missing * range.lowerBound }
        let upper = PooledItem.mean(filled, pool: pool, withMissing: true) { $0.sum + $0.missing * range.upperBound }
        var low = PooledItem.least(lower, value) ?? range.lowerBound
        var high = max(low, PooledItem.greatest(upper, value) ?? range.upperBound)
        var gates = gates(filled, pool: pool)
        if pool.value == .roleBalancedMean, filled.contains(where: { $0.cellWeights != nil }) {
            let shifted = ShiftingWeights(filled, item: item, range: range, channel: channel)
            (low, high) = (min(low, shifted.bounds.lowerBound), max(high, shifted.bounds.upperBound))
            if setRating == nil, let places = shifted.gates(probability: pool.gateQuantile), let old = gates.bounds {
                gates.bounds = min(old.lowerBound, places.lowerBound)...max(old.upperBound, places.upperBound)
            }
        }
        return ItemEstimate(
            value: value, gate: gates.rating, bounds: unsettled > 0 ? looseBounds(low...high, range) : low...high,
            gateBounds: unsettled > 0 && setRating == nil ? looseGates(gates.bounds) : gates.bounds,
            state: value == nil ? absence : .answered, isUndecided: unsettled >= applicable + notApplicable)
    }

    /// The bounds where some who answered may turn out not to be concerned: of one respondent as they are, and of
    /// several everything that one of them could say.
    private func looseBounds(_ bounds: ClosedRange<Double>, _ range: ClosedRange<Double>) -> ClosedRange<Double> {
        let isOneAnswer = applicable + undecided + notApplicable == 1 && !hasConditionalOptions
        return isOneAnswer ? bounds : range.joined(with: bounds)
    }

    private func looseGates(_ bounds: ClosedRange<Int>?) -> ClosedRange<Int>? {
        let isOneAnswer = applicable + undecided + notApplicable == 1 && !hasConditionalOptions
        return isOneAnswer || !item.hasPositions ? bounds : 0...(item.scale.options.count - 1)
    }

    private var hasConditionalOptions: Bool { item.scale.options.contains { $0.visibility != nil } }

    private static func least(_ left: Double?, _ right: Double?) -> Double? {
        guard let left, let right else { return left ?? right }
        return min(left, right)
    }

    private static func greatest(_ left: Double?, _ right: Double?) -> Double? {
        guard let left, let right else { return left ?? right }
        return max(left, right)
    }

    /// The gate rating, and between which places the missing answers could move it; only of items with one answer.
    private func gates(_ filled: [Filled], pool: Pool) -> (rating: Int?, bounds: ClosedRange<Int>?) {
        if let set = setRating { return (set.position, set.position...set.position) }
        guard let best = item.bestPosition, let worst = item.worstPosition else { return (nil, 0...0) }
        let gate = gatePosition(filled, pool: pool, missingAt: nil)
        let places = [
            gatePosition(filled, pool: pool, missingAt: best), gatePosition(filled, pool: pool, missingAt: worst), gate,
        ].compactMap { $0 }
        let bounds = places.min().flatMap { low in places.max().map { low...$0 } }
        return (gate, bounds ?? 0...(item.scale.options.count - 1))
    }

    /// A stratum after the cells that count as the worst were filled in.
    struct Filled {
        var counts: [Double]
        let sum: Double
        let answered: Double
        /// Cells that remain open.
        let missing: Double
        let weight: Double
        /// See ``PooledItem/Stratum/cellWeights``.
        let cellWeights: ClosedRange<Double>?

        init(_ stratum: Stratum, item: Item, worst: WorstCells, channel: String?) {
            let worstCells =
                (worst.unanswered ? stratum.unanswered : 0) + (worst.dontKnow ? stratum.dontKnow : 0)
                + (worst.notApplicable ? stratum.notApplicable : 0)
            counts = stratum.counts.map(Double.init)
            if worstCells > 0, let place = item.worstPosition { counts[place] += Double(worstCells) }
            sum = (stratum.sums[channel] ?? 0) + Double(worstCells) * item.worstValue(on: channel)
            answered = Double(stratum.answered + worstCells)
            missing = Double(
                (worst.unanswered ? 0 : stratum.unanswered) + (worst.dontKnow ? 0 : stratum.dontKnow)
                    + stratum.undecided)
            weight = stratum.weight
            cellWeights = stratum.cellWeights
        }

        /// The weight of one of its answers when all have answered.
        var weightsOfOne: ClosedRange<Double> {
            let each = weight / max(answered + missing, 1)
            return cellWeights ?? each...each
        }
    }

    /// The mean over strata by the pool's method.
    private static func mean(
        _ strata: [Filled], pool: Pool, withMissing: Bool = false, total: (Filled) -> Double
    ) -> Double? {
        var values: [Double] = []
        var weights: [Double] = []
        for stratum in strata {
            let cells = stratum.answered + (withMissing ? stratum.missing : 0)
            guard cells > 0 else { continue }
            values.append(total(stratum) / cells)
            weights.append(pool.value == .mean ? cells : stratum.weight)
        }
        return Mean.arithmetic(values, weights: weights).flatMap { $0.isFinite ? $0 : nil }
    }

    /// The weighted quantile of the ratings; open cells count at a place, or not at all.
    private func gatePosition(_ strata: [Filled], pool: Pool, missingAt place: Int?) -> Int? {
        var weights = [Double](repeating: 0, count: item.scale.options.count)
        for stratum in strata {
            let missing = place == nil ? 0 : stratum.missing
            let cells = stratum.answered + missing
            guard cells > 0 else { continue }
            let each = pool.value == .mean ? 1 : stratum.weight / cells
            for (option, count) in stratum.counts.enumerated() { weights[option] += count * each }
            if let place { weights[place] += missing * each }
        }
        // Options stand in the order of severity for a blocker whose values rise; the quantile counts upwards.
        return Quantile.category(weights: weights, probability: pool.gateQuantile)
    }
}

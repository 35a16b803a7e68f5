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
}

extension PooledItem {
    /// Value, gate rating and bounds; cells that count as the worst are filled in.
    func estimate(pool: Pool, worst: WorstCells) -> ItemEstimate {
        guard absence != .notApplicable || worst.notApplicable else {
            return ItemEstimate(value: nil, gate: nil, bounds: nil, gateBounds: nil, state: .notApplicable)
        }
        let range = item.scale.range
        let filled = (strata + silent).map { Filled($0, item: item, worst: worst) }
        let value = PooledItem.mean(filled, pool: pool) { $0.sum }
        let gate = gatePosition(filled, pool: pool, missingAt: nil)
        let lower = PooledItem.mean(filled, pool: pool, withMissing: true) { $0.sum + $0.missing * range.lowerBound }
        let upper = PooledItem.mean(filled, pool: pool, withMissing: true) { $0.sum + $0.missing * range.upperBound }
        let best = gatePosition(filled, pool: pool, missingAt: item.bestPosition)
        let worstGate = gatePosition(filled, pool: pool, missingAt: item.worstPosition)
        let positions = [best, worstGate, gate].compactMap { $0 }
        let gateBounds = positions.min().flatMap { low in positions.max().map { low...$0 } }
        return ItemEstimate(
            value: value, gate: setRating?.position ?? gate,
            bounds: (lower ?? range.lowerBound)...max(lower ?? range.lowerBound, upper ?? range.upperBound),
            gateBounds: setRating.map { $0.position...$0.position } ?? gateBounds ?? 0...(item.scale.options.count - 1),
            state: value == nil ? absence : .answered)
    }

    /// A stratum after the cells that count as the worst were filled in.
    private struct Filled {
        var counts: [Double]
        let sum: Double
        let answered: Double
        /// Cells that remain open.
        let missing: Double
        let weight: Double

        init(_ stratum: Stratum, item: Item, worst: WorstCells) {
            let worstCells =
                (worst.unanswered ? stratum.unanswered : 0) + (worst.dontKnow ? stratum.dontKnow : 0)
                + (worst.notApplicable ? stratum.notApplicable : 0)
            counts = stratum.counts.map(Double.init)
            if worstCells > 0 { counts[item.worstPosition] += Double(worstCells) }
            sum = stratum.sum(on: item.scale) + Double(worstCells) * item.worstValue
            answered = Double(stratum.answered + worstCells)
            missing = Double(
                (worst.unanswered ? 0 : stratum.unanswered) + (worst.dontKnow ? 0 : stratum.dontKnow))
            weight = stratum.weight
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

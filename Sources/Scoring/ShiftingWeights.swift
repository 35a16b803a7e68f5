import Questionnaires
import Statistics

/// What an item could come to when missing answers come in and the weights of those given shift with them.
///
/// Roles that show too few answers are weighted together; with more answers each stands on its own. Which answer is
/// whose must not show, so any answer of such a group may get any weight between the least and the greatest.
struct ShiftingWeights {
    /// Answers alike in value and in what they may weigh.
    private struct Answers {
        let value: Double
        /// The place on the scale; nothing for answers that are not one option.
        let place: Int?
        let least: Double
        let greatest: Double
    }

    /// With the missing answers at the lower end of the range, and at the upper.
    private var low: [Answers] = []
    private var high: [Answers] = []
    /// With the missing ratings at either end of the scale.
    private var mild: [Answers] = []
    private var severe: [Answers] = []
    private let range: ClosedRange<Double>
    private let options: Int

    init(_ strata: [PooledItem.Filled], item: Item, range: ClosedRange<Double>, channel: String?) {
        self.range = range
        options = item.hasPositions ? item.scale.options.count : 0
        for stratum in strata {
            let weights = stratum.weightsOfOne
            func answers(_ value: Double, _ place: Int?, _ count: Double) -> Answers {
                Answers(
                    value: value, place: place, least: weights.lowerBound * count, greatest: weights.upperBound * count)
            }
            var given: [Answers] = []
            if item.hasPositions {
                for (place, count) in stratum.counts.enumerated() where count > 0 {
                    given.append(answers(item.scale.options[place].score(on: channel), place, count))
                }
            } else if stratum.answered > 0 {
                // Of several options or a number only the sum is at hand: every answer could lie anywhere.
                low.append(answers(range.lowerBound, nil, stratum.answered))
                high.append(answers(range.upperBound, nil, stratum.answered))
            }
            let missing = stratum.missing
            low += given + (missing > 0 ? [answers(range.lowerBound, nil, missing)] : [])
            high += given + (missing > 0 ? [answers(range.upperBound, nil, missing)] : [])
            mild += given + (missing > 0 ? [answers(0, 0, missing)] : [])
            severe += given + (missing > 0 ? [answers(0, options - 1, missing)] : [])
        }
    }

    /// Between which numbers the weighted mean lies.
    var bounds: ClosedRange<Double> {
        let least = ShiftingWeights.extreme(low.sorted { $0.value < $1.value }, isBetter: <) ?? range.lowerBound
        let greatest = ShiftingWeights.extreme(high.sorted { $0.value > $1.value }, isBetter: >) ?? range.upperBound
        return min(least, greatest)...max(least, greatest)
    }

    /// The extreme of Σ w x / Σ w: the first answers weigh as much as they can, the others as little, wherever one turns
    /// into the other.
    private static func extreme(_ answers: [Answers], isBetter: (Double, Double) -> Bool) -> Double? {
        var sum = answers.reduce(0) { $0 + $1.least * $1.value }
        var weight = answers.reduce(0) { $0 + $1.least }
        var best = weight > 0 ? sum / weight : nil
        for each in answers {
            sum += (each.greatest - each.least) * each.value
            weight += each.greatest - each.least
            guard weight > 0 else { continue }
            best = best.map { isBetter($0, sum / weight) ? $0 : sum / weight } ?? sum / weight
        }
        return best
    }

    /// Between which places the weighted quantile lies; nothing where answers have no places.
    func gates(probability: Double) -> ClosedRange<Int>? {
        guard options > 0 else { return nil }
        func first(_ answers: [Answers], _ below: (Answers) -> Double, _ above: (Answers) -> Double) -> Int {
            for place in 0..<options {
                let lower = answers.filter { ($0.place ?? 0) <= place }.reduce(0) { $0 + below($1) }
                let upper = answers.filter { ($0.place ?? 0) > place }.reduce(0) { $0 + above($1) }
                if lower + upper > 0, Tolerance.isAtLeast(lower / (lower + upper), probability) { return place }
            }
            return options - 1
        }
        let lowest = first(mild, \.greatest, \.least)
        let highest = first(severe, \.least, \.greatest)
        return min(lowest, highest)...max(lowest, highest)
    }
}

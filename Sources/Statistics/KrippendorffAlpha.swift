/// Krippendorff's alpha: how far several people say the same about the same things, beyond chance.
///
/// α = 1 − D_o / D_e. D_o is the mean squared difference δ² between two values of the same unit, D_e that between any
/// two values, both over pairs from units with at least two values. In counts n_uc of value c in unit u, n_u = Σ n_uc
/// and n_c, n over those units: D_o = 1/n Σ_u 1/(n_u − 1) Σ_ck n_uc n_uk δ²_ck and D_e = 1/(n(n − 1)) Σ_ck n_c n_k δ²_ck.
///
/// δ² by level: nominal 0 or 1; interval (c − k)²; ratio ((c − k)/(c + k))², 0 for two zeros; ordinal
/// (n_c/2 + Σ n_g between c and k + n_k/2)².
///
/// It assumes that people answer independently of one another and can be exchanged for others; that units are alike in
/// kind. It falls when all units score alike, although people agree: print an index of agreement of single items, such as
/// ``WithinGroupAgreement``, beside it.
///
/// Source: K. Krippendorff, "Content Analysis", Sage 2004, chapter 11; "Computing Krippendorff's alpha-reliability",
/// University of Pennsylvania 2011.
public struct KrippendorffAlpha: Sendable, Hashable {
    /// At most 1 (everybody always agrees); 0 as by chance; negative for systematic disagreement. Nothing where it is
    /// not defined: no unit has two values, or all values are the same.
    public let coefficient: Double?
    /// How many values stand in units with at least two.
    public let pairableValues: Int

    /// - Parameters:
    ///   - ratings: a row for each person, a column for each unit; nothing where the person said nothing. Short rows
    ///     count as ending in missing values; values that are not finite count as missing.
    public init(ratings: [[Double?]], level: MeasurementLevel) {
        let given = ratings.map { $0.map { $0.flatMap { $0.isFinite ? $0 : nil } } }
        let values = Set(given.joined().compactMap { $0 }).sorted()
        let places = Dictionary(uniqueKeysWithValues: zip(values, values.indices))
        let units = given.map(\.count).max() ?? 0
        var counts = [[Int]](repeating: [Int](repeating: 0, count: values.count), count: units)
        for row in given {
            for (unit, value) in row.enumerated() {
                if let value, let place = places[value] { counts[unit][place] += 1 }
            }
        }
        self.init(counts: counts, values: values, level: level)
    }

    /// The same from counts, which take no more room and time for many people than for few.
    ///
    /// - Parameters:
    ///   - counts: a row for each unit: how many chose each value.
    ///   - values: what each column of `counts` stands for, in ascending order.
    /// - Precondition: every row has a count for each value.
    public init(counts: [[Int]], values: [Double], level: MeasurementLevel) {
        precondition(counts.allSatisfy { $0.count == values.count }, "a count for each value in every unit")
        let pairable = counts.filter { $0.reduce(0, +) >= 2 }
        var totals = [Double](repeating: 0, count: values.count)
        for unit in pairable {
            for (place, count) in unit.enumerated() { totals[place] += Double(count) }
        }
        let total = totals.reduce(0, +)
        pairableValues = Int(total)
        let distance = KrippendorffAlpha.squaredDifferences(values, totals: totals, level: level)
        var observed = 0.0
        for unit in pairable {
            let present = unit.indices.filter { unit[$0] > 0 }
            var sum = 0.0
            for first in present {
                for second in present { sum += Double(unit[first]) * Double(unit[second]) * distance[first][second] }
            }
            observed += sum / Double(unit.reduce(0, +) - 1)
        }
        var expected = 0.0
        for first in totals.indices {
            for second in totals.indices { expected += totals[first] * totals[second] * distance[first][second] }
        }
        coefficient = expected > 0 ? 1 - (total - 1) * observed / expected : nil
    }

    private static func squaredDifferences(
        _ values: [Double], totals: [Double], level: MeasurementLevel
    ) -> [[Double]] {
        // For the order: the mean rank of each value among all.
        var ranks: [Double] = []
        var below = 0.0
        for total in totals {
            ranks.append(below + total / 2)
            below += total
        }
        return values.indices.map { first in
            values.indices.map { second in
                let difference: Double
                switch level {
                case .nominal: difference = first == second ? 0 : 1
                case .ordinal: difference = ranks[first] - ranks[second]
                case .interval: difference = values[first] - values[second]
                case .ratio:
                    let sum = values[first] + values[second]
                    difference = sum == 0 ? 0 : (values[first] - values[second]) / sum
                }
                return difference * difference
            }
        }
    }
}

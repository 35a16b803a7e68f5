/// The parts of a bar of shares, from 0 to 1 without a rest.
enum Segments {
    /// What the smallest answer takes of the bar, so that a single voice among two hundred is still seen.
    static let leastShare = 0.02

    struct Segment: Equatable {
        let from: Double
        let to: Double
    }

    /// A segment for each amount, in order; the amounts that would be too small to see are widened and all others
    /// narrowed in proportion.
    ///
    /// - Parameter amounts: positive and finite.
    static func of(_ amounts: [Double]) -> [Segment] {
        guard !amounts.isEmpty else { return [] }
        let least = min(leastShare, 0.5 / Double(amounts.count))
        let total = amounts.reduce(0, +)
        let isSmall = amounts.map { $0 / total < least }
        let smallCount = Double(isSmall.count { $0 })
        let large = zip(amounts, isSmall).reduce(0) { $0 + ($1.1 ? 0 : $1.0) }
        var from = 0.0
        return amounts.indices.map { index in
            let share = isSmall[index] ? least : amounts[index] / large * (1 - smallCount * least)
            let to = index == amounts.count - 1 ? 1 : min(from + share, 1)
            defer { from = to }
            return Segment(from: from, to: to)
        }
    }
}

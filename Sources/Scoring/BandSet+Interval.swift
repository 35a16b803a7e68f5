public import Questionnaires
import Statistics

extension BandSet {
    /// The interval a number lies in.
    public func interval(of number: Double) -> Interval? { intervals.first { $0.contains(number) } }
}

extension BandSet.Interval {
    /// Whether the number lies in the interval; numbers within the tolerance of an edge count as the edge.
    public func contains(_ number: Double) -> Bool {
        let isAboveLower =
            switch lower {
            case .none: true
            case .some(let edge) where edge.isInclusive: Tolerance.isAtLeast(number, edge.value)
            case .some(let edge): Tolerance.isAbove(number, edge.value)
            }
        let isBelowUpper =
            switch upper {
            case .none: true
            case .some(let edge) where edge.isInclusive: Tolerance.isAtMost(number, edge.value)
            case .some(let edge): Tolerance.isBelow(number, edge.value)
            }
        return isAboveLower && isBelowUpper
    }
}

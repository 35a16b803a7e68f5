/// Something that was chosen and could have been chosen otherwise, as one input of a sensitivity analysis.
public enum SensitivityFactor: Sendable, Hashable {
    /// Any number in a range, all alike.
    case number(ClosedRange<Double>)
    /// One of several alternatives, numbered from 0, all alike.
    case choice(Int)

    /// A weight, by what it is multiplied, up to a quarter up or down (M. Saisana, A. Saltelli and S. Tarantola,
    /// "Uncertainty and sensitivity analysis techniques as tools for the quality assessment of composite indicators",
    /// Journal of the Royal Statistical Society A 168, 2005). Multiplied weights are divided by their sum.
    public static let weight = SensitivityFactor.number(0.75...1.25)

    /// The value at a place from 0 up to, but not including, 1; that of an alternative is its number.
    func value(at place: Double) -> Double {
        switch self {
        case .number(let range): range.lowerBound + place * (range.upperBound - range.lowerBound)
        case .choice(let count): min((place * Double(count)).rounded(.down), Double(max(count, 1) - 1))
        }
    }
}

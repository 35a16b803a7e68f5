/// Rounding to decimals, as people do it on paper.
///
/// A sum such as 1.005 is not a decimal inside a computer; a half would fall to chance. Numbers are therefore first taken
/// to the nearest decimal of nine places, as far as ``Tolerance`` tells numbers apart, and rounded there exactly.
public enum DecimalRounding {
    public enum Mode: Sendable {
        /// To the nearest; halves away from zero.
        case halfUp
        /// To the nearest; halves to the even neighbour.
        case halfEven
        /// To the next lower.
        case floor
    }

    /// The decimals that are told apart.
    private static let precision = 9

    /// A number rounded to `places` decimals, from 0 to 9.
    ///
    /// Numbers too large to have nine exact decimals (above some nine thousand millions) are rounded as they are.
    public static func round(_ number: Double, _ mode: Mode, places: Int) -> Double {
        let places = min(max(places, 0), precision)
        guard let units = Int64(exactly: (number * power(precision)).rounded()) else {
            return wide(number, mode, places: places)
        }
        let step = Int64(power(precision - places))
        let (quotient, remainder) = flooredDivision(units, by: step)
        let rounded: Int64
        switch mode {
        case .floor: rounded = quotient
        case .halfUp:
            // Of halves below zero the lower neighbour lies farther from zero.
            let goesUp = units < 0 ? 2 * remainder > step : 2 * remainder >= step
            rounded = quotient + (goesUp ? 1 : 0)
        case .halfEven:
            let isOdd = quotient % 2 != 0
            rounded = quotient + (2 * remainder > step || 2 * remainder == step && isOdd ? 1 : 0)
        }
        return Double(rounded) / power(places)
    }

    private static func flooredDivision(_ number: Int64, by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
        let (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }

    private static func wide(_ number: Double, _ mode: Mode, places: Int) -> Double {
        let scaled = number * power(places)
        guard scaled.isFinite else { return number }
        let rounded =
            switch mode {
            case .floor: scaled.rounded(.down)
            case .halfUp: scaled.rounded(.toNearestOrAwayFromZero)
            case .halfEven: scaled.rounded(.toNearestOrEven)
            }
        return rounded / power(places)
    }

    private static func power(_ exponent: Int) -> Double {
        (0..<exponent).reduce(1) { power, _ in power * 10 }
    }
}

/// Numbers as reports write them.
public struct NumberText {
    private let format: NumberFormat

    init(_ format: NumberFormat) {
        self.format = format
    }

    /// Without groups of digits.
    public init(decimalSeparator: String) {
        self.init(NumberFormat(decimalSeparator: decimalSeparator))
    }

    /// A count of things.
    func count(_ number: Int) -> String { (number < 0 ? "−" : "") + format.grouped(String(number.magnitude)) }

    /// A number with a fixed count of decimals, halves rounded away from zero.
    func fixed(_ number: Double, decimals: Int) -> String {
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        guard number.isFinite, abs(number) < 1e15, abs(number) * scale < 1e18 else { return "–" }
        // A number such as 0.145 × 100 is stored a little below its half; a nudge far below the tolerance mends it.
        let scaled = (abs(number) * scale + 1e-9).rounded(.toNearestOrAwayFromZero)
        let whole = Int(scaled)
        let sign = number < 0 && whole > 0 ? "−" : ""
        guard decimals > 0 else { return sign + format.grouped(String(whole)) }
        let digits = String(whole)
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
        return sign + format.grouped(String(padded.dropLast(decimals))) + format.decimalSeparator
            + padded.suffix(decimals)
    }

    /// A number with as many decimals as it has.
    public func shortest(_ number: Double) -> String {
        guard number.isFinite else { return "–" }
        let digits = Int(exactly: number.magnitude).map(String.init) ?? number.magnitude.description
        let parts = digits.split(separator: ".").map(String.init)
        // A power of ten is no run of digits.
        let whole = digits.contains("e") ? parts[0] : format.grouped(parts[0])
        return (number < 0 ? "−" : "") + ([whole] + parts.dropFirst()).joined(separator: format.decimalSeparator)
    }

    /// A score from 0 to 1 in points from 0 to 100, with one decimal.
    func points(_ score: Double?) -> String { score.map { fixed($0 * 100, decimals: 1) } ?? "–" }

    /// A score from 0 to 1 in whole points from 0 to 100.
    func wholePoints(_ score: Double?) -> String { score.map { fixed($0 * 100, decimals: 0) } ?? "–" }

    /// A share from 0 to 1 as a whole percentage, without the sign; never rounded up to a full hundred.
    func percent(_ share: Double?) -> String {
        guard let share else { return "–" }
        if share < 1, share >= 0.995 { return "99" }
        return fixed(share * 100, decimals: 0)
    }

    /// A change in points with its sign.
    func signedPoints(_ change: Double) -> String {
        let text = points(change)
        return change > 0 ? "+\(text)" : text
    }

    /// Both ends of a range, or the one number where they are printed alike.
    func range(_ bounds: ClosedRange<Double>?) -> String {
        guard let bounds else { return "–" }
        let (low, high) = (points(bounds.lowerBound), points(bounds.upperBound))
        return low == high ? low : "\(low) – \(high)"
    }

    /// A bar of blocks for a score from 0 to 1, in plain text.
    func bar(_ score: Double?, width: Int) -> String {
        guard let score, !score.isNaN else { return String(repeating: "·", count: width) }
        let filled = Int((min(1, max(0, score)) * Double(width)).rounded())
        return String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    }
}

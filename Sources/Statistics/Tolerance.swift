/// Comparisons with a threshold, in which numbers nearer than 1e-9 count as equal.
///
/// Sums of decimal fractions miss a threshold by a few units in the last place; a score must not lose a band to that.
public enum Tolerance {
    public static let width = 1e-9

    public static func isEqual(_ left: Double, _ right: Double) -> Bool { abs(left - right) <= width }
    public static func isAtLeast(_ value: Double, _ threshold: Double) -> Bool { value >= threshold - width }
    public static func isAtMost(_ value: Double, _ threshold: Double) -> Bool { value <= threshold + width }
    public static func isAbove(_ value: Double, _ threshold: Double) -> Bool { value > threshold + width }
    public static func isBelow(_ value: Double, _ threshold: Double) -> Bool { value < threshold - width }
}

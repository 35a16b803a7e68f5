/// A number on the scale from 0 to 1 together with the text that people read for it.
///
/// The text is the caller's, so that a chart and the table beside it show the same digits in the same language.
public struct Measure: Sendable, Equatable {
    /// Where the number stands on the scale; nothing where it is withheld.
    public let fraction: Double?
    /// The number as people read it, for example `62.5`; the word for a withheld number where there is none.
    public let text: String

    /// - Parameters:
    ///   - fraction: What is outside 0…1 is drawn at the nearer end; what is not a finite number counts as withheld.
    ///   - text: The number as people read it, or the word that stands in its place.
    public init(_ fraction: Double?, _ text: String) {
        self.fraction = fraction.flatMap { $0.isFinite ? min(max($0, 0), 1) : nil }
        self.text = text
    }

    /// Marks of an axis in five steps, labelled in hundredths.
    public static let quarters = [
        Measure(0, "0"), Measure(0.25, "25"), Measure(0.5, "50"), Measure(0.75, "75"), Measure(1, "100"),
    ]
}

/// What the numbers of a scale mean, and so how far apart two of them are.
public enum MeasurementLevel: String, Sendable, CaseIterable {
    /// Names only: two values are the same or not.
    case nominal
    /// An order, without distances.
    case ordinal
    /// Distances, without a zero of its own.
    case interval
    /// Distances from a zero of its own; no value is negative.
    case ratio
}

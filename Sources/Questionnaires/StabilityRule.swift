/// How sure results are said to be: how far they would move with other respondents, weights and choices.
public struct StabilityRule: Sendable, Hashable {
    /// The share of draws that an interval is meant to hold.
    public let level: Double
    /// How often the respondents are drawn.
    public let draws: Int
    /// Of fewer people no interval is given.
    public let fewestRespondents: Int
    public let agreement: AgreementRule?
    public let robustness: RobustnessRule?
    public let sensitivity: SensitivityRule?
}

/// From where on agreement between respondents counts as reached.
public struct AgreementRule: Sendable, Hashable {
    public let firm: Double
    public let tentative: Double
    /// Over fewer items the agreement of a member is not given.
    public let fewestItems: Int
}

/// What other choices the band of the overall result is tried with, and when it counts as kept.
public struct RobustnessRule: Sendable, Hashable {
    /// How many random sets of weights are tried.
    public let draws: Int
    /// How near they lie to those of the definition; the larger the nearer.
    public let concentration: Double
    /// The share of sets of weights under which a band that is kept stays the same.
    public let keptShare: Double
    /// Ways to bring the members together, beside that of the definition.
    public let means: [OverallMean]
}

/// A way to bring the results of members together into one.
public enum OverallMean: String, Sendable, CaseIterable {
    case arithmetic
    case geometric
    case min
    case median
}

/// How far the overall result is spread by choices, on demand.
public struct SensitivityRule: Sendable, Hashable {
    /// How many random sets of weights are drawn.
    public let draws: Int
    /// How many rows the design of the indices has.
    public let rows: Int
    /// By how much a weight may be greater or less, as a share of it.
    public let weightChange: Double
    /// Other spacings of the options: powers to which the place of a value in its range is raised.
    public let spacings: [Double]
}

/// How the answers of several respondents become one value and one gate rating per item.
public struct Pool: Sendable, Hashable {
    public var value = ValueMethod.roleBalancedMean
    /// The share of the weight at or below the gate rating.
    public var gateQuantile = 0.75
    /// Roles with fewer respondents are merged before anything is weighted.
    public var smallestGroup = Pool.fewestRespondents

    public enum ValueMethod: String, Sendable, CaseIterable {
        /// Each role counts with its weight, however many of its members answered.
        case roleBalancedMean
        /// Each respondent counts the same.
        case mean
    }

    /// No figure of fewer people is ever shown; a questionnaire may ask for more, never for less.
    public static let fewestRespondents = 3
}

/// Shares of answered weight, from 0 to 1, that decide how a result may be used.
public struct CoverageThresholds: Sendable, Hashable {
    /// At least this much makes a result firm.
    public let firm: Double
    /// Less than this withholds it.
    public let provisional: Double
}

/// When a metric of two waves or definitions may be compared.
public struct ComparisonRule: Sendable, Hashable {
    /// The least share of a metric's weight, from 0 to 1, that rests on items that are matched.
    public let matchedShare: Double
    /// How changes are told from chance; nothing where the method does not do that.
    public let test: ChangeTestRule?
    /// When figures of several offices may be shown together; nothing where they are not to be pooled.
    public let pool: OfficePoolRule?
}

/// When figures of several offices may be shown together without showing those of a single one.
public struct OfficePoolRule: Sendable, Hashable {
    /// Of how many offices' figures each number that is shown is the mean, and by how many two pools have to differ.
    public let fewestOffices: Int
    /// From so many offices on quartiles are shown beside the median.
    public let quartilesFrom: Int
    /// How far apart the numbers shown, and the ends of the scale, have to lie.
    public let leastGap: Double
    /// To which step the numbers shown are rounded.
    public let roundedTo: Double

    /// No number rests on fewer offices; a questionnaire may ask for more, never for less.
    public static let fewestOffices = 5

    /// The fewest offices whose quartiles can be means of so many figures on either side.
    public static func fewestForQuartiles(_ fewestOffices: Int) -> Int { 2 * fewestOffices - 1 }
}

/// How a change between two waves is told from chance.
public struct ChangeTestRule: Sendable, Hashable {
    /// The most that the chance of even one false finding in a report may be.
    public let level: Double
    /// How often a change that is called usually detected would be found.
    public let power: Double
    /// Of fewer people in either wave nothing is tested.
    public let fewestRespondents: Int
    /// From this share of the smaller wave's people on, those who answered in both waves are compared with themselves.
    public let recurringShare: Double
    /// Up to so many arrangements all are tried, else so many random ones.
    public let exactUpTo: Int
    public let draws: Int
}

/// When the two sides of a mirror pair contradict each other.
public struct ContradictionRule: Sendable, Hashable {
    public let facilitatorAtLeast: Double
    public let blockerAtLeast: Double
}

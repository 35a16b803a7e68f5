/// The most that another metric could reach, whatever is answered and whichever items are shown.
public struct PossibleRule: Sendable, Hashable {
    public let metric: String
    /// Branches of which only one can apply: of each set, the one that can reach most counts.
    public let exclusive: [[ItemSelection]]
}

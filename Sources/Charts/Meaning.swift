/// What a high number says, which decides the colours.
public enum Meaning: String, Sendable, CaseIterable {
    /// Facilitators and scores.
    case moreIsBetter = "better"
    /// Blockers and their burden.
    case moreIsWorse = "worse"
}

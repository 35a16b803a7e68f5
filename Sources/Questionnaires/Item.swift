/// One line of a questionnaire that is rated.
public struct Item: Sendable, Hashable {
    public let id: String
    /// The dimension the item belongs to, and all above it.
    public let dimension: String
    public let ancestors: Set<String>
    public let direction: Direction
    /// How the item is answered.
    public let answering: Answering
    /// The options from the lowest to the highest; none for numbers and words.
    public let scale: AnswerScale
    /// When the item is asked, by its own condition and those of the dimensions above it; always, where there is none.
    public let visibility: Condition?
    /// Whether a respondent may say that it does not apply.
    public let allowsNotApplicable: Bool
    /// The values of each tag, the principal one first.
    public let tags: [String: [String]]
    /// The weight in its dimension.
    public let weight: Double
    /// The item of the other direction that speaks of the same thing.
    public let mirror: String?
    public let label: String
    public let prompt: String
    public let help: String?
    public let why: String?
    public let evidence: String?
    /// The observable state that each option stands for, in the order of the options.
    public let anchors: [String]
    public let source: Citation?
    /// What the item is about, over all its wordings.
    public let concept: String
    public let version: Int
    /// Earlier versions whose answers mean the same.
    public let comparableWith: [Int]

    /// Whether more of it is good or bad.
    public enum Direction: String, Sendable, CaseIterable {
        case facilitator
        case blocker
        /// Neither; higher values are taken to be better where a worst case is needed.
        case none
    }
}

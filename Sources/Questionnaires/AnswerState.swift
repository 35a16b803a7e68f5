/// The states of an answer, which are never mixed up.
public enum AnswerState: String, Sendable, CaseIterable {
    case answered
    case notApplicable
    case dontKnow
    case unanswered
    /// The item was not asked, since its condition does not hold; it never counts.
    case notShown
}

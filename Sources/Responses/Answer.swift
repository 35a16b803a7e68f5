/// What one respondent said about one item. An item that is not answered has no answer at all.
public struct Answer: Sendable, Hashable {
    public enum Content: Sendable, Hashable {
        /// The place of the option on the item's scale, counted from 0.
        case option(position: Int)
        /// The places of the options chosen, in ascending order; nothing chosen is an answer, too.
        case options(positions: [Int])
        case number(Double)
        case text(String)
        case dontKnow
        case notApplicable(reason: String)
    }

    public let content: Content
    public let evidence: Evidence?
    public let comment: String?

    public init(_ content: Content, evidence: Evidence? = nil, comment: String? = nil) {
        self.content = content
        self.evidence = evidence
        self.comment = comment
    }
}

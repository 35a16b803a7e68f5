/// What an answer rests on.
public struct Evidence: Sendable, Hashable {
    /// How well it can be verified, the weakest first.
    public enum Kind: String, Sendable, CaseIterable, Comparable {
        /// Somebody says so.
        case asserted
        /// Something written can be looked up.
        case documented
        /// A figure was taken.
        case measured

        public static func < (first: Kind, second: Kind) -> Bool { first.rank < second.rank }

        private var rank: Int { Kind.allCases.firstIndex(of: self) ?? 0 }
    }

    public let kind: Kind
    /// In the respondent's words.
    public let text: String?
    /// Of which day it is, as an ISO 8601 date.
    public let date: String?
    /// The role that can show it.
    public let owner: String?

    public init(_ text: String?, kind: Kind = .asserted, date: String? = nil, owner: String? = nil) {
        self.text = text
        self.kind = kind
        self.date = date
        self.owner = owner
    }
}

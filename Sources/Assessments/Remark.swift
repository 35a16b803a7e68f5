import Responses

/// Something that a respondent wrote about an item.
public struct Remark: Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case comment
        /// The answer itself, where the item asks for words.
        case answer
        case evidence
        /// Why the item is not applicable.
        case reason
    }

    public let item: String
    public let kind: Kind
    public let text: String

    /// What somebody wrote with an answer.
    static func all(in answer: Answer, item: String) -> [Remark] {
        var remarks: [Remark] = []
        if let comment = answer.comment { remarks.append(Remark(item: item, kind: .comment, text: comment)) }
        if let evidence = answer.evidence?.text { remarks.append(Remark(item: item, kind: .evidence, text: evidence)) }
        switch answer.content {
        case .notApplicable(let reason): remarks.append(Remark(item: item, kind: .reason, text: reason))
        case .text(let text): remarks.append(Remark(item: item, kind: .answer, text: text))
        case .option, .options, .number, .dontKnow: break
        }
        return remarks.filter { $0.text.unicodeScalars.contains { !$0.properties.isWhitespace } }
    }
}

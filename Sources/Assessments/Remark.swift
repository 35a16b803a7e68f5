import Questionnaires
import Responses
import Scoring

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

    /// The remarks, by item; those on an item that is held back are held back with it. Within an item they stand in the order of their text, so that nobody can tell by the order
    /// which remarks come from the same person.
    static func all(in responses: [Response], scores: Scores) -> [Remark] {
        scores.items.filter { !$0.isHeldBack }.map(\.item).flatMap { item in
            responses.flatMap { response -> [Remark] in
                guard let answer = response.answers[item.id] else { return [] }
                var remarks: [Remark] = []
                if let comment = answer.comment { remarks.append(Remark(item: item.id, kind: .comment, text: comment)) }
                if let evidence = answer.evidence?.text {
                    remarks.append(Remark(item: item.id, kind: .evidence, text: evidence))
                }
                switch answer.content {
                case .notApplicable(let reason):
                    remarks.append(Remark(item: item.id, kind: .reason, text: reason))
                case .text(let text): remarks.append(Remark(item: item.id, kind: .answer, text: text))
                case .option, .options, .number, .dontKnow: break
                }
                return remarks
            }
            .filter { $0.text.unicodeScalars.contains { !$0.properties.isWhitespace } }
            .sorted { ($0.kind.rawValue, $0.text) < ($1.kind.rawValue, $1.text) }
        }
    }
}

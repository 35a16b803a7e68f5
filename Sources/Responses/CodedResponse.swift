public import Questionnaires

/// An answer to an item with single options as one byte: these, or the place of the option after them.
public enum AnswerCode: UInt8, Sendable {
    /// The response does not speak of the item.
    case absent
    /// The response leaves the item open expressly.
    case blank
    case dontKnow
    case notApplicable

    /// The code of the first option of the scale; the others follow in their order.
    public static let firstOption = 8
    /// The most options that an item may have so that its answers fit into a byte.
    public static let mostOptions = 256 - firstOption
}

/// A response in as few bytes as its answers need: nothing is kept of what the respondent wrote.
///
/// It stands for answers to single choices that are asked of everyone.
public struct CodedResponse: Sendable, Hashable {
    /// The place of the role in the questionnaire.
    public internal(set) var role = 0
    /// The codes of the answers, in the order of the items.
    public internal(set) var codes: [UInt8]
    /// The pseudonym, as bytes of ASCII.
    public internal(set) var respondent: [UInt8] = []
    /// The day on which it was completed, as year × 10,000 + month × 100 + day; nothing where it does not say.
    public internal(set) var completed: Int?

    /// A response that says nothing.
    public init(items: Int) {
        codes = [UInt8](repeating: AnswerCode.absent.rawValue, count: items)
    }
}

extension Questionnaire {
    /// Whether every response to it can be written as codes, up to what respondents wrote.
    public var hasCodedAnswers: Bool {
        !hasConditionalItems && !roles.isEmpty
            && items.allSatisfy { $0.answering == .singleChoice && $0.scale.options.count <= AnswerCode.mostOptions }
    }
}

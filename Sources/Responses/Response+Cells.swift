public import Questionnaires

/// What one response says about one item once it is known what was asked.
public struct AnswerCell: Sendable, Hashable {
    public let content: Content
    /// Whether it is asked whatever the missing answers are; otherwise they may still add the item, or take it away.
    public let isSettled: Bool

    public enum Content: Sendable, Hashable {
        /// An answer that counts: content, don't know, or not applicable.
        case given(Answer.Content)
        case unanswered
        /// The item is not asked of who answers like this.
        case notShown
    }

    public var state: AnswerState {
        switch content {
        case .given(.dontKnow): .dontKnow
        case .given(.notApplicable): .notApplicable
        case .given: .answered
        case .unanswered: .unanswered
        case .notShown: .notShown
        }
    }
}

extension Response {
    /// What the response says about each item, in the order of the questionnaire.
    ///
    /// An item counts as asked when its condition holds for the answers given. Answers to anything else are dropped.
    public func cells(in questionnaire: Questionnaire) -> [AnswerCell] {
        guard questionnaire.hasConditionalItems else {
            return questionnaire.items.map { AnswerCell(content: plainContent($0), isSettled: true) }
        }
        var cells = [AnswerCell](
            repeating: AnswerCell(content: .notShown, isSettled: false), count: questionnaire.items.count)
        for index in questionnaire.itemsByDependence {
            let item = questionnaire.items[index]
            func holds(_ condition: Condition, firmly: Bool) -> Bool? {
                condition.holds { leaf in
                    guard case .item(let id?, let test) = leaf, let place = questionnaire.index(ofItem: id) else {
                        return nil
                    }
                    if firmly, !cells[place].isFinal { return nil }
                    return cells[place].satisfies(test, item: questionnaire.items[place])
                }
            }
            let conditions = (item.visibility.map { [$0] } ?? []) + item.scale.options.compactMap(\.visibility)
            let isSettled = conditions.allSatisfy { holds($0, firmly: true) != nil }
            let isShown = item.visibility.map { holds($0, firmly: false) == true } ?? true
            let content =
                isShown
                ? offered(plainContent(item), item: item) { holds($0, firmly: false) == true } : .notShown
            cells[index] = AnswerCell(content: content, isSettled: isSettled)
        }
        return cells
    }

    /// The answer as it stands, or the reason given for the whole dimension.
    private func plainContent(_ item: Item) -> AnswerCell.Content {
        if let answer = answers[item.id] { return .given(answer.content) }
        guard !notApplicable.isEmpty else { return .unanswered }
        let dimension = item.ancestors.sorted().first { notApplicable[$0] != nil }
        return dimension.flatMap { notApplicable[$0] }.map { .given(.notApplicable(reason: $0)) } ?? .unanswered
    }

    /// The content without options that are not offered.
    private func offered(
        _ content: AnswerCell.Content, item: Item, holds: (Condition) -> Bool
    ) -> AnswerCell.Content {
        func isOffered(_ position: Int) -> Bool {
            guard item.scale.options.indices.contains(position) else { return false }
            return item.scale.options[position].visibility.map(holds) ?? true
        }
        switch content {
        case .given(.option(let position)): return isOffered(position) ? content : .unanswered
        case .given(.options(let positions)):
            let left = positions.filter(isOffered)
            return left.isEmpty && !positions.isEmpty ? .unanswered : .given(.options(positions: left))
        case .given, .unanswered, .notShown: return content
        }
    }
}

extension AnswerCell {
    /// Whether no missing answer could change what the cell says.
    fileprivate var isFinal: Bool {
        isSettled && state != .unanswered && state != .dontKnow
    }

    /// Whether the cell satisfies a test; nothing where a missing answer decides it.
    fileprivate func satisfies(_ test: Condition.ItemTest, item: Item) -> Bool? {
        if case .state(let wanted) = test { return state == wanted }
        guard case .given(let content) = content else { return state == .notShown && isSettled ? false : nil }
        switch (test, content) {
        case (_, .notApplicable): return false
        case (_, .dontKnow): return nil
        case (.option(let id), .option(let position)), (.includes(let id), .option(let position)):
            return item.scale.position(of: id) == position
        case (.option(let id), .options(let positions)):
            return positions.count == 1 && item.scale.position(of: id) == positions[0]
        case (.includes(let id), .options(let positions)):
            return item.scale.position(of: id).map(positions.contains) ?? false
        case (.value(let comparisons), _): return content.value(of: item).map(comparisons.holds)
        case (.number(let comparisons), .number(let number)): return comparisons.holds(number)
        default: return false
        }
    }
}

extension Answer.Content {
    /// The number that the content stands for on a channel; nothing for words and for what is not an answer.
    public func value(of item: Item, channel: String? = nil) -> Double? {
        switch self {
        case .option(let position): item.value(ofOptions: [position], channel: channel)
        case .options(let positions): item.value(ofOptions: positions, channel: channel)
        case .number(let number): channel == nil ? item.value(ofNumber: number) : nil
        case .text, .dontKnow, .notApplicable: nil
        }
    }
}

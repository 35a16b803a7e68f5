public import Questionnaires

/// What one response says about one item once it is known what was asked.
public enum AnswerCell: Sendable, Hashable {
    /// An answer that counts: content, don't know, or not applicable.
    case content(Answer.Content)
    case unanswered
    /// The item is not asked of who answers like this.
    case notShown
    /// Whether the item is asked depends on answers that are missing.
    case undecided

    /// The state; nothing while it is undecided whether the item is asked.
    public var state: AnswerState? {
        switch self {
        case .content(.dontKnow): .dontKnow
        case .content(.notApplicable): .notApplicable
        case .content: .answered
        case .unanswered: .unanswered
        case .notShown: .notShown
        case .undecided: nil
        }
    }
}

extension Response {
    /// What the response says about each item, in the order of the questionnaire.
    ///
    /// An item counts as asked when its condition holds for the answers given. Answers to anything else are dropped.
    public func cells(in questionnaire: Questionnaire) -> [AnswerCell] {
        guard questionnaire.hasConditionalItems else { return questionnaire.items.map(plainCell) }
        var cells = [AnswerCell](repeating: .undecided, count: questionnaire.items.count)
        for index in questionnaire.itemsByDependence {
            let item = questionnaire.items[index]
            func holds(_ condition: Condition) -> Bool? {
                condition.holds { leaf in
                    guard case .item(let id?, let test) = leaf, let place = questionnaire.index(ofItem: id) else {
                        return nil
                    }
                    return cells[place].satisfies(test, item: questionnaire.items[place])
                }
            }
            switch item.visibility.map(holds) ?? true {
            case .some(true): cells[index] = offered(plainCell(item), item: item, holds: holds)
            case .some(false): cells[index] = .notShown
            case nil: cells[index] = .undecided
            }
        }
        return cells
    }

    /// The answer as it stands, or the reason given for the whole dimension.
    private func plainCell(_ item: Item) -> AnswerCell {
        if let answer = answers[item.id] { return .content(answer.content) }
        guard !notApplicable.isEmpty else { return .unanswered }
        let dimension = item.ancestors.sorted().first { notApplicable[$0] != nil }
        return dimension.flatMap { notApplicable[$0] }.map { .content(.notApplicable(reason: $0)) } ?? .unanswered
    }

    /// The cell without options that are not offered.
    private func offered(_ cell: AnswerCell, item: Item, holds: (Condition) -> Bool?) -> AnswerCell {
        func isOffered(_ position: Int) -> Bool {
            guard item.scale.options.indices.contains(position) else { return false }
            return item.scale.options[position].visibility.map { holds($0) == true } ?? true
        }
        switch cell {
        case .content(.option(let position)): return isOffered(position) ? cell : .unanswered
        case .content(.options(let positions)):
            let left = positions.filter(isOffered)
            return left.isEmpty && !positions.isEmpty ? .unanswered : .content(.options(positions: left))
        case .content, .unanswered, .notShown, .undecided: return cell
        }
    }
}

extension AnswerCell {
    /// Whether the cell satisfies a test; nothing where a missing answer decides it.
    fileprivate func satisfies(_ test: Condition.ItemTest, item: Item) -> Bool? {
        if case .state(let wanted) = test { return state.map { $0 == wanted } }
        guard case .content(let content) = self else { return self == .notShown ? false : nil }
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

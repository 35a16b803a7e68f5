import Questionnaires

extension Condition {
    /// Whether the condition holds for one item at hand; nothing where that is not known.
    func holds(for item: Item, _ estimate: ItemEstimate) -> Bool? {
        holds { leaf in
            switch leaf {
            case .tag(let tag, let value): item.tags[tag]?.contains(value) == true
            case .item(let id, let test) where id == nil || id == item.id: test.holds(item, estimate)
            default: nil
            }
        }
    }

    /// Whether the condition holds for one item at hand whatever its missing answers are; nothing where they decide.
    func holdsFirmly(for item: Item, _ estimate: ItemEstimate) -> Bool? {
        holds { leaf in
            switch leaf {
            case .tag(let tag, let value): item.tags[tag]?.contains(value) == true
            case .item(let id, let test) where id == nil || id == item.id: test.holdsFirmly(item, estimate)
            default: nil
            }
        }
    }
}

extension Condition.ItemTest {
    func holds(_ item: Item, _ estimate: ItemEstimate) -> Bool? {
        switch self {
        case .state(let state): return estimate.state == state
        case .value(let comparisons): return estimate.value.map(comparisons.holds)
        case .option(let option): return estimate.gate.map { item.scale.options[$0].id == option }
        case .gateRating(let relations):
            return estimate.gate.map { relations.holds($0, among: item.scale.options.map(\.id)) }
        // Known of one respondent only, and refused elsewhere when a definition is read.
        case .number, .includes: return nil
        }
    }

    /// Whether the test holds whatever the missing answers are.
    func holdsFirmly(_ item: Item, _ estimate: ItemEstimate) -> Bool? {
        guard !estimate.isUndecided else { return nil }
        switch self {
        case .state(let state):
            // What is missing may be answered yet, and so may what nobody knew.
            if estimate.state == .notApplicable || estimate.state == .notShown { return estimate.state == state }
            return estimate.isComplete ? estimate.state == state : nil
        case .value(let comparisons): return estimate.bounds.flatMap(comparisons.holds(everywhereIn:))
        case .option(let option):
            guard let gates = estimate.gateBounds, item.hasPositions else { return nil }
            let names = item.scale.options.map(\.id)
            return [Condition.Relation.equals: option].holds(everywhereIn: gates, among: names)
        case .gateRating(let relations):
            guard let gates = estimate.gateBounds, item.hasPositions else { return nil }
            return relations.holds(everywhereIn: gates, among: item.scale.options.map(\.id))
        case .number, .includes: return nil
        }
    }
}

extension ItemEstimate {
    /// Whether no missing answer could move it.
    var isComplete: Bool {
        guard let bounds, let gateBounds else { return false }
        return bounds.lowerBound == bounds.upperBound && gateBounds.count == 1
    }
}

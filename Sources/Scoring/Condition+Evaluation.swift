import Questionnaires
import Statistics

extension Condition {
    /// Whether the condition holds for one item at hand; nothing where that is not known.
    func holds(for item: Item, _ estimate: ItemEstimate) -> Bool? {
        switch self {
        case .all(let conditions): return Condition.all(conditions.map { $0.holds(for: item, estimate) })
        case .any(let conditions): return Condition.any(conditions.map { $0.holds(for: item, estimate) })
        case .not(let condition): return condition.holds(for: item, estimate).map(!)
        case .tag(let tag, let value): return item.tags[tag]?.contains(value) == true
        case .item(let id, let test):
            guard id == nil || id == item.id else { return nil }
            return test.holds(item, estimate)
        case .metric: return nil
        }
    }

    /// Whether the condition holds in an assessment; nothing where that is not known.
    func holds(items: (String) -> (Item, ItemEstimate)?, metric: (String) -> Double?) -> Bool? {
        switch self {
        case .all(let conditions): return Condition.all(conditions.map { $0.holds(items: items, metric: metric) })
        case .any(let conditions): return Condition.any(conditions.map { $0.holds(items: items, metric: metric) })
        case .not(let condition): return condition.holds(items: items, metric: metric).map(!)
        case .tag: return nil
        case .item(let id, let test):
            guard let id, let (item, estimate) = items(id) else { return nil }
            return test.holds(item, estimate)
        case .metric(let id, let comparisons):
            return metric(id).map { number in comparisons.allSatisfy { $0.holds(number) } }
        }
    }

    /// False as soon as one is false; otherwise unknown if one is unknown (Kleene's strong logic).
    private static func all(_ results: [Bool?]) -> Bool? {
        if results.contains(false) { return false }
        return results.contains(nil) ? nil : true
    }

    private static func any(_ results: [Bool?]) -> Bool? {
        if results.contains(true) { return true }
        return results.contains(nil) ? nil : false
    }
}

extension Condition.ItemTest {
    func holds(_ item: Item, _ estimate: ItemEstimate) -> Bool? {
        switch self {
        case .state(let state): return estimate.state == state
        case .value(let comparisons):
            return estimate.value.map { value in comparisons.allSatisfy { $0.holds(value) } }
        case .option(let option): return estimate.gate.map { item.scale.options[$0].id == option }
        case .gateRating(let relations):
            guard let gate = estimate.gate else { return nil }
            return relations.allSatisfy { relation, option in
                guard let position = item.scale.position(of: option) else { return false }
                return Condition.Comparison(relation: relation, number: Double(position)).holds(Double(gate))
            }
        }
    }
}

extension Condition.Comparison {
    func holds(_ value: Double) -> Bool {
        switch relation {
        case .atLeast: Tolerance.isAtLeast(value, number)
        case .above: Tolerance.isAbove(value, number)
        case .atMost: Tolerance.isAtMost(value, number)
        case .below: Tolerance.isBelow(value, number)
        case .equals: Tolerance.isEqual(value, number)
        }
    }
}

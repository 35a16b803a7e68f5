import Statistics

extension Condition {
    /// Whether the condition holds, by Kleene's strong logic; nothing where that is not known.
    ///
    /// - Parameter leaf: whether a condition that is neither `all`, `any` nor `not` holds.
    public func holds(_ leaf: (Condition) -> Bool?) -> Bool? {
        switch self {
        case .all(let conditions): return Condition.all(conditions.map { $0.holds(leaf) })
        case .any(let conditions): return Condition.any(conditions.map { $0.holds(leaf) })
        case .not(let condition): return condition.holds(leaf).map(!)
        case .item, .metric, .tag, .asOf, .subject: return leaf(self)
        }
    }

    /// False as soon as one is false; otherwise unknown if one is unknown.
    static func all(_ results: [Bool?]) -> Bool? {
        if results.contains(false) { return false }
        return results.contains(nil) ? nil : true
    }

    static func any(_ results: [Bool?]) -> Bool? {
        if results.contains(true) { return true }
        return results.contains(nil) ? nil : false
    }

    /// All conditions that are neither `all`, `any` nor `not`.
    public var leaves: [Condition] {
        switch self {
        case .all(let conditions), .any(let conditions): conditions.flatMap(\.leaves)
        case .not(let condition): condition.leaves
        case .item, .metric, .tag, .asOf, .subject: [self]
        }
    }
}

extension Condition.Comparison {
    /// Whether a number stands in the relation; numbers within the tolerance of the threshold count as the threshold.
    public func holds(_ value: Double) -> Bool {
        switch relation {
        case .atLeast: Tolerance.isAtLeast(value, number)
        case .above: Tolerance.isAbove(value, number)
        case .atMost: Tolerance.isAtMost(value, number)
        case .below: Tolerance.isBelow(value, number)
        case .equals: Tolerance.isEqual(value, number)
        }
    }

    /// Whether the relation holds for every number of a range, or for none; nothing where it holds for some.
    public func holds(everywhereIn range: ClosedRange<Double>) -> Bool? {
        let low = holds(range.lowerBound)
        let high = holds(range.upperBound)
        if relation == .equals {
            if Tolerance.isBelow(range.upperBound, number) || Tolerance.isAbove(range.lowerBound, number) {
                return false
            }
            return low && high ? true : nil
        }
        return low == high ? low : nil
    }
}

extension [Condition.Comparison] {
    public func holds(_ value: Double) -> Bool { allSatisfy { $0.holds(value) } }

    /// Whether all hold for every number of a range, or not all for any; nothing otherwise.
    public func holds(everywhereIn range: ClosedRange<Double>) -> Bool? {
        Condition.all(map { $0.holds(everywhereIn: range) })
    }
}

extension [Condition.Relation: String] {
    /// Whether a place on a list of names stands in all relations to places named; a name that is not on the list
    /// stands in none.
    public func holds(_ place: Int, among names: [String]) -> Bool {
        comparisons(among: names)?.holds(Double(place)) ?? false
    }

    /// The same for every place of a range.
    public func holds(everywhereIn places: ClosedRange<Int>, among names: [String]) -> Bool? {
        guard let comparisons = comparisons(among: names) else { return false }
        return comparisons.holds(everywhereIn: Double(places.lowerBound)...Double(places.upperBound))
    }

    private func comparisons(among names: [String]) -> [Condition.Comparison]? {
        var result: [Condition.Comparison] = []
        for (relation, name) in self {
            guard let place = names.firstIndex(of: name) else { return nil }
            result.append(Condition.Comparison(relation: relation, number: Double(place)))
        }
        return result
    }
}

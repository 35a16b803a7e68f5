import Questionnaires

/// A metric as conditions see it.
struct MetricFigure {
    let rule: Metric.Rule
    let value: Double?
    let bounds: ClosedRange<Double>?
    let coverage: Double?

    /// The ids of its bands or outcomes, and the place of a number among them.
    private var places: (names: [String], place: (Double) -> Int?)? {
        switch rule {
        case .band(let rule):
            let intervals = rule.bands.intervals
            return (intervals.map(\.id), { number in intervals.firstIndex { $0.contains(number) } })
        case .verdict(let rule):
            return (rule.outcomes.map(\.id), { number in rule.outcomes.firstIndex { $0.value == number } })
        case .aggregate, .possible, .adjust, .level, .reference: return nil
        }
    }

    func stands(in relations: [Condition.Relation: String]) -> Bool? {
        guard let value, let places, let place = places.place(value) else { return nil }
        return relations.holds(place, among: places.names)
    }

    /// The same, whatever the missing answers are.
    func standsFirmly(in relations: [Condition.Relation: String]) -> Bool? {
        guard let bounds, let places, let low = places.place(bounds.lowerBound),
            let high = places.place(bounds.upperBound)
        else { return nil }
        return relations.holds(everywhereIn: min(low, high)...max(low, high), among: places.names)
    }
}

extension Condition.MetricTest {
    /// - Parameter base: the metric to divide by, for tests that name one.
    func holds(_ figure: MetricFigure, base: MetricFigure?) -> Bool? {
        switch self {
        case .value(let comparisons, nil): return figure.value.map(comparisons.holds)
        case .value(let comparisons, .some):
            guard let value = figure.value, let divisor = base?.value, divisor != 0, (value / divisor).isFinite else {
                return nil
            }
            return comparisons.holds(value / divisor)
        case .band(let relations): return figure.stands(in: relations)
        case .outcome(let outcome): return figure.stands(in: [.equals: outcome])
        case .coverage(let comparisons): return figure.coverage.map(comparisons.holds)
        }
    }

    /// Whether the test holds whatever the missing answers are; nothing where they decide.
    func holdsFirmly(_ figure: MetricFigure, base: MetricFigure?) -> Bool? {
        switch self {
        case .value(let comparisons, nil): return figure.bounds.flatMap(comparisons.holds(everywhereIn:))
        case .value(let comparisons, .some):
            guard let bounds = figure.bounds, let divisor = base?.bounds else { return nil }
            return bounds.divided(by: divisor).flatMap(comparisons.holds(everywhereIn:))
        case .band(let relations): return figure.standsFirmly(in: relations)
        case .outcome(let outcome): return figure.standsFirmly(in: [.equals: outcome])
        // More answers may come; fewer cannot.
        case .coverage(let comparisons):
            return figure.coverage.flatMap { comparisons.holds(everywhereIn: min($0, 1)...1) }
        }
    }
}

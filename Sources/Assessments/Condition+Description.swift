import Questionnaires

extension Condition {
    /// The condition in one line, in the words of the format.
    ///
    /// Two conditions have the same text if they differ only in the order of their parts, in parts that are said twice,
    /// or in how lists of one kind are nested. What else differs has another text.
    var canonicalText: String { canonical.text }

    private var text: String {
        switch self {
        case .all(let conditions): "all(\(conditions.map(\.text).joined(separator: ", ")))"
        case .any(let conditions): "any(\(conditions.map(\.text).joined(separator: ", ")))"
        case .not(let condition): "not(\(condition.text))"
        case .item(let id, let test): (id.map { "item \($0) " } ?? "") + test.text
        case .metric(let id, let test): (id.map { "metric \($0) " } ?? "") + test.text
        case .tag(let id, let value): "tag \(id) is \(value)"
        case .asOf(let dates): "asOf \(Condition.text(of: dates))"
        case .subject(let id, let condition): "subject \(id) \(condition.text)"
        }
    }

    private var canonical: Condition {
        switch self {
        case .all(let conditions):
            Condition.joined(conditions, Condition.all) { if case .all(let inner) = $0 { inner } else { [$0] } }
        case .any(let conditions):
            Condition.joined(conditions, Condition.any) { if case .any(let inner) = $0 { inner } else { [$0] } }
        case .not(let condition): .not(condition.canonical)
        case .item, .metric, .tag, .asOf, .subject: self
        }
    }

    /// - Parameter parts: the conditions of a list of the same kind; the condition alone, if it is of another.
    private static func joined(
        _ conditions: [Condition], _ list: ([Condition]) -> Condition, parts: (Condition) -> [Condition]
    ) -> Condition {
        let all = conditions.flatMap { parts($0.canonical) }
        let byText = Dictionary(all.map { ($0.text, $0) }, uniquingKeysWith: { first, _ in first })
        let sorted = byText.sorted { $0.key < $1.key }.map(\.value)
        return sorted.count == 1 ? sorted[0] : list(sorted)
    }

    fileprivate static func text(of relations: [Relation: String]) -> String {
        Relation.allCases.compactMap { relation in relations[relation].map { "\(relation.rawValue) \($0)" } }
            .joined(separator: " ")
    }

    fileprivate static func text(of comparisons: [Comparison]) -> String {
        text(
            of: Dictionary(
                comparisons.map { ($0.relation, $0.number.written) }, uniquingKeysWith: { first, _ in first }))
    }
}

extension Condition.ItemTest {
    fileprivate var text: String {
        switch self {
        case .value(let comparisons): "value \(Condition.text(of: comparisons))"
        case .number(let comparisons): "number \(Condition.text(of: comparisons))"
        case .gateRating(let relations): "gateRating \(Condition.text(of: relations))"
        case .option(let id): "option \(id)"
        case .includes(let id): "includes \(id)"
        case .state(let state): "state \(state.rawValue)"
        }
    }
}

extension Condition.MetricTest {
    fileprivate var text: String {
        switch self {
        case .value(let comparisons, let base):
            "value \(Condition.text(of: comparisons))" + (base.map { " relativeTo \($0)" } ?? "")
        case .band(let relations): "band \(Condition.text(of: relations))"
        case .outcome(let id): "outcome \(id)"
        case .coverage(let comparisons): "coverage \(Condition.text(of: comparisons))"
        }
    }
}

/// Where a condition stands, which decides what it can speak of.
enum ConditionPlace {
    /// About the item at hand, which has no name, as in `where`.
    case item
    /// About the metric at hand, as in a level over metrics; the node to which the condition belongs.
    case metric(MetricNode)
    /// About the answers of one respondent, as in `visibleWhen`.
    case answers
    /// About the assessment; the node of the metric to which the condition belongs, if it belongs to one.
    case assessment(MetricNode?)

    var hasInput: Bool {
        switch self {
        case .item, .metric: true
        case .answers, .assessment: false
        }
    }

    var isOfAnswers: Bool {
        if case .answers = self { return true }
        return false
    }

    var node: MetricNode? {
        switch self {
        case .metric(let node): node
        case .assessment(let node): node
        case .item, .answers: nil
        }
    }
}

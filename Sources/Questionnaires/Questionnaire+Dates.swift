extension Questionnaire {
    /// Whether a condition of a metric or recommendation compares the day for which an assessment is made.
    public var readsDates: Bool {
        let conditions =
            metricGroups.flatMap(\.metrics).flatMap(\.rule.assessedConditions) + recommendations.compactMap(\.when)
        return conditions.flatMap(\.leaves).contains { leaf in
            if case .asOf = leaf { return true }
            return false
        }
    }
}

extension Metric.Rule {
    /// The conditions that are about the assessment, not about an input at hand.
    fileprivate var assessedConditions: [Condition] {
        switch self {
        case .adjust(let rule): rule.steps.compactMap(\.when)
        case .verdict(let rule): rule.rules.map(\.when)
        case .aggregate, .possible, .level, .band, .reference: []
        }
    }
}

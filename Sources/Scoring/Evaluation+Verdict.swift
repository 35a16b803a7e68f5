import Questionnaires

extension Evaluation {
    /// What a verdict came to, and by which rule.
    struct Judged {
        /// Nothing where a rule that is not known to hold decides.
        let conclusion: VerdictRule.Conclusion?
        /// The place of the rule that decided; nothing where none holds.
        let rule: Int?
    }

    func verdict(_ verdict: VerdictRule, outcomes: [MetricOutcome]) -> Judged {
        for (place, rule) in verdict.rules.enumerated() {
            switch (holds(rule.when, outcomes: outcomes), rule.unknown) {
            case (.some(true), _), (nil, .holds): return Judged(conclusion: rule.conclusion, rule: place)
            case (.some(false), _), (nil, .skip): continue
            case (nil, .withhold): return Judged(conclusion: nil, rule: place)
            }
        }
        return Judged(conclusion: verdict.otherwise, rule: nil)
    }
}

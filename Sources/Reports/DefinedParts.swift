import Mustache
import Questionnaires

/// What a questionnaire has, so that a report speaks of nothing else.
struct DefinedParts {
    /// Items that hinder, and so ratings that may gate.
    let blockers: Bool
    let burden: Bool
    let caps: Bool
    /// A figure of what helps beside the score.
    let facilitators: Bool
    /// Facilitators and blockers that speak of the same thing, and a rule for when they contradict each other.
    let pairs: Bool

    init(_ questionnaire: Questionnaire) {
        let presentation = questionnaire.presentation
        blockers = questionnaire.items.contains { $0.direction == .blocker }
        burden = presentation?.burden != nil
        caps = presentation?.cap != nil
        facilitators = presentation?.facilitators != nil && presentation?.facilitators != presentation?.score
        pairs = questionnaire.contradiction != nil && questionnaire.items.contains { $0.mirror != nil }
    }

    var value: MustacheValue {
        [
            "blockers": .flag(blockers), "burden": .flag(burden), "caps": .flag(caps),
            "holds": .flag(blockers || caps), "facilitators": .flag(facilitators), "pairs": .flag(pairs),
        ]
    }
}

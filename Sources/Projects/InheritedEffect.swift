public import Questionnaires
import Scoring

/// What a blocker of the organisation does to a stage of a project.
public struct InheritedEffect: Sendable {
    /// The id of the blocker.
    public let blocker: String
    /// The blocker as the organisation was asked about it; nothing where it has not been assessed.
    public let item: Item?
    /// How severe it was found to be; nothing where that is not known.
    public let rating: AnswerScale.Option?
    public let effect: Effect
    /// What the project holds against it.
    public let override: Override?
    /// What was agreed about it: what is open and due first, else what was closed.
    public let agreed: AgreedCondition?

    public enum Effect: String, Sendable, CaseIterable {
        case stop
        case condition
        /// It is too weak, or does not apply.
        case nothing
        /// No rating is known.
        case notKnown
    }

    /// Whether it stops the stage.
    public var stops: Bool { effect == .stop && override == nil }

    /// Whether it sets a condition that is open on that day.
    func isOpenCondition(on day: String?) -> Bool {
        effect == .condition && override == nil && !(agreed?.isClosed(by: day) ?? false)
    }

    public var isUnknown: Bool { effect == .notKnown && override == nil }
}

extension AgreedCondition {
    /// Whether it was put right by the day; where no day is known, whether it ever was.
    func isClosed(by day: String?) -> Bool { day.map(isClosed(on:)) ?? (closedOn != nil) }

    func hasLapsed(by day: String?) -> Bool { day.map(hasLapsed(on:)) ?? false }
}

extension Inheritance {
    /// What the organisation hands down to a stage.
    func effects(
        on stage: String, organisation: OrganisationStanding?, records: ProjectRecords, asOf: String?
    ) -> [InheritedEffect] {
        blockers.compactMap { reach in
            guard reach.stages[stage] != nil else { return nil }
            let rating = organisation?.rating(of: reach.blocker)
            let pooled = organisation?.scores.item(reach.blocker)
            let effect: InheritedEffect.Effect
            if let rating {
                switch self.effect(of: reach.blocker, rated: rating.id, on: stage) {
                case .stop: effect = .stop
                case .condition: effect = .condition
                case nil: effect = .nothing
                }
            } else {
                effect = pooled?.missingState == .notApplicable ? .nothing : .notKnown
            }
            let overrides = records.overrides.filter { override in
                override.blocker == reach.blocker && override.stage == stage
                    && asOf.map { override.date <= $0 } ?? true
            }
            let agreed = records.conditions.filter { $0.about == .blocker(reach.blocker, stage: stage) }
            return InheritedEffect(
                blocker: reach.blocker, item: pooled?.item, rating: rating, effect: effect,
                override: overrides.max { ($0.date, $0.evidence) < ($1.date, $1.evidence) },
                agreed: agreed.first { !$0.isClosed(by: asOf) } ?? agreed.last)
        }
    }
}

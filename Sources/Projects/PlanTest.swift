public import Questionnaires

/// A statement about a project that is true, false, or not known.
public enum PlanTest: Sendable, Hashable {
    /// About the value of an item.
    case item(String, [Condition.Comparison])
    case fact(Fact, [Condition.Comparison])
    /// Whether a sign is seen.
    case sign(String)
    /// Whether the stage stands by its own points as one of these outcomes.
    case own(Set<String>)

    /// What is counted around the answers.
    public enum Fact: String, Sendable, CaseIterable {
        /// Of a stage: blockers of the organisation that stop it and are not overridden.
        case inheritedStops
        /// Of a stage: blockers of the organisation that set a condition which is open.
        case inheritedConditions
        /// Of a stage: blockers that reach it and of which no rating is known.
        case inheritedUnknown
        /// Of a stage: conditions that were agreed and are not closed.
        case openConditions
        /// Of a stage: conditions whose date has passed.
        case lapsedConditions
        /// Of a stage: points that have to hold and are verified less well than they must.
        case unproven
        /// Of a stage: points of skipped stages on which it relies.
        case skippedReliedOn
        /// Other projects that look alike.
        case similarProjects
        /// Days from the last change of an answer to the day of the assessment.
        case daysSinceLastChange
        /// Signs that are seen.
        case signs
    }
}

/// What tests are judged by.
struct PlanFacts {
    var facts: [PlanTest.Fact: Double] = [:]
    var own: String?
    var signs: Set<String> = []
    /// The pooled value of an item; nothing where it is not known.
    var value: (String) -> Double? = { _ in nil }
}

extension PlanTest {
    /// Whether it holds; nothing where that is not known.
    func holds(_ facts: PlanFacts) -> Bool? {
        switch self {
        case .item(let id, let comparisons): facts.value(id).map { comparisons.holds($0) }
        case .fact(let fact, let comparisons): facts.facts[fact].map { comparisons.holds($0) }
        case .sign(let id): facts.signs.contains(id)
        case .own(let outcomes): facts.own.map { outcomes.contains($0) }
        }
    }
}

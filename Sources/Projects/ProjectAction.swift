import Questionnaires

/// Something to be done for a project, and by whom.
public struct ProjectAction: Sendable {
    public let kind: Kind
    public let matter: StageMatter
    public let actor: Actor
    /// The day by which it was promised.
    public var due: String? { matter.agreed?.due }

    public enum Kind: String, Sendable, CaseIterable {
        /// What was promised for a day that has passed.
        case catchUp
        /// A point is open again because of a change.
        case answerAnew
        /// A point has to hold and does not.
        case settle
        /// A blocker of the organisation stops the stage, which the project cannot change.
        case escalate
        /// What is open has no owner or no date yet.
        case promise
        /// What was promised has to be done.
        case finish
        /// A point holds, but nothing that can be looked up says so.
        case prove
        /// Nobody knows what the organisation hands down.
        case assessOrganisation
        /// The points that are weighed together are too low.
        case raise
    }

    public enum Actor: Sendable, Hashable {
        /// A role of the project.
        case role(String)
        /// Whoever answers for the organisation.
        case organisation
    }
}

extension ProjectAction {
    /// What to do, the most urgent first: what has lapsed anywhere; then, stage by stage, what stops it; then what is
    /// open.
    ///
    /// - Parameter stages: those that are not settled, the next one first.
    static func all(stages: [StageAssessment], plan: ReadinessPlan) -> [ProjectAction] {
        let lapsed = stages.flatMap(\.obstacles).filter(\.isLapsed).map { action(.catchUp, $0, plan) }
        return lapsed
            + stages.flatMap { stage in
                stage.obstacles.filter { !$0.isLapsed }.map { action(kind(ofObstacle: $0), $0, plan) }
                    + stage.conditions.map { action(kind(ofCondition: $0), $0, plan) }
                    .sorted { !$0.matter.isPromised && $1.matter.isPromised }
            }
    }

    private static func kind(ofObstacle matter: StageMatter) -> Kind {
        switch matter.about {
        case .inherited: .escalate
        case .weighed: .raise
        case .point(let point) where point.reopenedBy != nil: .answerAnew
        default: .settle
        }
    }

    private static func kind(ofCondition matter: StageMatter) -> Kind {
        switch matter.about {
        case .inheritedUnknown: .assessOrganisation
        case .unproven: .prove
        case .weighed: .raise
        default: matter.isPromised ? .finish : .promise
        }
    }

    private static func action(_ kind: Kind, _ matter: StageMatter, _ plan: ReadinessPlan) -> ProjectAction {
        ProjectAction(kind: kind, matter: matter, actor: actor(kind, matter, plan))
    }

    private static func actor(_ kind: Kind, _ matter: StageMatter, _ plan: ReadinessPlan) -> Actor {
        if kind == .escalate || kind == .assessOrganisation { return .organisation }
        if let owner = matter.agreed?.ownerRole { return .role(owner) }
        let role: String?
        switch matter.about {
        case .point(let point), .unproven(let point), .reliedOn(_, _, let point):
            role = plan.role(askedOf: point.item.id)
        case .agreed(_, let point): role = point.flatMap { plan.role(askedOf: $0.item.id) } ?? plan.defaultRole
        case .weighed(let points): role = points.first.flatMap { plan.role(askedOf: $0.item.id) } ?? plan.defaultRole
        case .inherited, .inheritedUnknown: role = plan.defaultRole
        }
        return role.map { .role($0) } ?? .organisation
    }
}

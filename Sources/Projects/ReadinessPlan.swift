public import Questionnaires
public import Responses

/// How the readiness of a project is judged beyond what its questionnaire scores: what it inherits, what it promised,
/// what others found, and how all of this is told.
///
/// It is data, too: it stands in files that the definition of the questionnaire names under `readiness`.
public struct ReadinessPlan: Sendable {
    /// The stages in their usual order; a project may take them in any.
    public let stages: [Dimension]
    /// The metric of each stage that judges it by its own points, a verdict.
    public let ownStatus: String
    /// The metric of each stage that says how much of it is met.
    public let share: String
    /// The points of the stages, in the order of the questionnaire.
    public let points: [Item]
    public let gate: Gate?
    public let weighed: Weighed?
    public let status: StatusRule
    public let proof: Proof?
    public let inheritance: Inheritance?
    public let reliance: [Reliance]
    public let changes: [ChangeKind]
    /// Who would act on a point: a role by item.
    public let askedOf: [String: String]
    /// The role that acts where no other is named.
    public let defaultRole: String?
    public let hardware: HardwareRule?
    public let shelving: ShelvingRule?
    public let similarity: SimilarityPlan?
    public let risks: RiskCatalogue
    public let businessCase: BusinessCasePlan?
    /// The stage of each point, by their ids.
    let stageOfPoint: [String: String]
    /// The points that answer each risk, by its id, in the order of the questionnaire.
    let pointsOfRisk: [String: [String]]

    /// Points that have to hold, whatever the others are.
    public struct Gate: Sendable, Hashable {
        public let tag: String
        public let value: String
        /// The least value at which such a point holds, perhaps with a condition.
        public let holdsFrom: Double

        public func contains(_ item: Item) -> Bool { item.tags[tag]?.contains(value) ?? false }
    }

    /// Points that are weighed together.
    public struct Weighed: Sendable, Hashable {
        public let tag: String
        public let value: String

        public func contains(_ item: Item) -> Bool { item.tags[tag]?.contains(value) ?? false }
    }

    /// How well points that have to hold must be verified.
    public struct Proof: Sendable, Hashable {
        public let stages: Set<String>
        public let atLeast: Evidence.Kind
    }

    /// A point that makes little sense while another is open: a warning, never an order.
    public struct Reliance: Sendable, Hashable {
        public let point: String
        public let on: String
        public let because: String?
    }

    /// A kind of event after which some answers no longer hold.
    public struct ChangeKind: Sendable, Hashable {
        public let id: String
        public let title: String
        public let description: String?
        /// The points that have to be answered anew.
        public let reopens: Set<String>
    }

    public func stage(_ id: String) -> Dimension? { stages.first { $0.id == id } }

    public func change(_ id: String) -> ChangeKind? { changes.first { $0.id == id } }

    /// The stage to which a point belongs.
    public func stage(ofPoint id: String) -> Dimension? { stageOfPoint[id].flatMap { stage($0) } }

    /// The role that would act on a point.
    public func role(askedOf point: String) -> String? { askedOf[point] ?? defaultRole }
}

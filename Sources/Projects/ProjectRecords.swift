/// What was agreed, granted, changed and left out in the course of a project, as its `records.json` says.
public struct ProjectRecords: Sendable, Hashable {
    public let conditions: [AgreedCondition]
    public let overrides: [Override]
    public let changes: [ChangeEvent]
    public let skipped: [SkippedStage]

    public init(
        conditions: [AgreedCondition] = [], overrides: [Override] = [], changes: [ChangeEvent] = [],
        skipped: [SkippedStage] = []
    ) {
        self.conditions = conditions
        self.overrides = overrides
        self.changes = changes
        self.skipped = skipped
    }
}

extension ProjectRecords {
    /// The same in an order that does not depend on how they were written down: conditions by the day they are due,
    /// all else by date.
    var inOrder: ProjectRecords {
        ProjectRecords(
            conditions: conditions.sorted {
                $0.sortingTexts.lexicographicallyPrecedes($1.sortingTexts)
            },
            overrides: overrides.sorted {
                ($0.date, $0.blocker, $0.stage, $0.evidence) < ($1.date, $1.blocker, $1.stage, $1.evidence)
            },
            changes: changes.sorted { ($0.date, $0.kind, $0.note ?? "") < ($1.date, $1.kind, $1.note ?? "") },
            skipped: skipped.sorted { ($0.date ?? "", $0.stage, $0.reason) < ($1.date ?? "", $1.stage, $1.reason) })
    }

    /// That a stage is left out, as it was last decided by that day; what has no date always counts.
    func skipped(_ stage: String, by day: String?) -> SkippedStage? {
        skipped.filter { $0.stage == stage && ($0.date ?? "") <= day ?? "9999" }
            .max { ($0.date ?? "", $0.reason) < ($1.date ?? "", $1.reason) }
    }
}

/// Something that someone promised to put right by a day.
public struct AgreedCondition: Sendable, Hashable {
    public let about: Subject
    /// What is to be done.
    public let action: String?
    public let ownerRole: String?
    /// The last day on which it is in time, as an ISO 8601 date.
    public let due: String?
    public let closedOn: String?

    public init(about: Subject, action: String? = nil, ownerRole: String?, due: String?, closedOn: String? = nil) {
        self.about = about
        self.action = action
        self.ownerRole = ownerRole
        self.due = due
        self.closedOn = closedOn
    }

    /// What a condition is about.
    public enum Subject: Sendable, Hashable {
        /// A point of the questionnaire.
        case check(String)
        /// A blocker of the organisation, as it reaches a stage.
        case blocker(String, stage: String)
    }

    /// What has no date comes last.
    fileprivate var sortingTexts: [String] {
        let subject =
            switch about {
            case .check(let id): id
            case .blocker(let id, let stage): "\(id) \(stage)"
            }
        return [due ?? "9999", subject, action ?? "", ownerRole ?? "", closedOn ?? ""]
    }

    /// Whether it was put right on that day or before.
    public func isClosed(on day: String) -> Bool { closedOn.map { $0 <= day } ?? false }

    /// Whether its date has passed on that day without its having been put right; the due date itself is in time.
    public func hasLapsed(on day: String) -> Bool {
        guard let due else { return false }
        return !isClosed(on: day) && due < day
    }
}

/// Evidence that a blocker of the organisation does not hold a project back.
public struct Override: Sendable, Hashable {
    public let blocker: String
    public let stage: String
    public let evidence: String
    public let date: String
    public let byRole: String

    public init(blocker: String, stage: String, evidence: String, date: String, byRole: String) {
        self.blocker = blocker
        self.stage = stage
        self.evidence = evidence
        self.date = date
        self.byRole = byRole
    }
}

/// Something changed on which earlier answers rested.
public struct ChangeEvent: Sendable, Hashable {
    /// The id of the kind of change, which says what it reopens.
    public let kind: String
    public let date: String
    public let note: String?

    public init(kind: String, date: String, note: String? = nil) {
        self.kind = kind
        self.date = date
        self.note = note
    }
}

/// A stage that a project leaves out on purpose.
public struct SkippedStage: Sendable, Hashable {
    public let stage: String
    public let reason: String
    public let byRole: String?
    public let date: String?

    public init(stage: String, reason: String, byRole: String? = nil, date: String? = nil) {
        self.stage = stage
        self.reason = reason
        self.byRole = byRole
        self.date = date
    }
}

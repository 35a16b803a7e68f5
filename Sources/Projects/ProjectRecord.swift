/// What a project is, as its `project.json` says.
public struct ProjectRecord: Sendable, Hashable {
    /// The name of its folder.
    public let id: String
    public let title: String
    /// What it is to achieve, in a few sentences.
    public let purpose: String
    public let statisticsDomain: String?
    /// The phase or sub-process of the Generic Statistical Business Process Model, as in `5.2`.
    public let gsbpm: String?
    public let dataSources: [String]
    public let method: String?
    /// The classification to which cases are assigned.
    public let classification: String?
    /// The role that answers for the project.
    public let ownerRole: String?
    /// The day on which it began, as an ISO 8601 date.
    public let started: String?
    /// How it ended, or that it is live; nothing while it is under way.
    public let outcome: Outcome?

    public init(
        id: String, title: String, purpose: String, statisticsDomain: String? = nil, gsbpm: String? = nil,
        dataSources: [String] = [], method: String? = nil, classification: String? = nil, ownerRole: String? = nil,
        started: String? = nil, outcome: Outcome? = nil
    ) {
        self.id = id
        self.title = title
        self.purpose = purpose
        self.statisticsDomain = statisticsDomain
        self.gsbpm = gsbpm
        self.dataSources = dataSources
        self.method = method
        self.classification = classification
        self.ownerRole = ownerRole
        self.started = started
        self.outcome = outcome
    }

    /// What became of a project.
    public struct Outcome: Sendable, Hashable {
        public let state: State
        public let date: String
        public let reason: String?

        public init(state: State, date: String, reason: String? = nil) {
            self.state = state
            self.date = date
            self.reason = reason
        }

        public enum State: String, Sendable, CaseIterable {
            /// Its results are used in production.
            case live
            /// Put aside, though nobody decided against it.
            case shelved
            /// Ended by a decision.
            case stopped
            /// Carried on within another project.
            case merged
        }
    }

    /// The record as it stood on a day: what became of the project later is not known yet.
    func asOf(_ day: String?) -> ProjectRecord {
        guard let day, let outcome, outcome.date > day else { return self }
        return ProjectRecord(
            id: id, title: title, purpose: purpose, statisticsDomain: statisticsDomain, gsbpm: gsbpm,
            dataSources: dataSources, method: method, classification: classification, ownerRole: ownerRole,
            started: started)
    }

    /// Whether work on it has ended.
    public var isOver: Bool {
        switch outcome?.state {
        case .shelved, .stopped, .merged: true
        case .live, nil: false
        }
    }
}

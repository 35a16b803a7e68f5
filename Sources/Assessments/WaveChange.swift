public import Questionnaires
import Scoring

/// How a metric changed between two waves, by the items that can be compared.
public struct WaveFigureChange: Sendable {
    public let metric: Metric
    /// The full id.
    public let id: String
    /// The share of the weight of its items that is matched between the questionnaires, and the share that has a figure
    /// in both waves as well; by the newer weights, from 0 to 1.
    public let matchedShare: Double
    public let comparedShare: Double
    /// The values over the items compared; nothing where nothing can be said.
    public let earlier: Double?
    public let later: Double?
    /// The items on which it rests and that were not asked alike, or have no figure in one of the waves.
    public let missing: [Item]
    /// Why nothing can be said, where nothing can.
    public let obstacle: Obstacle?
    /// What each item compared adds to the change, the greatest first; nothing for metrics that cannot be taken apart.
    public let contributions: [WaveContribution]?
    /// The change by its causes, to what the reports of both waves show; nothing where it cannot be taken apart.
    public let parts: WaveParts?
    /// The value that the earlier wave would have had by the people of the later; nothing where that is not known.
    public var standardised: Double? { parts.flatMap { parts in earlier.map { $0 + parts.matched.people } } }
    /// Whether items of it were added, dropped, or changed so that answers cannot be compared.
    public let isBroken: Bool
    /// Whether it is more than chance; nothing while that is not adjusted.
    public internal(set) var test: WaveTest

    public enum Obstacle: String, Sendable, CaseIterable {
        /// The result of the earlier, or the later, wave is withheld because too many answers are missing.
        case earlierWithheld
        case laterWithheld
        /// Too little of its weight is asked alike and answered in both waves.
        case tooFewMatched
        /// There is nothing to compare.
        case noFigure
    }

    /// The code of SDMX for the status of an observation.
    public enum ObservationStatus: String, Sendable, CaseIterable {
        case normal = "A"
        case seriesBreak = "B"
        case missing = "O"
        case withheld = "Q"
    }

    public var status: ObservationStatus {
        switch obstacle {
        case .earlierWithheld, .laterWithheld: .withheld
        case .tooFewMatched: isBroken ? .seriesBreak : .missing
        case .noFigure: .missing
        case nil: isBroken ? .seriesBreak : .normal
        }
    }

    /// Later less earlier; nothing where nothing can be said.
    public var change: Double? { earlier.flatMap { earlier in later.map { $0 - earlier } } }
}

/// How a cap moved with the gate rating of one item.
public struct WaveCapEvent: Sendable {
    public let item: Item
    /// The gate ratings by their places on the scale; nothing where there is none.
    public let earlierGate: Int?
    public let laterGate: Int?
    /// The caps that they stand for; nothing where the rating is not known.
    public let earlierCap: Double?
    public let laterCap: Double?
    /// Whether an authorised role had set the rating.
    public let isEarlierSet: Bool
    public let isLaterSet: Bool
    /// Whether the cap of its domain followed it: it had set the old one or sets the new one.
    public let moves: Bool
}

/// How one of the members that the questionnaire presents, such as a domain, changed.
public struct WaveMemberChange: Sendable {
    public let id: String
    public let title: String
    /// As each wave's own report has it; nothing where its questionnaire has no such member.
    public let reportedEarlier: MemberAssessment?
    public let reportedLater: MemberAssessment
    /// Facilitators and burden, as far as the questionnaire has them; else the score alone.
    public let figures: [WaveFigureChange]
    /// Cap and score by the rules of the newer questionnaire, over the items that both waves asked alike.
    public let cap: WaveValues?
    public let score: WaveValues
    public let capEvents: [WaveCapEvent]

    /// Whether the cap holds the score down in either wave.
    public let capBindsEarlier: Bool
    public let capBindsLater: Bool

    /// What can be said of a metric in either wave.
    public struct WaveValues: Sendable {
        public let earlier: Double?
        public let later: Double?

        public var change: Double? { earlier.flatMap { earlier in later.map { $0 - earlier } } }
    }

    /// The figures that chance does not explain.
    public var found: [WaveFigureChange] { figures.filter { $0.test.finding?.isFound == true } }

    /// The cap events with which the cap of the member moved.
    public var movingEvents: [WaveCapEvent] { capEvents.filter(\.moves) }
}

/// How an item that can be compared changed.
public struct WaveItemChange: Sendable {
    public let pair: ItemPair
    public let member: String?
    public let earlier: Double?
    public let later: Double?
    public let earlierGate: Int?
    public let laterGate: Int?

    public var change: Double? { earlier.flatMap { earlier in later.map { $0 - earlier } } }
}

/// A recommendation of the earlier wave, and what became of its items.
public struct WaveRecommendation: Sendable {
    public let recommendation: Recommendation
    /// Its place among those of the earlier wave, from 1.
    public let rank: Int
    /// What doing it was credited with then, in the overall metric.
    public let gain: Double?
    public let items: [Item]

    public struct Item: Sendable {
        /// As the earlier questionnaire has it.
        public let item: Questionnaires.Item
        public let earlier: Double?
        public let later: Double?
        public let earlierGate: Int?
        public let laterGate: Int?
        /// The floor or ceiling that it was to come to.
        public let aim: Double
        public let isCeiling: Bool
        public let outcome: Outcome
    }

    /// Where its items stand, all in all.
    public var standing: Standing {
        let outcomes = Set(items.map(\.outcome)).subtracting([.kept, .unchanged])
        if outcomes.contains(.nearer) || outcomes.contains(.reached) {
            if outcomes.contains(.farther) { return .mixed }
            let isThere = items.allSatisfy { $0.outcome == .reached || $0.outcome == .kept }
            return isThere ? .there : .nearer
        }
        if outcomes.contains(.farther) { return .farther }
        if outcomes.contains(.notKnown) || items.isEmpty { return .notKnown }
        return items.allSatisfy { $0.outcome == .kept } ? .there : .unchanged
    }

    public enum Standing: String, Sendable, CaseIterable {
        /// All of its items are where it was to take them.
        case there
        /// Some came there or nearer, and none went away.
        case nearer
        case mixed
        case unchanged
        case farther
        /// Nothing moved of what can be compared, and of some of its items nothing can be said.
        case notKnown
    }

    public enum Outcome: String, Sendable, CaseIterable {
        /// It has come to where the recommendation was to take it.
        case reached
        /// It was there already, and is.
        case kept
        case nearer
        case unchanged
        case farther
        /// It was not asked alike, or has no figure in one of the waves.
        case notKnown
    }
}

/// Something that makes two waves less comparable.
public enum WaveBreak: Sendable, Hashable {
    /// The versions differ; with how many items were added, dropped, and changed so that answers cannot be compared.
    case questionnaire(old: String, new: String, added: Int, dropped: Int, incomparable: Int)
    /// The way answers were collected.
    case collection(old: String, new: String)
    /// Roles are weighted in other groups; each as the ids of its roles.
    case groups(old: [[String]], new: [[String]])
}

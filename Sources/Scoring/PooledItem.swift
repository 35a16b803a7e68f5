public import Questionnaires
public import Responses
import Statistics

/// What all respondents of a wave together said about one item.
public struct PooledItem: Sendable {
    public let item: Item
    /// How many chose each option; nobody where the item is held back.
    public let counts: [Int]
    public let notApplicable: Int
    public let dontKnow: Int
    public let unanswered: Int
    /// How many respondents could have answered.
    public let applicable: Int
    /// Respondents of whom the item is not asked, and those of whom that depends on answers that are missing.
    public let notShown: Int
    public let undecided: Int
    /// Respondents of whom it is asked as things stand, but who may turn out not to be concerned when missing answers
    /// come in.
    let unsettled: Int
    /// Groups of roles with their answers to this item; each has at least the smallest number of answers that may be
    /// shown. Empty where the item is held back.
    public let strata: [Stratum]
    /// Whether there are answers, but too few to be used without showing what single people said. They then count as
    /// missing everywhere, so that no total contains them and nothing can be had by subtraction.
    public let isHeldBack: Bool
    /// A gate rating set by an authorised role, which takes the place of the pooled one.
    public let setRating: GateRating?
    /// Groups without a usable answer to this item: how many cells are missing, and the weight.
    let silent: [Stratum]
    let weights: Weights

    /// The weight of all cells of a state.
    struct Weights: Sendable {
        /// Answers that are used.
        var answered = 0.0
        /// Cells that could have been answered.
        var applicable = 0.0
        var notApplicable = 0.0
    }

    /// A group of roles and its answers to one item.
    public struct Stratum: Sendable {
        public let roles: [String]
        /// How many of the group chose each option.
        public let counts: [Int]
        /// How many of the group answered.
        public let answered: Int
        /// Cells of the group that could have been answered but were not, by state.
        public let dontKnow: Int
        public let unanswered: Int
        /// Cells of the group for which the item is not applicable.
        public let notApplicable: Int
        /// Cells of which it depends on missing answers whether they are asked.
        let undecided: Int
        /// The weight of the group in the item's dimension.
        public let weight: Double

        /// What each answer may weigh when all have answered, because groups are then joined in another way: which of
        /// the answers is whose must not show. Nothing where groups stay as they are.
        let cellWeights: ClosedRange<Double>?
        /// What the group's answers stand for in all, by channel; the values under no name.
        let sums: [String?: Double]

        /// The mean of the group's answers; nothing for words.
        public var mean: Double? { answered == 0 ? nil : sums[nil].map { $0 / Double(answered) } }
    }

    /// How many answers are used.
    public var answered: Int { strata.reduce(0) { $0 + $1.answered } }

    /// The share of applicable weight that is answered, from 0 to 1; nothing where the item applies to nobody.
    public var coverage: Double? { weights.applicable > 0 ? weights.answered / weights.applicable : nil }

    /// Why there is no figure, where there is none.
    public var missingState: AnswerState { answered > 0 ? .answered : absence }

    /// Why there is no figure, whatever answers there are: they may have no weight.
    var absence: AnswerState {
        if applicable == 0, notApplicable > 0 { return .notApplicable }
        if applicable == 0, notShown + undecided > 0 { return .notShown }
        return dontKnow > 0 && !isHeldBack ? .dontKnow : .unanswered
    }

    /// How much those who answered agree, from 0 (as by chance) to 1 (all the same); nothing where too few answered for
    /// the index to mean anything.
    public var agreement: Double? {
        item.hasPositions && answered >= WithinGroupAgreement.fewestRaters
            ? WithinGroupAgreement.index(counts: counts) : nil
    }

    /// The quantile of the answers' values, each respondent counting the same; nothing where more than one option, or
    /// none, can be chosen.
    public func quantile(_ probability: Double) -> Double? {
        guard answered > 0, item.hasPositions else { return nil }
        return Quantile.interpolated(item.scale.options.map(\.value), counts: counts, probability: probability)
    }
}

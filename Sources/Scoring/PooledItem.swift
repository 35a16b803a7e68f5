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
        /// Cells of the group that could have been answered but were not, by state.
        public let dontKnow: Int
        public let unanswered: Int
        /// Cells of the group for which the item is not applicable.
        public let notApplicable: Int
        /// The weight of the group in the item's dimension.
        public let weight: Double

        public var answered: Int { counts.reduce(0, +) }

        /// The mean of the group's answers.
        public func mean(on scale: AnswerScale) -> Double? {
            answered == 0 ? nil : sum(on: scale) / Double(answered)
        }

        func sum(on scale: AnswerScale) -> Double {
            var sum = 0.0
            for (option, count) in zip(scale.options, counts) { sum += Double(count) * option.value }
            return sum
        }
    }

    /// How many answers are used.
    public var answered: Int { counts.reduce(0, +) }

    /// The share of applicable weight that is answered, from 0 to 1; nothing where the item applies to nobody.
    public var coverage: Double? { weights.applicable > 0 ? weights.answered / weights.applicable : nil }

    /// Why there is no figure, where there is none.
    public var missingState: AnswerState { answered > 0 ? .answered : absence }

    /// Why there is no figure, whatever answers there are: they may have no weight.
    var absence: AnswerState {
        if applicable == 0, notApplicable > 0 { return .notApplicable }
        return dontKnow > 0 && !isHeldBack ? .dontKnow : .unanswered
    }

    /// How much those who answered agree, from 0 (as by chance) to 1 (all the same); nothing where too few answered for
    /// the index to mean anything.
    public var agreement: Double? {
        answered >= WithinGroupAgreement.fewestRaters ? WithinGroupAgreement.index(counts: counts) : nil
    }

    /// The quantile of the answers' values, each respondent counting the same.
    public func quantile(_ probability: Double) -> Double? {
        guard answered > 0 else { return nil }
        let values = zip(item.scale.options, counts).flatMap { Array(repeating: $0.value, count: $1) }
        return Quantile.interpolated(values, probability: probability)
    }
}

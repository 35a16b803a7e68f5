public import Questionnaires
import Scoring
import Statistics

/// One figure over several offices, as far as it may be shown.
public struct OfficePoolFigure: Sendable {
    public let kind: Kind
    /// How many offices have the figure.
    public let count: Int
    public let spread: Spread
    /// The figure of the office named; nothing where none is named, or its own is not known.
    public let own: Double?
    /// The share of answers that it rests on.
    public let ownCoverage: Double?
    /// Whether each office has the figure, in the order in which they were given.
    public let isKnown: [Bool]
    /// To which step the numbers shown are rounded.
    let precision: Double

    /// What the figure is of.
    public enum Kind: Sendable {
        case overall(id: String, title: String)
        case member(String, title: String, side: Side, id: String, metric: String)
        case item(Item)
    }

    /// Which of the figures of a member.
    public enum Side: String, Sendable, CaseIterable {
        case score
        case facilitators
        case burden
    }

    /// How the figure is spread over the offices.
    public enum Spread: Sendable, Equatable {
        case quartiles(lower: Double, median: Double, upper: Double)
        /// The median alone, and why.
        case median(Double, Reason)
        /// Nothing is shown.
        case hidden(Reason)
    }

    /// Why something is not shown.
    public enum Reason: String, Sendable, CaseIterable {
        case tooFew
        /// Figures would follow from it, as they lie close together or at an end of the scale.
        case tooClose
        /// Of an item only the median is shown.
        case item
    }

    /// Where the office named lies, by its own figure and the numbers shown.
    public enum Position: String, Sendable, CaseIterable {
        case belowLowerQuartile
        case belowMedian
        case atMedian
        case aboveMedian
        case aboveUpperQuartile
    }

    /// The name of the figure in files: of a metric or an item.
    public var id: String {
        switch kind {
        case .overall(let id, _), .member(_, _, _, let id, _): id
        case .item(let item): item.id
        }
    }

    public var median: Double? {
        switch spread {
        case .quartiles(_, let median, _), .median(let median, _): median
        case .hidden: nil
        }
    }

    public var quartiles: (lower: Double, upper: Double)? {
        if case .quartiles(let lower, _, let upper) = spread { return (lower, upper) }
        return nil
    }

    /// Why something is not shown; nothing where all is.
    public var reason: Reason? {
        switch spread {
        case .quartiles: nil
        case .median(_, let reason), .hidden(let reason): reason
        }
    }

    public var position: Position? {
        guard let own, let median else { return nil }
        if let quartiles {
            if Tolerance.isBelow(own, quartiles.lower) { return .belowLowerQuartile }
            if Tolerance.isAbove(own, quartiles.upper) { return .aboveUpperQuartile }
        }
        // The median is as precise as it is shown.
        if Tolerance.isAtMost(abs(own - median), precision / 2) { return .atMedian }
        return own < median ? .belowMedian : .aboveMedian
    }

    /// - Parameter named: the place of the office whose own figure is shown.
    init(_ kind: Kind, assessments: [Assessment?], named: Int?, rule: OfficePoolRule) {
        let values = assessments.map { $0.flatMap { OfficePoolFigure.value(kind, of: $0) } }
        self.kind = kind
        isKnown = values.map { $0 != nil }
        count = isKnown.count { $0 }
        own = named.flatMap { values[$0] }
        ownCoverage = named.flatMap { assessments[$0] }.flatMap { OfficePoolFigure.coverage(kind, of: $0) }
        let disclosure = OfficePoolDisclosure(rule, kind)
        precision = disclosure.step
        spread = disclosure.spread(of: values.compactMap { $0 })
    }

    private static func coverage(_ kind: Kind, of assessment: Assessment) -> Double? {
        switch kind {
        case .overall: assessment.overall?.coverage
        case .member(_, _, _, let id, _): assessment.scores.metric(id)?.coverage
        case .item(let item): assessment.scores.item(item.id)?.coverage
        }
    }

    private static func value(_ kind: Kind, of assessment: Assessment) -> Double? {
        switch kind {
        case .overall: return assessment.overall?.value
        case .member(let id, _, let side, _, _):
            guard let member = assessment.member(id) else { return nil }
            let figures = [member.score] + [member.facilitators, member.burden].compactMap { $0 }
            // All figures of a member rest on the same offices; else what one has and the other lacks could be told.
            guard figures.allSatisfy({ $0.value != nil }) else { return nil }
            switch side {
            case .score: return member.score.value
            case .facilitators: return member.facilitators?.value
            case .burden: return member.burden?.value
            }
        case .item(let item): return assessment.scores.value(ofItem: item.id)
        }
    }
}

/// Decides what may be shown of the figures of several offices; see ``OfficePool``.
struct OfficePoolDisclosure {
    let rule: OfficePoolRule
    /// Whether quartiles are shown at all.
    let showsQuartiles: Bool
    /// How far apart numbers have to lie, and to what they are rounded.
    let gap: Double
    let step: Double

    init(_ rule: OfficePoolRule, _ kind: OfficePoolFigure.Kind) {
        switch kind {
        case .overall, .member:
            self.init(rule: rule, showsQuartiles: true, gap: rule.leastGap, step: rule.roundedTo)
        case .item(let item): self.init(rule, options: item.scale.options.map(\.value))
        }
    }

    /// For an item: offices that state one answer have no figures but those of the options, and a finer number would tell
    /// which.
    init(_ rule: OfficePoolRule, options: [Double]) {
        let values = options.sorted()
        let greatest = zip(values, values.dropFirst()).map { $1 - $0 }.max() ?? 0
        self.init(
            rule: rule, showsQuartiles: false, gap: max(rule.leastGap, greatest), step: max(rule.roundedTo, greatest))
    }

    private init(rule: OfficePoolRule, showsQuartiles: Bool, gap: Double, step: Double) {
        self.rule = rule
        self.showsQuartiles = showsQuartiles
        self.gap = gap
        self.step = step
    }

    func spread(of values: [Double]) -> OfficePoolFigure.Spread {
        guard values.count >= rule.fewestOffices else { return .hidden(.tooFew) }
        let sorted = values.sorted()
        let hasEnough = showsQuartiles && values.count >= rule.quartilesFrom
        if hasEnough, let numbers = shown(sorted, at: [0.25, 0.5, 0.75]) {
            return .quartiles(lower: numbers[0], median: numbers[1], upper: numbers[2])
        }
        guard let numbers = shown(sorted, at: [0.5]) else { return .hidden(.tooClose) }
        return .median(numbers[0], !showsQuartiles ? .item : hasEnough ? .tooClose : .tooFew)
    }

    /// The quantiles as they may be shown; nothing where they may not.
    private func shown(_ sorted: [Double], at probabilities: [Double]) -> [Double]? {
        var numbers: [Double] = []
        for probability in probabilities {
            guard
                let weights = Quantile.averagingWeights(
                    sorted.count, probability: probability, over: rule.fewestOffices)
            else { return nil }
            let mean = zip(sorted, weights).reduce(0) { $0 + $1.0 * $1.1 }
            for (value, weight) in zip(sorted, weights) where weight > 0 {
                // What an office that takes its own figure out would find of the others.
                guard isInside((mean - weight * value) / (1 - weight)) else { return nil }
            }
            // Divided by the steps in one, so that hundredths are written with two digits.
            numbers.append((mean / step).rounded() / (1 / step))
        }
        let ends = [0] + numbers + [1]
        return zip(ends, ends.dropFirst()).allSatisfy { Tolerance.isAtLeast($1 - $0, gap) } ? numbers : nil
    }

    private func isInside(_ number: Double) -> Bool {
        Tolerance.isAtLeast(number, gap) && Tolerance.isAtMost(number, 1 - gap)
    }
}

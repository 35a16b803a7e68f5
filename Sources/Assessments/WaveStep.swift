import Questionnaires
import Responses
import Scoring
import Statistics

/// What changed from one wave to another.
public struct WaveStep: Sendable {
    public let earlier: Assessment
    public let later: Assessment
    public let questionnaires: QuestionnaireComparison
    public let breaks: [WaveBreak]
    public internal(set) var members: [WaveMemberChange]
    /// The items that both questionnaires have and whose answers may be compared, in the order of the newer one.
    public let items: [WaveItemChange]
    /// The recommendations of the earlier wave, in its order.
    public let recommendations: [WaveRecommendation]
    /// How many people answered in both waves.
    public let recurring: Int
    /// The overall metric as each wave's own report has it.
    public let overall: WaveMemberChange.WaveValues

    /// The tests of all figures, member by member, not yet adjusted for one another.
    let tests: [Result<RawWaveTest, WaveTesting.Untested>]
}

/// Puts a step together.
struct WaveStepBuilder {
    let earlier: AnsweredWave
    let later: AnsweredWave
    private let comparison: QuestionnaireComparison
    private let pairs: [ItemPair]
    private let before: WaveMatching
    private let after: WaveMatching
    private let layout: MetricLayout
    private let metrics: [MetricInFull]
    private let leaves: [String: [Item]]
    /// Both waves by the items that are matched, and by those that have a figure in both.
    private let matched: (earlier: Reckoning, later: Reckoning)
    private let compared: (earlier: Reckoning, later: Reckoning)
    private let common: Set<String>
    private let earlierCells: [[AnswerCell]]
    private let laterCells: [[AnswerCell]]
    private let recurring: Int
    /// The most tests there can be in the report.
    private let family: Int

    private var newer: Questionnaire { later.questionnaire }

    /// - Parameter steps: how many there are in the report.
    init(_ earlier: AnsweredWave, _ later: AnsweredWave, steps: Int) {
        self.earlier = earlier
        self.later = later
        let names = Set(earlier.responses.map(\.respondent))
        recurring = later.responses.count { names.contains($0.respondent) }
        family = 2 * later.assessment.members.count * steps
        let newer = later.questionnaire
        let comparison = QuestionnaireComparison(old: earlier.questionnaire, new: newer)
        self.comparison = comparison
        let before = WaveMatching(
            earlier, pairs: comparison.pairs.filter(\.isComparable).map { ($0.old, $0.new) }, newer: newer)
        let pairs = comparison.pairs.filter { $0.isComparable && before.items[$0.new.id] != nil }
        let after = WaveMatching(later, pairs: pairs.map { ($0.new, $0.new) }, newer: newer)
        self.pairs = pairs
        self.before = before
        self.after = after
        layout = MetricLayout(newer)
        metrics = newer.metricsInFull()
        leaves = Dictionary(
            newer.metricLeaves().map { ($0.id, $0.items.sorted { $0.id < $1.id }) },
            uniquingKeysWith: { first, _ in first }
        )
        func reckon(_ wave: AnsweredWave, _ items: some Sequence<PooledItem>, _ layout: MetricLayout) -> Reckoning {
            Reckoning(newer, items: Array(items), asOf: wave.scores.asOf, layout: layout)
        }
        let matched = (reckon(earlier, before.items.values, layout), reckon(later, after.items.values, layout))
        let common = Set(
            pairs.map(\.new.id).filter {
                matched.0.value(ofItem: $0) != nil && matched.1.value(ofItem: $0) != nil
            })
        self.matched = matched
        self.common = common
        compared = (
            reckon(earlier, before.items.values.filter { common.contains($0.item.id) }, layout),
            reckon(later, after.items.values.filter { common.contains($0.item.id) }, layout)
        )
        earlierCells = earlier.responses.map { $0.cells(in: earlier.questionnaire) }
        laterCells = later.responses.map { $0.cells(in: newer) }
    }

    /// - Parameter number: the place of the step in the report.
    func step(number: Int) -> WaveStep {
        var members: [WaveMemberChange] = []
        var tests: [Result<RawWaveTest, WaveTesting.Untested>] = []
        for member in later.assessment.members {
            let figures = figures(of: member)
            members.append(change(of: member, figures: figures))
            for figure in figures { tests.append(test(figure, number: number)) }
        }
        return WaveStep(
            earlier: earlier.assessment, later: later.assessment, questionnaires: comparison, breaks: breaks(),
            members: members, items: itemChanges(), recommendations: recommendations(),
            recurring: recurring,
            overall: .init(earlier: earlier.assessment.overall?.value, later: later.assessment.overall?.value),
            tests: tests)
    }

    // MARK: Figures

    private func figures(of member: MemberAssessment) -> [WaveFigureChange] {
        let sides = [member.facilitators, member.burden].compactMap { $0 }
        let former = earlier.assessment.member(member.id)
        return (sides.isEmpty ? [member.score] : sides).map { result in
            let then = [former?.facilitators, former?.burden, former?.score].compactMap { $0 }
                .first { $0.metric.id == result.metric.id }
            return figure(result, then: then)
        }
    }

    private func figure(_ result: MetricResult, then: MetricResult?) -> WaveFigureChange {
        let items = leaves[result.id] ?? []
        let weight = items.reduce(0) { $0 + $1.weight }
        func share(_ isIn: (Item) -> Bool) -> Double {
            weight > 0 ? items.filter(isIn).reduce(0) { $0 + $1.weight } / weight : 0
        }
        let matchedShare = share { before.items[$0.id] != nil }
        let comparedShare = share { common.contains($0.id) }
        var values = (
            earlier: compared.earlier.value(ofMetric: result.id), later: compared.later.value(ofMetric: result.id)
        )
        var obstacle: WaveFigureChange.Obstacle?
        if weight == 0 {
            obstacle = .noFigure
        } else if then?.status == .withheld {
            obstacle = .earlierWithheld
        } else if result.status == .withheld {
            obstacle = .laterWithheld
        } else if let least = newer.comparison?.matchedShare, !Tolerance.isAtLeast(comparedShare, least) {
            obstacle = .tooFewMatched
        } else if values.earlier == nil || values.later == nil {
            obstacle = .noFigure
        }
        if obstacle != nil { values = (nil, nil) }
        return WaveFigureChange(
            metric: result.metric, id: result.id, matchedShare: matchedShare, comparedShare: comparedShare,
            earlier: values.earlier, later: values.later, obstacle: obstacle,
            contributions: obstacle == nil ? contributions(to: result.id, values: values) : nil,
            test: .untested(.noFigures))
    }

    private func contributions(to metric: String, values: (earlier: Double?, later: Double?)) -> [WaveContribution]? {
        var earlier: [Int: Double] = [:]
        var later: [Int: Double] = [:]
        for (place, item) in newer.items.enumerated() where common.contains(item.id) {
            earlier[place] = compared.earlier.value(ofItem: item.id)
            later[place] = compared.later.value(ofItem: item.id)
        }
        guard let parts = WaveDecomposition(metrics, earlier: earlier, later: later).parts(of: metric),
            let from = values.earlier, let to = values.later,
            // What does not add up, because missing answers count as something else, is not told.
            abs(parts.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value } - (to - from)) <= 1e-6
        else { return nil }
        return parts.map { place, amount in
            WaveContribution(
                item: newer.items[place], earlier: earlier[place] ?? 0, later: later[place] ?? 0, amount: amount)
        }.sorted { ($1.amount.magnitude, $0.item.id) < ($0.amount.magnitude, $1.item.id) }
    }

    // MARK: Caps

    /// Whether enough of what a metric rests on was asked alike; whether it was answered is for its status to say.
    private func isMatchedEnough(_ metric: String) -> Bool {
        guard let least = newer.comparison?.matchedShare else { return true }
        let share = comparison.metrics.first { $0.leaves.id == metric }?.share
        return share.map { Tolerance.isAtLeast($0, least) } ?? true
    }

    private func change(of member: MemberAssessment, figures: [WaveFigureChange]) -> WaveMemberChange {
        let former = earlier.assessment.member(member.id)
        let isHidden =
            former?.score.status == .withheld || member.score.status == .withheld
            || !isMatchedEnough(member.score.id)
        func values(_ id: String) -> WaveMemberChange.WaveValues {
            isHidden
                ? .init(earlier: nil, later: nil)
                : .init(earlier: matched.earlier.value(ofMetric: id), later: matched.later.value(ofMetric: id))
        }
        let cap = member.cap.map { values($0.id) }
        func binds(_ reckoning: Reckoning) -> Bool {
            guard let cap = member.cap.flatMap({ reckoning.value(ofMetric: $0.id) }),
                let free = member.facilitators.flatMap({ reckoning.value(ofMetric: $0.id) })
            else { return false }
            return Tolerance.isBelow(cap, free)
        }
        return WaveMemberChange(
            id: member.id, title: member.title, reportedEarlier: former, reportedLater: member, figures: figures,
            cap: cap, score: values(member.score.id), capEvents: member.cap.map { capEvents($0.id) } ?? [],
            capBindsEarlier: binds(matched.earlier), capBindsLater: binds(matched.later))
    }

    /// The items whose gate rating moved so that another cap stands for it.
    private func capEvents(_ cap: String) -> [WaveCapEvent] {
        guard let then = matched.earlier.derivation(ofMetric: cap), let now = matched.later.derivation(ofMetric: cap)
        else { return [] }
        let before = Dictionary(then.terms.map { ($0.reference.id, $0) }, uniquingKeysWith: { first, _ in first })
        let (old, new) = (matched.earlier.value(ofMetric: cap), matched.later.value(ofMetric: cap))
        let hasMoved = old.map { old in new.map { !Tolerance.isEqual(old, $0) } ?? true } ?? (new != nil)
        return now.terms.compactMap { term in
            guard let item = newer.item(term.reference.id), let former = before[item.id],
                let earlier = self.before.items[item.id], let later = after.items[item.id]
            else { return nil }
            let isSame =
                former.entered == term.entered
                || former.entered.flatMap { from in term.entered.map { Tolerance.isEqual(from, $0) } } == true
            guard !isSame else { return nil }
            let decides = then.decidedBy.contains(former.reference) || now.decidedBy.contains(term.reference)
            return WaveCapEvent(
                item: item, earlierGate: former.gatePosition, laterGate: term.gatePosition,
                earlierCap: former.entered, laterCap: term.entered, isEarlierSet: earlier.setRating != nil,
                isLaterSet: later.setRating != nil, moves: hasMoved && decides)
        }
    }

    // MARK: Chance

    private func test(_ figure: WaveFigureChange, number: Int) -> Result<RawWaveTest, WaveTesting.Untested> {
        guard let rule = newer.comparison?.test else { return .failure(.init(reason: .noRule)) }
        guard figure.change != nil else { return .failure(.init(reason: .noFigures)) }
        guard earlier.wave.collection.isConfidential, later.wave.collection.isConfidential else {
            return .failure(.init(reason: .oneStatement))
        }
        let items = (leaves[figure.id] ?? []).filter { common.contains($0.id) && $0.weight > 0 }
        let smallest = max(newer.pool.smallestGroup, earlier.questionnaire.pool.smallestGroup)
        let testing = WaveTesting(
            rule: rule, smallest: max(smallest, Pool.fewestRespondents),
            isRoleBalanced: newer.pool.value == .roleBalancedMean,
            prefersPairs: Tolerance.isAtLeast(
                Double(recurring),
                rule.recurringShare * Double(min(earlier.responses.count, later.responses.count))),
            family: family)
        let then = people(earlier, earlierCells, before, items)
        let now = people(later, laterCells, after, items)
        let stream = RandomStream(seed: WaveStepBuilder.seed).split(figure.id).split(number)
        // Always in the same order, so that the same two waves give the same probability whichever comes first.
        guard earlier.wave.id > later.wave.id else { return testing.run(earlier: then, later: now, stream: stream) }
        return testing.run(earlier: now, later: then, stream: stream).map(\.swapped)
    }

    /// Any number does; it must only stay the same.
    private static let seed: UInt64 = 2026

    private func people(
        _ wave: AnsweredWave, _ cells: [[AnswerCell]], _ matching: WaveMatching, _ items: [Item]
    ) -> [WavePerson] {
        let roles = Dictionary(newer.roles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let weight = items.reduce(0) { $0 + $1.weight }
        return zip(wave.responses, cells).compactMap { response, cells in
            var values: [Int: (value: Double, weight: Double)] = [:]
            var answered = 0.0
            for (place, item) in items.enumerated() {
                guard let value = matching.value(of: item, in: cells) else { continue }
                values[place] = (value, item.weight)
                answered += item.weight
            }
            // Who answered hardly anything says little of the whole.
            let least = newer.coverage?.provisional ?? 0
            guard !values.isEmpty, weight > 0, Tolerance.isAtLeast(answered / weight, least) else { return nil }
            let role = roles[response.role]
            let roleWeight = items.reduce(0) { $0 + $1.weight * (role?.weight(in: $1.dimension) ?? 1) } / weight
            return WavePerson(
                respondent: response.respondent, role: response.role, roleWeight: roleWeight, values: values)
        }
    }

    // MARK: The rest

    private func itemChanges() -> [WaveItemChange] {
        pairs.compactMap { pair -> (place: Int, change: WaveItemChange)? in
            guard let place = newer.index(ofItem: pair.new.id) else { return nil }
            let id = pair.new.id
            let member = later.assessment.members.first { $0.items.contains { $0.item.id == id } }
            return (
                place,
                WaveItemChange(
                    pair: pair, member: member?.id, earlier: matched.earlier.value(ofItem: id),
                    later: matched.later.value(ofItem: id), earlierGate: matched.earlier.gatePosition(ofItem: id),
                    laterGate: matched.later.gatePosition(ofItem: id))
            )
        }.sorted { $0.place < $1.place }.map(\.change)
    }

    private func breaks() -> [WaveBreak] {
        var breaks: [WaveBreak] = []
        let (old, new) = (earlier.questionnaire, newer)
        if old.version != new.version || !comparison.isEmpty {
            breaks.append(
                .questionnaire(
                    old: old.version, new: new.version, added: comparison.addedItems.count,
                    dropped: comparison.droppedItems.count,
                    incomparable: comparison.pairs.count - pairs.count))
        }
        if earlier.wave.collection != later.wave.collection {
            breaks.append(
                .collection(old: earlier.wave.collection.rawValue, new: later.wave.collection.rawValue))
        }
        let (before, after) = (earlier.scores.groups.map(\.roles), later.scores.groups.map(\.roles))
        if Set(before.map(Set.init)) != Set(after.map(Set.init)) { breaks.append(.groups(old: before, new: after)) }
        return breaks
    }

    private func recommendations() -> [WaveRecommendation] {
        let overall = earlier.questionnaire.presentation?.overall
        let successors = Dictionary(
            pairs.map { ($0.old.id, $0.new.id) }, uniquingKeysWith: { first, _ in first })
        return earlier.assessment.recommendations.enumerated().map { place, effect in
            let recommendation = effect.recommendation
            let items =
                recommendation.builds.map { item($0.item, aim: $0.value, gate: nil, successors: successors) }
                + recommendation.removes.map {
                    item($0.item, aim: $0.value, gate: $0.gatePosition, successors: successors)
                }
            return WaveRecommendation(
                recommendation: recommendation, rank: place + 1,
                gain: overall.map { effect.change(of: $0)?.gain ?? 0 }, items: items.compactMap { $0 })
        }
    }

    /// - Parameter gate: the ceiling of the gate rating, where the item is to fall.
    private func item(
        _ id: String, aim: Double, gate: Int?, successors: [String: String]
    ) -> WaveRecommendation.Item? {
        guard let item = earlier.questionnaire.item(id) else { return nil }
        let successor = successors[id]
        let then = successor.flatMap(matched.earlier.value(ofItem:))
        let now = successor.flatMap(matched.later.value(ofItem:))
        let gates = (
            then: successor.flatMap(matched.earlier.gatePosition(ofItem:)),
            now: successor.flatMap(matched.later.gatePosition(ofItem:))
        )
        var outcome = WaveRecommendation.Outcome.notKnown
        if let then, let now {
            if let gate {
                let isLow = gates.now.map { $0 <= gate } ?? true
                let change = Tolerance.isEqual(then, now) ? Double((gates.now ?? 0) - (gates.then ?? 0)) : now - then
                outcome = Tolerance.isAtMost(now, aim) && isLow ? .reached : WaveStepBuilder.outcome(-change)
            } else {
                outcome = Tolerance.isAtLeast(now, aim) ? .reached : WaveStepBuilder.outcome(now - then)
            }
        }
        return WaveRecommendation.Item(
            item: item, earlier: then, later: now, earlierGate: gates.then, laterGate: gates.now, aim: aim,
            isCeiling: gate != nil, outcome: outcome)
    }

    /// - Parameter progress: how far it went in the direction that was wanted.
    private static func outcome(_ progress: Double) -> WaveRecommendation.Outcome {
        if Tolerance.isEqual(progress, 0) { return .unchanged }
        return progress > 0 ? .nearer : .farther
    }
}

extension RawWaveTest {
    /// The same with the waves in the other order.
    var swapped: RawWaveTest {
        RawWaveTest(
            isPaired: isPaired, earlierPeople: laterPeople, laterPeople: earlierPeople, probability: probability,
            difference: -difference, isExact: isExact, standardError: standardError,
            degreesOfFreedom: degreesOfFreedom, leastProbability: leastProbability, rule: rule)
    }
}

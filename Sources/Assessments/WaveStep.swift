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
    /// The overall metric, over the items that both waves asked alike, like the scores.
    public let overall: WaveMemberChange.WaveValues

    /// How much of what could be answered was answered to each item that can be compared, by its newer id.
    public let coverages: [String: WaveMemberChange.WaveValues]

    /// The tests of all figures, member by member, not yet adjusted for one another.
    let tests: [Result<RawWaveTest, WaveTesting.Untested>]
}

/// Puts a step together.
struct WaveStepBuilder {
    let earlier: AnsweredWave
    let later: AnsweredWave
    let comparison: QuestionnaireComparison
    let pairs: [ItemPair]
    let before: WaveMatching
    let after: WaveMatching
    private let layout: MetricLayout
    let metrics: [MetricInFull]
    let leaves: [String: [Item]]
    /// Both waves by the items that are matched, and by those that have a figure in both.
    private let matched: (earlier: Reckoning, later: Reckoning)
    let compared: (earlier: Reckoning, later: Reckoning)
    let common: Set<String>
    /// What the earlier wave comes to by its own questionnaire, over the items that have a figure in both.
    let formerly: Reckoning
    /// The items of each metric of the earlier questionnaire that the newer lacks.
    let lost: [String: [Item]]
    /// The groups of roles that both waves show.
    private let blocks: RoleBlocks
    private let earlierCells: [[AnswerCell]]
    private let laterCells: [[AnswerCell]]
    private let recurring: Int
    /// The most tests there can be in the report.
    private let family: Int

    var newer: Questionnaire { later.questionnaire }

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
        let own = earlier.questionnaire
        let ownIDs = Set(pairs.filter { common.contains($0.new.id) }.map(\.old.id))
        formerly = Reckoning(
            own, items: earlier.scores.items.filter { ownIDs.contains($0.item.id) }, asOf: earlier.scores.asOf,
            layout: MetricLayout(own))
        let matchedIDs = Set(pairs.map(\.old.id))
        lost = Dictionary(
            own.metricLeaves().map { ($0.id, $0.items.filter { !matchedIDs.contains($0.id) }) },
            uniquingKeysWith: { first, _ in first })
        blocks = RoleBlocks(earlier.scores.groups.map(\.roles) + later.scores.groups.map(\.roles))
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
            overall: overall(members),
            coverages: Dictionary(
                pairs.map {
                    (
                        $0.new.id,
                        .init(earlier: before.items[$0.new.id]?.coverage, later: after.items[$0.new.id]?.coverage)
                    )
                },
                uniquingKeysWith: { first, _ in first }),
            tests: tests)
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

    /// The overall metric by the rules of the newer questionnaire; nothing where a member of it cannot be compared.
    private func overall(_ members: [WaveMemberChange]) -> WaveMemberChange.WaveValues {
        guard let overall = later.assessment.overall, overall.status != .withheld,
            earlier.assessment.overall.map({ $0.status != .withheld }) ?? false,
            members.allSatisfy({ $0.score.change != nil }), isMatchedEnough(overall.id)
        else { return .init(earlier: nil, later: nil) }
        return .init(
            earlier: matched.earlier.value(ofMetric: overall.id), later: matched.later.value(ofMetric: overall.id))
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
        // Roles that stand together in the report of a wave stand together here: a figure of only some of them would show
        // what the others said.
        let members = Dictionary(grouping: (earlier.responses + later.responses).map(\.role), by: blocks.block)
        let names = members.mapValues { Set($0).sorted().joined(separator: "+") }
        func ownWeight(_ role: String) -> Double {
            items.reduce(0.0) { $0 + $1.weight * (roles[role]?.weight(in: $1.dimension) ?? 1) }
        }
        // The mean over all who answered the waves, also those whom this test leaves out: which of them lack answers must
        // not show.
        let weights = members.mapValues { list in
            list.sorted().reduce(0.0) { $0 + ownWeight($1) } / Double(list.count)
        }
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
            let block = blocks.block(response.role)
            return WavePerson(
                respondent: response.respondent, role: names[block] ?? response.role,
                roleWeight: (weights[block] ?? ownWeight(response.role)) / weight, values: values)
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
                let wasLow = gates.then.map { $0 <= gate } ?? true
                let wasThere = Tolerance.isAtMost(then, aim) && wasLow
                let isThere = Tolerance.isAtMost(now, aim) && isLow
                outcome = isThere ? (wasThere ? .kept : .reached) : WaveStepBuilder.outcome(-change)
            } else {
                let wasThere = Tolerance.isAtLeast(then, aim)
                let isThere = Tolerance.isAtLeast(now, aim)
                outcome = isThere ? (wasThere ? .kept : .reached) : WaveStepBuilder.outcome(now - then)
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

import Questionnaires
import Responses
import Scoring
import Statistics

/// How facilitators and burden changed, and why.
extension WaveStepBuilder {
    func figures(of member: MemberAssessment) -> [WaveFigureChange] {
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
        let contributions = obstacle == nil ? contributions(to: result.id, values: values) : nil
        return WaveFigureChange(
            metric: result.metric, id: result.id, matchedShare: matchedShare, comparedShare: comparedShare,
            earlier: values.earlier, later: values.later,
            missing: items.filter { !common.contains($0.id) && $0.weight > 0 }, obstacle: obstacle,
            contributions: contributions, parts: parts(contributions, of: result, then: then, values: values),
            isBroken: isBroken(result.id, then: then?.id), test: .untested(.noFigures))
    }

    /// Whether items of a metric are not asked alike in both waves, or its answers were collected otherwise.
    private func isBroken(_ metric: String, then: String?) -> Bool {
        earlier.wave.collection != later.wave.collection
            || (leaves[metric] ?? []).contains { before.items[$0.id] == nil }
            || !(then.flatMap { lost[$0] } ?? []).isEmpty
    }

    /// The whole change, link by link: R′ − R = (R′ − M′) + (M′ − M) + (M − C) + (C − R), with R as the report of either
    /// wave has the metric, M over the items in common by the newer questionnaire, and C over them by the older one.
    ///
    /// Each link stands where both its ends are known: only the newer questionnaire has a weight for what was added, and
    /// only the older for what was dropped. So there is no order to choose.
    private func parts(
        _ contributions: [WaveContribution]?, of result: MetricResult, then: MetricResult?,
        values: (earlier: Double?, later: Double?)
    ) -> WaveParts? {
        guard let contributions, let from = values.earlier, let to = values.later, let then, let old = then.value,
            let new = result.value, let bare = formerly.value(ofMetric: then.id)
        else { return nil }
        var people = 0.0
        for contribution in contributions.sorted(by: { $0.item.id < $1.item.id }) {
            guard let causes = contribution.causes else { return nil }
            people += causes.people
        }
        // What does not reach the last digits is the rounding of the machine.
        func exact(_ amount: Double) -> Double { abs(amount) < 1e-12 ? 0 : amount }
        return WaveParts(
            matched: WaveCauses(ratings: to - from - people, people: people),
            items: exact((new - to) - (old - bare)), weights: exact(from - bare))
    }

    private func contributions(to metric: String, values: (earlier: Double?, later: Double?)) -> [WaveContribution]? {
        var earlier: [Int: Double] = [:]
        var later: [Int: Double] = [:]
        for (place, item) in newer.items.enumerated() where common.contains(item.id) {
            earlier[place] = compared.earlier.value(ofItem: item.id)
            later[place] = compared.later.value(ofItem: item.id)
        }
        guard let pulls = WaveDecomposition(metrics, earlier: earlier, later: later).pulls(of: metric),
            let from = values.earlier, let to = values.later
        else { return nil }
        let contributions = pulls.map { place, pull in
            contribution(newer.items[place], pull: pull, from: earlier[place] ?? 0, to: later[place] ?? 0)
        }.sorted { ($1.amount.magnitude, $0.item.id) < ($0.amount.magnitude, $1.item.id) }
        // What does not add up, because missing answers count as something else, is not told.
        return abs(contributions.reduce(0) { $0 + $1.amount } - (to - from)) <= 1e-6 ? contributions : nil
    }

    private func contribution(_ item: Item, pull: Double, from: Double, to: Double) -> WaveContribution {
        var causes: WaveCauses?
        if let then = before.items[item.id], let now = after.items[item.id] {
            causes = WaveCauses(earlier: then, later: now, values: (from, to), pool: newer.pool)
        }
        return WaveContribution(
            item: item, earlier: from, later: to, amount: pull * (to - from),
            causes: causes.map { WaveCauses(ratings: pull * $0.ratings, people: pull * $0.people) })
    }
}

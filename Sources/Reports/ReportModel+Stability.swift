import Assessments
import Mustache
import Questionnaires
import Responses
import Scoring

/// How sure the results are: how far they would move with other respondents.
extension ReportModel {
    /// Whether there are stability intervals to be shown.
    var hasIntervals: Bool { assessment.stability.map { $0.rule != nil && $0.reason == nil } ?? false }

    func stability() -> [String: MustacheValue] {
        guard let stability = assessment.stability, let rule = stability.rule else { return ["isPresent": false] }
        return [
            "isPresent": true,
            "hasIntervals": .flag(hasIntervals),
            "meaning": .text(stabilityMeaning(stability, rule)),
            "robustness": optional(robustnessSentence()),
            "rows": .list(hasIntervals ? assessment.members.map(stabilityRow) + [overallRow()].compactMap { $0 } : []),
            "notes": .list(hasIntervals ? stabilityNotes(stability).map(MustacheValue.text) : []),
        ]
    }

    /// What an interval means, or why there is none.
    private func stabilityMeaning(_ stability: Stability, _ rule: StabilityRule) -> String {
        switch stability.reason {
        case .oneStatement: return words("stability.oneStatement")
        case .tooFewPeople(let needed): return words("stability.tooFewPeople", ["needed": words.count(needed)])
        case .noRule: return ""
        case nil:
            return words(
                "stability.meaning", ["draws": words.count(rule.draws), "level": numbers.percent(rule.level)])
        }
    }

    /// The stability interval of a metric; a dash where there is none.
    func interval(_ result: MetricResult?) -> String {
        guard let result, let interval = assessment.stability?.interval(result.id) else { return numbers.range(nil) }
        let low = figure(interval.lowerBound, of: result.metric)
        let high = figure(interval.upperBound, of: result.metric)
        return low == high ? low : words("detail.range", ["low": low, "high": high])
    }

    private func stabilityRow(_ member: MemberAssessment) -> MustacheValue {
        [
            "title": .text(member.title),
            "facilitators": .text(interval(member.facilitators)),
            "burden": .text(interval(member.burden)),
            "score": .text(figure(member.score)),
            "interval": .text(interval(member.score)),
            "capShare": .text(capShare(member).map(words.percent) ?? "–"),
        ]
    }

    private func overallRow() -> MustacheValue? {
        guard let overall = assessment.overall else { return nil }
        return [
            "title": .text(overall.metric.title), "facilitators": "", "burden": "", "score": .text(figure(overall)),
            "interval": .text(interval(overall)), "capShare": "",
        ]
    }

    /// In how many of a hundred draws the cap binds; nothing for a member without a cap.
    func capShare(_ member: MemberAssessment) -> String? {
        assessment.stability?.capShares[member.id].map(numbers.percent)
    }

    private func stabilityNotes(_ stability: Stability) -> [String] {
        var notes: [String] = []
        if let sentence = bandSentence(stability) { notes.append(sentence) }
        if let sentence = weakestSentence(stability) { notes.append(sentence) }
        let still = assessment.members.filter { member in
            stability.interval(member.score.id).map { $0.upperBound - $0.lowerBound < 1e-9 } ?? false
        }
        if !still.isEmpty { notes.append(words("stability.still", ["domains": words.list(still.map(\.title))])) }
        if let groups = stability.groups {
            notes.append(
                words("stability.groups", ["people": words.count(groups.mostPeople), "groups": String(groups.count)]))
        }
        if stability.figures.contains(where: { !$0.isSmooth && $0.interval != nil }) {
            notes.append(words("stability.joined"))
        }
        return notes
    }

    /// In how many draws the overall result keeps its band.
    func bandSentence(_ stability: Stability) -> String? {
        guard let band = assessment.overallBand?.band,
            let kept = stability.bandShares.first(where: { $0.band.id == band.id })
        else { return nil }
        let others = stability.bandShares.filter { $0.band.id != band.id && $0.share > 0 }
        guard !others.isEmpty else { return words("stability.bandAlways", ["band": band.title]) }
        return words(
            "stability.band",
            [
                "band": band.title, "share": numbers.percent(kept.share),
                "others": words.list(
                    others.map {
                        words("stability.otherBand", ["band": $0.band.title, "share": numbers.percent($0.share)])
                    }),
            ])
    }

    /// Which member is the weakest in how many draws.
    private func weakestSentence(_ stability: Stability) -> String? {
        let ranked = assessment.members.compactMap { member in
            stability.weakestShares[member.id].map { (title: member.title, share: $0) }
        }.filter { $0.share >= 0.005 }
        guard assessment.members.count > 1, let most = ranked.max(by: { $0.share < $1.share }) else { return nil }
        return words("stability.weakest", ["domain": most.title, "share": numbers.percent(most.share)])
    }

    /// How far the overall result would move, in a sentence for the first page.
    func stabilitySentence() -> String? {
        guard let stability = assessment.stability, stability.rule != nil else { return nil }
        if case .tooFewPeople(let needed) = stability.reason {
            return words("certainty.noInterval", ["needed": words.count(needed)])
        }
        guard let overall = assessment.overall, stability.interval(overall.id) != nil else { return nil }
        return words("certainty.stability", ["interval": interval(overall)])
    }
}

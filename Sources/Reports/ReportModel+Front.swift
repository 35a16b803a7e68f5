import Assessments
import Mustache
import Questionnaires
import Responses
import Scoring

/// The first page: where we stand, what caps us, what to do, how sure this is.
extension ReportModel {
    /// How many blockers and recommendations the first page shows.
    static let leading = 5

    func front() -> [String: MustacheValue] {
        let wave = scores.wave
        return [
            "has": has.value,
            "hasIntervals": .flag(hasIntervals),
            "pointsNote": .text(words(has.blockers ? "report.points" : "report.scores")),
            "language": .text(words.strings.language),
            "direction": .text(words.strings.isRightToLeft ? "rtl" : "ltr"),
            "title": .text(reportTitle),
            "subject": .text(assessment.subject),
            "questionnaire": .text(questionnaire.title),
            "wave": .text(wave.id),
            "period": optional(wave.period.map(period)),
            "headline": .text(headline()),
            "firstStep": optional(firstStep()),
            "overall": .object(overall()),
            "topBlockers": .list(shownBlockers.prefix(ReportModel.leading).map(blocker)),
            "topRecommendations": .list(assessment.recommendations.prefix(ReportModel.leading).map(recommendation)),
            "hasBlockers": .flag(!shownBlockers.isEmpty),
            "hasRecommendations": .flag(!assessment.recommendations.isEmpty),
            "caps": .list(assessment.members.filter(\.capBinds).map(capNotes)),
            "noCaps": .text(noCaps()),
            "noBlockers": .text(noBlockers()),
            "certainty": .list(certainty().map(MustacheValue.text)),
            "isSurvey": .flag(wave.collection.isConfidential),
            "participation": .list(participation()),
            "participationTotal": .object(participationTotal()),
        ]
    }

    func period(_ period: Wave.Period) -> String {
        period.from == period.to
            ? period.from : words("wave.period", ["from": period.from, "to": period.to])
    }

    /// Where the office stands and what holds it back, in one sentence.
    func headline() -> String {
        var parameters = ["subject": assessment.subject]
        guard let overall = assessment.overall else { return words("headline.none", parameters) }
        guard overall.value != nil else {
            if overall.status == .notApplicable { return words("headline.notApplicable", parameters) }
            parameters["range"] = ofHundred(range(overall), overall.metric)
            return words("headline.withheld", parameters)
        }
        parameters["overall"] = ofHundred(wholeFigure(overall), overall.metric)
        parameters["band"] = assessment.overallBand?.band?.title ?? ""
        let standing = words(parameters["band"] == "" ? "headline.standing" : "headline.standingBand", parameters)
        let binding = cappedMembers
        guard let first = binding.first, let blocker = first.capSetBy.first else {
            guard
                let weakest = assessment.members.filter({ $0.score.value != nil })
                    .min(by: { ($0.score.value ?? 0) < ($1.score.value ?? 0) })
            else { return words("headline.plain", ["standing": standing]) }
            return words(
                has.caps ? "headline.weakest" : "headline.weakestOfAll",
                ["standing": standing, "domain": weakest.title, "score": wholeFigure(weakest.score)])
        }
        let capped = words(
            "headline.capped",
            [
                "standing": standing, "domain": first.title, "score": wholeFigure(first.score),
                "blocker": label(ofItem: blocker),
            ])
        guard binding.count > 1 else { return capped }
        return words.plural("headline.furtherCaps", binding.count - 1, ["sentence": capped])
    }

    /// Points are said to be of a hundred; a number speaks for itself.
    private func ofHundred(_ figure: String, _ metric: Metric) -> String {
        metric.display == .points ? words("headline.ofHundred", ["figure": figure]) : figure
    }

    /// What to do first, what that would change, and where the smallest step that lifts the cap is another.
    private func firstStep() -> String? {
        guard let first = assessment.recommendations.first else { return nil }
        return [firstChange(first), stepThatLifts(besides: first)].compactMap { $0 }.joined(separator: " ")
    }

    private func firstChange(_ first: RecommendationEffect) -> String {
        let parameters = [
            "title": first.recommendation.title, "role": title(ofRole: first.recommendation.responsible),
            "effort": words.plural("effort.days", first.recommendation.effortDays),
        ]
        guard let overall = assessment.overall, let change = first.change(of: overall.id) else {
            return words("firstStep.plain", parameters)
        }
        return words(
            "firstStep.overall",
            parameters.merging([
                "now": figure(change.now, of: overall.metric), "then": figure(change.then, of: overall.metric),
            ]) { $1 })
    }

    /// How the first step stands to the least that would lift the cap of which the headline speaks.
    private func stepThatLifts(besides first: RecommendationEffect) -> String? {
        guard let capped = cappedMembers.first, let lift = capped.capLift else { return nil }
        let isLifted = (capped.cap.flatMap { first.change(of: $0.id) }?.gain ?? 0) > 0
        guard let steps = lift.recommendations else {
            return isLifted ? nil : words("firstStep.capRemains", ["domain": capped.title])
        }
        guard steps.map(\.id) != [first.recommendation.id] else { return nil }
        return words(
            isLifted ? "firstStep.capAlso" : "firstStep.capStays",
            [
                "domain": capped.title, "recommendations": words.list(steps.map(\.title)),
                "effort": words.plural("effort.days", steps.reduce(0) { $0 + $1.effortDays }),
            ])
    }

    /// The members that a cap holds down, the lowest first.
    private var cappedMembers: [MemberAssessment] {
        assessment.members.filter(\.capBinds).sorted { ($0.score.value ?? 0) < ($1.score.value ?? 0) }
    }

    private func overall() -> [String: MustacheValue] {
        guard let result = assessment.overall else { return ["isPresent": false] }
        let beside = (questionnaire.presentation?.beside ?? []).compactMap(scores.metric)
        return [
            "isPresent": true,
            "title": .text(result.metric.title),
            "value": .text(figure(result)),
            "bar": .text(numbers.bar(result.value, width: 20)),
            "band": optional(assessment.overallBand?.band?.title),
            "range": .text(range(result)),
            "hasInterval": .flag(assessment.stability?.interval(result.id) != nil),
            "interval": .text(interval(result)),
            "coverage": .text(numbers.percent(result.coverage)),
            "status": .text(status(result)),
            "beside": .list(
                beside.map {
                    [
                        "title": .text($0.metric.title),
                        "value": .text(figure($0)),
                    ]
                }),
        ]
    }

    /// Blockers that are there at all.
    var shownBlockers: [RankedBlocker] {
        assessment.blockers.filter { $0.value > $0.item.range().lowerBound }
    }

    private func blocker(_ blocker: RankedBlocker) -> MustacheValue {
        let position = blocker.gatePosition
        let effect: String
        let member = blocker.member.flatMap(assessment.member)
        if blocker.binds, let member {
            effect = words("blocker.binds", ["domain": member.title, "cap": figure(member.cap)])
        } else if let member, member.capSetBy.contains(blocker.item.id) {
            effect = words("blocker.sets", ["domain": member.title, "cap": figure(member.cap)])
        } else {
            effect = words("blocker.weighs")
        }
        let answers = assessment.recommendations.filter { effect in
            effect.recommendation.removes.contains { $0.item == blocker.item.id }
        }
        return [
            "id": .text(blocker.item.id),
            "label": .text(blocker.item.label),
            "domain": .text(member?.title ?? ""),
            "rating": .text(optionLabel(blocker.item, position)),
            "anchor": .text(blocker.item.anchors.indices.contains(position) ? blocker.item.anchors[position] : ""),
            "value": .text(numbers.points(blocker.value)),
            "coverage": .text(numbers.percent(scores.item(blocker.item.id)?.coverage)),
            "ratingAndValue": .text(
                words(
                    "html.blockerRating",
                    [
                        "rating": optionLabel(blocker.item, position), "value": numbers.points(blocker.value),
                        "coverage": numbers.percent(scores.item(blocker.item.id)?.coverage),
                    ])),
            "binds": .flag(blocker.binds),
            "effect": .text(effect),
            "answeredBy": .text(
                answers.isEmpty
                    ? words("blocker.noAnswer") : words.row(answers.map(\.recommendation.title))),
        ]
    }

    /// What keeps a domain's cap in place, and the least that would lift it.
    private func capNotes(_ member: MemberAssessment) -> MustacheValue {
        [
            "domain": .text(member.title),
            "sentence": .text(capSentence(member)),
            "standing": optional(capStanding(member)),
            "lift": optional(capLift(member)),
        ]
    }

    /// What is said where no cap binds: that there is none, or that answers are too few to tell.
    private func noCaps() -> String {
        let unknown = assessment.members.filter { $0.cap?.status == .withheld }
        guard !unknown.isEmpty else { return words("front.noCaps") }
        return words("front.capsUnknown", ["domains": words.list(unknown.map(\.title))])
    }

    /// What is said where no blocker is shown: that none was reported, or that nobody could tell.
    private func noBlockers() -> String {
        let isAsked = scores.items.contains { $0.item.direction == .blocker && $0.applicable > 0 }
        return words(assessment.blockers.isEmpty && isAsked ? "front.blockersUnknown" : "front.noBlockers")
    }

    /// How sure this is, in sentences.
    func certainty() -> [String] {
        let people = assessment.participation
        var sentences: [String] = []
        if scores.wave.collection.isConfidential {
            sentences.append(words.plural("certainty.respondents", people.answered))
            if let rate = people.rate, let invited = people.invited {
                sentences.append(
                    words("certainty.rate", ["invited": words.count(invited), "rate": numbers.percent(rate)]))
            } else if let invited = people.invited {
                sentences.append(words("certainty.moreThanAsked", ["invited": words.count(invited)]))
            } else {
                sentences.append(words("certainty.noRate"))
            }
        } else {
            sentences.append(words("certainty.\(scores.wave.collection.rawValue)"))
        }
        if let overall = assessment.overall {
            sentences.append(
                words(
                    "certainty.coverage",
                    ["coverage": numbers.percent(overall.coverage), "status": status(overall)]))
            if let bounds = overall.bounds, bounds.upperBound - bounds.lowerBound > 0.0005 {
                sentences.append(words("certainty.bounds", ["range": range(overall)]))
            }
        }
        if let sentence = stabilitySentence() { sentences.append(sentence) }
        if let robustness = assessment.robustness {
            sentences.append(words(robustness.isKept ? "robustness.briefKept" : "robustness.briefChanges"))
        }
        if let sentence = coverageOfMembers() { sentences.append(sentence) }
        let weak = assessment.members.filter { $0.score.status == .provisional || $0.score.status == .withheld }
        if !weak.isEmpty {
            sentences.append(
                words(
                    "certainty.weak",
                    [
                        "domains": words.list(
                            weak.map { words("certainty.weakDomain", ["title": $0.title, "status": status($0.score)]) })
                    ]))
        }
        let heldBack = scores.items.filter(\.isHeldBack)
        if !heldBack.isEmpty {
            sentences.append(
                words.plural("certainty.heldBack", heldBack.count, ["items": words.list(heldBack.map(\.item.label))]))
        }
        if provenance.leftOutCount > 0 {
            sentences.append(words.plural("certainty.leftOut", provenance.leftOutCount))
        }
        return sentences
    }

    /// From which to which coverage the domains range; nothing where there is but one.
    private func coverageOfMembers() -> String? {
        let known = assessment.members.filter { $0.score.coverage != nil }
            .sorted { ($0.score.coverage ?? 0) < ($1.score.coverage ?? 0) }
        guard known.count > 1, let least = known.first, let most = known.last else { return nil }
        let (low, high) = (numbers.percent(least.score.coverage), numbers.percent(most.score.coverage))
        if low == high { return words("certainty.domainsAlike", ["coverage": low]) }
        return words(
            "certainty.domains",
            ["least": low, "leastDomain": least.title, "most": high, "mostDomain": most.title])
    }

    private func participation() -> [MustacheValue] {
        assessment.participation.rows.map { row in
            [
                "role": .text(row.role.title),
                "answered": .text(words.count(row.answered)),
                "invited": .text(row.invited.map(String.init) ?? "–"),
                "rate": .text(row.rate.map { words.percent(numbers.percent($0)) } ?? "–"),
            ]
        }
    }

    private func participationTotal() -> [String: MustacheValue] {
        let people = assessment.participation
        return [
            "answered": .text(words.count(people.answered)),
            "invited": .text(people.invited.map(String.init) ?? "–"),
            "rate": .text(people.rate.map { words.percent(numbers.percent($0)) } ?? "–"),
        ]
    }
}

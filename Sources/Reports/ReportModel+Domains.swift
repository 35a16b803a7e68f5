import Assessments
import Charts
import Mustache
import Questionnaires
import Responses
import Scoring

/// The domains and their items.
extension ReportModel {
    func domain(_ member: MemberAssessment) -> MustacheValue {
        let score = member.score
        var gap: String?
        if let target = member.target, let value = score.value {
            gap =
                value >= target - 0.0005
                ? words("target.reached")
                : words("target.gap", ["gap": figure(target - value, of: score.metric)])
        }
        var values: [String: MustacheValue] = [
            "id": .text(member.id),
            "title": .text(member.title),
            "description": optional(member.description),
            "score": .text(figure(score)),
            "scoreBar": .text(numbers.bar(score.value, width: 10)),
            "facilitators": .text(figure(member.facilitators)),
            "facilitatorsBar": .text(numbers.bar(member.facilitators?.value, width: 10)),
            "burden": .text(figure(member.burden)),
            "burdenBar": .text(numbers.bar(member.burden?.value, width: 10)),
            "cap": .text(capText(member)),
            "capBinds": .flag(member.capBinds),
            "capSentence": .text(capSentence(member)),
            "capStanding": optional(capStanding(member)),
            "capLift": optional(member.capBinds ? capLift(member) : nil),
            "band": optional(member.band?.band?.title),
            "status": .text(status(score)),
            "coverage": .text(numbers.percent(score.coverage)),
            "range": .text(range(score)),
            "interval": .text(interval(score)),
            "target": .text(figure(member.target, of: score.metric)),
            "gap": optional(gap),
            "conditions": optional(conditionsSentence(score)),
            "notApplicable": optional(
                member.isNotApplicableFlagged
                    ? words("domain.notApplicable", ["share": numbers.percent(member.notApplicableShare)]) : nil),
            "companions": .list(assessment.companions(of: member.id).map { companion($0, beside: member) }),
            "tables": .list(itemTables(member.items)),
            "nextSteps": .list(member.items.compactMap(nextStep)),
            "remarks": .list(member.items.compactMap(remarks)),
            "hasRemarks": .flag(
                member.items.contains { pooled in
                    assessment.remarks.contains { $0.item == pooled.item.id }
                }),
        ]
        if theme != nil {
            values["facilitatorsHeat"] = heat(member.facilitators?.value, .moreIsBetter)
            values["facilitatorsSymbol"] = heatSymbol(member.facilitators?.value, .moreIsBetter)
            values["burdenHeat"] = heat(member.burden?.value, .moreIsWorse)
            values["burdenSymbol"] = heatSymbol(member.burden?.value, .moreIsWorse)
            values["scoreHeat"] = heat(score.value, .moreIsBetter)
            values["scoreSymbol"] = heatSymbol(score.value, .moreIsBetter)
        }
        return .object(values)
    }

    /// The cap for a table: a number with a mark, a word where there is none, or a dash where that is not known.
    private func capText(_ member: MemberAssessment) -> String {
        if member.cap?.status == .withheld { return numbers.points(nil) }
        guard member.cap?.value != nil, !member.capSetBy.isEmpty else { return words("cap.none") }
        return member.capBinds ? words("cap.binding", ["cap": figure(member.cap)]) : figure(member.cap)
    }

    func capSentence(_ member: MemberAssessment) -> String {
        guard let cap = member.cap else { return "" }
        guard cap.value != nil else { return words("cap.withheld") }
        guard !member.capSetBy.isEmpty else { return words("cap.noneSentence") }
        let blockers = member.capSetBy.map { id -> String in
            guard let item = questionnaire.item(id), let position = scores.gatePosition(ofItem: id) else { return id }
            return words("cap.blocker", ["label": item.label, "rating": optionLabel(item, position)])
        }
        return words(
            member.capBinds ? "cap.bindingSentence" : "cap.looseSentence",
            [
                "cap": figure(cap), "blockers": words.list(blockers),
                "facilitators": figure(member.facilitators),
            ])
    }

    /// Whether the cap stands without any one group of roles.
    func capStanding(_ member: MemberAssessment) -> String? {
        guard !member.capStanding.isEmpty, member.capStanding.count > 1 else { return nil }
        let known = member.capStanding.filter { $0.stands != nil }
        guard known.count == member.capStanding.count else { return words("cap.standingUnknown") }
        let falls = known.filter { $0.stands == false }
        guard !falls.isEmpty else { return words("cap.stands") }
        return words(
            "cap.falls", ["groups": words.list(falls.map { groupTitle($0.without.roles) })])
    }

    func capLift(_ member: MemberAssessment) -> String? {
        guard let lift = member.capLift else { return nil }
        let blockers = words.list(lift.blockers.map(label(ofItem:)))
        guard let recommendations = lift.recommendations else { return words("cap.noLift", ["blockers": blockers]) }
        return words.plural(
            "cap.lift", lift.blockers.count,
            [
                "blockers": blockers, "recommendations": words.list(recommendations.map(\.title)),
                "score": figure(lift.scoreThen, of: member.score.metric),
            ])
    }

    func groupTitle(_ roles: [String]) -> String { roles.map(title(ofRole:)).joined(separator: " + ") }

    private func conditionsSentence(_ result: MetricResult) -> String? {
        guard !result.conditions.isEmpty else { return nil }
        return words.plural(
            "domain.conditions", result.conditions.count, ["items": words.list(result.conditions.map(label(ofItem:)))])
    }

    /// One table for each direction and scale, so that the columns fit the items.
    private func itemTables(_ items: [PooledItem]) -> [MustacheValue] {
        var groups: [(direction: Item.Direction, scale: AnswerScale, items: [PooledItem])] = []
        for pooled in items {
            if let index = groups.firstIndex(where: {
                $0.direction == pooled.item.direction && $0.scale.id == pooled.item.scale.id
            }) {
                groups[index].items.append(pooled)
            } else {
                groups.append((pooled.item.direction, pooled.item.scale, [pooled]))
            }
        }
        return groups.enumerated().map { index, group in
            [
                "legend": .text(
                    theme == nil
                        ? ""
                        : distributionKey(
                            group.scale, group.direction, id: "\(group.items[0].item.dimension)-\(index)")),
                "title": .text(words("direction.\(group.direction.rawValue)")),
                "isBlocker": .flag(group.direction == .blocker),
                "options": .list(group.scale.options.map { ["label": .text($0.label)] }),
                "items": .list(group.items.map(item)),
            ]
        }
    }

    func item(_ pooled: PooledItem) -> MustacheValue {
        made.value("item \(pooled.item.id)") { makeItem(pooled) }
    }

    private func makeItem(_ pooled: PooledItem) -> MustacheValue {
        let item = pooled.item
        let value = scores.value(ofItem: item.id)
        let gate = item.direction == .blocker ? scores.gatePosition(ofItem: item.id) : nil
        var values: [String: MustacheValue] = [
            "id": .text(item.id),
            "label": .text(item.label),
            "prompt": .text(item.prompt),
            "domain": .text(questionnaire.dimension(item.dimension)?.title ?? item.dimension),
            "direction": .text(words("direction.\(item.direction.rawValue)")),
            "counts": .list(
                pooled.isHeldBack
                    ? pooled.counts.map { _ in ["count": .text("·")] }
                    : pooled.counts.map { ["count": .text($0 == 0 ? "·" : words.count($0))] }),
            "answered": .text(words.count(pooled.answered)),
            "dontKnow": .text(words.count(pooled.dontKnow)),
            "unanswered": .text(words.count(pooled.unanswered)),
            "notApplicableCount": .text(words.count(pooled.notApplicable)),
            "withoutAnswer": .text(
                words.count(pooled.applicable + pooled.notApplicable - (pooled.isHeldBack ? 0 : pooled.answered))),
            "mean": .text(numbers.points(value)),
            "median": .text(numbers.points(pooled.quantile(0.5))),
            "quartiles": .text(
                pooled.quantile(0.25).flatMap { low in pooled.quantile(0.75).map { numbers.range(low...$0) } } ?? "–"),
            "rating": optional(gate.map { optionLabel(item, $0) }),
            "coverage": .text(numbers.percent(pooled.coverage)),
            "range": .text(numbers.range(scores.bounds(ofItem: item.id))),
            "heldBack": .flag(pooled.isHeldBack),
            "ratingSetBy": optional(
                pooled.setRating.map {
                    words(
                        "item.ratingSet",
                        ["role": title(ofRole: $0.role), "date": $0.date, "evidence": $0.evidence])
                }),
        ]
        if theme != nil {
            let remarks = assessment.remarks.filter { $0.item == item.id }
            let next = nextStep(pooled)
            values["distributionChart"] = .text(distributionChart(pooled))
            values["agreement"] = optional(agreement(pooled))
            values["hasNextStep"] = .flag(next != nil)
            values["nextStep"] = next ?? .missing
            values["hasRemarks"] = .flag(!remarks.isEmpty)
            values["remarks"] = .list(remarks.map(remark))
            values["moreRemarks"] = .text(words.plural("domain.moreRemarks", assessment.remarksLeftOut[item.id] ?? 0))
            values["hasMoreRemarks"] = .flag(assessment.remarksLeftOut[item.id] != nil)
        }
        return .object(values)
    }

    /// How much people agree on an item; nothing for too few of them.
    private func agreement(_ pooled: PooledItem) -> String? {
        pooled.agreement.map { numbers.fixed($0, decimals: 2) }
    }

    private func remark(_ remark: Remark) -> MustacheValue {
        // Where a template shows it, `text` is what was said, and the words of the language are out of reach.
        [
            "kind": .text(words("remark.\(remark.kind.rawValue)")), "colon": .text(words("mark.colon")),
            "text": .text(remark.text),
        ]
    }

    /// Where an item stands and what the next step looks like, in the words of its anchors.
    private func nextStep(_ pooled: PooledItem) -> MustacheValue? {
        let item = pooled.item
        guard item.hasPositions, let value = scores.value(ofItem: item.id) else { return nil }
        let now: Int
        let next: Int
        if item.direction == .blocker {
            guard let gate = scores.gatePosition(ofItem: item.id), gate > 0 else { return nil }
            (now, next) = (gate, gate - 1)
        } else {
            now = item.scale.options.lastIndex { $0.value <= value + 1e-9 } ?? 0
            next = now + 1
        }
        guard item.anchors.indices.contains(now), item.anchors.indices.contains(next) else { return nil }
        return [
            "label": .text(item.label),
            "nowLabel": .text(optionLabel(item, now)),
            "now": .text(item.anchors[now]),
            "nextLabel": .text(optionLabel(item, next)),
            "next": .text(item.anchors[next]),
        ]
    }

    private func remarks(_ pooled: PooledItem) -> MustacheValue? {
        let remarks = assessment.remarks.filter { $0.item == pooled.item.id }
        guard !remarks.isEmpty else { return nil }
        return [
            "label": .text(pooled.item.label),
            "texts": .list(remarks.map(remark)),
            "more": .text(words.plural("domain.moreRemarks", assessment.remarksLeftOut[pooled.item.id] ?? 0)),
            "hasMore": .flag(assessment.remarksLeftOut[pooled.item.id] != nil),
        ]
    }

    func contradiction(_ contradiction: Contradiction) -> MustacheValue {
        .text(
            words(
                "contradiction.sentence",
                [
                    "facilitator": contradiction.facilitator.label, "blocker": contradiction.blocker.label,
                    "facilitatorValue": numbers.points(contradiction.facilitatorValue),
                    "blockerValue": numbers.points(contradiction.blockerValue),
                    "facilitatorCoverage": numbers.percent(scores.item(contradiction.facilitator.id)?.coverage),
                    "blockerCoverage": numbers.percent(scores.item(contradiction.blocker.id)?.coverage),
                    "index": numbers.points(contradiction.index),
                ]))
    }
}

import Assessments
import JSON
import Questionnaires
import Responses
import Scoring

extension AssessmentReport {
    /// The version of the JSON format; it rises when a key changes its meaning or goes.
    static let jsonFormatVersion = 1

    /// The assessment as JSON, for programs: every figure of the report as a number from 0 to 1, with its derivation.
    /// The format is described in `reports/README.md`.
    public func json() -> String {
        let scores = assessment.scores
        let questionnaire = scores.questionnaire
        let wave = scores.wave
        var members: [String: JSONValue] = [
            "formatVersion": .integer(AssessmentReport.jsonFormatVersion),
            "waymark": .string(provenance.version),
            "organisation": .string(assessment.subject),
            "asOf": JSONValue(scores.asOf),
            "wave": .object([
                "id": .string(wave.id), "collection": .string(wave.collection.rawValue),
                "from": JSONValue(wave.period?.from), "to": JSONValue(wave.period?.to),
            ]),
            "questionnaire": .object([
                "id": .string(questionnaire.id), "version": .string(questionnaire.version),
                "title": .string(questionnaire.title),
            ]),
            "digests": provenance.allDigests,
            "leftOut": .array(provenance.leftOut.map { ["file": .string($0.file), "reason": .string($0.reason)] }),
            "participation": .array(assessment.participation.rows.map(JSONReport.participation)),
            "groups": .array(scores.groups.map(JSONReport.group)),
            "members": .array(assessment.members.map { JSONReport.member($0, stability: assessment.stability) }),
            "metrics": .array(
                scores.metrics.map {
                    JSONReport.metric($0, questionnaire: questionnaire, stability: assessment.stability)
                }),
            "stability": assessment.stability?.json() ?? .null,
            "robustness": assessment.robustness?.json() ?? .null,
            "agreement": assessment.agreement?.json() ?? .null,
            "items": .array(scores.items.map { JSONReport.item($0, scores: scores, remarks: assessment.remarks) }),
            "blockers": .array(assessment.blockers.map(JSONReport.blocker)),
            "recommendations": .array(assessment.recommendations.enumerated().map(JSONReport.recommendation)),
            "settled": .array(assessment.settled.map { .string($0.id) }),
            "contradictions": .array(assessment.contradictions.map(JSONReport.contradiction)),
            "companions": companionsJSON(),
        ]
        if let sensitivity { members["sensitivity"] = sensitivity.json() }
        // Lists that are whole need no count.
        if provenance.hasMoreLeftOut { members["leftOutCount"] = .integer(provenance.leftOutCount) }
        if !assessment.remarksLeftOut.isEmpty {
            members["remarksLeftOut"] = .object(assessment.remarksLeftOut.mapValues(JSONValue.integer))
        }
        // Nothing is said of projects where there are none.
        if let projects { members["projects"] = projects.json() }
        return JSONValue.object(members).canonicalText()
    }
}

/// The parts of the JSON report.
private enum JSONReport {
    static func bounds(_ bounds: ClosedRange<Double>?) -> JSONValue {
        bounds.map { [.number($0.lowerBound), .number($0.upperBound)] } ?? .null
    }

    static func strings(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }

    static func participation(_ row: Participation.Row) -> JSONValue {
        [
            "role": .string(row.role.id), "answered": .integer(row.answered),
            "invited": row.invited.map(JSONValue.integer) ?? .null, "rate": JSONValue(row.rate),
        ]
    }

    static func group(_ group: RoleGroup) -> JSONValue {
        ["roles": strings(group.roles), "respondents": .integer(group.count)]
    }

    static func member(_ member: MemberAssessment, stability: Stability?) -> JSONValue {
        [
            "id": .string(member.id), "title": .string(member.title), "target": JSONValue(member.target),
            "score": JSONValue(member.score.value), "band": JSONValue(member.band?.band?.id),
            "facilitators": JSONValue(member.facilitators?.value), "burden": JSONValue(member.burden?.value),
            "cap": JSONValue(member.cap?.value), "capBinds": .bool(member.capBinds),
            "capSetBy": strings(member.capSetBy), "status": .string(member.score.status.rawValue),
            "bounds": bounds(member.score.bounds), "stability": bounds(stability?.interval(member.score.id)),
            "capShare": JSONValue(stability?.capShares[member.id]), "coverage": JSONValue(member.score.coverage),
            "notApplicableShare": .number(member.notApplicableShare),
            "capStanding": .array(
                member.capStanding.map {
                    ["without": strings($0.without.roles), "stands": $0.stands.map(JSONValue.bool) ?? .null]
                }),
            "capLift": member.capLift.map { lift in
                [
                    "blockers": strings(lift.blockers),
                    "recommendations": lift.recommendations.map { strings($0.map(\.id)) } ?? .null,
                    "cap": JSONValue(lift.capThen), "score": JSONValue(lift.scoreThen),
                ]
            } ?? .null,
        ]
    }

    static func metric(
        _ result: MetricResult, questionnaire: Questionnaire, stability: Stability?
    ) -> JSONValue {
        [
            "id": .string(result.id), "metric": .string(result.metric.id), "member": JSONValue(result.member),
            "title": .string(result.metric.title), "value": JSONValue(result.value), "bounds": bounds(result.bounds),
            "stability": bounds(stability?.interval(result.id)),
            "standardError": JSONValue(stability?.figure(result.id)?.standardError),
            "coverage": JSONValue(result.coverage), "status": .string(result.status.rawValue),
            "band": JSONValue(result.band?.id),
            "outcome": JSONValue(result.verdict?.outcome), "because": JSONValue(result.verdict?.because),
            "conditions": strings(result.conditions),
            "derivation": [
                "detail": detail(result.derivation.detail),
                "rule": .string(ruleName(result.metric.rule)),
                "decidedBy": strings(result.derivation.decidedBy.map(\.id)),
                "terms": .array(result.derivation.terms.map { term($0, questionnaire: questionnaire) }),
            ],
        ]
    }

    private static func detail(_ detail: Derivation.Detail) -> JSONValue {
        switch detail {
        case .none, .most: .null
        case .steps(let steps):
            .array(
                steps.map {
                    ["applied": .bool($0.isApplied), "amount": JSONValue($0.amount), "value": .number($0.value)]
                })
        case .levels(let levels):
            .array(
                levels.map {
                    [
                        "level": .string($0.id), "satisfiesAt": $0.satisfiesAt.map(JSONValue.bool) ?? .null,
                        "satisfiesBelow": $0.satisfiesBelow.map(JSONValue.bool) ?? .null,
                    ]
                })
        case .verdict(_, let rule): ["rule": rule.map { .integer($0 + 1) } ?? .null]
        }
    }

    private static func ruleName(_ rule: Metric.Rule) -> String {
        switch rule {
        case .band: "band"
        case .possible: "possible"
        case .adjust: "adjust"
        case .level: "level"
        case .verdict: "verdict"
        case .reference: "reference"
        case .aggregate(let aggregate):
            switch aggregate.function {
            case .sum: "sum"
            case .mean: "mean"
            case .min: "min"
            case .max: "max"
            case .median: "median"
            case .quantile: "quantile"
            case .geometricMean: "geometricMean"
            case .share: "share"
            case .count: "count"
            }
        }
    }

    private static func term(_ term: Derivation.Term, questionnaire: Questionnaire) -> JSONValue {
        var kind = "metric"
        var gate: String?
        if case .item(let id) = term.reference {
            kind = "item"
            gate = term.gatePosition.flatMap { questionnaire.item(id)?.scale.options[$0].id }
        }
        return [
            kind: .string(term.reference.id), "value": JSONValue(term.value), "entered": JSONValue(term.entered),
            "weight": .number(term.weight), "gateRating": JSONValue(gate), "state": .string(term.state.rawValue),
        ]
    }

    static func item(_ pooled: PooledItem, scores: Scores, remarks: [Remark]) -> JSONValue {
        let item = pooled.item
        let options = item.scale.options
        let counts = Dictionary(
            zip(options.map(\.id), pooled.counts.map(JSONValue.integer)), uniquingKeysWith: { first, _ in first })
        let gate = item.direction == .blocker ? scores.gatePosition(ofItem: item.id) : nil
        return [
            "id": .string(item.id), "label": .string(item.label), "dimension": .string(item.dimension),
            "direction": .string(item.direction.rawValue), "value": JSONValue(scores.value(ofItem: item.id)),
            "bounds": bounds(scores.bounds(ofItem: item.id)), "coverage": JSONValue(pooled.coverage),
            "median": JSONValue(pooled.quantile(0.5)), "quartile1": JSONValue(pooled.quantile(0.25)),
            "quartile3": JSONValue(pooled.quantile(0.75)), "gateRating": JSONValue(gate.map { options[$0].id }),
            "gateRatingSetBy": JSONValue(pooled.setRating?.role), "heldBack": .bool(pooled.isHeldBack),
            "counts": pooled.isHeldBack ? .null : .object(counts), "answered": .integer(pooled.answered),
            "dontKnow": .integer(pooled.dontKnow), "unanswered": .integer(pooled.unanswered),
            "notApplicable": .integer(pooled.notApplicable),
            "byRole": .array(
                pooled.strata.map {
                    [
                        "roles": strings($0.roles), "answered": .integer($0.answered),
                        "mean": JSONValue($0.mean), "weight": .number($0.weight),
                    ]
                }),
            "remarks": .array(
                remarks.filter { $0.item == item.id }.map {
                    ["kind": .string($0.kind.rawValue), "text": .string($0.text)]
                }),
        ]
    }

    static func blocker(_ blocker: RankedBlocker) -> JSONValue {
        [
            "item": .string(blocker.item.id), "member": JSONValue(blocker.member), "value": .number(blocker.value),
            "gateRating": .string(blocker.item.scale.options[blocker.gatePosition].id), "binds": .bool(blocker.binds),
        ]
    }

    static func recommendation(_ rank: Int, _ effect: RecommendationEffect) -> JSONValue {
        [
            "rank": .integer(rank + 1), "id": .string(effect.recommendation.id),
            "title": .string(effect.recommendation.title),
            "responsible": .string(effect.recommendation.responsible),
            "effortDays": .integer(effect.recommendation.effortDays),
            "origin": .string(effect.recommendation.origin.rawValue),
            "requires": strings(effect.recommendation.requires),
            "metrics": .array(
                effect.metrics.map {
                    ["metric": .string($0.metric), "now": .number($0.now), "then": .number($0.then)]
                }),
            "items": .array(
                effect.items.map { ["item": .string($0.item), "now": .number($0.now), "then": .number($0.then)] }),
        ]
    }

    static func contradiction(_ contradiction: Contradiction) -> JSONValue {
        [
            "facilitator": .string(contradiction.facilitator.id), "blocker": .string(contradiction.blocker.id),
            "index": .number(contradiction.index),
        ]
    }
}

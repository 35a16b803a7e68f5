import JSON
import Projects
import Questionnaires
import Responses
import Scoring

extension ProjectReport {
    /// The version of the JSON format; it rises when a key changes its meaning or goes.
    static let jsonFormatVersion = 1

    /// The assessment as JSON, for programs. The format is described in `reports/README.md`.
    public func json() -> String {
        var object = ProjectJSON(assessment).members()
        object["formatVersion"] = .integer(ProjectReport.jsonFormatVersion)
        object["waymark"] = .string(provenance.version)
        object["questionnaire"] = .object([
            "id": .string(assessment.scores.questionnaire.id),
            "version": .string(assessment.scores.questionnaire.version),
        ])
        object["digests"] = provenance.digests
        return JSONValue.object(object).canonicalText()
    }
}

/// A project as JSON.
struct ProjectJSON {
    let assessment: ProjectAssessment

    init(_ assessment: ProjectAssessment) {
        self.assessment = assessment
    }

    func members() -> [String: JSONValue] {
        [
            "project": record(), "asOf": JSONValue(assessment.asOf), "organisation": organisation(),
            "respondents": .object(assessment.respondents.mapValues { .integer($0) }),
            "lastChange": JSONValue(assessment.lastChange),
            "next": JSONValue(assessment.next?.stage.id),
            "stages": .array(assessment.stages.map(stage)),
            "actions": .array(assessment.actions.map(action)),
            "shelving": assessment.shelving.map(shelving) ?? .null,
            "risks": .array(assessment.risks.map(risk)),
            "hardware": assessment.hardware.map(hardware) ?? .null,
            "contradictions": .array(assessment.contradictions.map(contradiction)),
            "similar": .array(assessment.similar.map(ProjectJSON.similar)),
            "around": .array(assessment.around.map(point)),
        ]
    }

    private func record() -> JSONValue {
        let record = assessment.record
        return [
            "id": .string(record.id), "title": .string(record.title), "purpose": .string(record.purpose),
            "statisticsDomain": JSONValue(record.statisticsDomain), "gsbpm": JSONValue(record.gsbpm),
            "dataSources": .array(record.dataSources.map { .string($0) }), "method": JSONValue(record.method),
            "classification": JSONValue(record.classification), "ownerRole": JSONValue(record.ownerRole),
            "started": JSONValue(record.started),
            "outcome": record.outcome.map { outcome in
                [
                    "state": .string(outcome.state.rawValue), "date": .string(outcome.date),
                    "reason": JSONValue(outcome.reason),
                ]
            } ?? .null,
        ]
    }

    private func organisation() -> JSONValue {
        assessment.organisation.map { ["name": .string($0.name), "wave": .string($0.wave)] } ?? .null
    }

    private func stage(_ stage: StageAssessment) -> JSONValue {
        [
            "id": .string(stage.stage.id), "title": .string(stage.stage.title), "status": .string(stage.status.id),
            "because": JSONValue(stage.because), "own": JSONValue(stage.own?.outcome),
            "share": JSONValue(stage.share?.value), "coverage": JSONValue(stage.share?.coverage),
            "skipped": stage.skipped.map { ["reason": .string($0.reason), "date": JSONValue($0.date)] } ?? .null,
            "obstacles": .array(stage.obstacles.map(matter)), "conditions": .array(stage.conditions.map(matter)),
            "inherited": .array(stage.inherited.map(inherited)),
            "reliance": .array(
                stage.reliance.map {
                    ["point": .string($0.reliance.point), "on": .string($0.reliance.on)]
                }),
            "points": .array(stage.points.map(point)),
        ]
    }

    private func point(_ point: PointStanding) -> JSONValue {
        let state: JSONValue
        switch point.state {
        case .rated(let position): state = .string(point.item.scale.options[position].id)
        case .dontKnow: state = "dontKnow"
        case .blank: state = "unanswered"
        case .notApplicable: state = "notApplicable"
        }
        return [
            "id": .string(point.item.id), "state": state, "must": .bool(point.isMust),
            "value": JSONValue(assessment.scores.value(ofItem: point.item.id)),
            "evidence": JSONValue(point.proof?.rawValue),
            "reopenedBy": point.reopenedBy.map { ["kind": .string($0.kind), "date": .string($0.date)] } ?? .null,
            "changedOn": JSONValue(point.changedOn),
        ]
    }

    private func inherited(_ effect: InheritedEffect) -> JSONValue {
        [
            "blocker": .string(effect.blocker), "rating": JSONValue(effect.rating?.id),
            "effect": .string(effect.effect.rawValue),
            "override": effect.override.map {
                [
                    "evidence": .string($0.evidence), "date": .string($0.date), "byRole": .string($0.byRole),
                ]
            } ?? .null,
        ]
    }

    private func matter(_ matter: StageMatter) -> JSONValue {
        var object = subject(matter.about)
        object["owner"] = JSONValue(matter.agreed?.ownerRole)
        object["due"] = JSONValue(matter.agreed?.due)
        object["action"] = JSONValue(matter.agreed?.action)
        object["lapsed"] = .bool(matter.isLapsed)
        return .object(object)
    }

    private func subject(_ subject: StageMatter.Subject) -> [String: JSONValue] {
        switch subject {
        case .point(let point): ["kind": "point", "check": .string(point.item.id)]
        case .weighed(let points): ["kind": "weighed", "checks": .array(points.map { .string($0.item.id) })]
        case .unproven(let point): ["kind": "unproven", "check": .string(point.item.id)]
        case .inherited(let effect): ["kind": "inherited", "blocker": .string(effect.blocker)]
        case .inheritedUnknown(let effects):
            ["kind": "inheritedUnknown", "blockers": .array(effects.map { .string($0.blocker) })]
        case .reliedOn(let reliance, _, _):
            ["kind": "reliedOn", "check": .string(reliance.on), "for": .string(reliance.point)]
        case .agreed(let condition, _):
            switch condition.about {
            case .check(let id): ["kind": "agreed", "check": .string(id)]
            case .blocker(let id, _): ["kind": "agreed", "blocker": .string(id)]
            }
        }
    }

    private func action(_ action: ProjectAction) -> JSONValue {
        var object = subject(action.matter.about)
        object["about"] = object["kind"]
        object["kind"] = .string(action.kind.rawValue)
        object["stage"] = .string(action.matter.stage)
        object["due"] = JSONValue(action.due)
        switch action.actor {
        case .role(let role): object["actor"] = .string(role)
        case .organisation: object["actor"] = "organisation"
        }
        return .object(object)
    }

    private func shelving(_ shelving: ShelvingAssessment) -> JSONValue {
        [
            "level": .string(shelving.level.id), "calibrated": false,
            "daysSinceLastChange": shelving.daysSinceLastChange.map { .integer($0) } ?? .null,
            "signs": .array(
                shelving.signs.map {
                    ["id": .string($0.sign.id), "seen": $0.isSeen.map { .bool($0) } ?? .null]
                }),
        ]
    }

    private func risk(_ risk: RiskStanding) -> JSONValue {
        [
            "id": .string(risk.risk.id), "standing": .string(risk.standing.id),
            "share": JSONValue(risk.share?.value), "coverage": JSONValue(risk.share?.coverage),
        ]
    }

    private func hardware(_ finding: HardwareFinding) -> JSONValue {
        let record = finding.record
        return [
            "result": .string(finding.result.rawValue),
            "binding": .array(finding.binding.map { .string($0.rawValue) }), "host": .string(record.host),
            "workload": .string(record.workload), "date": .string(record.date), "seconds": .number(record.seconds),
            "upperSeconds": .number(record.upperSeconds), "windowSeconds": .number(record.windowSeconds),
            "peakMemoryMB": .number(record.peakMemoryMB), "memoryMB": .number(record.availableMemoryMB),
            "extrapolation": .number(record.extrapolation),
        ]
    }

    private func contradiction(_ contradiction: HardwareContradiction) -> JSONValue {
        switch contradiction {
        case .project(let item, let said):
            ["by": "project", "item": .string(item.id), "said": .string(said.id)]
        case .organisation(let item, let value, _):
            ["by": "organisation", "item": .string(item.id), "value": .number(value)]
        }
    }

    static func similar(_ project: SimilarProject) -> JSONValue {
        [
            "id": .string(project.id), "similarity": .number(project.similarity),
            "words": .array(project.words.map { .string($0) }),
            "dataSources": .array(project.dataSources.map { .string($0) }),
        ]
    }
}

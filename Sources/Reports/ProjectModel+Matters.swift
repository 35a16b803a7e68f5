import Mustache
import Projects
import Questionnaires
import Scoring

/// What is open in a stage, who put it on paper, and what the organisation hands down.
extension ProjectModel {
    /// What a matter is about, by its name.
    func subject(_ matter: StageMatter) -> String {
        switch matter.about {
        case .point(let point), .unproven(let point), .reliedOn(_, _, let point): return quoted(point)
        case .weighed:
            return words("project.matter.weighed", ["kind": plan.weighed.map { tagWord($0.tag, $0.value) } ?? ""])
        case .inherited(let effect): return quoted(effect)
        case .inheritedUnknown(let effects):
            return words.plural("project.matter.inheritedUnknown", effects.count)
        case .agreed(let condition, let point):
            if let point { return quoted(point) }
            switch condition.about {
            case .check(let id): return id
            case .blocker(let id, _): return quoted(id, assessment.organisation?.scores.item(id)?.item.label)
            }
        }
    }

    /// How it stands, beside its name.
    func standing(_ matter: StageMatter) -> String {
        switch matter.about {
        case .point(let point): return standing(point)
        case .weighed(let points):
            return words.plural(
                "project.matter.weighedPoints", points.count, ["points": firstFew(points.map(\.item.id), most: 8)])
        case .unproven(let point):
            return words("project.matter.unproven", ["evidence": evidenceKind(point.proof)])
        case .inherited(let effect): return rating(effect)
        case .inheritedUnknown(let effects): return words.list(effects.map(\.blocker))
        case .reliedOn(let reliance, let skipped, _):
            return words(
                "project.matter.reliedOn",
                ["point": reliance.point, "number": String(number(of: skipped.stage))])
        case .agreed: return words("project.matter.agreed")
        }
    }

    /// The answer, or what reopened the point.
    func standing(_ point: PointStanding) -> String {
        guard let change = point.reopenedBy else { return answer(point) }
        return words(
            "project.point.reopened",
            ["change": plan.change(change.kind)?.title ?? change.kind, "date": change.date])
    }

    func rating(_ effect: InheritedEffect) -> String {
        guard let rating = effect.rating else { return words("project.inherited.noRating") }
        return words("project.inherited.rating", ["rating": rating.id, "label": rating.label])
    }

    /// The matter in a line: its name and how it stands.
    func line(_ matter: StageMatter) -> String {
        let parameters = ["subject": subject(matter), "standing": standing(matter), "due": matter.agreed?.due ?? ""]
        return words(matter.isLapsed ? "project.matter.lineLapsed" : "project.matter.line", parameters)
    }

    func matterRow(_ matter: StageMatter, isObstacle: Bool) -> MustacheValue {
        let agreed = matter.agreed
        let state: String
        if matter.isLapsed {
            state = words("project.state.lapsed")
        } else if matter.isPromised {
            state = words("project.state.open")
        } else {
            state = words("project.state.notPromised")
        }
        return [
            "kind": .text(words(isObstacle ? "project.matter.obstacle" : "project.matter.condition")),
            "subject": .text(subject(matter)), "standing": .text(standing(matter)),
            "owner": .text(owner(matter)), "due": .text(agreed?.due ?? "–"),
            "action": page.alone(agreed?.action), "state": .text(state), "isAlert": .flag(isObstacle),
        ]
    }

    private func owner(_ matter: StageMatter) -> String {
        if let owner = matter.agreed?.ownerRole { return role(owner) }
        switch matter.about {
        case .inherited, .inheritedUnknown: return words("project.actor.organisation")
        case .point(let point), .unproven(let point), .reliedOn(_, _, let point):
            return plan.role(askedOf: point.item.id).map { words("project.actor.proposed", ["role": role($0)]) } ?? "–"
        case .weighed, .agreed:
            return plan.defaultRole.map { words("project.actor.proposed", ["role": role($0)]) } ?? "–"
        }
    }

    /// What was agreed and put right.
    func closedRow(_ condition: AgreedCondition) -> MustacheValue {
        let subject: String
        switch condition.about {
        case .check(let id): subject = quoted(id, questionnaire.item(id)?.label)
        case .blocker(let id, _): subject = quoted(id, assessment.organisation?.scores.item(id)?.item.label)
        }
        return [
            "kind": .text(words("project.matter.condition")), "subject": .text(subject), "standing": "–",
            "owner": .text(condition.ownerRole.map(role) ?? "–"), "due": .text(condition.due ?? "–"),
            "action": page.alone(condition.action),
            "state": .text(words("project.state.closed", ["date": condition.closedOn ?? "–"])), "isAlert": false,
        ]
    }

    func inheritedRow(_ effect: InheritedEffect) -> MustacheValue {
        let word: String
        switch effect.effect {
        case .stop: word = words("project.inherited.stop")
        case .condition: word = words("project.inherited.condition")
        case .nothing: word = words("project.inherited.nothing")
        case .notKnown: word = words("project.inherited.notKnown")
        }
        let closed = assessment.asOf.flatMap { day in effect.agreed.flatMap { $0.isClosed(on: day) ? $0.closedOn : nil }
        }
        let state: String
        if effect.override != nil {
            state = words("project.inherited.overridden", ["effect": word])
        } else if let closed, effect.effect == .condition {
            state = words("project.inherited.closed", ["effect": word, "date": closed])
        } else {
            state = word
        }
        return [
            "subject": .text(quoted(effect)), "rating": .text(rating(effect)), "effect": .text(state),
            "isAlert": .flag(effect.stops),
            "override": page.sentence(
                effect.override.map { override in
                    words(
                        "project.inherited.override",
                        [
                            "evidence": page.name(override.evidence), "date": override.date,
                            "role": role(override.byRole),
                        ])
                }),
        ]
    }
}

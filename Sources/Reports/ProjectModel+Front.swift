import Mustache
import Projects
import Questionnaires

/// The first page: what the project is, where it stands, what stops it, what to do.
extension ProjectModel {
    private static let leadingActions = 5
    private static let leadingMatters = 8
    private static let leadingSigns = 3

    func front() -> [String: MustacheValue] {
        var values: [String: MustacheValue] = [
            "projectTitle": page.alone(record.title), "purpose": page.alone(record.purpose),
            "facts": .list(facts()), "outcome": page.sentence(outcome()),
            "headline": .text(headline()), "notices": .list(notices().map(MustacheValue.text)),
            "hasNotices": .flag(!notices().isEmpty),
            "strip": .list(assessment.stages.map(cell)),
            "contradictions": .list(contradictions().map(MustacheValue.text)),
            "hasContradictions": .flag(!assessment.contradictions.isEmpty),
            "certainty": page.sentences(certainty()),
            "shelving": shelving(), "hasShelving": .flag(assessment.shelving != nil),
        ]
        values.merge(whatStops()) { $1 }
        values.merge(actions()) { $1 }
        return values
    }

    private func facts() -> [MustacheValue] {
        let sources = record.dataSources.map(page.name)
        let all: [(key: String, value: String?)] = [
            ("project.fact.owner", record.ownerRole.map(role)),
            ("project.fact.domain", record.statisticsDomain.map(page.name)),
            ("project.fact.gsbpm", record.gsbpm.map(page.name)),
            (
                "project.fact.dataSources",
                sources.isEmpty ? nil : sources.joined(separator: words("project.fact.separator"))
            ),
            ("project.fact.method", record.method.map(page.name)),
            ("project.fact.classification", record.classification.map(page.name)),
            ("project.fact.started", record.started),
        ]
        return all.compactMap { key, value in
            value.map { ["title": .text(words(key)), "value": page.sentence($0)] }
        }
    }

    func outcome() -> String? {
        guard let outcome = record.outcome else { return nil }
        let state =
            switch outcome.state {
            case .live: words("project.outcome.live", ["date": outcome.date])
            case .shelved: words("project.outcome.shelved", ["date": outcome.date])
            case .stopped: words("project.outcome.stopped", ["date": outcome.date])
            case .merged: words("project.outcome.merged", ["date": outcome.date])
            }
        guard let reason = outcome.reason else { return state }
        return words("project.outcome.because", ["outcome": state, "reason": page.name(reason)])
    }

    private func cell(_ stage: StageAssessment) -> MustacheValue {
        [
            "id": .text(stage.stage.id), "number": .text(String(number(of: stage.stage.id))),
            "name": .text(name(of: stage.stage)), "status": StageStatusValue(stage.status).value,
            "isSkipped": .flag(stage.skipped != nil), "isNext": .flag(stage.stage.id == assessment.next?.stage.id),
            "share": .text(share(stage)),
        ]
    }

    /// What keeps the next stage from going on, by who can change it.
    private func whatStops() -> [String: MustacheValue] {
        guard let next = assessment.next else {
            let key = record.isOver ? words("project.front.over") : words("project.front.nothingNext")
            return ["hasNext": false, "nothingNext": .text(key)]
        }
        let title = words(
            "project.front.next", ["number": String(number(of: next.stage.id)), "name": name(of: next.stage)])
        let stops = next.obstacles.filter(\.isOfOrganisation)
        let own = next.obstacles.filter { !$0.isOfOrganisation }
        var ownLines = next.hasBegun ? own.map(line) : own.filter { !$0.isBlankPoint }.map(line)
        let blank = own.count { $0.isBlankPoint }
        if next.obstacles.isEmpty, next.status.isStop { ownLines.append(withoutObstacle(next)) }
        if !next.hasBegun, blank > 0 {
            ownLines.append(words.plural("project.front.blankMusts", blank, ["must": mustWord()]))
        }
        var conditions: String?
        if !next.conditions.isEmpty {
            let organisations = next.conditions.count(where: \.isOfOrganisation)
            conditions = words.plural(
                "project.front.conditions", next.conditions.count, ["organisation": words.count(organisations)])
        }
        return [
            "hasNext": true, "nextTitle": .text(title), "nextID": .text(next.stage.id),
            "ownObstacles": .list(cut(ownLines)), "hasOwnObstacles": .flag(!ownLines.isEmpty),
            "organisationObstacles": .list(cut(stops.map(line))), "hasOrganisationObstacles": .flag(!stops.isEmpty),
            "organisationClear": .text(
                words(
                    next.inherited.contains(where: \.isUnknown)
                        ? "project.front.organisationUnknown" : "project.front.organisationClear")),
            "nextConditions": optional(conditions),
        ]
    }

    /// Why a stage may not go on of which nothing single is in the way.
    private func withoutObstacle(_ stage: StageAssessment) -> String {
        let because = stage.because ?? stage.status.description ?? stage.status.title
        guard let weighed = plan.weighed else { return because }
        let open = stage.points.filter { $0.isOpen && weighed.contains($0.item) }
        guard !open.isEmpty else { return because }
        return words(
            "project.front.weighed",
            [
                "because": because, "kind": tagWord(weighed.tag, weighed.value),
                "points": firstFew(open.map(\.item.id), most: 8),
            ])
    }

    private func cut(_ lines: [String]) -> [MustacheValue] {
        let rest = lines.count - ProjectModel.leadingMatters
        guard rest > 0 else { return lines.map(MustacheValue.text) }
        return (lines.prefix(ProjectModel.leadingMatters) + [words.plural("project.more", rest)])
            .map(MustacheValue.text)
    }

    private func actions() -> [String: MustacheValue] {
        let rest = assessment.actions.count - ProjectModel.leadingActions
        return [
            "hasActions": .flag(!assessment.actions.isEmpty),
            "actions": .list(assessment.actions.prefix(ProjectModel.leadingActions).map(action)),
            "furtherActions": optional(rest > 0 ? words.plural("project.front.furtherActions", rest) : nil),
            "actionsNote": optional(record.isOver ? words("project.front.actionsOver") : nil),
        ]
    }

    private func action(_ action: ProjectAction) -> MustacheValue {
        [
            "what": .text(what(action)), "agreed": page.alone(action.matter.agreed?.action),
            "place": .text(words("project.stages.one", ["number": String(number(of: action.matter.stage))])),
            "who": .text(who(action)), "due": .text(due(action)),
            "isLapsed": .flag(action.matter.isLapsed),
        ]
    }

    func who(_ action: ProjectAction) -> String {
        switch action.actor {
        case .role(let id): role(id)
        case .organisation: words("project.actor.organisation")
        }
    }

    func due(_ action: ProjectAction) -> String {
        guard let due = action.due else { return words("project.action.noDate") }
        return action.matter.isLapsed
            ? words("project.action.lapsed", ["date": due]) : words("project.action.due", ["date": due])
    }

    func what(_ action: ProjectAction) -> String {
        let parameters = ["subject": subject(action.matter), "standing": standing(action.matter)]
        switch action.kind {
        case .catchUp: return words("project.action.catchUp", parameters)
        case .answerAnew: return words("project.action.answerAnew", parameters)
        case .settle:
            return action.matter.isBlankPoint
                ? words("project.action.begin", parameters) : words("project.action.settle", parameters)
        case .escalate: return words("project.action.escalate", parameters)
        case .promise: return words("project.action.promise", parameters)
        case .finish: return words("project.action.finish", parameters)
        case .prove: return words("project.action.prove", parameters)
        case .assessOrganisation: return words("project.action.assessOrganisation", parameters)
        case .raise: return words("project.action.raise", parameters)
        }
    }

    private func shelving() -> MustacheValue {
        guard let shelving = assessment.shelving else { return .missing }
        let unknown = shelving.signs.count { $0.isSeen == nil }
        let further = shelving.seen.dropFirst(ProjectModel.leadingSigns)
        return [
            "level": StageStatusValue(shelving.level, words: words).value,
            "description": optional(shelving.level.description),
            "signs": .list(
                shelving.seen.prefix(ProjectModel.leadingSigns).map {
                    ["title": .text($0.sign.title), "remedy": .text($0.sign.remedy)]
                }),
            "hasSigns": .flag(!shelving.seen.isEmpty),
            "furtherSigns": optional(
                further.isEmpty
                    ? nil
                    : words("project.shelving.further", ["signs": words.list(further.map { $0.sign.title })])),
            "unknown": optional(
                unknown > 0
                    ? words.plural(
                        "project.shelving.unknown", unknown, ["all": words.count(shelving.signs.count)]) : nil),
            "days": .text(
                shelving.daysSinceLastChange.map {
                    words.plural("project.shelving.days", max(0, $0), ["date": shelving.lastChange ?? "–"])
                } ?? words("project.shelving.noDays")),
        ]
    }
}

extension StageMatter {
    /// Whether it is a point that nobody has answered, for whatever reason.
    var isBlankPoint: Bool {
        if case .point(let point) = about, point.state == .blank { true } else { false }
    }
}

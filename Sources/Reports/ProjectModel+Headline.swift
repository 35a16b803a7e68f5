import Projects
import Questionnaires
import Responses

/// Where the project stands, in a sentence or two, and what has to be said before anything else.
extension ProjectModel {
    func headline() -> String {
        [standing(), nextStep(), lapsed()].compactMap { $0 }.joined(separator: " ")
    }

    private func standing() -> String {
        guard assessment.hasAnswers else { return words("project.headline.nothing") }
        let going = assessment.stages.filter(\.goesOn)
        let open = going.count { !$0.status.isSettled }
        guard !going.isEmpty else { return words("project.headline.none") }
        let parameters = ["stages": stages(going), "count": words.count(open)]
        if open == 0 { return words("project.headline.ready", parameters) }
        if open == going.count { return words("project.headline.readyAllWithConditions", parameters) }
        return words.plural("project.headline.readyWithConditions", open, parameters)
    }

    private func nextStep() -> String? {
        if record.isOver { return nil }
        guard let next = assessment.next else { return words("project.headline.settled") }
        let number = String(number(of: next.stage.id))
        let stops = next.obstacles.filter(\.isOfOrganisation)
        let own = next.obstacles.filter { !$0.isOfOrganisation }
        let parameters = [
            "number": number, "blockers": words.list(stops.map(headlineSubject)),
            "obstacles": firstFew(own.map(headlineSubject), most: 2),
        ]
        if !next.hasBegun {
            return stops.isEmpty
                ? words("project.headline.notBegun", parameters)
                : words("project.headline.notBegunStopped", parameters)
        }
        if !stops.isEmpty {
            return own.isEmpty
                ? words("project.headline.stoppedByOrganisation", parameters)
                : words.plural(
                    "project.headline.stoppedByBoth", own.count,
                    parameters.merging(["obstacles": firstFew(own.map(headlineSubject), most: 1)]) { $1 })
        }
        if !own.isEmpty { return words("project.headline.stoppedByOwn", parameters) }
        if next.status.isStop {
            return words("project.headline.stopped", parameters.merging(["because": next.because ?? ""]) { $1 })
        }
        return words.plural("project.headline.conditions", next.conditions.count, parameters)
    }

    /// That promised dates have passed, where the next stage does not say so.
    private func lapsed() -> String? {
        guard !record.isOver else { return nil }
        let late = assessment.stages.filter { stage in
            stage.stage.id != assessment.next?.stage.id && stage.obstacles.contains(where: \.isLapsed)
        }
        let count = late.flatMap(\.obstacles).count(where: \.isLapsed)
        return count == 0 ? nil : words.plural("project.headline.lapsed", count, ["stages": stages(late)])
    }

    /// A matter by its name only, a blocker with how severe it is.
    private func headlineSubject(_ matter: StageMatter) -> String {
        guard case .inherited(let effect) = matter.about, let rating = effect.rating else {
            return subject(matter)
        }
        return words(
            "project.headline.blocker",
            ["label": effect.item?.label ?? effect.blocker, "id": effect.blocker, "rating": rating.id])
    }

    /// What a reader must know before reading on.
    func notices() -> [String] {
        var notices: [String] = []
        let points = assessment.stages.flatMap(\.points)
        let answered = points.filter { $0.state != .blank }
        if assessment.respondents.isEmpty {
            notices.append(words("project.notice.nobody"))
        } else if answered.isEmpty {
            notices.append(words("project.notice.allBlank"))
        } else if answered.allSatisfy({ $0.state == .dontKnow }) {
            notices.append(words.plural("project.notice.allUnknown", answered.count))
        }
        if plan.inheritance != nil, assessment.organisation == nil {
            notices.append(words("project.notice.noOrganisation"))
        }
        if assessment.asOf == nil { notices.append(words("project.notice.noDay")) }
        return notices
    }

    /// How sure this is, in sentences.
    func certainty() -> [String] {
        [people(), coverage(), proof(), reopened(), organisation(), days()].compactMap { $0 }
    }

    private func people() -> String? {
        let all = assessment.respondents
        guard !all.isEmpty else { return nil }
        let known = questionnaire.roles.map(\.id).filter { all[$0] != nil }
        let others = all.keys.filter { !known.contains($0) }.sorted()
        let roles = (known + others).map {
            words("project.certainty.role", ["role": role($0), "count": words.count(all[$0] ?? 0)])
        }
        return words.plural(
            "project.certainty.people", all.values.reduce(0, +), ["roles": words.list(roles)])
    }

    private func coverage() -> String {
        let points = assessment.stages.flatMap(\.points)
        let applying = points.count { $0.state != .notApplicable }
        let rated = points.count { if case .rated = $0.state { true } else { false } }
        return words(
            "project.certainty.coverage",
            [
                "rated": words.count(rated), "all": words.count(applying),
                "share": numbers.percent(applying == 0 ? nil : Double(rated) / Double(applying)),
                "unknown": words.count(points.count { $0.state == .dontKnow }),
                "blank": words.count(points.count { $0.state == .blank }),
                "notApplicable": words.count(points.count - applying),
            ])
    }

    private func proof() -> String? {
        let musts = assessment.stages.flatMap(\.points).filter {
            $0.isMust && $0.holds && $0.state != .notApplicable
        }
        guard !musts.isEmpty else { return nil }
        return words.plural(
            "project.certainty.proof", musts.count,
            [
                "must": mustWord(), "measured": words.count(musts.count { $0.proof == .measured }),
                "documented": words.count(musts.count { $0.proof == .documented }),
                "asserted": words.count(musts.count { $0.proof == .asserted }),
                "none": words.count(musts.count { $0.proof == nil }),
            ])
    }

    private func reopened() -> String? {
        let open = assessment.stages.flatMap(\.points).filter { $0.reopenedBy != nil }
        guard !open.isEmpty else { return nil }
        return words.plural(
            "project.certainty.reopened", open.count, ["points": firstFew(open.map(\.item.id), most: 8)])
    }

    private func organisation() -> String? {
        guard let organisation = assessment.organisation else { return nil }
        var all: [String: Bool] = [:]
        for effect in assessment.stages.flatMap(\.inherited) { all[effect.blocker] = effect.effect == .notKnown }
        return words(
            "project.certainty.organisation",
            [
                "name": page.name(organisation.name), "wave": page.name(organisation.wave),
                "known": words.count(all.values.count { !$0 }), "all": words.count(all.count),
            ])
    }

    private func days() -> String? {
        guard let day = assessment.asOf else { return nil }
        guard let last = assessment.lastChange else { return words("project.certainty.asOf", ["date": day]) }
        return words("project.certainty.asOfAndLast", ["date": day, "last": last])
    }

    /// What the definition calls points that have to hold.
    func mustWord() -> String { plan.gate.map { tagWord($0.tag, $0.value) } ?? "" }

    func tagWord(_ tag: String, _ value: String) -> String {
        questionnaire.tag(tag)?.values.first { $0.id == value }?.title ?? value
    }
}

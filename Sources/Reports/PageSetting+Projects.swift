import Projects
import Questionnaires
import Responses
import Scoring

/// What several reports say of projects in the same words.
extension PageSetting {
    /// The title of a role of the questionnaire about projects.
    func role(_ id: String, of project: ProjectAssessment) -> String {
        name(project.scores.questionnaire.role(id)?.title ?? id)
    }

    /// Whether a project is under way, or what became of it.
    func outcome(_ outcome: ProjectRecord.Outcome?) -> String { words(PageSetting.outcomeKey(outcome?.state)) }

    static func outcomeKey(_ state: ProjectRecord.Outcome.State?) -> String {
        switch state {
        case .live: "portfolio.outcome.live"
        case .shelved: "portfolio.outcome.shelved"
        case .stopped: "portfolio.outcome.stopped"
        case .merged: "portfolio.outcome.merged"
        case nil: "portfolio.outcome.underWay"
        }
    }

    /// A point or a blocker, as it is quoted.
    func quoted(_ label: String?, id: String) -> String {
        guard let label else { return name(id) }
        return words("portfolio.quoted", ["label": name(label), "id": name(id)])
    }

    /// What is open in a stage: the key of the words that say so of one thing or several, and its name.
    private func told(_ matter: StageMatter) -> (key: String, name: String) {
        func point(_ key: String, _ point: PointStanding) -> (key: String, name: String) {
            (key, quoted(point.item.label, id: point.item.id))
        }
        switch matter.about {
        case .point(let standing): return point(PageSetting.matterKey(standing), standing)
        case .weighed(let points): return ("portfolio.matter.weighed", words.count(points.count))
        case .unproven(let standing): return point("portfolio.matter.unproven", standing)
        case .inherited(let effect):
            return ("portfolio.matter.inherited", quoted(effect.item?.label, id: effect.blocker))
        case .inheritedUnknown(let effects): return ("portfolio.matter.inheritedUnknown", words.count(effects.count))
        case .reliedOn(_, _, let standing): return point("portfolio.matter.reliedOn", standing)
        case .agreed(let condition, let standing):
            if let standing { return point("portfolio.matter.agreed", standing) }
            return ("portfolio.matter.agreed", quoted(nil, id: PageSetting.id(of: condition)))
        }
    }

    /// What is open in a stage, in a few words: things of a kind together, in the order of the first of each kind.
    private func told(_ matters: [StageMatter]) -> String {
        var keys: [String] = []
        var names: [String: [String]] = [:]
        for matter in matters {
            let (key, name) = told(matter)
            if names[key] == nil { keys.append(key) }
            let due = matter.isLapsed ? matter.agreed?.due : nil
            names[key, default: []].append(
                due.map { words("portfolio.matter.lapsed", ["matter": name, "due": $0]) } ?? name)
        }
        return keys.map { key in
            let all = names[key] ?? []
            return words.plural(key, all.count, ["names": firstFew(all, most: 3)])
        }.joined(separator: words("portfolio.separator"))
    }

    private static func matterKey(_ point: PointStanding) -> String {
        if point.reopenedBy != nil { return "portfolio.matter.reopened" }
        switch point.state {
        case .rated where point.holds: return "portfolio.matter.partly"
        case .rated: return "portfolio.matter.notMet"
        case .dontKnow: return "portfolio.matter.dontKnow"
        case .blank, .notApplicable: return "portfolio.matter.blank"
        }
    }

    /// The id of what a condition is about.
    static func id(of condition: AgreedCondition) -> String {
        switch condition.about {
        case .check(let id): id
        case .blocker(let id, _): id
        }
    }

    /// The first few of many, and how many more there are.
    func firstFew(_ texts: [String], most: Int) -> String {
        let rest = texts.count - most
        guard rest > 0 else { return words.list(texts) }
        return words.list(texts.prefix(most) + [words.plural("portfolio.more", rest)])
    }

    /// What keeps a stage from going on, or what has to be done in it first.
    func whatStops(_ stage: StageAssessment) -> String {
        if !stage.hasBegun,
            !stage.obstacles.contains(where: { matter in
                if case .inherited = matter.about { true } else { matter.isLapsed }
            })
        {
            return words("portfolio.notBegun")
        }
        let matters = stage.obstacles.isEmpty ? stage.conditions : stage.obstacles
        guard !matters.isEmpty else { return stage.because.map(name) ?? stage.status.title }
        let ordered = matters.filter(\.isWeighty) + matters.filter { !$0.isWeighty }
        return told(ordered)
    }
}

extension StageMatter {
    /// Whether it comes before the points of the stage: the organisation stops it, or a date has passed.
    fileprivate var isWeighty: Bool {
        if case .inherited = about { true } else { isLapsed }
    }
}

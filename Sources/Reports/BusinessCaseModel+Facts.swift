import Mustache
import Projects
import Questionnaires
import Scoring

/// What is known of the project beside its answers.
extension BusinessCaseModel {
    func fact(_ fact: BusinessCasePlan.Fact) -> MustacheValue {
        let (label, lines) = content(fact)
        return [
            "label": .text(label), "isSeveral": .flag(lines.count > 1), "lines": setting.sentences(lines),
            "line": setting.sentence(lines.first ?? words("businessCase.notRecorded")),
        ]
    }

    private func content(_ fact: BusinessCasePlan.Fact) -> (label: String, lines: [String]) {
        func written(_ text: String?) -> [String] { text.map { [setting.name($0)] } ?? [] }
        switch fact {
        case .title: return (words("businessCase.fact.title"), written(record.title))
        case .purpose: return (words("businessCase.fact.purpose"), written(record.purpose))
        case .statisticsDomain: return (words("businessCase.fact.statisticsDomain"), written(record.statisticsDomain))
        case .gsbpm: return (words("businessCase.fact.gsbpm"), written(record.gsbpm))
        case .dataSources: return (words("businessCase.fact.dataSources"), record.dataSources.map(setting.name))
        case .method: return (words("businessCase.fact.method"), written(record.method))
        case .classification: return (words("businessCase.fact.classification"), written(record.classification))
        case .ownerRole:
            return (
                words("businessCase.fact.ownerRole"), record.ownerRole.map { [setting.role($0, of: project)] } ?? []
            )
        case .benchmark: return (words("businessCase.fact.benchmark"), benchmark())
        case .inherited: return (words("businessCase.fact.inherited"), inherited())
        case .conditions: return (words("businessCase.fact.conditions"), conditions())
        case .risks: return (words("businessCase.fact.risks"), risks())
        case .stages: return (words("businessCase.fact.stages"), stages())
        case .similarProjects: return (words("businessCase.fact.similarProjects"), similar())
        }
    }

    private func amount(_ number: Double) -> String {
        number < 10 ? numbers.shortest((number * 10).rounded() / 10) : numbers.fixed(number, decimals: 0)
    }

    /// What was measured, against what may be taken, and what it says.
    private func benchmark() -> [String] {
        guard let finding = project.hardware else { return [words("businessCase.benchmark.none")] }
        let record = finding.record
        let figures = words(
            "businessCase.benchmark.figures",
            [
                "host": setting.name(record.host), "workload": setting.name(record.workload), "date": record.date,
                "seconds": amount(record.seconds), "upper": amount(record.upperSeconds),
                "window": amount(record.windowSeconds), "peak": amount(record.peakMemoryMB),
                "memory": amount(record.availableMemoryMB),
            ])
        let size =
            record.extrapolation > 1
            ? words("businessCase.benchmark.extrapolated", ["times": amount(record.extrapolation)])
            : words("businessCase.benchmark.measured")
        let result =
            switch finding.result {
            case .met: words("businessCase.benchmark.met")
            case .partly: words("businessCase.benchmark.partly", ["causes": words.list(finding.binding.map(cause))])
            case .notMet: words("businessCase.benchmark.notMet", ["causes": words.list(finding.binding.map(cause))])
            }
        return [figures, size, result] + project.contradictions.map(contradiction)
    }

    private func cause(_ binding: HardwareFinding.Binding) -> String {
        switch binding {
        case .time: words("businessCase.benchmark.time")
        case .memory: words("businessCase.benchmark.memory")
        case .extrapolation: words("businessCase.benchmark.extrapolation")
        case .age: words("businessCase.benchmark.age")
        }
    }

    private func contradiction(_ contradiction: HardwareContradiction) -> String {
        switch contradiction {
        case .project(let item, let said):
            words(
                "businessCase.benchmark.projectSaid",
                ["point": setting.quoted(item.label, id: item.id), "said": setting.name(said.label)])
        case .organisation(let item, _, let because):
            words(
                "businessCase.benchmark.organisationSaid",
                [
                    "item": setting.quoted(item.label, id: item.id),
                    "because": because.map(setting.name) ?? words("businessCase.notRecorded"),
                ])
        }
    }

    /// The blockers that reach a stage, each once, with what they do and what the project holds against them.
    private func inherited() -> [String] {
        guard project.organisation != nil else { return [words("businessCase.inherited.unknown")] }
        var order: [String] = []
        var effects: [String: [(stage: Dimension, effect: InheritedEffect)]] = [:]
        for stage in project.stages {
            for effect in stage.inherited where effect.effect != .nothing || effect.override != nil {
                if effects[effect.blocker] == nil { order.append(effect.blocker) }
                effects[effect.blocker, default: []].append((stage.stage, effect))
            }
        }
        guard !order.isEmpty else { return [words("businessCase.inherited.none")] }
        return order.map { id in
            let all = effects[id] ?? []
            let first = all.first?.effect
            let parts = all.map { stage, effect in
                words(
                    "businessCase.inherited.stage",
                    ["stage": setting.name(stage.title), "effect": self.effect(effect)])
            }
            return words(
                "businessCase.inherited.line",
                [
                    "blocker": setting.quoted(first?.item?.label, id: id),
                    "rating": first?.rating.map { setting.name($0.label) } ?? words("businessCase.notKnown"),
                    "effects": parts.joined(separator: words("businessCase.separator")),
                ])
        }
    }

    private func effect(_ effect: InheritedEffect) -> String {
        let word =
            switch effect.effect {
            case .stop: words("businessCase.inherited.stop")
            case .condition: words("businessCase.inherited.condition")
            case .nothing: words("businessCase.inherited.nothing")
            case .notKnown: words("businessCase.inherited.notKnown")
            }
        guard let override = effect.override else { return word }
        return words(
            "businessCase.inherited.overridden",
            [
                "effect": word, "date": override.date, "role": setting.role(override.byRole, of: project),
                "evidence": setting.name(override.evidence),
            ])
    }

    /// What was agreed, by whom it is to be done and by when.
    private func conditions() -> [String] {
        guard !project.records.conditions.isEmpty else { return [words("businessCase.condition.none")] }
        return project.records.conditions.map { condition in
            let about: String
            switch condition.about {
            case .check(let id): about = setting.quoted(project.scores.questionnaire.item(id)?.label, id: id)
            case .blocker(let id, let stage):
                about = words(
                    "businessCase.condition.blocker",
                    [
                        "blocker": setting.quoted(project.organisation?.scores.item(id)?.item.label, id: id),
                        "stage": setting.name(project.plan.stage(stage)?.title ?? stage),
                    ])
            }
            return words(
                "businessCase.condition.line",
                [
                    "about": about, "action": condition.action.map(setting.name) ?? words("businessCase.notRecorded"),
                    "owner": condition.ownerRole.map { setting.role($0, of: project) }
                        ?? words("businessCase.condition.nobody"),
                    "due": condition.due ?? words("businessCase.condition.noDate"), "state": state(condition),
                ])
        }
    }

    private func state(_ condition: AgreedCondition) -> String {
        if let closed = condition.closedOn, project.asOf.map({ closed <= $0 }) ?? true {
            return words("businessCase.condition.closed", ["date": closed])
        }
        guard let day = project.asOf, condition.hasLapsed(on: day) else { return words("businessCase.condition.open") }
        return words("businessCase.condition.lapsed")
    }

    /// The risks that are not fully answered; of those nobody was asked about only the number.
    private func risks() -> [String] {
        guard !project.risks.isEmpty else { return [words("businessCase.risk.none")] }
        let isAsked = { (risk: RiskStanding) in risk.standing.tone != .idle }
        let open = project.risks.filter { isAsked($0) && $0.standing.tone != .good }
        var lines = open.map { risk in
            words(
                "businessCase.risk.line",
                [
                    "title": setting.name(risk.risk.title), "standing": setting.name(risk.standing.title),
                    "question": setting.name(risk.risk.question), "share": numbers.percent(risk.share?.value),
                    "coverage": numbers.percent(risk.share?.coverage),
                ])
        }
        let answered = project.risks.filter { $0.standing.tone == .good }.count
        let blank = project.risks.count - open.count - answered
        if answered > 0 { lines.append(words.plural("businessCase.risk.answered", answered)) }
        if blank > 0 { lines.append(words.plural("businessCase.risk.notAsked", blank)) }
        return lines
    }

    private func stages() -> [String] {
        project.stages.map { stage in
            let status = setting.name("\(stage.status.symbol) \(stage.status.title)")
            if let skipped = stage.skipped {
                return words(
                    "businessCase.stage.skipped",
                    [
                        "stage": setting.name(stage.stage.title), "status": status,
                        "reason": setting.name(skipped.reason),
                    ])
            }
            return words(
                "businessCase.stage.line",
                [
                    "stage": setting.name(stage.stage.title), "status": status,
                    "because": stage.because.map(setting.name) ?? "",
                ])
        }
    }

    private func similar() -> [String] {
        guard !project.similar.isEmpty else { return [words("businessCase.similar.none")] }
        return project.similar.map { other in
            words(
                "businessCase.similar.line",
                [
                    "title": setting.name(other.title), "id": setting.name(other.id),
                    "percent": numbers.percent(other.similarity),
                    "words": other.words.isEmpty
                        ? words("portfolio.nothingShared")
                        : other.words.map(setting.name).joined(separator: words("list.separator")),
                    "sources": other.dataSources.isEmpty
                        ? words("portfolio.nothingShared")
                        : other.dataSources.map(setting.name).joined(separator: words("businessCase.separator")),
                ])
        } + [words("portfolio.reasonToTalk")]
    }
}

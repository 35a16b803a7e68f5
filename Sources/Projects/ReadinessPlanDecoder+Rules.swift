import JSON
import Questionnaires

/// The status of stages, the signs of shelving, the answer of measurements.
extension ReadinessPlanDecoder {
    func status(_ reader: JSONReader, ownOutcomes: [String]) -> StatusRule? {
        guard let object = reader.object(keys: ["outcomes", "rules", "otherwise"]) else { return nil }
        let keys = ["id", "title", "description", "symbol", "tone", "settled", "stop"]
        let outcomes = objects(object.required("outcomes"), keys: keys).compactMap { outcome -> StatusRule.Outcome? in
            guard let id = outcome.identifier("id"), let title = outcome.requiredText("title"),
                let symbol = outcome.requiredText("symbol"),
                let tone = outcome.required("tone")?.choice(StatusRule.Tone.self)
            else { return nil }
            return StatusRule.Outcome(
                id: id, title: title, description: outcome.optionalText("description"), symbol: symbol, tone: tone,
                isSettled: outcome["settled"]?.bool() ?? false, isStop: outcome["stop"]?.bool() ?? false)
        }
        let names = outcomes.map(\.id)
        let rules = (object.required("rules")?.array() ?? []).compactMap { rule -> StatusRule.Rule? in
            guard let rule = rule.object(keys: ["when", "is", "because"]),
                let when = rule.required("when")?.array(), let conclusion = conclusion(rule, among: names)
            else { return nil }
            return StatusRule.Rule(
                when: when.compactMap { test($0, .stage(own: ownOutcomes)) }, conclusion: conclusion)
        }
        guard
            let otherwise = object.required("otherwise")?.object(keys: ["is", "because"]).flatMap({
                conclusion($0, among: names)
            })
        else { return nil }
        return StatusRule(outcomes: outcomes, rules: rules, otherwise: otherwise)
    }

    private func conclusion(_ object: JSONObjectReader, among names: [String]) -> StatusRule.Conclusion? {
        guard let outcome = object.required("is")?.name(among: names, kind: "outcome") else { return nil }
        return StatusRule.Conclusion(outcome: outcome, because: object.optionalText("because"))
    }

    /// What tests are about, by where they stand.
    enum TestPlace {
        /// - Parameter own: the outcomes of a stage by its own points.
        case stage(own: [String])
        case sign
        case level(signs: [String])

        var kinds: [String] {
            switch self {
            case .stage: ["own", "fact"]
            case .sign: ["item", "fact"]
            case .level: ["item", "fact", "sign"]
            }
        }

        var facts: [PlanTest.Fact] {
            let ofProjects: [PlanTest.Fact] = [.similarProjects, .daysSinceLastChange]
            return switch self {
            case .stage: PlanTest.Fact.allCases.filter { !ofProjects.contains($0) && $0 != .signs }
            case .sign: ofProjects
            case .level: ofProjects + [.signs]
            }
        }
    }

    func test(_ reader: JSONReader, _ place: TestPlace) -> PlanTest? {
        let relations = Condition.Relation.allCases.map(\.rawValue)
        guard let object = reader.object(keys: place.kinds + relations) else { return nil }
        let kinds = place.kinds.filter { object[$0] != nil }
        guard kinds.count == 1, let kind = kinds.first, let value = object[kind] else {
            reader.report(
                "a test is about one thing",
                "write one of \(place.kinds.map { "\"\($0)\"" }.joined(separator: ", "))")
            return nil
        }
        let given = relations.filter { object[$0] != nil }
        let isCompared = kind == "item" || kind == "fact"
        if isCompared, given.isEmpty {
            reader.report("the test compares with nothing", "add \(relations.joined(separator: ", "))")
        }
        for name in given where !isCompared {
            object.reportName(name, "\"\(kind)\" is compared with no number", "remove it")
        }
        switch (kind, place) {
        case ("own", .stage(let outcomes)):
            let list = value.array()?.compactMap { $0.name(among: outcomes, kind: "outcome") }
            return list.map { .own(Set($0)) }
        case ("sign", .level(let signs)): return value.name(among: signs, kind: "sign").map { .sign($0) }
        case ("fact", _):
            guard let fact = value.choice(PlanTest.Fact.self) else { return nil }
            guard place.facts.contains(fact) else {
                value.report(
                    "\"\(fact.rawValue)\" is not known here",
                    "write one of \(place.facts.map(\.rawValue).joined(separator: ", "))")
                return nil
            }
            return .fact(fact, comparisons(object))
        default:
            return value.name(among: questionnaire.items.map(\.id), kind: "item").map {
                .item($0, comparisons(object))
            }
        }
    }

    private func comparisons(_ object: JSONObjectReader) -> [Condition.Comparison] {
        Condition.Relation.allCases.compactMap { relation in
            object[relation.rawValue]?.number().map { Condition.Comparison(relation: relation, number: $0) }
        }
    }

    func shelving(_ reader: JSONReader) -> ShelvingRule? {
        guard let object = reader.object(keys: ["description", "signs", "levels", "otherwise"]) else { return nil }
        let keys = ["id", "title", "description", "remedy", "raisedBy"]
        let signs = objects(object.required("signs"), keys: keys).compactMap { sign -> ShelvingRule.Sign? in
            guard let id = sign.identifier("id"), let title = sign.requiredText("title"),
                let remedy = sign.requiredText("remedy"), let tests = sign.required("raisedBy")?.array()
            else { return nil }
            return ShelvingRule.Sign(
                id: id, title: title, description: sign.optionalText("description"), remedy: remedy,
                raisedBy: tests.compactMap { test($0, .sign) })
        }
        let names = signs.map(\.id)
        let levels = objects(object.required("levels"), keys: ["id", "title", "description", "tone", "whenAny"])
            .compactMap { object -> ShelvingRule.Level? in
                guard let tests = object.required("whenAny")?.array() else { return nil }
                return level(object, whenAny: tests.compactMap { test($0, .level(signs: names)) })
            }
        guard
            let otherwise = object.required("otherwise")?.object(keys: ["id", "title", "description", "tone"])
                .flatMap({ level($0, whenAny: []) })
        else { return nil }
        return ShelvingRule(
            description: object.optionalText("description"), signs: signs, levels: levels, otherwise: otherwise)
    }

    private func level(_ object: JSONObjectReader, whenAny: [PlanTest]) -> ShelvingRule.Level? {
        guard let id = object.identifier("id"), let title = object.requiredText("title"),
            let tone = object.required("tone")?.choice(StatusRule.Tone.self)
        else { return nil }
        return ShelvingRule.Level(
            id: id, title: title, description: object.optionalText("description"), tone: tone, whenAny: whenAny)
    }

    func hardware(_ reader: JSONReader, points: [Item]) -> HardwareRule? {
        guard let object = reader.object(keys: ["check", "met", "partly", "options", "contradictions"]),
            let check = object.required("check")?.name(among: points.map(\.id), kind: "point"),
            let met = object.required("met")?.object(keys: ["memoryShare", "extrapolation", "months"]),
            let partly = object.required("partly")?.object(keys: ["memoryShare", "extrapolation"]),
            let metMemory = met.required("memoryShare")?.number(in: 0...10),
            let metExtrapolation = met.required("extrapolation")?.number(in: 1...1_000_000),
            let months = met.required("months")?.integer(in: 0...1200),
            let partlyMemory = partly.required("memoryShare")?.number(in: 0...10),
            let partlyExtrapolation = partly.required("extrapolation")?.number(in: 1...1_000_000),
            let names = object.required("options")?.object(keys: HardwareResult.allCases.map(\.rawValue))
        else { return nil }
        var options: [HardwareResult: String] = [:]
        let known = questionnaire.item(check)?.scale.options.map(\.id) ?? []
        for result in HardwareResult.allCases {
            options[result] = names.required(result.rawValue)?.name(among: known, kind: "option")
        }
        let contradictions = (object["contradictions"]?.array() ?? []).compactMap(contradiction)
        return HardwareRule(
            check: check, metMemory: metMemory, partlyMemory: partlyMemory, metExtrapolation: metExtrapolation,
            partlyExtrapolation: partlyExtrapolation, months: months, options: options,
            contradictions: contradictions)
    }

    private func contradiction(_ reader: JSONReader) -> HardwareRule.Contradiction? {
        let relations = Condition.Relation.allCases
        guard let object = reader.object(keys: ["item", "result", "because"] + relations.map(\.rawValue)),
            let name = object.required("item"), let result = object.required("result")?.choice(HardwareResult.self)
        else { return nil }
        let item =
            organisation.map { name.name(among: $0.items.map(\.id), kind: "item of the organisation") }
            ?? name.identifier()
        guard let item else { return nil }
        let rating = comparisons(object)
        if !relations.contains(where: { object[$0.rawValue] != nil }) {
            reader.report(
                "the rating is compared with nothing", "add \(relations.map(\.rawValue).joined(separator: ", "))")
        }
        return HardwareRule.Contradiction(
            item: item, rating: rating, result: result, because: object.optionalText("because"))
    }
}

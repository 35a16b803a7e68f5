import JSON

extension QuestionnaireDecoder {
    /// - Parameter hasInput: whether the condition is about an input at hand, as in `where`, which has no name.
    func condition(_ reader: JSONReader, hasInput: Bool) -> Condition? {
        let keys = ["all", "any", "not", "item", "value", "gateRating", "option", "state", "metric", "tag", "is"]
        guard let object = reader.object(keys: keys), saysOneThing(object) else { return nil }
        func list(_ name: String) -> [Condition]? {
            guard let list = object[name] else { return nil }
            let readers = list.array()
            if readers?.isEmpty == true { list.report("the list of conditions is empty", "add a condition") }
            return readers?.compactMap { condition($0, hasInput: hasInput) } ?? []
        }
        if let conditions = list("all") { return .all(conditions) }
        if let conditions = list("any") { return .any(conditions) }
        if let negated = object["not"] { return condition(negated, hasInput: hasInput).map(Condition.not) }
        if object["metric"] != nil { return metricCondition(object, hasInput: hasInput) }
        if object["tag"] != nil { return tagCondition(object, hasInput: hasInput) }
        if hasInput, let item = object["item"] {
            item.report("\"where\" is about the input at hand, not about a certain item", "remove \"item\"")
            return nil
        }
        let item = object["item"]?.name(among: names.items, kind: "item")
        if object["item"] == nil, !hasInput {
            reader.report("the condition names neither an item nor a metric", "add \"item\" or \"metric\"")
            return nil
        }
        return itemTest(object, scale: item.flatMap { names.itemScales[$0] }).map { .item(item, $0) }
    }

    /// Whether the condition makes one statement; reports a second one, which would otherwise be ignored.
    private func saysOneThing(_ object: JSONObjectReader) -> Bool {
        let subjects = ["all", "any", "not", "metric", "tag", "item"].filter { object[$0] != nil }
        let tests = ["value", "gateRating", "option", "state"].filter { object[$0] != nil }
        let said: [String]
        switch subjects.first {
        case nil: said = tests
        case "item": said = subjects.dropFirst() + tests
        case "metric": said = subjects + tests.filter { $0 != "value" }
        case .some: said = subjects + tests
        }
        guard said.count > 1 else { return true }
        object[said[1]]?.report(
            "the condition says two things at once, by \"\(said[0])\" and \"\(said[1])\"",
            "make a list {\"all\": […]} of two conditions")
        return false
    }

    private func metricCondition(_ object: JSONObjectReader, hasInput: Bool) -> Condition? {
        guard let metric = object["metric"] else { return nil }
        guard !hasInput else {
            metric.report(
                "\"where\" is about the input at hand, not about a metric", "compare \"value\" alone")
            return nil
        }
        let known = names.metrics + names.fullMetrics.subtracting(names.metrics).sorted()
        guard let id = metricName(metric, among: known), let value = object.required("value") else { return nil }
        return .metric(id, comparisons(value))
    }

    private func tagCondition(_ object: JSONObjectReader, hasInput: Bool) -> Condition? {
        guard let tag = object["tag"] else { return nil }
        guard hasInput else {
            tag.report(
                "a tag can be compared only where there is an input at hand, as in \"where\"",
                "name items or metrics instead")
            return nil
        }
        guard let id = tag.name(among: names.tags.keys.sorted(), kind: "tag"),
            let value = object.required("is")?.name(among: names.tags[id] ?? [], kind: "value of \(id)")
        else { return nil }
        return .tag(id, value: value)
    }

    private func itemTest(_ object: JSONObjectReader, scale: AnswerScale?) -> Condition.ItemTest? {
        let options = scale?.options.map(\.id) ?? names.options
        if let value = object["value"] { return .value(comparisons(value)) }
        if let option = object["option"] {
            return option.name(among: options, kind: "option").map { .option($0) }
        }
        if let state = object["state"] { return state.choice(AnswerState.self).map { .state($0) } }
        if let rating = object["gateRating"] {
            guard let relations = rating.object(keys: Condition.Relation.allCases.map(\.rawValue)) else { return nil }
            if relations.all.isEmpty {
                rating.report("there is no comparison", "add one, such as {\"atLeast\": \"1\"}")
            }
            var result: [Condition.Relation: String] = [:]
            for (name, value) in relations.all {
                guard let relation = Condition.Relation(rawValue: name) else { continue }
                result[relation] = value.name(among: options, kind: "option")
            }
            return .gateRating(result)
        }
        object.reader.report(
            "the condition does not say what to compare", "add \"value\", \"gateRating\", \"option\" or \"state\"")
        return nil
    }

    private func comparisons(_ reader: JSONReader) -> [Condition.Comparison] {
        guard let object = reader.object(keys: Condition.Relation.allCases.map(\.rawValue)) else { return [] }
        if object.all.isEmpty { reader.report("there is no comparison", "add one, such as {\"atLeast\": 0.5}") }
        return object.all.compactMap { name, value in
            guard let relation = Condition.Relation(rawValue: name), let number = value.number() else { return nil }
            return Condition.Comparison(relation: relation, number: number)
        }
    }
}

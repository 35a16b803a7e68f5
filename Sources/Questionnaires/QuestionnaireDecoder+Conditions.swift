import JSON

extension QuestionnaireDecoder {
    /// - Parameter hasInput: whether the condition is about an input at hand, as in `where`, so that items need no name.
    func condition(_ reader: JSONReader, hasInput: Bool) -> Condition? {
        let keys = ["all", "any", "not", "item", "value", "gateRating", "option", "state", "metric", "tag", "is"]
        guard let object = reader.object(keys: keys) else { return nil }
        func list(_ name: String) -> [Condition]? {
            guard let list = object[name] else { return nil }
            let conditions = (list.array() ?? []).compactMap { condition($0, hasInput: hasInput) }
            if conditions.isEmpty { list.report("the list of conditions is empty", "add a condition") }
            return conditions
        }
        if let conditions = list("all") { return .all(conditions) }
        if let conditions = list("any") { return .any(conditions) }
        if let negated = object["not"] { return condition(negated, hasInput: hasInput).map(Condition.not) }
        if let metric = object["metric"] {
            let known = names.metrics + names.fullMetrics.sorted()
            guard let id = metric.name(among: known, kind: "metric"), let value = object.required("value") else {
                return nil
            }
            return .metric(id, comparisons(value))
        }
        if let tag = object["tag"] {
            guard let id = tag.name(among: names.tags.keys.sorted(), kind: "tag"),
                let value = object.required("is")?.name(among: names.tags[id] ?? [], kind: "value of \(id)")
            else { return nil }
            return .tag(id, value: value)
        }
        let item = object["item"]?.name(among: names.items, kind: "item")
        if object["item"] == nil, !hasInput {
            reader.report("the condition names neither an item nor a metric", "add \"item\" or \"metric\"")
            return nil
        }
        return itemTest(object, scale: item.flatMap { names.itemScales[$0] }).map { .item(item, $0) }
    }

    private func itemTest(_ object: JSONObjectReader, scale: AnswerScale?) -> Condition.ItemTest? {
        let options = scale?.options.map(\.id) ?? names.scales.values.flatMap { $0.options.map(\.id) }.sorted()
        if let value = object["value"] { return .value(comparisons(value)) }
        if let option = object["option"] {
            return option.name(among: options, kind: "option").map { .option($0) }
        }
        if let state = object["state"] { return state.choice(AnswerState.self).map { .state($0) } }
        if let rating = object["gateRating"] {
            guard let relations = rating.object(keys: Condition.Relation.allCases.map(\.rawValue)) else { return nil }
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

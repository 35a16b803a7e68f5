import JSON

extension QuestionnaireDecoder {
    private static let conditionKeys = [
        "all", "any", "not", "item", "value", "number", "gateRating", "option", "includes", "state", "metric",
        "relativeTo", "band", "outcome", "coverage", "tag", "is", "asOf", "subject",
    ]
    /// What a condition can be about, and what it can say of an item or a metric.
    private static let subjects = ["all", "any", "not", "subject", "asOf", "metric", "tag", "item"]
    private static let itemTests = ["value", "number", "gateRating", "option", "includes", "state"]
    private static let metricTests = ["value", "band", "outcome", "coverage"]

    func condition(_ reader: JSONReader, in place: ConditionPlace) -> Condition? {
        guard let object = reader.object(keys: QuestionnaireDecoder.conditionKeys), saysOneThing(object, place) else {
            return nil
        }
        guard !hasStrays(object, place) else { return nil }
        func list(_ name: String) -> [Condition]? {
            guard let list = object[name] else { return nil }
            let readers = list.array()
            if readers?.isEmpty == true { list.report("the list of conditions is empty", "add a condition") }
            return readers?.compactMap { condition($0, in: place) } ?? []
        }
        if let conditions = list("all") { return .all(conditions) }
        if let conditions = list("any") { return .any(conditions) }
        if let negated = object["not"] { return condition(negated, in: place).map(Condition.not) }
        if object["subject"] != nil { return subjectCondition(object, in: place) }
        if let date = object["asOf"] { return dateCondition(date, in: place) }
        if object["metric"] != nil { return metricCondition(object, in: place) }
        if object["tag"] != nil { return tagCondition(object, in: place) }
        if case .metric(let node) = place {
            if let item = object["item"] {
                item.report("the condition is about the metric at hand, not about an item", "remove \"item\"")
                return nil
            }
            object.refuse(["relativeTo"], "in a condition about the metric at hand")
            return metricTest(object, of: nil, node: node, in: place).map { .metric(nil, $0) }
        }
        return itemCondition(object, in: place)
    }

    /// Whether the condition makes one statement; reports a second one, which would otherwise be ignored.
    private func saysOneThing(_ object: JSONObjectReader, _ place: ConditionPlace) -> Bool {
        let subjects = QuestionnaireDecoder.subjects.filter { object[$0] != nil }
        let tests = (QuestionnaireDecoder.itemTests + ["band", "outcome", "coverage"]).filter { object[$0] != nil }
        let said: [String]
        switch subjects.first {
        case nil: said = tests
        case "item": said = subjects.dropFirst() + tests
        case "metric":
            let others = tests.filter { !QuestionnaireDecoder.metricTests.contains($0) }
            let own = tests.filter(QuestionnaireDecoder.metricTests.contains)
            said = own.count > 1 ? own : subjects + others
        case "subject":
            let others = Array(subjects.dropFirst())
            let strangers = others.filter { $0 != "metric" && $0 != "item" }
            said = strangers.isEmpty ? (others.count > 1 ? others : tests) : ["subject"] + strangers
        case .some: said = subjects + tests
        }
        guard said.count > 1 else { return true }
        object[said[1]]?.report(
            "the condition says two things at once, by \"\(said[0])\" and \"\(said[1])\"",
            "make a list {\"all\": […]} of two conditions")
        return false
    }

    /// Whether there is a key that goes with another statement than the one the condition makes; reports it.
    private func hasStrays(_ object: JSONObjectReader, _ place: ConditionPlace) -> Bool {
        let isList = ["all", "any", "not"].contains { object[$0] != nil }
        var isAboutMetric = object["metric"] != nil
        if case .metric = place { isAboutMetric = !isList }
        var isFine = true
        if object["tag"] == nil, object["is"] != nil {
            object.refuse(["is"], "without \"tag\"")
            isFine = false
        }
        if !isAboutMetric, object["relativeTo"] != nil {
            object.refuse(["relativeTo"], "in a condition about no metric")
            isFine = false
        }
        if !place.isOfAnswers, let answer = object["number"] ?? object["includes"] {
            answer.report(
                "what was answered is known only for one respondent, as in \"visibleWhen\"",
                "compare \"value\", for which the answer stands")
            isFine = false
        }
        return !isFine
    }

    private func itemCondition(_ object: JSONObjectReader, in place: ConditionPlace) -> Condition? {
        if place.hasInput, let item = object["item"] {
            item.report("\"where\" is about the input at hand, not about a certain item", "remove \"item\"")
            return nil
        }
        let item = object["item"]?.name(among: names.items, kind: "item")
        if object["item"] == nil, !place.hasInput {
            if place.isOfAnswers {
                object.reader.report("the condition names no item", "add \"item\"")
            } else {
                object.reader.report("the condition names neither an item nor a metric", "add \"item\" or \"metric\"")
            }
            return nil
        }
        if place.isOfAnswers, let rating = object["gateRating"] {
            rating.report("one respondent's answers have no gate rating", "compare \"option\" or \"value\"")
            return nil
        }
        let options = item.flatMap { names.itemOptions[$0] } ?? names.options
        return itemTest(object, options: options, isOfAnswers: place.isOfAnswers).map { .item(item, $0) }
    }

    private func metricCondition(_ object: JSONObjectReader, in place: ConditionPlace) -> Condition? {
        guard let metric = object["metric"] else { return nil }
        switch place {
        case .item, .metric:
            metric.report("\"where\" is about the input at hand, not about a metric", "compare \"value\" alone")
            return nil
        case .answers:
            metric.report(
                "whether something is asked cannot depend on a metric, which is known only when all have answered",
                "name items")
            return nil
        case .assessment(let node):
            guard let id = assessedMetric(metric, of: node) else { return nil }
            let target = node.map { names.targets(of: id, from: $0.group) } ?? names.metricNodes[id] ?? []
            return metricTest(object, of: target, node: node, in: place).map { .metric(id, $0) }
        }
    }

    /// The name of a metric in a condition: as the metrics of the same group see it, or in full.
    private func assessedMetric(_ reader: JSONReader, of node: MetricNode?) -> String? {
        if let node { return reference(reader, of: node) }
        if case .string(let name) = reader.node.content, names.fullMetrics.contains(name) { return name }
        return metricName(reader, among: names.fullMetrics.sorted())
    }

    /// - Parameter target: the metrics it is about; nothing where they are at hand.
    private func metricTest(
        _ object: JSONObjectReader, of target: [MetricNode]?, node: MetricNode?, in place: ConditionPlace
    ) -> Condition.MetricTest? {
        if let value = object["value"] {
            let base = object["relativeTo"].map { assessedMetric($0, of: node) }
            if case .some(.none) = base { return nil }
            return .value(comparisons(value), relativeTo: base ?? nil)
        }
        object.refuse(["relativeTo"], "without \"value\"")
        if let coverage = object["coverage"] { return .coverage(comparisons(coverage)) }
        let known = target.map { KnownNames($0.flatMap { names.places[$0]?.list ?? [] }) }
        if let band = object["band"] {
            if known?.list.isEmpty == true {
                band.report("the metric names no bands", "compare \"value\", or name a metric with \"band\"")
                return nil
            }
            return relations(band, among: known, kind: "band").map { .band($0) }
        }
        if let outcome = object["outcome"] {
            if known?.list.isEmpty == true {
                outcome.report("the metric is no verdict", "compare \"value\", or name a metric with \"verdict\"")
                return nil
            }
            guard let known else { return outcome.identifier().map { .outcome($0) } }
            return outcome.name(among: known, kind: "outcome").map { .outcome($0) }
        }
        object.reader.report(
            "the condition does not say what to compare",
            "add one of \(QuestionnaireDecoder.metricTests.joined(separator: ", "))")
        return nil
    }

    /// What is said about another subject; its own definition knows whether the names are right.
    private func subjectCondition(_ object: JSONObjectReader, in place: ConditionPlace) -> Condition? {
        guard let reader = object["subject"] else { return nil }
        guard case .assessment = place else {
            reader.report(
                "another subject can be looked at only in an assessment",
                "name it in \"when\" of an adjustment, a verdict or a recommendation")
            return nil
        }
        guard let subject = reader.name(among: names.subjects, kind: "subject") else { return nil }
        if let metric = object["metric"] {
            guard let id = metric.identifier(),
                let test = metricTest(object, of: nil, node: nil, in: place)
            else { return nil }
            return .subject(subject, .metric(id, test))
        }
        guard let item = object.required("item")?.identifier() else { return nil }
        return itemTest(object, options: nil, isOfAnswers: false).map { .subject(subject, .item(item, $0)) }
    }

    private func dateCondition(_ reader: JSONReader, in place: ConditionPlace) -> Condition? {
        guard case .assessment = place else {
            reader.report(
                "a date can be compared only in an assessment",
                "move the condition to \"when\" of an adjustment, a verdict or a recommendation")
            return nil
        }
        guard let object = reader.object(keys: Condition.Relation.allCases.map(\.rawValue)) else { return nil }
        if object.all.isEmpty {
            reader.report("there is no comparison", "add one, such as {\"atLeast\": \"2027-01-01\"}")
        }
        var result: [Condition.Relation: String] = [:]
        for (name, value) in object.all {
            guard let relation = Condition.Relation(rawValue: name) else { continue }
            result[relation] = value.date()
        }
        return .asOf(result)
    }

    private func tagCondition(_ object: JSONObjectReader, in place: ConditionPlace) -> Condition? {
        guard let tag = object["tag"] else { return nil }
        guard case .item = place else {
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

    /// - Parameter options: the options there are; nothing where they are not known.
    private func itemTest(
        _ object: JSONObjectReader, options: KnownNames?, isOfAnswers: Bool
    ) -> Condition.ItemTest? {
        func option(_ reader: JSONReader) -> String? {
            options.map { reader.name(among: $0, kind: "option") } ?? reader.identifier()
        }
        if let value = object["value"] { return .value(comparisons(value)) }
        if let number = object["number"] { return .number(comparisons(number)) }
        if let chosen = object["option"] { return option(chosen).map { .option($0) } }
        if let chosen = object["includes"] { return option(chosen).map { .includes($0) } }
        if let state = object["state"] { return state.choice(AnswerState.self).map { .state($0) } }
        if let rating = object["gateRating"] {
            return relations(rating, among: options, kind: "option").map { .gateRating($0) }
        }
        object.reader.report(
            "the condition does not say what to compare",
            isOfAnswers
                ? "add \"option\", \"includes\", \"number\", \"value\" or \"state\""
                : "add \"value\", \"gateRating\", \"option\" or \"state\"")
        return nil
    }

    /// Relations to places by name; a name alone means that place.
    private func relations(
        _ reader: JSONReader, among names: KnownNames?, kind: String
    ) -> [Condition.Relation: String]? {
        func name(_ reader: JSONReader) -> String? {
            names.map { reader.name(among: $0, kind: kind) } ?? reader.identifier()
        }
        if kind == "band", case .string = reader.node.content { return name(reader).map { [.equals: $0] } }
        guard let relations = reader.object(keys: Condition.Relation.allCases.map(\.rawValue)) else { return nil }
        if relations.all.isEmpty {
            reader.report("there is no comparison", "add one, such as {\"atLeast\": \"1\"}")
        }
        var result: [Condition.Relation: String] = [:]
        for (relation, value) in relations.all {
            guard let relation = Condition.Relation(rawValue: relation) else { continue }
            result[relation] = name(value)
        }
        return result
    }

    private func comparisons(_ reader: JSONReader) -> [Condition.Comparison] {
        if case .number(let number) = reader.node.content {
            reader.report(
                "this is a number, not a comparison",
                "write {\"equals\": \(number.text)} or {\"atLeast\": \(number.text)}")
            return []
        }
        guard let object = reader.object(keys: Condition.Relation.allCases.map(\.rawValue)) else { return [] }
        if object.all.isEmpty { reader.report("there is no comparison", "add one, such as {\"atLeast\": 0.5}") }
        return object.all.compactMap { name, value in
            guard let relation = Condition.Relation(rawValue: name), let number = value.number() else { return nil }
            return Condition.Comparison(relation: relation, number: number)
        }
    }
}

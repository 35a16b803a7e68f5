import JSON

/// Metrics that are not aggregates or bands.
extension QuestionnaireDecoder {
    func possibleRule(_ object: JSONObjectReader, of node: MetricNode) -> PossibleRule? {
        let metric = object["possible"].flatMap { reference($0, of: node) }
        var exclusive: [[ItemSelection]] = []
        for set in object["exclusive"]?.array() ?? [] {
            guard let branches = set.array() else { continue }
            if branches.count < 2 {
                set.report("there is nothing to exclude one another", "name at least two branches of items")
            }
            exclusive.append(branches.compactMap(selection))
        }
        return metric.map { PossibleRule(metric: $0, exclusive: exclusive) }
    }

    func adjustRule(_ object: JSONObjectReader, of node: MetricNode) -> AdjustRule? {
        let metric = object["adjust"].flatMap { reference($0, of: node) }
        guard let reader = object.required("steps"), let list = reader.array() else { return nil }
        if list.isEmpty { reader.report("there are no steps", "add one, such as {\"cap\": 1}") }
        let steps = list.compactMap { step($0, of: node) }
        guard let metric, steps.count == list.count else { return nil }
        return AdjustRule(metric: metric, steps: steps)
    }

    private func step(_ reader: JSONReader, of node: MetricNode) -> AdjustRule.Step? {
        let changes = ["scale", "add", "cap", "floor", "round"]
        guard let object = reader.object(keys: ["when", "unknown", "places"] + changes) else { return nil }
        let when = object["when"].map { condition($0, in: .assessment(node)) }
        if case .some(.none) = when { return nil }
        if when == nil { object.refuse(["unknown"], "without \"when\"") }
        let unknown = object["unknown"].flatMap { $0.choice(AdjustRule.WhenUnknown.self) } ?? .withhold
        let said = changes.filter { object[$0] != nil }
        guard let name = said.first, let value = object[name] else {
            reader.report("the step changes nothing", "add one of \(changes.joined(separator: ", "))")
            return nil
        }
        if said.count > 1 {
            object[said[1]]?.report("a step makes one change, not several", "write a step for each, in their order")
            return nil
        }
        if name != "round" { object.refuse(["places"], "without \"round\"") }
        let change: AdjustRule.Change?
        switch name {
        case "scale": change = amount(value, of: node).map { .scale($0) }
        case "add": change = amount(value, of: node).map { .add($0) }
        case "cap": change = amount(value, of: node).map { .cap($0) }
        case "floor": change = amount(value, of: node).map { .floor($0) }
        default:
            let places = object["places"].map { $0.integer(in: 0...9) } ?? 0
            change = value.choice(RoundingMode.self).flatMap { mode in places.map { .round(mode, places: $0) } }
        }
        return change.map { AdjustRule.Step(when: when ?? nil, unknown: unknown, change: $0) }
    }

    /// A number, or a metric with a factor.
    private func amount(_ reader: JSONReader, of node: MetricNode) -> AdjustRule.Amount? {
        if case .object = reader.node.content {
            guard let object = reader.object(keys: ["metric", "times"]),
                let metric = object.required("metric").flatMap({ reference($0, of: node) })
            else { return nil }
            let times = object["times"].map { $0.number(in: -1000...1000) } ?? 1
            return times.map { .metric(metric, times: $0) }
        }
        return reader.number(in: -1e9...1e9).map { .number($0) }
    }

    func levelRule(_ object: JSONObjectReader, of node: MetricNode) -> LevelRule? {
        let keys = ["levels", "at", "below", "empty", "missing", "base"]
        guard let rule = object["level"]?.object(keys: keys), let list = rule.required("levels") else { return nil }
        let isEmptyFine = rule["empty"].map { passesWhenEmpty($0) } ?? false
        let missing = missingTreatment(rule["missing"], LevelRule.MissingTreatment())
        let levels = self.levels(list, of: node, isEmptyFine: isEmptyFine, missing: missing)
        let overMetrics = levels.contains { level in
            if case .items = level.inputs { return false }
            return true
        }
        let overItems = levels.contains { level in
            if case .items = level.inputs { return true }
            return false
        }
        if overMetrics, overItems {
            list.report("some levels are of items, others of metrics", "let all be of the same kind")
            return nil
        }
        let place: ConditionPlace = overMetrics ? .metric(node) : .item
        let at = rule.required("at").flatMap { condition($0, in: place) }
        let below = rule["below"].map { condition($0, in: place) } ?? at
        let base = rule["base"].flatMap { $0.number() } ?? 0
        for (lower, upper) in zip(levels, levels.dropFirst()) where lower.value >= upper.value {
            list.report(
                "the level \"\(upper.id)\" is not worth more than \"\(lower.id)\"",
                "order the levels from the lowest to the highest")
        }
        if let first = levels.first, first.value <= base {
            list.report("the lowest level is not worth more than none", "give it a value above \(base)")
        }
        guard let at, let below, !levels.isEmpty else { return nil }
        return LevelRule(levels: levels, at: at, below: below, base: base)
    }

    private func levels(
        _ list: JSONReader, of node: MetricNode, isEmptyFine: Bool, missing: LevelRule.MissingTreatment
    ) -> [LevelRule.Level] {
        let objects = objects(list, keys: ["id", "title", "value", "of", "empty", "missing"])
        if objects.isEmpty { list.report("there are no levels", "add at least one") }
        return objects.enumerated().compactMap { position, level -> LevelRule.Level? in
            guard let id = level.identifier("id"), let inputs = level.required("of").flatMap({ inputs($0, of: node) })
            else { return nil }
            return LevelRule.Level(
                id: id, title: level.optionalText("title") ?? id,
                value: level["value"].flatMap { $0.number() } ?? Double(position + 1), inputs: inputs,
                passesWhenEmpty: level["empty"].map { passesWhenEmpty($0) } ?? isEmptyFine,
                missing: missingTreatment(level["missing"], missing))
        }
    }

    private func passesWhenEmpty(_ reader: JSONReader) -> Bool {
        reader.name(among: ["fails", "passes"], kind: "treatment of an empty level") == "passes"
    }

    private func missingTreatment(
        _ reader: JSONReader?, _ initial: LevelRule.MissingTreatment
    ) -> LevelRule.MissingTreatment {
        guard let object = reader?.object(keys: ["unanswered", "dontKnow", "notApplicable", "withheld"]) else {
            return initial
        }
        func treatment(_ name: String, _ initial: LevelRule.Treatment) -> LevelRule.Treatment {
            object[name]?.choice(LevelRule.Treatment.self) ?? initial
        }
        return LevelRule.MissingTreatment(
            unanswered: treatment("unanswered", initial.unanswered),
            dontKnow: treatment("dontKnow", initial.dontKnow),
            notApplicable: treatment("notApplicable", initial.notApplicable),
            withheld: treatment("withheld", initial.withheld))
    }

    func verdictRule(_ object: JSONObjectReader, of node: MetricNode) -> VerdictRule? {
        guard let verdict = object["verdict"]?.object(keys: ["outcomes", "rules", "otherwise"]),
            let list = verdict.required("outcomes")
        else { return nil }
        let readers = objects(list, keys: ["id", "title", "description", "value"])
        let outcomes = readers.enumerated().compactMap { position, outcome -> VerdictRule.Outcome? in
            guard let id = outcome.identifier("id") else { return nil }
            return VerdictRule.Outcome(
                id: id, title: outcome.requiredText("title") ?? id,
                description: outcome.optionalText("description"),
                value: outcome["value"].flatMap { $0.number() } ?? Double(position))
        }
        if Set(outcomes.map(\.value)).count < outcomes.count {
            list.report("two outcomes have the same value", "give each outcome its own")
        }
        let known = KnownNames(readers.compactMap(\.writtenID))
        let rules = (verdict.required("rules")?.array() ?? []).compactMap { verdictRule($0, of: node, known) }
        let otherwise = verdict.required("otherwise").flatMap { reader in
            reader.object(keys: ["is", "because"]).flatMap { conclusion($0, known) }
        }
        guard let otherwise, !outcomes.isEmpty else { return nil }
        return VerdictRule(outcomes: outcomes, rules: rules, otherwise: otherwise)
    }

    private func verdictRule(_ reader: JSONReader, of node: MetricNode, _ known: KnownNames) -> VerdictRule.Rule? {
        guard let object = reader.object(keys: ["when", "unknown", "is", "because"]) else { return nil }
        let when = object.required("when").flatMap { condition($0, in: .assessment(node)) }
        let unknown = object["unknown"].flatMap { $0.choice(VerdictRule.WhenUnknown.self) } ?? .withhold
        guard let when, let conclusion = conclusion(object, known) else { return nil }
        return VerdictRule.Rule(when: when, unknown: unknown, conclusion: conclusion)
    }

    private func conclusion(_ object: JSONObjectReader, _ known: KnownNames) -> VerdictRule.Conclusion? {
        let because = object.optionalText("because")
        return object.required("is")?.name(among: known, kind: "outcome")
            .map { VerdictRule.Conclusion(outcome: $0, because: because) }
    }

    func subjectReference(_ object: JSONObjectReader) -> SubjectReference? {
        guard let reference = object["reference"]?.object(keys: ["subject", "metric"]) else { return nil }
        let subject = reference.required("subject")?.name(among: names.subjects, kind: "subject")
        guard let metric = reference.required("metric")?.identifier(), let subject else { return nil }
        return SubjectReference(subject: subject, metric: metric)
    }
}

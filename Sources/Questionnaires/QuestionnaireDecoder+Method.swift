import JSON

/// Pooling, coverage, contradictions, comparisons, bands and presentation.
extension QuestionnaireDecoder {
    func pool(_ reader: JSONReader?) -> Pool? {
        guard let object = reader?.object(keys: ["value", "gate", "smallestGroup"]) else { return nil }
        var pool = Pool()
        if let value = object["value"]?.choice(Pool.ValueMethod.self) { pool.value = value }
        if let gate = object["gate"]?.object(keys: ["weightedQuantile"]),
            let quantile = gate.required("weightedQuantile")?.number(in: 0...1)
        {
            pool.gateQuantile = quantile
        }
        if let smallest = object["smallestGroup"] {
            if case .number(let number) = smallest.node.content, number.value == 1 || number.value == 2 {
                smallest.report(
                    "groups of \(number.text) would show what single people answered",
                    "write \(Pool.fewestRespondents) or more; Waymark shows no figure of fewer people")
            } else if let number = smallest.integer(in: Pool.fewestRespondents...1000) {
                pool.smallestGroup = number
            }
        }
        return pool
    }

    func coverage(_ reader: JSONReader) -> CoverageThresholds? {
        guard let object = reader.object(keys: ["firm", "provisional"]),
            let firm = object.required("firm")?.number(in: 0...1),
            let provisional = object.required("provisional")?.number(in: 0...1)
        else { return nil }
        if provisional > firm {
            reader.report(
                "\"provisional\" is above \"firm\"", "a result is withheld below \"provisional\", firm from \"firm\" on"
            )
        }
        return CoverageThresholds(firm: firm, provisional: provisional)
    }

    func contradiction(_ reader: JSONReader) -> ContradictionRule? {
        guard let object = reader.object(keys: ["facilitatorAtLeast", "blockerAtLeast"]),
            let facilitator = object.required("facilitatorAtLeast")?.number(),
            let blocker = object.required("blockerAtLeast")?.number()
        else { return nil }
        return ContradictionRule(facilitatorAtLeast: facilitator, blockerAtLeast: blocker)
    }

    func comparison(_ reader: JSONReader) -> ComparisonRule? {
        guard let object = reader.object(keys: ["matchedShare", "test", "pool"]),
            let share = object.required("matchedShare")?.number(in: 0...1)
        else { return nil }
        return ComparisonRule(
            matchedShare: share, test: object["test"].flatMap(changeTest), pool: object["pool"].flatMap(officePool))
    }

    private func officePool(_ reader: JSONReader) -> OfficePoolRule? {
        let keys = ["fewestOffices", "quartilesFrom", "leastGap", "roundedTo"]
        guard let object = reader.object(keys: keys) else { return nil }
        let fewest = object.required("fewestOffices")?.integer(in: OfficePoolRule.fewestOffices...1000)
        let least = OfficePoolRule.fewestForQuartiles(fewest ?? OfficePoolRule.fewestOffices)
        let quartiles = object.required("quartilesFrom")?.integer(in: least...10_000)
        let gap = object.required("leastGap")?.number(in: 0.1...0.5)
        let step = object.required("roundedTo")?.number(in: 0.01...0.1)
        guard let fewest, let quartiles, let gap, let step else { return nil }
        return OfficePoolRule(fewestOffices: fewest, quartilesFrom: quartiles, leastGap: gap, roundedTo: step)
    }

    private func changeTest(_ reader: JSONReader) -> ChangeTestRule? {
        let keys = ["level", "power", "fewestRespondents", "recurringShare", "exactUpTo", "draws"]
        guard let object = reader.object(keys: keys) else { return nil }
        let level = object.required("level")?.number(in: 0.0001...0.5)
        let power = object.required("power")?.number(in: 0.5...0.9999)
        let fewest = object.required("fewestRespondents")?.integer(in: Pool.fewestRespondents...1000)
        let share = object.required("recurringShare")?.number(in: 0...1)
        let exact = object.required("exactUpTo")?.integer(in: 0...1_000_000)
        let draws = object.required("draws")?.integer(in: 99...1_000_000)
        guard let level, let power, let fewest, let share, let exact, let draws else { return nil }
        return ChangeTestRule(
            level: level, power: power, fewestRespondents: fewest, recurringShare: share, exactUpTo: exact,
            draws: draws)
    }

    func bandSets(_ list: JSONReader?) -> [BandSet] {
        objects(list, keys: ["id", "title", "source", "intervals"]).compactMap { object in
            guard let id = object.identifier("id") else { return nil }
            let list = object.required("intervals")
            let readers = objects(
                list, keys: ["id", "title", "description", "from", "above", "upTo", "below"])
            let intervals = readers.compactMap(interval)
            if let list, intervals.count == readers.count { checkOrder(of: intervals, at: list) }
            let set = BandSet(
                id: id, title: object.optionalText("title") ?? id, source: citation(object["source"]),
                intervals: intervals)
            if names.bandSets[id] == nil { names.bandSets[id] = set }
            return set
        }
    }

    /// - Returns: nothing where the interval has a mistake of its own, so that its order says nothing.
    private func interval(_ object: JSONObjectReader) -> BandSet.Interval? {
        let lower = edge(object, inclusive: "from", exclusive: "above")
        let upper = edge(object, inclusive: "upTo", exclusive: "below")
        guard let id = object.identifier("id"), edges(object, are: [lower, upper]) else { return nil }
        if let lower, let upper {
            let isPoint = lower.value == upper.value && lower.isInclusive && upper.isInclusive
            if lower.value >= upper.value, !isPoint {
                object.reader.report("the interval is empty", "let the lower edge lie below the upper one")
                return nil
            }
        }
        return BandSet.Interval(
            id: id, title: object.optionalText("title") ?? id, description: object.optionalText("description"),
            lower: lower, upper: upper)
    }

    private func edge(_ object: JSONObjectReader, inclusive: String, exclusive: String) -> BandSet.Edge? {
        if object[inclusive] != nil, let other = object[exclusive] {
            other.report("an edge is given twice, as \"\(inclusive)\" and \"\(exclusive)\"", "keep one of them")
        }
        if let value = object[inclusive]?.number() { return BandSet.Edge(value: value, isInclusive: true) }
        if let value = object[exclusive]?.number() { return BandSet.Edge(value: value, isInclusive: false) }
        return nil
    }

    /// Whether there are as many edges as are written.
    private func edges(_ object: JSONObjectReader, are edges: [BandSet.Edge?]) -> Bool {
        ["from", "above", "upTo", "below"].filter { object[$0] != nil }.count == edges.compactMap { $0 }.count
    }

    /// Intervals go upwards, without overlap and without holes.
    private func checkOrder(of intervals: [BandSet.Interval], at reader: JSONReader) {
        for (lower, upper) in zip(intervals, intervals.dropFirst()) {
            guard let end = lower.upper, let start = upper.lower else {
                reader.report(
                    "the bands \"\(lower.id)\" and \"\(upper.id)\" overlap: an edge between them is missing",
                    "give \"\(lower.id)\" an upper and \"\(upper.id)\" a lower edge")
                continue
            }
            if start.value < end.value || start.value == end.value && start.isInclusive && end.isInclusive {
                reader.report(
                    "the bands \"\(lower.id)\" and \"\(upper.id)\" overlap",
                    "let each number lie in one band: pair \"upTo\" with \"above\", and \"below\" with \"from\"")
            } else if start.value > end.value || !start.isInclusive && !end.isInclusive {
                reader.warn(
                    "there is a hole between the bands \"\(lower.id)\" and \"\(upper.id)\"",
                    "let each number lie in one band: pair \"upTo\" with \"above\", and \"below\" with \"from\"")
            }
        }
    }

    /// - Parameter id: the id of the questionnaire itself.
    func presentation(_ reader: JSONReader, of id: String) -> Presentation? {
        let keys = [
            "members", "facilitators", "burden", "cap", "score", "band", "overall", "overallBand", "beside",
            "lenses", "companions",
        ]
        guard let object = reader.object(keys: keys), let members = family(object.required("members")) else {
            return nil
        }
        func metric(_ name: String) -> String? { object[name].flatMap { metricName($0, among: names.metrics) } }
        guard object.required("score") != nil, let score = metric("score") else { return nil }
        return Presentation(
            members: members, facilitators: metric("facilitators"), burden: metric("burden"), cap: metric("cap"),
            score: score, band: metric("band"), overall: metric("overall"), overallBand: metric("overallBand"),
            beside: (object["beside"]?.array() ?? []).compactMap { metricName($0, among: names.metrics) },
            lenses: (object["lenses"]?.array() ?? []).compactMap(lens),
            companions: companions(object["companions"], of: id, members: members))
    }

    private func lens(_ reader: JSONReader) -> Presentation.Lens? {
        guard let object = reader.object(keys: ["members", "title", "description", "metrics"]),
            let members = family(object.required("members")), let title = object.requiredText("title"),
            let metrics = object.required("metrics")?.array()
        else { return nil }
        let defined = KnownNames(names.groups.filter { $0.family == members }.flatMap(\.metrics.list))
        return Presentation.Lens(
            members: members, title: title, description: object.optionalText("description"),
            metrics: metrics.compactMap { metricName($0, among: defined, kind: "metric of that family") })
    }
}

import JSON

extension QuestionnaireDecoder {
    private static let metricKeys = [
        "id", "symbol", "title", "description", "shownAs", "aggregate", "quantile", "offset", "where", "of", "channel",
        "through", "missing", "incomplete", "empty", "band", "in", "relativeTo", "possible", "exclusive", "adjust",
        "steps", "level", "verdict", "reference",
    ]

    /// The key that says which kind of metric it is, and those that belong to it.
    private static let kinds: [(key: String, with: [String])] = [
        (
            "aggregate",
            ["quantile", "offset", "where", "of", "channel", "through", "missing", "incomplete", "empty"]
        ),
        ("possible", ["exclusive"]), ("adjust", ["steps"]), ("level", []), ("band", ["in", "relativeTo"]),
        ("verdict", []), ("reference", []),
    ]

    func metricGroups(_ list: JSONReader?, dimensions: [Dimension], tags: [Tag]) -> [MetricGroup] {
        let groupObjects = objects(list, keys: ["each", "define"])
        var bodies: [[JSONObjectReader]] = []
        var families: [Family?] = []
        // Metrics may refer to metrics that come later, so the names are gathered first.
        for object in groupObjects {
            let family = object["each"].flatMap { self.family($0) }
            let members = family.map { $0.members(dimensions: dimensions, tags: tags) } ?? []
            let definitions = objects(object.required("define"), keys: QuestionnaireDecoder.metricKeys)
            if family != nil, members.isEmpty {
                object["each"]?.report("the family has no members", "name another one")
            }
            names.introduce(definitions.compactMap(\.writtenID), family: family, members: members)
            if object["each"] != nil, members.isEmpty {
                names.hasBrokenFamily = true
            } else {
                introduceInFull(definitions, members: members)
            }
            bodies.append(definitions)
            families.append(family)
        }
        for (group, definitions) in bodies.enumerated() { introducePlaces(definitions, group: group) }
        let groups = bodies.indices.map { group in
            MetricGroup(
                each: families[group],
                metrics: bodies[group].compactMap { metric($0, group: group) })
        }
        metricReferences.reportCircles(
            name: \.metric, remedy: "break the circle: a metric may use only metrics that do not use it")
        return groups
    }

    /// Notes the names of bands and outcomes, which conditions may compare before they are read.
    private func introducePlaces(_ definitions: [JSONObjectReader], group: Int) {
        for definition in definitions {
            guard let id = definition.writtenID else { continue }
            let node = MetricNode(group: group, metric: id)
            if case .string(let bands)? = definition["in"]?.node.content, let set = names.bandSets[bands] {
                names.places[node] = KnownNames(set.intervals.map(\.id))
            }
            if let outcomes = definition["verdict"]?.quietObject?["outcomes"], case .array = outcomes.node.content {
                names.places[node] = KnownNames(
                    (outcomes.array() ?? []).compactMap { $0.quietObject?.writtenID })
            }
        }
    }

    /// Notes the full names of the metrics of a group, and reports those that another group has defined.
    private func introduceInFull(_ definitions: [JSONObjectReader], members: [String]) {
        let members = Set(members)
        var own: Set<String> = []
        for definition in definitions {
            // An id that occurs twice within the group is reported already.
            guard let id = definition.writtenID, own.insert(id).inserted else { continue }
            let full = members.isEmpty ? [id] : members.map { "\($0).\(id)" }
            if let twice = full.filter(names.fullMetrics.contains).min() {
                definition["id"]?.report("the metric \"\(twice)\" is defined twice", "give each metric its own id")
            }
            names.fullMetrics.formUnion(full)
        }
    }

    func family(_ reader: JSONReader?) -> Family? {
        guard let object = reader?.object(keys: ["dimension", "depth", "tag"]) else { return nil }
        if let tag = object["tag"] {
            object.refuse(["dimension", "depth"], "beside \"tag\"")
            return tag.name(among: names.tags.keys.sorted(), kind: "tag").map(Family.tag)
        }
        guard let dimension = object.required("dimension")?.name(among: names.dimensions, kind: "dimension") else {
            return nil
        }
        return .dimension(dimension, depth: object["depth"].flatMap { $0.integer(in: 1...20) } ?? 1)
    }

    private func metric(_ object: JSONObjectReader, group: Int) -> Metric? {
        guard let id = object.identifier("id") else { return nil }
        let node = MetricNode(group: group, metric: id)
        metricReferences.define(node, at: object.reader)
        let rule = rule(object, of: node)
        let title = object.expectedText("title") ?? id
        let display = object["shownAs"].flatMap { $0.choice(Metric.Display.self) } ?? .points
        guard let rule else { return nil }
        return Metric(
            id: id, symbol: object.optionalText("symbol"), title: title,
            description: object.optionalText("description"), display: display, rule: rule)
    }

    private func rule(_ object: JSONObjectReader, of node: MetricNode) -> Metric.Rule? {
        let said = QuestionnaireDecoder.kinds.filter { object[$0.key] != nil }
        guard let kind = said.first else {
            object.reader.report(
                "the metric does not say how it comes about",
                "add one of \(QuestionnaireDecoder.kinds.map(\.key).joined(separator: ", "))")
            return nil
        }
        if said.count > 1 {
            object[said[1].key]?.report(
                "a metric is of one kind, but both \"\(kind.key)\" and \"\(said[1].key)\" are given",
                "remove one of the two keys")
            return nil
        }
        let others = QuestionnaireDecoder.kinds.flatMap(\.with).filter { !kind.with.contains($0) }
        object.refuse(others, "for a metric of kind \"\(kind.key)\"")
        return switch kind.key {
        case "possible": possibleRule(object, of: node).map(Metric.Rule.possible)
        case "adjust": adjustRule(object, of: node).map(Metric.Rule.adjust)
        case "level": levelRule(object, of: node).map(Metric.Rule.level)
        case "band": bandRule(object, of: node).map(Metric.Rule.band)
        case "verdict": verdictRule(object, of: node).map(Metric.Rule.verdict)
        case "reference": subjectReference(object).map(Metric.Rule.reference)
        default: aggregate(object, of: node).map(Metric.Rule.aggregate)
        }
    }

    private func bandRule(_ object: JSONObjectReader, of node: MetricNode) -> BandRule? {
        let metric = object["band"].flatMap { reference($0, of: node) }
        let relativeTo = object["relativeTo"].flatMap { reference($0, of: node) }
        let bands = object.required("in")?.name(among: names.bandSets.keys.sorted(), kind: "set of bands")
        guard let metric, let bands = bands.flatMap({ names.bandSets[$0] }) else { return nil }
        return BandRule(metric: metric, relativeTo: relativeTo, bands: bands)
    }

    private func aggregate(_ object: JSONObjectReader, of node: MetricNode) -> Aggregate? {
        let function = self.function(object)
        let inputs = object.required("of").flatMap { self.inputs($0, of: node) }
        let channel = object["channel"]?.name(among: names.channels, kind: "channel")
        let through = object["through"].flatMap(lookupTable)
        if let function, let inputs { checkInputs(inputs, of: function, object) }
        let missing = object["missing"].flatMap(missingPolicy) ?? MissingPolicy()
        let incomplete = object["incomplete"]?.number()
        let empty = object["empty"]?.number()
        guard let function, let inputs else { return nil }
        return Aggregate(
            function: function, inputs: inputs, channel: channel, through: through, missing: missing,
            incomplete: incomplete, empty: empty)
    }

    /// Tables and conditions look at items, of which metrics know nothing.
    private func checkInputs(_ inputs: MetricInputs, of function: Aggregate.Function, _ object: JSONObjectReader) {
        if case .items = inputs { return }
        object["through"]?.report("a table applies to items, not to metrics", "remove \"through\"")
        object["channel"]?.report("options have channels, metrics have none", "let \"of\" pick items")
        switch function {
        case .share, .count:
            object["where"]?.report("a condition applies to items, not to metrics", "let \"of\" pick items")
        default: break
        }
    }

    private enum FunctionName: String, CaseIterable {
        case sum, mean, min, max, median, quantile, geometricMean, share, count
    }

    private func function(_ object: JSONObjectReader) -> Aggregate.Function? {
        guard let name = object.required("aggregate")?.choice(FunctionName.self) else { return nil }
        let parameters: [FunctionName: String] = [
            .quantile: "quantile", .geometricMean: "offset", .share: "where", .count: "where",
        ]
        object.refuse(
            ["quantile", "offset", "where"].filter { $0 != parameters[name] }, "for the aggregate \"\(name.rawValue)\"")
        switch name {
        case .sum: return .sum
        case .mean: return .mean
        case .min: return .min
        case .max: return .max
        case .median: return .median
        case .quantile: return object.required("quantile")?.number(in: 0...1).map { .quantile($0) }
        case .geometricMean:
            let offset = object["offset"].flatMap { $0.number(in: 0...0.999) } ?? 0
            return .geometricMean(offset: offset)
        case .share: return object.required("where").flatMap { condition($0, in: .item) }.map { .share($0) }
        case .count: return object.required("where").flatMap { condition($0, in: .item) }.map { .count($0) }
        }
    }

    func inputs(_ reader: JSONReader, of node: MetricNode) -> MetricInputs? {
        guard let object = reader.object(keys: ["items", "metrics", "each", "metric", "weights"]) else { return nil }
        if let items = object["items"] {
            object.refuse(["metrics", "each", "metric", "weights"], "beside \"items\"")
            return selection(items).map(MetricInputs.items)
        }
        if let metrics = object["metrics"] {
            object.refuse(["each", "metric", "weights"], "beside \"metrics\"")
            return .metrics(coefficients(metrics) { reference($0, of: node) })
        }
        guard let each = object.required("each"), let metric = object.required("metric") else { return nil }
        if case .string("children") = each.node.content {
            object.refuse(["weights"], "beside \"each\": \"children\"")
            let targets = names.childGroups(of: node.group)
            let known = KnownNames(targets.flatMap { names.groups[$0].metrics.list })
            guard let id = metricName(metric, among: known) else { return nil }
            for target in targets where names.groups[target].metrics.contains(id) {
                metricReferences.add(from: node, to: MetricNode(group: target, metric: id))
            }
            return .children(metric: id)
        }
        guard let family = family(each) else { return nil }
        let targets = names.groups.indices.filter { names.groups[$0].family == family }
        let known = KnownNames(targets.flatMap { names.groups[$0].metrics.list })
        guard let id = metricName(metric, among: known, kind: "metric of that family") else { return nil }
        for target in targets where names.groups[target].metrics.contains(id) {
            metricReferences.add(from: node, to: MetricNode(group: target, metric: id))
        }
        let members = targets.first.map { names.groups[$0].members } ?? []
        return .family(
            family, metric: id,
            weights: weights(object["weights"], among: KnownNames(members), kind: "member of that family"))
    }

    /// Names with factors: a list, in which each counts once, or an object of numbers.
    func coefficients(
        _ reader: JSONReader, name: (JSONReader) -> String?
    ) -> [MetricInputs.Coefficient] {
        if case .array = reader.node.content {
            return (reader.array() ?? []).compactMap { element in
                name(element).map { MetricInputs.Coefficient(metric: $0, factor: 1) }
            }
        }
        guard let object = reader.map() else { return [] }
        return object.all.compactMap { key, value in
            guard let factor = value.number(in: -1000...1000),
                let metric = name(JSONReader(naming: key, in: object))
            else { return nil }
            return MetricInputs.Coefficient(metric: metric, factor: factor)
        }
    }

    /// A metric of the same group, a single metric, or one in full as `member.metric`.
    func reference(_ reader: JSONReader, of node: MetricNode) -> String? {
        let id: String
        if case .string(let name) = reader.node.content, names.isVisible(name, from: node.group) {
            id = name
        } else {
            guard let found = metricName(reader, among: names.visibleMetrics(from: node.group)) else { return nil }
            id = found
        }
        for target in names.targets(of: id, from: node.group) { metricReferences.add(from: node, to: target) }
        return id
    }

    /// The name of a metric; an unknown one goes unreported where the members of a family are not known.
    func metricName(_ reader: JSONReader, among known: KnownNames, kind: String = "metric") -> String? {
        if names.hasBrokenFamily, case .string(let name) = reader.node.content, !known.contains(name) { return nil }
        return reader.name(among: known, kind: kind)
    }

    func metricName(_ reader: JSONReader, among known: [String]) -> String? {
        metricName(reader, among: KnownNames(known))
    }

    func selection(_ reader: JSONReader) -> ItemSelection? {
        guard let object = reader.object(keys: ["direction", "dimension", "tags", "ids"]) else { return nil }
        let values = tagValues(object["tags"])
        for (tag, several) in values where several.count > 1 {
            object["tags"]?.map()?[tag]?.report(
                "items are picked by one value of a tag",
                "name one; items with either value can be added up from two metrics")
        }
        let tags = values.compactMapValues(\.first)
        let ids = object["ids"]?.array()?.compactMap { $0.name(among: names.items, kind: "item") }
        return ItemSelection(
            direction: object["direction"]?.choice(Item.Direction.self),
            dimension: object["dimension"]?.name(among: names.dimensions, kind: "dimension"), tags: tags,
            ids: ids.map(Set.init))
    }

    private func missingPolicy(_ reader: JSONReader) -> MissingPolicy? {
        guard let object = reader.object(keys: ["unanswered", "dontKnow", "notApplicable", "withheld"]) else {
            return nil
        }
        func treatment(_ name: String, _ initial: MissingPolicy.Treatment) -> MissingPolicy.Treatment {
            object[name]?.choice(MissingPolicy.Treatment.self) ?? initial
        }
        let initial = MissingPolicy()
        return MissingPolicy(
            unanswered: treatment("unanswered", initial.unanswered), dontKnow: treatment("dontKnow", initial.dontKnow),
            notApplicable: treatment("notApplicable", initial.notApplicable),
            withheld: treatment("withheld", initial.withheld))
    }

    private func lookupTable(_ reader: JSONReader) -> LookupTable? {
        guard let object = reader.object(keys: ["by", "table", "otherwise"]),
            let by = object.required("by")?.array(), let table = object.required("table"),
            let otherwise = object.required("otherwise")?.number()
        else { return nil }
        let keys = by.compactMap { key -> LookupTable.Key? in
            switch key.name(among: names.tags.keys.sorted() + ["gateRating"], kind: "tag") {
            case .none: nil
            case "gateRating": .gateRating
            case .some(let tag): .tag(tag)
            }
        }
        if by.isEmpty { object["by"]?.report("nothing decides on the row", "name a tag, or \"gateRating\"") }
        guard keys.count == by.count, !keys.isEmpty else { return nil }
        var rows: [[String]: Double] = [:]
        readRows(table, keys: keys[...], prefix: [], into: &rows)
        return LookupTable(keys: keys, rows: rows, otherwise: otherwise)
    }

    private func readRows(
        _ reader: JSONReader, keys: ArraySlice<LookupTable.Key>, prefix: [String], into rows: inout [[String]: Double]
    ) {
        guard let key = keys.first else {
            rows[prefix] = reader.number()
            return
        }
        guard let object = reader.map() else { return }
        let known: KnownNames
        let kind: String
        switch key {
        case .tag(let tag): (known, kind) = (names.tags[tag] ?? [], "value of \(tag)")
        case .gateRating:
            (known, kind) = (names.options, "option")
        }
        for (name, value) in object.all where object.checkName(name, among: known, kind: kind) {
            readRows(value, keys: keys.dropFirst(), prefix: prefix + [name], into: &rows)
        }
    }
}

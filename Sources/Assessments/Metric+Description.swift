import Questionnaires

/// Metrics by the keys of the definition. Each kind has a key of its own, so a change of the kind is told, too.
extension Metric {
    var described: DescribedKeys {
        var keys =
            switch rule {
            case .aggregate(let aggregate): aggregate.described
            case .possible(let rule): rule.described
            case .adjust(let rule): rule.described
            case .level(let rule): rule.described
            case .band(let rule): rule.described
            case .verdict(let rule): rule.described
            case .reference(let reference): reference.described
            }
        keys.describe("symbol", name: symbol)
        keys.describe("title", text: title)
        keys.describe("description", text: description)
        keys.describe("shownAs", name: display.rawValue)
        return keys
    }
}

extension Aggregate {
    var described: DescribedKeys {
        var keys = function.described
        keys.describe("of", inputs.described)
        keys.describe("channel", name: channel)
        if let through { keys.describe("through", through.described) }
        keys.describe("missing.unanswered", name: missing.unanswered.rawValue)
        keys.describe("missing.dontKnow", name: missing.dontKnow.rawValue)
        keys.describe("missing.notApplicable", name: missing.notApplicable.rawValue)
        keys.describe("missing.withheld", name: missing.withheld.rawValue)
        keys.describe("incomplete", number: incomplete)
        keys.describe("empty", number: empty)
        return keys
    }
}

extension Aggregate.Function {
    fileprivate var described: DescribedKeys {
        var keys = DescribedKeys()
        keys.describe("aggregate", name: name)
        switch self {
        case .sum, .mean, .min, .max, .median: break
        case .quantile(let probability): keys.describe("quantile", number: probability)
        case .geometricMean(let offset): keys.describe("offset", number: offset)
        case .share(let condition), .count(let condition): keys.describe("where", condition: condition)
        }
        return keys
    }

    private var name: String {
        switch self {
        case .sum: "sum"
        case .mean: "mean"
        case .min: "min"
        case .max: "max"
        case .median: "median"
        case .quantile: "quantile"
        case .geometricMean: "geometricMean"
        case .share: "share"
        case .count: "count"
        }
    }
}

extension LookupTable {
    var described: DescribedKeys {
        var keys = DescribedKeys()
        let columns = self.keys.map { key in
            switch key {
            case .tag(let id): id
            case .gateRating: "gateRating"
            }
        }
        keys.describe("by", names: columns)
        for (names, number) in rows {
            keys.describe("table.\(names.map(DescribedKeys.step).joined(separator: "."))", number: number)
        }
        keys.describe("otherwise", number: otherwise)
        return keys
    }
}

extension MetricInputs {
    var described: DescribedKeys {
        var keys = DescribedKeys()
        switch self {
        case .items(let selection): keys.describe("items", selection)
        case .metrics(let coefficients): keys.describe("metrics", coefficients)
        case .family(let family, let metric, let weights):
            keys.describe("each", family.described)
            keys.describe("metric", name: metric)
            // A weight of 1 says the same as none.
            for (member, weight) in weights where weight != 1 {
                keys.describe("weights.\(member)", number: weight)
            }
        case .children(let metric):
            keys.describe("each", name: "children")
            keys.describe("metric", name: metric)
        }
        return keys
    }
}

extension DescribedKeys {
    /// Metrics with their factors.
    mutating func describe(_ key: String, _ coefficients: [MetricInputs.Coefficient]) {
        if coefficients.isEmpty { self[key] = .names([]) }
        for (metric, several) in Dictionary(grouping: coefficients, by: \.metric) {
            let factors = several.map(\.factor)
            // Whoever names a metric twice counts it twice.
            self["\(key).\(metric)"] =
                factors.count == 1 ? .number(factors[0]) : .names(factors.sorted().map(\.written))
        }
    }

    /// The properties by which items are picked; `{}` where all are.
    mutating func describe(_ key: String, _ selection: ItemSelection) {
        let properties = selection.described
        if properties.values.isEmpty { describe(key, name: "{}") }
        describe(key, properties)
    }
}

extension ItemSelection {
    var described: DescribedKeys {
        var keys = DescribedKeys()
        keys.describe("direction", name: direction?.rawValue)
        keys.describe("dimension", name: dimension)
        for (tag, value) in tags { keys.describe("tags.\(tag)", name: value) }
        // No ids pick no item; without the key, ids do not matter.
        keys["ids"] = ids.map { .names($0.sorted()) }
        return keys
    }

    /// The properties in one line.
    var canonicalText: String {
        var properties = tags.sorted { $0.key < $1.key }.map { "tags.\($0.key) \($0.value)" }
        if let ids { properties.append((["ids"] + ids.sorted()).joined(separator: " ")) }
        if let dimension { properties.insert("dimension \(dimension)", at: 0) }
        if let direction { properties.insert("direction \(direction.rawValue)", at: 0) }
        return "{\(properties.joined(separator: ", "))}"
    }
}

extension BandRule {
    var described: DescribedKeys {
        var keys = DescribedKeys()
        keys.describe("band", name: metric)
        keys.describe("relativeTo", name: relativeTo)
        keys.describe("in", name: bands.id)
        return keys
    }
}

import Questionnaires

/// Metrics by the keys of the definition. A rule of a kind that has no keys here is compared as a whole, under `rule`.
extension Metric {
    var described: DescribedKeys {
        var keys = DescribedKeys()
        if case .aggregate(let aggregate) = rule {
            keys = aggregate.described
        } else if case .band(let band) = rule {
            keys = band.described
        } else {
            keys.describe("rule", structure: rule)
        }
        keys.describe("symbol", name: symbol)
        keys.describe("title", text: title)
        keys.describe("description", text: description)
        return keys
    }
}

extension Aggregate {
    var described: DescribedKeys {
        var keys = DescribedKeys()
        keys.describe("aggregate", structure: function)
        switch inputs {
        case .metrics(let coefficients):
            for coefficient in coefficients {
                // Whoever names a metric twice counts it twice.
                let key = "of.metrics.\(coefficient.metric)"
                if case .number(let earlier)? = keys[key] {
                    keys.describe(key, number: earlier + coefficient.factor)
                } else {
                    keys.describe(key, number: coefficient.factor)
                }
            }
        case .family(let family, let metric, let weights):
            keys.describe("of.each", structure: family)
            keys.describe("of.metric", name: metric)
            for (member, weight) in weights where weight != 1 {
                keys.describe("of.weights.\(member)", number: weight)
            }
        default: keys.describe("of", structure: inputs)
        }
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

extension LookupTable {
    var described: DescribedKeys {
        var keys = DescribedKeys()
        keys.describe("by", structure: self.keys)
        for (names, number) in rows { keys.describe("table.\(names.joined(separator: "."))", number: number) }
        keys.describe("otherwise", number: otherwise)
        return keys
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

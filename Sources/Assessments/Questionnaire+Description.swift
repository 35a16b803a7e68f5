import Questionnaires

/// The parts of a definition by their keys. Where the order in which things are listed means nothing, it is left out.
extension Questionnaire {
    /// What the definition says beside its lists.
    var described: DescribedKeys {
        var keys = DescribedKeys()
        keys.describe("id", name: id)
        keys.describe("version", name: version)
        keys.describe("language", name: language)
        keys.describe("subject", name: subject.rawValue)
        keys.describe("title", text: title)
        keys.describe("description", text: description.isEmpty ? nil : description)
        keys.describe("readiness", names: readiness.sorted())
        keys.describe("pool.value", name: pool.value.rawValue)
        keys.describe("pool.gate.weightedQuantile", number: pool.gateQuantile)
        keys.describe("pool.smallestGroup", number: Double(pool.smallestGroup))
        keys.describe("coverage.firm", number: coverage?.firm)
        keys.describe("coverage.provisional", number: coverage?.provisional)
        keys.describe("notApplicableFlag", number: notApplicableFlag)
        keys.describe("contradiction.facilitatorAtLeast", number: contradiction?.facilitatorAtLeast)
        keys.describe("contradiction.blockerAtLeast", number: contradiction?.blockerAtLeast)
        keys.describe("comparison.matchedShare", number: comparison?.matchedShare)
        keys.describe("comparison.test.level", number: comparison?.test?.level)
        keys.describe("comparison.test.power", number: comparison?.test?.power)
        keys.describe(
            "comparison.test.fewestRespondents", number: (comparison?.test?.fewestRespondents).map(Double.init))
        keys.describe("comparison.test.recurringShare", number: comparison?.test?.recurringShare)
        keys.describe("comparison.test.exactUpTo", number: (comparison?.test?.exactUpTo).map(Double.init))
        keys.describe("comparison.test.draws", number: (comparison?.test?.draws).map(Double.init))
        keys.describe("comparison.pool.fewestOffices", number: (comparison?.pool?.fewestOffices).map(Double.init))
        keys.describe("comparison.pool.quartilesFrom", number: (comparison?.pool?.quartilesFrom).map(Double.init))
        keys.describe("comparison.pool.leastGap", number: comparison?.pool?.leastGap)
        keys.describe("comparison.pool.roundedTo", number: comparison?.pool?.roundedTo)
        if let stability { keys.describe("stability", stability.described) }
        if let recommendationPolicy { keys.describe("recommendationPolicy", recommendationPolicy.described) }
        if let presentation { keys.describe("presentation", presentation.described) }
        return keys
    }
}

extension RecommendationPolicy {
    var described: DescribedKeys {
        var keys = DescribedKeys()
        keys.describe("floor", number: floor)
        keys.describe("ceiling", number: ceiling)
        keys.describe("gateCeiling", name: gateCeiling)
        // Without criteria nothing is ranked; without a policy, effort decides.
        keys["rankBy"] = .names(rankBy.map(\.name))
        for (position, criterion) in rankBy.enumerated() {
            if case .gain(let coefficients) = criterion {
                keys.describe("rankBy.\(position + 1).gain", coefficients)
            }
        }
        return keys
    }
}

extension RecommendationPolicy.Criterion {
    fileprivate var name: String {
        switch self {
        case .gain: "gain"
        case .effort: "effort"
        case .id: "id"
        }
    }
}

extension Presentation {
    var described: DescribedKeys {
        var keys = DescribedKeys()
        keys.describe("members", members.described)
        keys.describe("facilitators", name: facilitators)
        keys.describe("burden", name: burden)
        keys.describe("cap", name: cap)
        keys.describe("score", name: score)
        keys.describe("band", name: band)
        keys.describe("overall", name: overall)
        keys.describe("overallBand", name: overallBand)
        keys.describe("beside", names: beside)
        for (position, lens) in lenses.enumerated() { keys.describe("lenses.\(position + 1)", lens.described) }
        for (position, companion) in companions.enumerated() {
            keys.describe("companions.\(position + 1)", companion.described)
        }
        return keys
    }
}

extension Presentation.Lens {
    var described: DescribedKeys {
        var keys = DescribedKeys()
        keys.describe("members", members.described)
        keys.describe("title", text: title)
        keys.describe("description", text: description)
        keys.describe("metrics", names: metrics)
        return keys
    }
}

extension Presentation.Companion {
    var described: DescribedKeys {
        var keys = DescribedKeys()
        keys.describe("questionnaire", name: questionnaire)
        keys.describe("member", name: member)
        keys.describe("title", text: title)
        keys.describe("metrics", names: metrics)
        return keys
    }
}

extension Family {
    var described: DescribedKeys {
        var keys = DescribedKeys()
        switch self {
        case .dimension(let id, let depth):
            keys.describe("dimension", name: id)
            keys.describe("depth", number: Double(depth))
        case .tag(let id): keys.describe("tag", name: id)
        }
        return keys
    }
}

extension Source {
    var described: DescribedKeys {
        var keys = DescribedKeys()
        keys.describe("title", text: title)
        keys.describe("author", text: author)
        keys.describe("year", number: year.map(Double.init))
        return keys
    }
}

extension OtherSubject {
    var described: DescribedKeys {
        var keys = DescribedKeys()
        keys.describe("questionnaire", name: questionnaire)
        return keys
    }
}

extension Channel {
    var described: DescribedKeys {
        var keys = DescribedKeys()
        keys.describe("title", text: title)
        return keys
    }
}

extension Citation {
    var described: DescribedKeys {
        var keys = DescribedKeys()
        keys.describe("document", name: document)
        keys.describe("section", text: section)
        return keys
    }
}

extension Dimension {
    /// - Parameter parent: the dimension right above.
    func described(below parent: String?) -> DescribedKeys {
        var keys = DescribedKeys()
        keys.describe("title", text: title)
        keys.describe("description", text: description)
        keys.describe("parent", name: parent)
        return keys
    }
}

extension Tag {
    var described: DescribedKeys {
        var keys = DescribedKeys()
        keys.describe("title", text: title)
        keys.describe("description", text: description)
        keys.describe("values", names: values.map(\.id).sorted())
        for value in values {
            let key = "values.\(DescribedKeys.step(value.id))"
            keys.describe("\(key).title", text: value.title)
            keys.describe("\(key).description", text: value.description)
        }
        return keys
    }
}

extension Role {
    var described: DescribedKeys {
        var keys = DescribedKeys()
        keys.describe("title", text: title)
        keys.describe("description", text: description)
        // A weight of 1 says the same as none.
        for (dimension, weight) in weights where weight != 1 {
            keys.describe("weights.\(dimension)", number: weight)
        }
        keys.describe("authority", names: authority.sorted())
        return keys
    }
}

extension BandSet {
    var described: DescribedKeys {
        var keys = DescribedKeys()
        keys.describe("title", text: title)
        if let source { keys.describe("source", source.described) }
        keys.describe("intervals", names: intervals.map(\.id))
        for interval in intervals {
            let key = "intervals.\(DescribedKeys.step(interval.id))"
            keys.describe("\(key).title", text: interval.title)
            keys.describe("\(key).description", text: interval.description)
            if let edge = interval.lower {
                keys.describe("\(key).\(edge.isInclusive ? "from" : "above")", number: edge.value)
            }
            if let edge = interval.upper {
                keys.describe("\(key).\(edge.isInclusive ? "upTo" : "below")", number: edge.value)
            }
        }
        return keys
    }
}

extension Recommendation {
    /// - Parameter questionnaire: the definition to which the recommendation belongs; it names the options.
    func described(in questionnaire: Questionnaire) -> DescribedKeys {
        var keys = DescribedKeys()
        keys.describe("dimension", name: dimension)
        keys.describe("title", text: title)
        keys.describe("summary", text: summary)
        keys.describe("why", text: why)
        keys["firstSteps"] = firstSteps.isEmpty ? nil : .texts(firstSteps)
        keys.describe("responsible", name: responsible)
        keys.describe("effortDays", number: Double(effortDays))
        for effect in builds { keys.describe("builds.\(DescribedKeys.step(effect.item)).floor", number: effect.value) }
        for effect in removes {
            let key = "removes.\(DescribedKeys.step(effect.item))"
            keys.describe("\(key).ceiling", number: effect.value)
            let options = questionnaire.item(effect.item)?.scale.options ?? []
            if options.indices.contains(effect.gatePosition) {
                keys.describe("\(key).gateCeiling", name: options[effect.gatePosition].id)
            }
        }
        keys.describe("requires", names: requires.sorted())
        for (tag, values) in tags { keys.describe("tags.\(tag)", names: values) }
        keys.describe("origin", name: origin.rawValue)
        if let source { keys.describe("source", source.described) }
        keys.describe("when", condition: when)
        return keys
    }
}

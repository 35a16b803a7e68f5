import Questionnaires

extension Item {
    var described: DescribedKeys {
        var keys = DescribedKeys()
        keys.describe("id", name: id)
        keys.describe("dimension", name: dimension)
        keys.describe("direction", name: direction.rawValue)
        keys.describe("answer", answering.described)
        // A scale that only this item has goes by the id of the item, and has its title to itself.
        if scale.id != id {
            keys.describe("scale", name: scale.id.isEmpty ? nil : scale.id)
        } else if scale.title != id {
            keys.describe("scale.title", text: scale.title)
        }
        keys.describe("scale", scale.describedOptions)
        keys.describe("visibleWhen", condition: visibility)
        keys["canBeNotApplicable"] = .flag(allowsNotApplicable)
        for (tag, values) in tags { keys.describe("tags.\(tag)", names: values) }
        keys.describe("weight", number: weight)
        keys.describe("mirror", name: mirror)
        keys.describe("label", text: label)
        keys.describe("prompt", text: prompt)
        keys.describe("help", text: help)
        keys.describe("why", text: why)
        keys.describe("evidence", text: evidence)
        for (option, anchor) in zip(scale.options, anchors) { keys.describe("anchors.\(option.id)", text: anchor) }
        if let source { keys.describe("source", source.described) }
        keys.describe("concept", name: concept)
        keys.describe("version", number: Double(version))
        keys.describe("comparableWith", names: Set(comparableWith).sorted().map(String.init))
        return keys
    }
}

extension Answering {
    var described: DescribedKeys {
        var keys = DescribedKeys()
        switch self {
        case .singleChoice: keys.describe("type", name: "singleChoice")
        case .multipleChoice(let choice):
            keys.describe("type", name: "multipleChoice")
            keys.describe("combine", name: choice.combination.rawValue)
            keys.describe("atMost", number: choice.cap)
        case .number(let line):
            keys.describe("type", name: "number")
            keys.describe("unit", text: line.unit)
            keys.describe("from", number: line.lowest)
            keys.describe("upTo", number: line.highest)
            for point in line.points { keys.describe("points.\(point.place.written)", number: point.value) }
        case .text: keys.describe("type", name: "text")
        }
        return keys
    }
}

extension AnswerScale {
    var described: DescribedKeys {
        var keys = describedOptions
        keys.describe("title", text: title)
        return keys
    }

    /// The options with all that they say; their order is that of the ratings.
    var describedOptions: DescribedKeys {
        var keys = DescribedKeys()
        keys.describe("options", names: options.map(\.id))
        for option in options { keys.describe("options.\(DescribedKeys.step(option.id))", option.described) }
        return keys
    }
}

extension AnswerScale.Option {
    var described: DescribedKeys {
        var keys = DescribedKeys()
        keys.describe("label", text: label)
        keys.describe("value", number: value)
        // A score of 0 is not the same as none: it makes the item count on the channel.
        for (channel, score) in scores { keys.describe("scores.\(channel)", number: score) }
        if isExclusive { keys["exclusive"] = .flag(true) }
        keys.describe("visibleWhen", condition: visibility)
        return keys
    }
}

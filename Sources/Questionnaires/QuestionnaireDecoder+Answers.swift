import JSON

/// How an item is answered, and its scale.
extension QuestionnaireDecoder {
    /// The kind of answer and the options; nothing for what has a mistake.
    func answer(_ object: JSONObjectReader) -> (answering: Answering?, scale: AnswerScale?) {
        guard let reader = object["answer"] else { return (.singleChoice, scale(of: object)) }
        if case .string(let text) = reader.node.content {
            let type = AnswerType(rawValue: text) ?? .yesNo
            reader.report(
                "this is a text, not an object in braces", "write {\"type\": \"\(type.rawValue)\"}")
            return (nil, nil)
        }
        let keys = ["type", "combine", "atMost", "yes", "no", "unit", "from", "upTo", "points"]
        guard let answer = reader.object(keys: keys),
            let type = answer.required("type")?.choice(AnswerType.self)
        else { return (nil, nil) }
        let own: [AnswerType: [String]] = [
            .multipleChoice: ["combine", "atMost"], .yesNo: ["yes", "no"], .number: ["unit", "from", "upTo", "points"],
        ]
        answer.refuse(
            keys.filter { $0 != "type" && own[type]?.contains($0) != true },
            "for an answer of type \"\(type.rawValue)\"")
        switch type {
        case .singleChoice: return (.singleChoice, scale(of: object))
        case .multipleChoice:
            let combination = answer.required("combine")?.choice(MultipleChoice.Combination.self)
            let cap = answer["atMost"]?.number()
            return (
                combination.map { .multipleChoice(MultipleChoice(combination: $0, cap: cap)) }, scale(of: object)
            )
        case .yesNo:
            object.refuse(["scale"], "beside an answer of type \"yesNo\"")
            return (.singleChoice, yesNo(answer, id: object.writtenID ?? ""))
        case .number:
            object.refuse(["scale", "anchors"], "beside an answer of type \"number\"")
            return (numberLine(answer).map { .number($0) }, AnswerScale(id: "", title: "", options: []))
        case .text:
            object.refuse(["scale", "anchors", "weight"], "beside an answer of type \"text\", which is never scored")
            return (.text, AnswerScale(id: "", title: "", options: []))
        }
    }

    /// A scale by its id, or one that only this item has.
    private func scale(of object: JSONObjectReader) -> AnswerScale? {
        guard let reader = object.required("scale") else { return nil }
        if case .object = reader.node.content {
            guard let own = reader.object(keys: ["title", "options"]) else { return nil }
            return scale(own, id: object.writtenID ?? "")
        }
        return reader.name(among: names.scales.keys.sorted(), kind: "scale").flatMap { names.scales[$0] }
    }

    /// - Parameter id: the id of the scale, or of the item that has it to itself.
    func scale(_ object: JSONObjectReader, id: String) -> AnswerScale {
        let reader = object.required("options")
        let optionObjects = objects(reader, keys: ["id", "label", "value", "scores", "exclusive", "visibleWhen"])
        let options = optionObjects.enumerated().compactMap { position, option -> AnswerScale.Option? in
            let scores = weights(option["scores"], among: names.channels, kind: "channel", range: -1e6...1e6)
            let visibility = option["visibleWhen"].flatMap { condition($0, in: .answers) }
            let isExclusive = option["exclusive"].flatMap { $0.bool() } ?? false
            guard let id = option.identifier("id") else { return nil }
            // Where a value cannot be read, the place stands in for it until it is mended.
            let value = option.required("value")?.number() ?? Double(position)
            return AnswerScale.Option(
                id: id, label: option.optionalText("label") ?? id, value: value, scores: scores,
                isExclusive: isExclusive, visibility: visibility)
        }
        let scale = AnswerScale(id: id, title: object.optionalText("title") ?? id, options: options)
        let channels = Set(options.flatMap(\.scores.keys))
        let isFlat = { (channel: String?) in
            let range = scale.range(of: channel)
            return range.lowerBound == range.upperBound
        }
        if isFlat(nil), channels.allSatisfy({ isFlat($0) }), options.count < 2 || channels.isEmpty {
            reader?.report(
                "the scale has no worst and best answer: all its values are equal",
                "give at least two options different values")
        }
        return scale
    }

    /// The scale of a question that is answered by yes or no.
    private func yesNo(_ answer: JSONObjectReader, id: String) -> AnswerScale? {
        func option(_ id: String, value standard: Double) -> AnswerScale.Option? {
            guard let reader = answer[id] else { return AnswerScale.Option(id: id, label: id, value: standard) }
            guard let object = reader.object(keys: ["label", "value", "scores"]) else { return nil }
            return AnswerScale.Option(
                id: id, label: object.optionalText("label") ?? id, value: object["value"]?.number() ?? standard,
                scores: weights(object["scores"], among: names.channels, kind: "channel", range: -1e6...1e6))
        }
        let no = option(YesNo.no, value: 0)
        let yes = option(YesNo.yes, value: 1)
        guard let no, let yes else { return nil }
        if no.value == yes.value, no.scores == yes.scores {
            answer.reader.report("yes and no stand for the same", "give them different values")
        }
        return AnswerScale(id: id, title: id, options: [no, yes])
    }

    private func numberLine(_ answer: JSONObjectReader) -> NumberLine? {
        let unit = answer.optionalText("unit")
        let lowest = answer["from"]?.number()
        let highest = answer["upTo"]?.number()
        if let lowest, let highest, lowest >= highest {
            answer["upTo"]?.report("no number lies between \"from\" and \"upTo\"", "let \"from\" be the lower one")
        }
        guard let reader = answer.required("points"), let list = reader.array() else { return nil }
        let points = list.compactMap { element -> NumberLine.Point? in
            guard let object = element.object(keys: ["at", "value"]), let place = object.required("at")?.number(),
                let value = object.required("value")?.number()
            else { return nil }
            return NumberLine.Point(place: place, value: value)
        }
        guard points.count == list.count else { return nil }
        if points.count < 2 { reader.report("a line needs at least two points", "add a point") }
        for (index, (left, right)) in zip(points, points.dropFirst()).enumerated() where left.place >= right.place {
            list[index + 1].report("the point does not lie right of the one before it", "order the points by \"at\"")
        }
        if points.count > 1, Set(points.map(\.value)).count == 1 {
            reader.report("all points have the same value", "give at least two points different values")
        }
        return NumberLine(points: points, unit: unit, lowest: lowest, highest: highest)
    }
}

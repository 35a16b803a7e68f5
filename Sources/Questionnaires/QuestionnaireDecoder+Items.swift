import JSON

extension QuestionnaireDecoder {
    private static let itemKeys = [
        "id", "dimension", "direction", "answer", "scale", "visibleWhen", "canBeNotApplicable", "tags", "weight",
        "mirror", "label", "prompt", "help", "why", "evidence", "anchors", "source", "concept", "version",
        "comparableWith",
    ]

    func items(in files: [JSONObjectReader]) -> [Item] {
        let objects = self.objects("items", of: files, keys: QuestionnaireDecoder.itemKeys, kind: "item")
        if objects.isEmpty {
            files.first?.reader.report("the questionnaire has no items", "add items, here or in a part")
        }
        let items = objects.compactMap(item)
        checkMirrors(of: items, objects: objects)
        reportVisibilityCircles(of: items, objects: objects)
        return items
    }

    private func item(_ object: JSONObjectReader) -> Item? {
        let dimension = object.required("dimension")?.name(among: names.dimensions, kind: "dimension")
        let direction = object.required("direction")?.choice(Item.Direction.self)
        let (answering, scale) = answer(object)
        let label = object.requiredText("label")
        let tags = tagValues(object["tags"])
        let mirror = object["mirror"]?.name(among: names.items, kind: "item")
        let weight = object["weight"].flatMap { $0.number(in: 0...1000) } ?? 1
        let source = citation(object["source"])
        let concept = object["concept"]?.identifier()
        let version = object["version"].flatMap { $0.integer(in: 1...10_000) } ?? 1
        let comparable = (object["comparableWith"]?.array() ?? []).compactMap { $0.integer(in: 1...10_000) }
        let allowsNotApplicable = object["canBeNotApplicable"].flatMap { $0.bool() } ?? true
        let id = object.identifier("id")
        let own = object["visibleWhen"].flatMap { condition($0, in: .answers) }
        if let id {
            names.itemScales[id] = scale
            names.itemDirections[id] = direction
        }
        guard let id, let dimension, let direction, let label, let answering, let scale else { return nil }
        let ancestors = names.ancestors[dimension] ?? [dimension]
        let sections = ancestors.sorted().compactMap { sectionVisibility[$0] }
        return Item(
            id: id, dimension: dimension, ancestors: ancestors, direction: direction, answering: answering,
            scale: scale, visibility: QuestionnaireDecoder.both(sections, own),
            allowsNotApplicable: allowsNotApplicable, tags: tags, weight: weight, mirror: mirror, label: label,
            prompt: object.expectedText("prompt") ?? label, help: object.expectedText("help"),
            why: object.expectedText("why"), evidence: object.expectedText("evidence"),
            anchors: anchors(object, scale: scale, answering: answering), source: source, concept: concept ?? id,
            version: version, comparableWith: comparable)
    }

    private static func both(_ sections: [Condition], _ own: Condition?) -> Condition? {
        let all = sections + (own.map { [$0] } ?? [])
        return all.count > 1 ? .all(all) : all.first
    }

    /// The anchor texts in the order of the options; the labels of the scale where an item has none of its own.
    private func anchors(_ object: JSONObjectReader, scale: AnswerScale, answering: Answering) -> [String] {
        guard let reader = object["anchors"] else {
            if answering == .singleChoice, scale.options.count > 2 {
                object.reader.warn(
                    "the item has no anchors of its own",
                    "say for each option what one could observe, so that two colleagues give the same answer")
            }
            return scale.options.map(\.label)
        }
        guard let anchors = reader.map() else { return scale.options.map(\.label) }
        let ids = scale.options.map(\.id)
        for (name, _) in anchors.all {
            _ = anchors.checkName(name, among: ids, kind: "option of the scale \(scale.id)")
        }
        return scale.options.map { option in
            guard let anchor = anchors[option.id] else {
                reader.report("the anchor for option \"\(option.id)\" is missing", "add a text for it")
                return option.label
            }
            return anchor.text() ?? option.label
        }
    }

    private func checkMirrors(of items: [Item], objects: [JSONObjectReader]) {
        for object in objects {
            guard let id = object.writtenID, let mirror = object["mirror"],
                case .string(let other) = mirror.node.content, let direction = names.itemDirections[id],
                let otherDirection = names.itemDirections[other]
            else { continue }
            if direction == otherDirection {
                mirror.report(
                    "\"\(other)\" is a \(otherDirection.rawValue) too",
                    "a mirror is the item of the other direction that speaks of the same thing")
            }
        }
    }

    /// Items that wait for one another's answers would never be asked.
    private func reportVisibilityCircles(of items: [Item], objects: [JSONObjectReader]) {
        var references = ReferenceGraph<String>()
        let readers = Dictionary(
            objects.compactMap { object in object.writtenID.map { ($0, object.reader) } },
            uniquingKeysWith: { first, _ in first })
        for item in items {
            if let reader = readers[item.id] { references.define(item.id, at: reader) }
            for other in item.itemsThatDecideWhatIsShown { references.add(from: item.id, to: other) }
        }
        references.reportCircles(
            name: { $0 },
            remedy: "let one of these items be asked without a condition: as it is, none of them is ever asked")
    }
}

extension Item {
    /// The items on whose answers it depends whether the item or one of its options is shown.
    public var itemsThatDecideWhatIsShown: [String] {
        (visibility?.items ?? []) + scale.options.flatMap { $0.visibility?.items ?? [] }
    }
}

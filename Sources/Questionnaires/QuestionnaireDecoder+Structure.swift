import JSON

/// Sources, dimensions, tags, roles and scales: what items refer to.
///
/// Whatever has an id is introduced, even if something else about it is wrong: otherwise each reference to it would be
/// reported too.
extension QuestionnaireDecoder {
    func sources(_ list: JSONReader?) -> [Source] {
        objects(list, keys: ["id", "title", "author", "year"]).compactMap { object in
            guard let id = object.identifier("id") else { return nil }
            names.sources.insert(id)
            return Source(
                id: id, title: object.requiredText("title") ?? id, author: object.optionalText("author"),
                year: object["year"]?.integer(in: 1900...9999))
        }
    }

    func citation(_ reader: JSONReader?) -> Citation? {
        guard let object = reader?.object(keys: ["document", "section"]),
            let document = object.required("document")?.name(among: names.sources, kind: "source")
        else { return nil }
        return Citation(document: document, section: object.optionalText("section"))
    }

    func dimensions(_ list: JSONReader?, above: Set<String> = []) -> [Dimension] {
        var neighbours: Set<String> = []
        return objects(list, keys: ["id", "title", "description", "visibleWhen", "children"]).compactMap { object in
            guard let id = object.identifier("id") else { return nil }
            // One that occurs twice among its neighbours is reported already.
            if neighbours.insert(id).inserted, names.ancestors[id] != nil {
                object["id"]?.report("the dimension \"\(id)\" is defined twice", "give each its own id")
            }
            names.dimensions.insert(id)
            names.ancestors[id] = above.union([id])
            sectionVisibility[id] = object["visibleWhen"].flatMap { condition($0, in: .answers) }
            return Dimension(
                id: id, title: object.requiredText("title") ?? id, description: object.optionalText("description"),
                children: dimensions(object["children"], above: above.union([id])))
        }
    }

    func tags(_ list: JSONReader?) -> [Tag] {
        objects(list, keys: ["id", "title", "description", "values"]).compactMap { object in
            guard let id = object.identifier("id") else { return nil }
            let values = objects(object.required("values"), keys: ["id", "title", "description"])
                .compactMap { value -> Tag.Value? in
                    guard let id = value.identifier("id") else { return nil }
                    return Tag.Value(
                        id: id, title: value.requiredText("title") ?? id,
                        description: value.optionalText("description"))
                }
            if names.tags[id] == nil { names.tags[id] = KnownNames(values.map(\.id)) }
            return Tag(
                id: id, title: object.requiredText("title") ?? id, description: object.optionalText("description"),
                values: values)
        }
    }

    /// The tags of an item or recommendation: a tag maps to a value or a list of values.
    func tagValues(_ reader: JSONReader?) -> [String: [String]] {
        guard let object = reader?.map() else { return [:] }
        var result: [String: [String]] = [:]
        for (tag, value) in object.all {
            guard object.checkName(tag, among: names.tags.keys.sorted(), kind: "tag") else { continue }
            let known = names.tags[tag] ?? []
            if case .array = value.node.content {
                let list = value.array() ?? []
                let values = list.compactMap { $0.name(among: known, kind: "value of \(tag)") }
                if list.isEmpty { value.report("no value is named", "name at least one, or leave the tag out") }
                result[tag] = values
            } else if let value = value.name(among: known, kind: "value of \(tag)") {
                result[tag] = [value]
            }
        }
        return result
    }

    func roles(_ list: JSONReader?) -> [Role] {
        objects(list, keys: ["id", "title", "description", "weights", "authority"]).compactMap { object in
            guard let id = object.identifier("id") else { return nil }
            names.roles.insert(id)
            let authority = (object["authority"]?.array() ?? [])
                .compactMap { $0.name(among: names.dimensions, kind: "dimension") }
            return Role(
                id: id, title: object.requiredText("title") ?? id, description: object.optionalText("description"),
                weights: weights(object["weights"], among: names.dimensions, kind: "dimension"),
                authority: Set(authority))
        }
    }

    /// Numbers by name; weights where nothing else is said, of which none is negative.
    func weights(
        _ reader: JSONReader?, among known: KnownNames, kind: String, range: ClosedRange<Double> = 0...1000
    ) -> [String: Double] {
        guard let object = reader?.map() else { return [:] }
        var result: [String: Double] = [:]
        for (name, value) in object.all {
            guard object.checkName(name, among: known, kind: kind) else { continue }
            if let weight = value.number(in: range) { result[name] = weight }
        }
        return result
    }

    func scales(_ list: JSONReader?) -> [AnswerScale] {
        objects(list, keys: ["id", "title", "options"]).compactMap { object in
            guard let id = object.identifier("id") else { return nil }
            let scale = scale(object, id: id)
            if names.scales[id] == nil { names.scales[id] = scale }
            return scale
        }
    }

    /// What options stand for beside their value.
    func channels(_ list: JSONReader?) -> [Channel] {
        objects(list, keys: ["id", "title"]).compactMap { object in
            guard let id = object.identifier("id") else { return nil }
            names.channels.insert(id)
            return Channel(id: id, title: object.requiredText("title") ?? id)
        }
    }

    /// Other subjects whose results the questionnaire reads.
    func subjects(_ list: JSONReader?) -> [OtherSubject] {
        objects(list, keys: ["id", "questionnaire"]).compactMap { object in
            guard let id = object.identifier("id") else { return nil }
            names.subjects.insert(id)
            guard let questionnaire = object.required("questionnaire")?.identifier() else { return nil }
            return OtherSubject(id: id, questionnaire: questionnaire)
        }
    }
}

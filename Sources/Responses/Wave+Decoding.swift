public import JSON
public import Questionnaires

extension Wave {
    /// The newest version of the format that this program reads.
    public static let formatVersion = 1

    /// Reads a wave record and checks it against the questionnaire.
    ///
    /// - Parameter id: the wave's name, which is the name of its folder.
    /// - Returns: the wave unless the record has errors; the findings stand in the reader.
    public static func decode(_ reader: JSONReader, id folder: String, questionnaire: Questionnaire) -> Wave? {
        let keys = ["$schema", "formatVersion", "id", "period", "collection", "invited", "gateRatings"]
        guard let object = reader.object(keys: keys, formatVersion: formatVersion) else { return nil }
        if let id = object.required("id"), let text = id.identifier(), text != folder {
            id.report(
                "the record is of the wave \"\(text)\", but its folder is \"\(folder)\"",
                "give both the same name, or move the file")
        }
        let period = object["period"].flatMap(period)
        let collection = object.required("collection")?.choice(Collection.self)
        var invited: [String: Int] = [:]
        let roles = questionnaire.roles.map(\.id)
        if let counts = object["invited"]?.map() {
            for (role, count) in counts.all where counts.checkName(role, among: roles, kind: "role") {
                invited[role] = count.integer(in: 0...10_000_000)
            }
        }
        var rated: Set<String> = []
        let ratings = (object["gateRatings"]?.array() ?? []).compactMap { reader -> GateRating? in
            guard let rating = gateRating(reader, questionnaire) else { return nil }
            if !rated.insert(rating.item).inserted {
                reader.report("the rating of \(rating.item) is set twice", "keep the one that holds")
            }
            return rating
        }
        guard let collection, !reader.findings.hasErrors else { return nil }
        return Wave(id: folder, period: period, collection: collection, invited: invited, gateRatings: ratings)
    }

    /// Reads of a wave's record what holds for answers to any questionnaire: how and when they were collected.
    ///
    /// Who was asked and which ratings were set belong to the questionnaire of the record.
    ///
    /// - Returns: the wave unless the record has errors; the findings stand in the reader.
    public static func decodeCollection(_ reader: JSONReader, id: String) -> Wave? {
        guard let object = reader.map() else { return nil }
        let collection = object.required("collection")?.choice(Collection.self)
        let period = object["period"].flatMap(period)
        guard let collection, !reader.findings.hasErrors else { return nil }
        return Wave(id: id, period: period, collection: collection)
    }

    private static func period(_ reader: JSONReader) -> Period? {
        guard let object = reader.object(keys: ["from", "to"]), let from = object.required("from")?.date(),
            let to = object.required("to")?.date()
        else { return nil }
        if from > to { reader.report("the period ends before it begins", "exchange the two dates") }
        return Period(from: from, to: to)
    }

    private static func gateRating(_ reader: JSONReader, _ questionnaire: Questionnaire) -> GateRating? {
        guard let object = reader.object(keys: ["item", "rating", "role", "date", "evidence"]) else { return nil }
        let itemID = object.required("item")?.name(among: questionnaire.items.map(\.id), kind: "item")
        let item = itemID.flatMap(questionnaire.item)
        let roleID = object.required("role")?.name(among: questionnaire.roles.map(\.id), kind: "role")
        let date = object.required("date")?.date()
        let evidence = object.required("evidence")?.text()
        guard let item, let rating = object.required("rating") else { return nil }
        if item.direction != .blocker {
            object["item"]?.report("\(item.id) is not a blocker", "gate ratings are of blockers only")
        }
        let option = rating.name(among: item.scale.options.map(\.id), kind: "option of \(item.id)")
        if let role = roleID.flatMap(questionnaire.role), role.authority.isDisjoint(with: item.ancestors) {
            let authorised = questionnaire.roles.filter { !$0.authority.isDisjoint(with: item.ancestors) }
            object["role"]?.report(
                "the role \"\(role.id)\" may not set the gate rating of \(item.id)",
                authorised.isEmpty
                    ? "remove the record: no role has this authority"
                    : "roles with this authority: \(authorised.map(\.id).joined(separator: ", "))")
        }
        guard let option, let position = item.scale.position(of: option), let roleID, let date, let evidence else {
            return nil
        }
        return GateRating(item: item.id, position: position, role: roleID, date: date, evidence: evidence)
    }
}

public import JSON
public import Questionnaires

extension Response {
    /// The response as a file has it: reading that gives the same response again.
    ///
    /// - Parameters:
    ///   - schema: the way from the file to the schema of responses, for editors; left out where there is none.
    ///   - language: the language in which it was answered, as a BCP 47 tag; that of the response, where none is given.
    public func json(of questionnaire: Questionnaire, schema: String? = nil, language: String? = nil) -> JSONValue {
        var members: [String: JSONValue] = [
            "formatVersion": .integer(Response.formatVersion),
            "questionnaire": .string(questionnaire.id),
            "questionnaireVersion": .string(questionnaire.version),
            "respondent": .string(respondent),
            "role": .string(role),
        ]
        members["$schema"] = schema.map(JSONValue.string)
        members["wave"] = wave.map(JSONValue.string)
        members["project"] = project.map(JSONValue.string)
        members["completed"] = completed.map(JSONValue.string)
        members["language"] = (language ?? self.language).map(JSONValue.string)
        if !notApplicable.isEmpty { members["notApplicable"] = .object(notApplicable.mapValues(JSONValue.string)) }
        var written: [String: JSONValue] = [:]
        for (id, answer) in answers {
            guard let item = questionnaire.item(id) else { continue }
            written[id] = answer.json(of: item)
        }
        members["answers"] = .object(written)
        return .object(members)
    }
}

extension Answer {
    /// The answer by itself where nothing stands beside it, else with its evidence and comment.
    fileprivate func json(of item: Item) -> JSONValue {
        var members: [String: JSONValue] = [:]
        switch content {
        case .option(let position): members["option"] = .string(item.scale.options[position].id)
        case .options(let positions): members["options"] = .array(positions.map { .string(item.scale.options[$0].id) })
        case .number(let number): members["number"] = .number(number)
        case .text(let text): members["text"] = .string(text)
        case .dontKnow: members["state"] = "dontKnow"
        case .notApplicable(let reason):
            members["state"] = "notApplicable"
            members["reason"] = .string(reason)
        }
        members["evidence"] = evidence?.json
        members["comment"] = comment.map(JSONValue.string)
        // A value by itself is the short form of an answer; a state has none.
        guard members.count == 1, let (key, value) = members.first, key != "state" else { return .object(members) }
        return value
    }
}

extension Evidence {
    /// The words by themselves where nobody said how well they can be verified.
    fileprivate var json: JSONValue {
        if kind == .asserted, date == nil, owner == nil, let text { return .string(text) }
        var members: [String: JSONValue] = ["kind": .string(kind.rawValue)]
        members["text"] = text.map(JSONValue.string)
        members["date"] = date.map(JSONValue.string)
        members["owner"] = owner.map(JSONValue.string)
        return .object(members)
    }
}

public import JSON
public import Questionnaires

extension Response {
    /// The response as its file holds it, every answer in the shortest form that says all of it.
    ///
    /// Equal answers give equal values, whatever file or form they came from.
    ///
    /// - Parameter schema: how the file refers to its schema; nothing where it does not.
    public func json(answering questionnaire: Questionnaire, schema: String? = nil) -> JSONValue {
        var members: [String: JSONValue] = [
            "formatVersion": .integer(Response.formatVersion), "questionnaire": .string(questionnaire.id),
            "questionnaireVersion": .string(questionnaire.version), "respondent": .string(respondent),
            "role": .string(role),
        ]
        if let schema { members["$schema"] = .string(schema) }
        if let wave { members["wave"] = .string(wave) }
        if let project { members["project"] = .string(project) }
        if let completed { members["completed"] = .string(completed) }
        if let language { members["language"] = .string(language) }
        if !notApplicable.isEmpty { members["notApplicable"] = .object(notApplicable.mapValues(JSONValue.string)) }
        var list: [String: JSONValue] = [:]
        for (id, answer) in answers {
            if let item = questionnaire.item(id) { list[id] = answer.json(to: item) }
        }
        members["answers"] = .object(list)
        return .object(members)
    }

    /// The items that are asked as things stand and not answered, in the order of the questionnaire.
    public func unanswered(in questionnaire: Questionnaire) -> [String] {
        zip(questionnaire.items, cells(in: questionnaire)).filter { $1.state == .unanswered }.map(\.0.id)
    }
}

extension Answer {
    fileprivate func json(to item: Item) -> JSONValue {
        let (key, value) = content.json(to: item)
        var members = [key: value]
        if case .notApplicable(let reason) = content { members["reason"] = .string(reason) }
        if let evidence { members["evidence"] = evidence.json }
        if let comment { members["comment"] = .string(comment) }
        return members.count == 1 && key != "state" ? value : .object(members)
    }
}

extension Answer.Content {
    /// The key of the content in a full answer, and its value.
    fileprivate func json(to item: Item) -> (key: String, value: JSONValue) {
        let options = item.scale.options
        switch self {
        case .option(let position): return ("option", .string(options[position].id))
        case .options(let positions): return ("options", .array(positions.map { .string(options[$0].id) }))
        case .number(let number): return ("number", .number(number))
        case .text(let text): return ("text", .string(text))
        case .dontKnow: return ("state", .string(AnswerState.dontKnow.rawValue))
        case .notApplicable: return ("state", .string(AnswerState.notApplicable.rawValue))
        }
    }
}

extension Evidence {
    fileprivate var json: JSONValue {
        if kind == .asserted, date == nil, owner == nil, let text { return .string(text) }
        var members: [String: JSONValue] = ["kind": .string(kind.rawValue)]
        if let text { members["text"] = .string(text) }
        if let date { members["date"] = .string(date) }
        if let owner { members["owner"] = .string(owner) }
        return .object(members)
    }
}

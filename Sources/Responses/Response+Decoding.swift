public import JSON
public import Questionnaires

extension Response {
    /// The newest version of the format that this program reads.
    public static let formatVersion = 1

    private static let keys = [
        "$schema", "formatVersion", "questionnaire", "questionnaireVersion", "wave", "respondent", "role", "completed",
        "language", "answers",
    ]

    /// Reads a response and checks it against the questionnaire and the wave it stands in.
    ///
    /// - Parameter wave: the wave it must belong to; nothing where any will do.
    /// - Returns: the response unless it has errors; the findings stand in the reader.
    public static func decode(_ reader: JSONReader, questionnaire: Questionnaire, wave: String?) -> Response? {
        guard let object = reader.object(keys: keys, formatVersion: formatVersion) else { return nil }
        // What answers another questionnaire would look like one mistake after the other.
        guard isOf(questionnaire, object) else { return nil }
        let waveID = object.required("wave")?.identifier()
        if let wave, let waveID, wave != waveID {
            object["wave"]?.report(
                "the response belongs to the wave \"\(waveID)\", but stands in \"\(wave)\"",
                "move the file to that wave, or correct it")
        }
        let respondent = object.required("respondent")?.identifier()
        let role = role(object, questionnaire)
        let completed = object["completed"]?.date()
        _ = object["language"]?.identifier()
        var answers: [String: Answer] = [:]
        if let list = object.required("answers")?.map() {
            for (id, value) in list.all {
                guard let item = questionnaire.item(id) else {
                    _ = list.checkName(id, among: questionnaire.items.map(\.id), kind: "item")
                    continue
                }
                answers[item.id] = answer(value, item: item)
            }
        }
        guard let waveID, let respondent, let role, !reader.findings.hasErrors else { return nil }
        return Response(
            respondent: respondent, role: role, wave: waveID, completed: completed, answers: answers,
            file: reader.findings.file)
    }

    /// A questionnaire that defines no roles asks for none.
    private static func role(_ object: JSONObjectReader, _ questionnaire: Questionnaire) -> String? {
        guard questionnaire.roles.isEmpty else {
            return object.required("role")?.name(among: questionnaire.roles.map(\.id), kind: "role")
        }
        return object["role"].map { $0.identifier() } ?? "respondent"
    }

    /// Whether the response does not say that it answers another questionnaire or version.
    private static func isOf(_ questionnaire: Questionnaire, _ object: JSONObjectReader) -> Bool {
        if let reader = object.required("questionnaire"), let id = reader.string(), id != questionnaire.id {
            reader.report(
                "the response answers the questionnaire \"\(id)\", not \"\(questionnaire.id)\"",
                "move the file, or name the questionnaire with --questionnaire")
            return false
        }
        if let reader = object.required("questionnaireVersion"), let version = reader.string(),
            version != questionnaire.version
        {
            reader.report(
                "the response answers version \"\(version)\" of the questionnaire, not \"\(questionnaire.version)\"",
                "assess it with that version, by --questionnaire FILE")
            return false
        }
        return true
    }

    private enum State: String, CaseIterable {
        case dontKnow, notApplicable
    }

    private static func answer(_ reader: JSONReader, item: Item) -> Answer? {
        switch reader.node.content {
        // A template lists every item; what is still null was not answered.
        case .null: return nil
        case .string: return position(reader, item: item).map { Answer(.option(position: $0)) }
        default: return fullAnswer(reader, item: item)
        }
    }

    private static func position(_ option: JSONReader, item: Item) -> Int? {
        option.name(among: item.scale.options.map(\.id), kind: "option of \(item.id)")
            .flatMap(item.scale.position(of:))
    }

    private static func fullAnswer(_ reader: JSONReader, item: Item) -> Answer? {
        guard let object = reader.object(keys: ["option", "state", "reason", "evidence", "comment"]) else { return nil }
        let evidence = object["evidence"]?.string()
        let comment = object["comment"]?.string()
        if object["option"] != nil, let state = object["state"] {
            state.report("the answer has an option and a state", "keep the one that is meant")
            return nil
        }
        if let option = object["option"] {
            if let reason = object["reason"] {
                reason.warn("a reason is given, but the item is answered", "write it as a comment")
            }
            guard let position = position(option, item: item) else { return nil }
            return Answer(.option(position: position), evidence: evidence, comment: comment)
        }
        guard let state = object["state"] else {
            reader.report(
                "the answer has neither an option nor a state",
                "add \"option\" or \"state\", or remove the item if it is unanswered")
            return nil
        }
        switch state.choice(State.self) {
        case nil: return nil
        case .dontKnow: return Answer(.dontKnow, evidence: evidence, comment: comment)
        case .notApplicable:
            guard let reason = object["reason"]?.text() else {
                if object["reason"] == nil {
                    state.report("\"not applicable\" needs a reason", "add \"reason\" with a sentence that says why")
                }
                return nil
            }
            return Answer(.notApplicable(reason: reason), evidence: evidence, comment: comment)
        }
    }

    /// Findings for respondents who occur more than once in a wave, one for each further file.
    public static func duplicates(among responses: [Response]) -> [Finding] {
        var first: [String: String] = [:]
        return responses.sorted { $0.file < $1.file }.compactMap { response in
            guard let earlier = first[response.respondent] else {
                first[response.respondent] = response.file
                return nil
            }
            return Finding(
                file: response.file, path: "$.respondent",
                problem: "the respondent \"\(response.respondent)\" has answered in \(earlier) too",
                remedy: "keep one of the two files, or give each person an id of their own")
        }
    }
}
